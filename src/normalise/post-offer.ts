import type { Quote } from '../domain.ts'
import { quoteOf } from './fold.ts'
import { priceInPost } from './post-price.ts'
import { ownWords, type Post, postOf } from './post-text.ts'
import { CLUES, type Clue, type PostKind, UNLESS } from './post-words.ts'

export type { PostKind } from './post-words.ts'

/** What a post is, and the words that decided. */
export interface PostReading {
  /** `other` without words: nothing speaks for anything. */
  readonly kind: PostKind
  readonly words: readonly Quote[]
}
