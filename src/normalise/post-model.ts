import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Unavailable } from '../errors.ts'

export const POST_KINDS = ['offer', 'wanted', 'sold', 'question', 'other'] as const
export type PostKind = (typeof POST_KINDS)[number]

/** A weight of each kind, in their order. */
const weights = z.array(z.int()).length(POST_KINDS.length)
/** What was learned from labelled posts: a weight for each feature, in hundredths. */
const schema = z.strictObject({
  /** SHA-256 of the labelled posts that it was learned from. */
  learnedFrom: z.string().regex(/^[0-9a-f]{64}$/),
  kinds: z
    .array(z.enum(POST_KINDS))
    .refine((kinds) => kinds.join() === POST_KINDS.join(), 'other kinds, or another order'),
  kindBias: weights,
  kind: z.record(z.string(), weights),
  /** What speaks for no price at all. */
  none: z.int(),
  price: z.record(z.string(), z.int()),
})
export type PostModel = Readonly<z.infer<typeof schema>>

interface Ready {
  readonly kindBias: readonly number[]
  readonly kind: ReadonlyMap<string, readonly number[]>
  readonly none: number
  readonly price: ReadonlyMap<string, number>
}

/** Where it lies; read when the first post is. */
export const POST_MODEL = new URL('../../data/posts/model.json', import.meta.url)

let ready: Ready | null = null

const model = (): Ready => {
  ready ??= readyOf(modelFrom(POST_MODEL))
  return ready
}

/** The model that a file holds. Unavailable where it holds none: that ends a sweep or an import at its first post, instead of losing every one. */
export function modelFrom(file: URL): PostModel {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause).split('\n', 1)[0] : (cause as Error).message
    throw new Unavailable(
      `data/posts/model.json, by which posts are read, cannot be used (${why}): put back the file that came with the program, or make it anew with "npm run measure -- posts --learn"`,
      { cause },
    )
  }
}

/** Reads with another model from here on: how one learned without some posts reads those. Null: with that of the program. */
export const readWith = (other: PostModel | null): void => {
  ready = other && readyOf(other)
}

const readyOf = ({ kindBias, kind, none, price }: PostModel): Ready => ({
  ...{ kindBias, none },
  kind: new Map(Object.entries(kind)),
  price: new Map(Object.entries(price)),
})

/** Counted beside the features of a post, so that two or three words are not sure of anything. */
export const FEW = 16

/**
 * Each kind with its probability, 0–1 and together 1; multinomial logistic regression over features that are there, shared among
 * them by the root of their number: a long post is no surer of its kind than a short one.
 */
export function kindsOf(
  features: ReadonlySet<string>,
): readonly { readonly kind: PostKind; readonly probability: number }[] {
  const { kindBias, kind } = model()
  const totals = POST_KINDS.map(() => 0)
  let known = 0
  for (const feature of features) {
    const weights = kind.get(feature)
    if (weights === undefined) continue
    known++
    for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] ?? 0) + (weights[i] ?? 0)
  }
  const sums = totals.map((total, i) => ((kindBias[i] ?? 0) + total / Math.sqrt(known + FEW)) / 100)
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const total = shares.reduce((sum, share) => sum + share)
  return POST_KINDS.map((name, i) => ({ kind: name, probability: (shares[i] ?? 0) / total }))
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
