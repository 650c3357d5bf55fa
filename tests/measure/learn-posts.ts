/** Learns what data/posts/model.json holds from labelled posts: two logistic regressions over features that are there. */
import { createHash } from 'node:crypto'
import { kindFeatures } from '../../src/normalise/post-kind-features.ts'
import { POST_KINDS, type PostModel } from '../../src/normalise/post-model.ts'
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
  const vectors = shown.map((features) => [...known(features, places), places.size])
  const kinds = POST_KINDS.length
  const weights = descend(size * kinds, (at, slope) => {
    vectors.forEach((vector, n) => {
      const shares = softmax(POST_KINDS.map((_, k) => sumOf(at, vector, k * size)))
      POST_KINDS.forEach((kind, k) => {
        const off = (shares[k] ?? 0) - (rows[n]?.kind === kind ? 1 : 0)
        for (const i of vector) slope[k * size + i] = (slope[k * size + i] ?? 0) + off / rows.length
      })
    })
  })
  const weight = (k: number, i: number) => Math.round(100 * (weights[k * size + i] ?? 0))
  const all = (i: number) => POST_KINDS.map((_, k) => weight(k, i))
  return {
    kinds: [...POST_KINDS],
    kindBias: all(places.size),
    kind: table(places, all, (row) => row.some((one) => one !== 0)),
  }
}

function learnPrices(rows: readonly PostRow[]): Pick<PostModel, 'none' | 'price'> {
  const read = rows.map((row) => ({ row, options: optionsIn(row.text) }))
  const places = placesOf(read.flatMap(({ options }) => options.map(({ features }) => [...features])))
  const none = places.size
  const lessons: readonly Lesson[] = read.flatMap(({ row, options }) => {
    if (options.length === 0) return []
    const right = options.map(({ value }) => value === row.price)
    const vectors = options.map(({ features }) => known([...features], places))
    return [{ options: [...vectors, [none]], right: [...right, !right.includes(true)] }]
  })
  const weights = descend(none + 1, (at, slope) => {
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
  return { none: weight(none), price: table(places, weight, (one) => one !== 0) }
}

export function optionsIn(text: string) {
  const post = postOf(ownFigures(text))
  const repairedText = repaired(post.text)
  const figures = figuresOfPost(repairedText)
  return optionsOf(repairedText, post, figures, pickedOf(repairedText, post, figures))
}

/** Gradient descent with a step of its own for each weight (Adagrad); deterministic. */
function descend(size: number, slopes: (at: Float64Array, slope: Float64Array) => void): Float64Array {
  const at = new Float64Array(size)
  const seen = new Float64Array(size).fill(1e-8)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(size)
    slopes(at, slope)
    for (let i = 0; i < size; i++) {
      const whole = (slope[i] ?? 0) + PULL * (at[i] ?? 0)
      seen[i] = (seen[i] ?? 0) + whole * whole
      at[i] = (at[i] ?? 0) - (STEP * whole) / Math.sqrt(seen[i] ?? 1)
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

const table = <T>(places: ReadonlyMap<string, number>, weight: (i: number) => T, says: (weight: T) => boolean) =>
  Object.fromEntries([...places].map(([feature, i]) => [feature, weight(i)] as const).filter(([, one]) => says(one)))
