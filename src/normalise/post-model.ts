import { readFileSync } from 'node:fs'

/** What was learned from labelled posts: a weight for each feature, in hundredths. */
export interface PostModel {
  /** SHA-256 of the labelled posts that it was learned from. */
  readonly learnedFrom: string
  /** In the order of the weights. */
  readonly kinds: readonly string[]
  readonly kindBias: readonly number[]
  readonly kind: Readonly<Record<string, readonly number[]>>
  /** What speaks for no price at all. */
  readonly none: number
  readonly price: Readonly<Record<string, number>>
}

interface Ready {
  readonly kinds: readonly string[]
  readonly kindBias: readonly number[]
  readonly kind: ReadonlyMap<string, readonly number[]>
  readonly none: number
  readonly price: ReadonlyMap<string, number>
}

/** Where it lies; read when the first post is. */
export const POST_MODEL = new URL('../../data/posts/model.json', import.meta.url)

let ready: Ready | null = null

const model = (): Ready => {
  ready ??= readyOf(JSON.parse(readFileSync(POST_MODEL, 'utf8')))
  return ready
}

/** Reads with another model from here on: how one learned without some posts reads those. */
export const readWith = (other: PostModel): void => {
  ready = readyOf(other)
}

const readyOf = ({ kind, price, ...rest }: PostModel): Ready => ({
  ...rest,
  kind: new Map(Object.entries(kind)),
  price: new Map(Object.entries(price)),
})

/** Each kind with its probability, 0–1 and together 1; multinomial logistic regression over features that are there. */
export function kindsOf(
  features: ReadonlySet<string>,
): readonly { readonly kind: string; readonly probability: number }[] {
  const { kinds, kindBias, kind } = model()
  const sums = kindBias.map((bias) => bias / 100)
  for (const feature of features) {
    const weights = kind.get(feature)
    if (weights) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0) / 100
  }
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const total = shares.reduce((sum, share) => sum + share)
  return kinds.map((name, i) => ({ kind: name, probability: (shares[i] ?? 0) / total }))
}

/** Which of several is the price asked; null where none is likelier than that none is. */
export function likeliest<T extends { readonly features: ReadonlySet<string> }>(options: readonly T[]): T | null {
  const { price, none } = model()
  let best: T | null = null
  let most = none
  for (const option of options) {
    let sum = 0
    for (const feature of option.features) sum += price.get(feature) ?? 0
    if (sum > most) {
      most = sum
      best = option
    }
  }
  return best
}
