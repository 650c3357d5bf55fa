import { kindFeatures } from './post-kind-features.ts'
import { kindsOf, type PostKind } from './post-model.ts'
import { tagOf } from './post-tag.ts'
import { ownWords, postOf, written } from './post-text.ts'

/** What a post is. */
export interface PostReading {
  readonly kind: PostKind
  /** How likely it offers, 0–1. */
  readonly offer: number
}

/** Trade in money and in invoices is against the law from either side: whoever looks for them advertises. */
const TRADED = written(
  '(?<![\\p{L}\\d])(?:mua|thu|gom|đổi)(?: (?:mua|đổi|bán|ban|lại))?(?: [\\p{L}\\d]{1,12})? (?:ngoại tệ|đô la|usd|euro|vàng (?!mã)|hoá đơn|hóa đơn|hđ|hd (?:gtgt|vat|đỏ)|tiền giả)(?![\\p{L}\\d])',
)

/** What is sure without being certain. */
const SURE = 0.95
/** An offer is likelier than all else together: that it is likelier than each is not enough. */
const LIKELIER = 0.5

/**
 * Whether a post offers goods, looks for them, says that they are gone, asks, or does something else; `title` null where
 * the site has none. A tag before it decides (`[Cần mua]`), else what was learned from labelled posts
 * (data/posts/model.json, made by `npm run measure -- posts --learn`). What is quoted from another post is not read. Linear.
 */
export function offerInPost(title: string | null, text: string): PostReading {
  const whole = title === null ? text : `${title}\n${text}`
  const tag = tagOf(postOf(ownWords(title ?? text)), title !== null)
  if (tag !== null) return { kind: tag, offer: tag === 'offer' ? SURE : 1 - SURE }
  const kinds = kindsOf(kindFeatures(whole))
  const offer = kinds.find(({ kind }) => kind === 'offer')?.probability ?? 0
  const post = postOf(ownWords(whole))
  if (TRADED(post.marked).test(post.words)) return { kind: 'offer', offer: 1 }
  const others = kinds.filter(({ kind }) => kind !== 'offer')
  const other = others.reduce((likeliest, one) => (one.probability > likeliest.probability ? one : likeliest))
  return { kind: offer >= LIKELIER ? 'offer' : other.kind, offer }
}
