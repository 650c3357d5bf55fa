/** A word by which a post says what it is; weights of one kind add up, and the heavier kind wins. */
import { written } from './post-text.ts'

export type PostKind = 'offer' | 'wanted' | 'sold' | 'question' | 'other'

/** One way to say so. */
export interface Clue {
  readonly kind: PostKind
  readonly weight: number
  readonly pattern: (marked: boolean) => RegExp
}

/** Where a word begins and ends, and a word between. */
export const B = '(?<![\\p{L}\\d])'
export const E = '(?![\\p{L}\\d])'
export const W = '[\\p{L}\\d]{1,12}'
/** Given with marks; bounded repetitions only, so that a post is read in linear time. */
export const clue = (kind: PostKind, weight: number, source: string): Clue => ({
  kind,
  weight,
  pattern: written(source),
})
export const words = (kind: PostKind, weight: number, list: string): Clue => clue(kind, weight, `${B}(?:${list})${E}`)
