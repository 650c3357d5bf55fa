import type { ScoreInput } from '../../../src/domain.ts'
import { parseScoreInput } from '../../../src/rules/input.ts'
import type { Ruleset } from '../../../src/rules/ruleset.ts'
import { randomFrom } from '../random.ts'
import { termsByList } from './peers.ts'

type Random = () => number

const VIETNAMESE =
  'chất liệu bền đẹp phù hợp gia đình hiện đại dễ vệ sinh tiết kiệm điện giao nhanh toàn quốc đổi trả trong bảy ngày màu trắng kích thước nhỏ gọn tay cầm chắc chắn nắp kính thiết kế tối giản sử dụng hằng ngày thông số kỹ thuật hướng dẫn bảo quản nơi khô ráo khách quen lâu năm nhắn tin tư vấn thêm ảnh thật do cửa hàng tự chụp'.split(
    ' ',
  )
const ENGLISH =
  'light and strong fits most rooms easy to clean saves power ships within two days returns accepted for one week white finish compact size firm handle glass lid plain design for daily use care guide included store in a dry place photos taken by us ask for more details before you buy'.split(
    ' ',
  )

/** How telling words are written. */
type Manner = 'plain' | 'parted' | 'styled' | 'leet' | 'unmarked' | 'example'
const HIDING: readonly Manner[] = ['parted', 'styled', 'leet', 'unmarked']

export interface Text {
  readonly listing: ScoreInput
  /** Words of rules among neutral ones, and nothing disguised. */
  readonly plain: boolean
}

/**
 * Listings of about 500 characters, half Vietnamese and half English, always the same for one seed. `telling`: share with
 * something of one to three of the project's rules in them. A third of these has whole sentences on which a rule fires, a
 * third has single words that rules look for, a third has such words disguised.
 */
export function textsOf(ruleset: Ruleset, count: number, telling: number, seed: number): readonly Text[] {
  const random = randomFrom(seed)
  const words = tellingWords(ruleset)
  const examples = ruleset.rules.flatMap(({ body }) =>
    body.examples.fires.map(({ title, description }) => title ?? description ?? ''),
  )
  return Array.from({ length: count }, (_, n) => {
    const tells = random() < telling
    const manner: Manner = tells ? pick<Manner>(['example', 'plain', pick(HIDING, random)], random) : 'plain'
    const base = n % 2 === 0 ? VIETNAMESE : ENGLISH
    const told = Array.from({ length: tells ? 1 + Math.floor(random() * 3) : 0 }, () =>
      manner === 'example' ? pick(examples, random) : written(pick(pick(words, random), random), manner, random),
    )
    const [title, ...rest] = told
    const listing = {
      id: `t${n}`,
      title: [phrase(base, 8, random), title ?? ''].join(' ').trim(),
      description: prose(base, rest, random),
      price_text: `${(50 + Math.floor(random() * 900)).toString()}.000đ`,
      price_vnd: (50 + Math.floor(random() * 900)) * 1000,
      category: phrase(base, 2, random),
      seller: { name: phrase(base, 2, random), location: 'Hà Nội' },
      attributes: { [phrase(base, 2, random)]: phrase(base, 3, random) },
    }
    return { listing: parseScoreInput(listing), plain: manner === 'plain' }
  })
}

/** Of every rule the words of the lists that it needs. */
function tellingWords(ruleset: Ruleset): readonly (readonly string[])[] {
  const lists = termsByList(ruleset.trie)
  return ruleset.rules.flatMap(({ needs }) => {
    const terms = (needs[0] ?? []).flatMap((list) => lists.get(list) ?? [])
    return terms.length > 0 ? [terms.map(({ marked }) => marked.join(' ').replaceAll('#', '3'))] : []
  })
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T
const phrase = (base: readonly string[], count: number, random: Random): string => {
  const at = Math.floor(random() * (base.length - count))
  return base.slice(at, at + count).join(' ')
}

function prose(base: readonly string[], told: readonly string[], random: Random): string {
  const sentences: string[] = []
  for (let length = 0; length < 420; length += (sentences.at(-1) ?? '').length)
    sentences.push(`${phrase(base, 6 + Math.floor(random() * 10), random)}.`)
  for (const words of told) sentences.splice(Math.floor(random() * sentences.length), 0, `${words}.`)
  return sentences.join(' ')
}

function written(words: string, manner: Exclude<Manner, 'example'>, random: Random): string {
  switch (manner) {
    case 'plain':
      return words
    case 'parted':
      return words.replace(/\p{L}{3,}/u, (word) => [...word].join(pick(['.', '-', '*', ' '], random)))
    case 'styled':
      return words.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d5ee + letter.charCodeAt(0) - 97))
    case 'leet':
      return words.replace(/[aeio]/g, (letter) => ({ a: '4', e: '3', i: '1', o: '0' })[letter] ?? letter)
    case 'unmarked':
      return words
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replaceAll('đ', 'd')
  }
}
