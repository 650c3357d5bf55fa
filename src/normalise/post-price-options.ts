/** What stands in and around each figure of a post, by which a learned order tells the price asked from all others. */
import { askedBy, distanceOf, isForOne, isReduced } from './post-context.ts'
import { isAlone, isMoney, listedIn } from './post-figures.ts'
import { aroundOf } from './post-price-rules.ts'
import type { Post } from './post-text.ts'
import { hasMarks, piecesIn } from './post-tokens.ts'
import type { Figure } from './vnd-figures.ts'
import { BETWEEN } from './vnd-money.ts'

/** A figure that may be the price asked. */
export interface PriceOption {
  readonly figure: Figure
  /** Dong. */
  readonly value: number
  readonly features: Set<string>
}

/** Dong; less is a count. */
const LEAST = 1000
const BEFORE = 60
const AFTER = 40

/** Figures that name an amount, each with what speaks for and against it. `picked`: the one that the rules would take. */
export function optionsOf(
  text: string,
  post: Post,
  figures: readonly Figure[],
  picked: Figure | null,
): readonly PriceOption[] {
  const listed = listedIn(text, figures)
  const options: PriceOption[] = []
  let previous: Figure | null = null
  for (const [i, figure] of figures.entries()) {
    if (figure.value === null) continue
    if (figure.value >= LEAST) {
      const features = new Set(nearby(post, figure))
      for (const feature of own(text, post, figure, previous, listed.has(figure))) features.add(feature)
      if (previous !== null && BETWEEN.test(text.slice(previous.to, figure.from))) features.add('upper')
      const next = figures[i + 1]
      if (next !== undefined && BETWEEN.test(text.slice(figure.to, next.from))) features.add('lower')
      if (picked?.value === figure.value) features.add('rule')
      options.push({ figure, value: figure.value, features })
    }
    previous = figure
  }
  const requests = [
    ...(ON_REQUEST.test(post.plain) ? ['price on request'] : []),
    ...(ASK_ALONE.test(post.plain) ? ['ask'] : []),
  ]
  for (const { features } of options) {
    if (picked === null) features.add('rules find none')
    const asked = [...features].find((feature) => feature.startsWith('asked:'))
    for (const request of requests)
      features.add(request).add(`${request}, ${picked === null ? 'rules find none' : asked}`)
  }
  compare(post, options)
  return options
}

/** Ways to be asked, without marks. */
const ASK = 'ib|inbox|ibx|lh|lien he|zalo|zl|cmt|comment|pm|dm|mess|mes|chat|nhan|alo|tele|rieng'
/** The price is told to who asks for it. */
const ON_REQUEST = new RegExp(
  `gia (?:\\p{L}+ ){0,3}(?:${ASK}|thuong luong|tren (?:hinh|anh))(?!\\p{L})|(?<!\\p{L})(?:${ASK}|hoi|bao) (?:\\p{L}+ ){0,3}gia(?!\\p{L})`,
  'u',
)
/** Nothing but how to ask: “Ib”, “Dm t”, “quan tâm ib shop”. */
const ASK_ALONE = new RegExp(`(?<!\\p{L})(?:${ASK})(?: \\p{L}+){0,2} ?(?:$|[|.!,])`, 'u')

/** What the figure itself is, and what the rules say of its neighbourhood. */
function own(text: string, post: Post, figure: Figure, previous: Figure | null, listed: boolean): readonly string[] {
  const value = figure.value ?? 0
  const around = aroundOf(post, figure, previous?.to ?? 0)
  const reduced = previous !== null && isReduced(post.words.slice(previous.to, figure.from), post.marked)
  const unit = text.slice(figure.from, figure.to).replace(/[\d.,\s]+/g, '')
  return [
    `kind:${figure.kind}`,
    `unit:${unit.slice(0, 6)}`,
    `size:${Math.floor(Math.log10(value) * 2)}`,
    `far:${Math.round(distanceOf(around))}`,
    `asked:${askedBy(around)}`,
    `one:${isForOne(around)}`,
    ...(reduced ? ['reduced'] : []),
    ...(isAlone(text, figure, around) ? ['alone'] : []),
    ...(listed ? ['listed'] : []),
    ...(isMoney(text, figure, around, reduced) ? ['money'] : []),
    ...(value % 1000 > 0 ? ['odd'] : []),
  ]
}

/** Words before (`b0` next to it) and after, without marks and, where the post has them, with. */
function nearby({ plain, text, marked }: Post, { from, to }: Figure): readonly string[] {
  const before = (of: string) => piecesIn(of.slice(Math.max(0, from - BEFORE), from))
  const after = (of: string) => piecesIn(of.slice(to, to + AFTER)).slice(0, 4)
  const line = before(plain)
  const found = placed(line.slice(-6).reverse(), after(plain), '')
  if (marked) {
    const [left, right] = [before(text).slice(-6).reverse(), after(text)]
    found.push(...placed(left, right, 'm').filter(hasMarks), `mbb:${left[1]} ${left[0]}`)
  }
  found.push(`ba:${line.at(-1) ?? '^'}_${after(plain)[0] ?? '$'}`)
  if (line.length - 1 - line.lastIndexOf('|') < 2) found.push('opens its line')
  if (/[?]/.test(plain.slice(to, to + 30).split('|', 1)[0] ?? '')) found.push('asked about')
  return found
}

function placed(left: readonly string[], right: readonly string[], lead: string): string[] {
  const found = [
    ...left.flatMap((word, i) => (i < 3 ? [`${lead}b${i}:${word}`, `${lead}B:${word}`] : [`${lead}B:${word}`])),
    ...right.flatMap((word, i) => (i < 2 ? [`${lead}a${i}:${word}`, `${lead}A:${word}`] : [`${lead}A:${word}`])),
  ]
  if (lead !== '') return found
  found.push(left.length > 1 ? `bb:${left[1]} ${left[0]}` : left.length === 0 ? 'opens the post' : 'second in the post')
  if (right.length > 1) found.push(`aa:${right[0]} ${right[1]}`)
  if (right.length === 0) found.push('ends the post')
  return found
}

/** Where each stands among those that look like money: which in order, dearest, cheapest, and what leads from one to the next. */
function compare({ plain }: Post, options: readonly PriceOption[]): void {
  const money = options.filter(({ features }) => ['kind:sure', 'money', 'rule'].some((sign) => features.has(sign)))
  const values = money.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const count = Math.min(money.length, 5)
  for (const option of options) if (!money.includes(option)) option.features.add('no money')
  money.forEach(({ figure, value, features }, i) => {
    const add = (feature: string) => features.add(feature)
    add(`order:${Math.min(i, 3)}`)
    add(`of:${count}`)
    if (i === 0) add(`first of:${count}`)
    if (i === money.length - 1) add('last')
    if (value === least) add('cheapest')
    if (value === most) add('dearest')
    add(`halves:${Math.min(Math.round(Math.log2(most / value)), 6)}`)
    const [before, after] = [money[i - 1], money[i + 1]]
    if (before) {
      const way = before.value > value ? 'falls' : 'rises'
      add(way)
      const between = piecesIn(plain.slice(before.figure.to, figure.from)).filter((piece) => piece !== '#')
      for (const word of between.slice(0, 6)) add(`${way}:${word}`)
    }
    if (after) add(after.value < value ? 'falls next' : 'rises next')
  })
}
