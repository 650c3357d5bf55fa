import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NO_CHECKS } from '../../src/domain.ts'
import { BRANDS_FILE, brandsOf } from '../../src/rules/brands.ts'
import { FACTS } from '../../src/rules/facts.ts'
import { lookalikeOf } from '../../src/rules/lookalike-index.ts'
import { subjectOf } from '../../src/rules/subject.ts'
import { listing, theRules } from '../rules/fixture.ts'

const file = (text: string) => ({ path: BRANDS_FILE, text, sha256: '' })
const BRANDS = brandsOf(file(readFileSync(new URL('../../data/reference/brands.yaml', import.meta.url), 'utf8')))
const ruleset = await theRules()

const found = (fact: 'brand_lookalike' | 'brand_hidden_letters', title: string): string[] =>
  (FACTS[fact](subjectOf(listing({ title }), ruleset.trie), ruleset.factLists, NO_CHECKS) ?? []).map(({ text }) => text)

describe('the list of copied names', () => {
  test('holds a few hundred names of many goods, each once', () => {
    const names = BRANDS.map(({ name }) => name.toLowerCase())
    expect(names.length).toBeGreaterThanOrEqual(200)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(BRANDS.map(({ goods }) => goods)).size).toBeGreaterThanOrEqual(10)
  })

  test('no name is taken for another one of the list', () => {
    for (const { name } of BRANDS) expect(lookalikeOf(name.toLowerCase(), ruleset.factLists.lookalikes)).toBeNull()
  })

  test('a name has spoken forms if and only if that confusion counts', () => {
    for (const { name, kinds, sounds } of BRANDS)
      expect([name, kinds.includes('sounds')]).toEqual([name, sounds !== undefined])
  })

  test('an unknown key is refused with its line', () => {
    const text = `source: s\nas_of: 2026-01-01\nbrands:\n  - { name: Gucci, goods: bags, kind: [letters] }\n`
    expect(() => brandsOf(file(text))).toThrow(/data\/reference\/brands\.yaml/)
  })
})

describe('names that are nearly a famous one', () => {
  test.each([
    ...['Guci', 'Gucchi', 'Chanell', 'Dioor', 'Hermees', 'Prrada', 'Burbery', 'Versaci', 'Lacost', 'Lacoset', 'Roleks'],
    ...['Rolez', 'Hublott', 'Adidos', 'Adidass', 'Addidas', 'Abidas', 'Niike', 'Nikee', 'Convers', 'Converce', 'Pumaa'],
    ...['Samsumg', 'Xaomi', 'AirPoods', 'iPhnoe', 'Panasonik', 'Makitta', 'Maybeline', 'Innisfee', 'Laneig', 'Anesa'],
    ...[
      'Vichi',
      'Glucema',
      'Nesstle',
      'Chivaz',
      'Hennesy',
      'Castroll',
      'Tisot',
      'Swarovsky',
      'Birkenstok',
      'Crox',
      'Vuiton',
    ],
  ])('%s', (name) => {
    expect(found('brand_lookalike', `Túi giày ${name} giá tốt`)).toContain(name)
    expect(found('brand_hidden_letters', `Áo in chữ ${name.toLowerCase()}x kiểu mới`)).toEqual([])
  })

  test.each(['New Balence', 'Louis Vuiton', 'Calvin Kein', 'Estee Laude'])('%s, a name of two words', (name) => {
    expect(found('brand_lookalike', `Hàng ${name} cho nam nữ`).join(' ')).toContain(name.split(' ')[1])
  })

  test.each(['Chà neo', 'Nai kì', 'Gu chì', 'Phen đi', 'Đi-o', 'Hẻ mẹt', 'A đi đát', 'Nai ki', 'Ba lèn xi'])(
    '%s, as it is said',
    (name) => {
      expect(found('brand_lookalike', `Túi ${name} đẹp`).join(' ')).toContain(name)
    },
  )
})

describe('names with hidden letters', () => {
  test.each([
    ...['N1ke', 'Gu¢¢i', 'Gu cci', 'L*V', 'D!or', 'Her..mes', 'G.u.c.c.i', 'Ch*nel', 'G*cci', 'Bur.berry', 'la*coste'],
    ...['D10R', 'Ro👑lex', 'R0LEX', 'Guссi', 'Α.didas', 'Di0r', 'Ch@nel', 'Adi*das', 'C.roc.s', 'ADI-DAS'],
  ])('%s', (name) => {
    expect(found('brand_hidden_letters', `Túi giày ${name} giá tốt`)).toContain(name)
    expect(found('brand_lookalike', `Túi giày ${name} giá tốt`)).toContain(name)
  })

  test('masked letters of a name of two words', () => {
    expect(found('brand_hidden_letters', 'Ví Lo*is V*itton nữ')).toContain('Lo*is V*itton')
  })
})

describe('honest names and words', () => {
  test.each([
    ...['Túi Gucci chính hãng', 'Giày Adidas Superstar', 'Nước hoa Chanel No 5', 'Kem Bioré', 'Dầu gội L’Oréal Paris'],
    ...[
      'Kem đánh răng Close-up',
      'Kem đánh răng Close Up',
      'Vợt Li-Ning',
      'Macbook Pro, Mac-book Air',
      'Tai nghe Air Pods',
    ],
    ...[
      'Channel Youtube mới',
      'Ốp lưng Camon 20',
      'Thức ăn Royal Canin',
      'Da bò Epsom',
      'Lá moringa khô',
      'Trà bơ Celina',
    ],
    ...[
      'Relax mỗi ngày',
      'Tissue lau mặt',
      'Speedy giao nhanh',
      'Marshal Law',
      'Panda bông',
      'Tutor tại nhà',
      'Roller lăn mặt',
    ],
    ...[
      'Simple skincare',
      'Canyon đẹp',
      'Banker nam',
      'Moon light',
      'Money clip',
      'Razor blade',
      'Merci Paris',
      'Romance',
    ],
    ...[
      '𝐆𝐮𝐜𝐜𝐢 𝐛𝐚𝐠',
      'GUCCI ★ CHANEL ★ DIOR',
      'Nikes cho nam',
      'Set áo size L.V',
      'Ca sĩ, sa mạc, đi ô tô',
      'Pa tê cho mèo',
    ],
    ...[
      'Máy NOKIA 1280',
      'Quạt Senko',
      'Nón Seiko',
      'Kem Vaseline 50ml',
      'Pin Energizer AAA',
      'Sữa Ensure Gold',
      'Tủ lạnh Sam Sung',
    ],
    ...['Đồng hồ Julius màu đensở hữu ngay', 'Edit ảnh theo yêu cầu', 'Smart tivi 43 inch', 'Decal dán tường'],
  ])('%s', (title) => {
    expect(found('brand_lookalike', title)).toEqual([])
  })
})
