/** Learns what data/posts/model.json holds from labelled posts: two logistic regressions over features that are there. */
import { createHash } from 'node:crypto'
import { kindFeatures } from '../../src/normalise/post-kind-features.ts'
import { FEW, POST_KINDS, type PostModel } from '../../src/normalise/post-model.ts'
import { optionsOf } from '../../src/normalise/post-price-options.ts'
import { figuresOfPost, pickedOf } from '../../src/normalise/post-price-rules.ts'
import { ownFigures, postOf } from '../../src/normalise/post-text.ts'
import { repaired } from '../../src/normalise/vnd-money.ts'
import type { PostRow } from './posts.ts'

/** One choice to learn: which of several, given the features of each; the last outcome has none of its own. */
interface Lesson {
  readonly options: readonly (readonly number[])[]
  readonly right: readonly boolean[]
}

const ROUNDS = 150
const STEP = 0.3
/** Pulls weights to nought; more and less of it read posts of unseen authors worse or no better. */
const PULL = 3e-4
/** A feature of fewer posts teaches those posts. */
const LEAST_POSTS = 3
/** Counted beside what is counted, so that nothing is never. */
const SMOOTHED = 0.3
/** What the features of a post weigh together, by the root of their number; 6 and 12 read no better. */
const SHARED = 8

/** Model of the rows. natural's regression keeps every post as a dense row and cannot hold features by the ten thousand. */
export function learnPosts(rows: readonly PostRow[]): PostModel {
  return { learnedFrom: hashOf(rows), ...learnKinds(rows), ...learnPrices(rows.filter(({ kind }) => kind === 'offer')) }
}

export const hashOf = (rows: readonly PostRow[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex')

function learnKinds(rows: readonly PostRow[]): Pick<PostModel, 'kinds' | 'kindBias' | 'kind'> {
  const shown = rows.map(({ text }) => [...kindFeatures(text)])
  const places = placesOf(shown)
  const size = places.size + 1 // the last is the bias
  const vectors = shown.map((features) => known(features, places))
  const telling = new Float64Array(size * POST_KINDS.length)
  POST_KINDS.forEach((kind, k) => {
    telling.set(
      tellingOf(vectors, (n) => rows[n]?.kind === kind, size),
      k * size,
    )
  })
  const weights = descend(telling, (at, slope) => {
    vectors.forEach((vector, n) => {
      const share = SHARED / Math.sqrt(vector.length + FEW)
      const shares = softmax(
        POST_KINDS.map((_, k) => sumOf(at, vector, k * size) * share + (at[k * size + size - 1] ?? 0)),
      )
      POST_KINDS.forEach((kind, k) => {
        const off = ((shares[k] ?? 0) - (rows[n]?.kind === kind ? 1 : 0)) / rows.length
        for (const i of vector) slope[k * size + i] = (slope[k * size + i] ?? 0) + off * share
        slope[k * size + size - 1] = (slope[k * size + size - 1] ?? 0) + off
      })
    })
  })
  const all = (i: number, times: number) =>
    POST_KINDS.map((_, k) => Math.round(100 * times * (weights[k * size + i] ?? 0)))
  return {
    kinds: [...POST_KINDS],
    kindBias: all(places.size, 1),
    kind: Object.fromEntries([...places].map(([feature, i]) => [feature, all(i, SHARED)])),
  }
}

/**
 * How much oftener, or less often, each feature stands in posts of a kind than in others, as a logarithm without its sign; 1 for
 * the bias. Weights learned as multiples of it read unseen authors better: Wang and Manning, “Baselines and Bigrams” (2012).
 */
function tellingOf(
  vectors: readonly (readonly number[])[],
  isOfKind: (n: number) => boolean,
  size: number,
): Float64Array {
  const [of, others] = [new Float64Array(size - 1).fill(SMOOTHED), new Float64Array(size - 1).fill(SMOOTHED)]
  vectors.forEach((vector, n) => {
    const counts = isOfKind(n) ? of : others
    for (const i of vector) counts[i] = (counts[i] ?? 0) + 1
  })
  const sum = (counts: Float64Array) => counts.reduce((total, one) => total + one, 0)
  const [all, allOthers] = [sum(of), sum(others)]
  const telling = new Float64Array(size).fill(1)
  for (let i = 0; i < size - 1; i++)
    telling[i] = Math.abs(Math.log((of[i] ?? 0) / all / ((others[i] ?? 0) / allOthers)))
  return telling
}

function learnPrices(rows: readonly PostRow[]): Pick<PostModel, 'none' | 'price'> {
  const read = rows.map((row) => ({ row, options: optionsIn(row.text) }))
  const places = placesOf(read.flatMap(({ options }) => options.map(({ features }) => [...features])))
  const none = places.size
  const lessons: readonly Lesson[] = read.flatMap(({ row, options }) => {
    if (options.length === 0) return []
    const right = options.map(({ value }) => value === row.price || row.accept?.includes(value) === true)
    const vectors = options.map(({ features }) => known([...features], places))
    return [{ options: [...vectors, [none]], right: [...right, !right.includes(true)] }]
  })
  const weights = descend(new Float64Array(none + 1).fill(1), (at, slope) => {
    for (const { options, right } of lessons) {
      const shares = softmax(options.map((vector) => sumOf(at, vector, 0)))
      const mass = shares.reduce((sum, share, i) => (right[i] ? sum + share : sum), 0)
      options.forEach((vector, i) => {
        const share = shares[i] ?? 0
        const off = share - (right[i] ? share / mass : 0)
        for (const place of vector) slope[place] = (slope[place] ?? 0) + off / lessons.length
      })
    }
  })
  const weight = (i: number) => Math.round(100 * (weights[i] ?? 0))
  return { none: weight(none), price: told(places, weight) }
}

export function optionsIn(text: string) {
  const post = postOf(ownFigures(text))
  const repairedText = repaired(post.text)
  const figures = figuresOfPost(repairedText)
  return optionsOf(repairedText, post, figures, pickedOf(repairedText, post, figures))
}

/**
 * Gradient descent with a step of its own for each weight (Adagrad); deterministic. What is learned are multiples of `telling`,
 * what `slopes` is given and what comes back are whole weights.
 */
function descend(telling: Float64Array, slopes: (at: Float64Array, slope: Float64Array) => void): Float64Array {
  const size = telling.length
  const learned = new Float64Array(size)
  const at = new Float64Array(size)
  const seen = new Float64Array(size).fill(1e-8)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(size)
    slopes(at, slope)
    for (let i = 0; i < size; i++) {
      const one = learned[i] ?? 0
      const whole = (slope[i] ?? 0) * (telling[i] ?? 0) + PULL * one
      seen[i] = (seen[i] ?? 0) + whole * whole
      learned[i] = one - (STEP * whole) / Math.sqrt(seen[i] ?? 1)
      at[i] = (learned[i] ?? 0) * (telling[i] ?? 0)
    }
  }
  return at
}

function placesOf(all: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const features of all) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= LEAST_POSTS).map(([feature]) => feature)
  return new Map(kept.sort().map((feature, i) => [feature, i]))
}

const known = (features: readonly string[], places: ReadonlyMap<string, number>): number[] =>
  features.flatMap((feature) => places.get(feature) ?? [])

const sumOf = (weights: Float64Array, vector: readonly number[], from: number): number => {
  let sum = 0
  for (const i of vector) sum += weights[from + i] ?? 0
  return sum
}

function softmax(sums: readonly number[]): readonly number[] {
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const total = shares.reduce((sum, share) => sum + share)
  return shares.map((share) => share / total)
}

/** Weights by feature; a weight of nought says nothing. */
const told = (places: ReadonlyMap<string, number>, weight: (i: number) => number): Record<string, number> =>
  Object.fromEntries([...places].map(([feature, i]) => [feature, weight(i)] as const).filter(([, one]) => one !== 0))
