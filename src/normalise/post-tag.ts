import type { PostKind } from './post-model.ts'
import { type Post, written } from './post-text.ts'

const tag = (words: string): ReturnType<typeof written> =>
  written(`^[^\\p{L}\\d]{0,3}[\\[(【] ?(?:${words})[^\\p{L}\\d]{0,2}[\\])】]`)

/** What groups and forums have their members write before a title. */
const TAGS: readonly (readonly [PostKind, ReturnType<typeof written>])[] = [
  ['sold', tag('đã bán|đã pass|đã xong|đã chốt|hết hàng|sold(?: out)?|done|closed')],
  ['wanted', tag('cần mua|tìm mua|cần tìm|thu mua|mua|wtb|want(?:ed)? to buy|wanted')],
  ['question', tag('hỏi|cần hỏi|hỏi đáp|tư vấn|cần tư vấn|thắc mắc|help')],
  ['offer', tag('bán|cần bán|bán gấp|pass|cần pass|thanh lý|xả|xả hàng|giao lưu|gl|sale|for sale|wts|cho thuê')],
]
/** Without brackets, as a label that the software prints; `đã bán 200 chiếc` boasts. */
const SOLD = written('^[^\\p{L}\\d]{0,3}(?:đã bán|sold)(?!\\p{L}| ?(?:hơn|được|gần|trên|out|cho|\\d))')

/** The kind that a post is tagged with; null where it bears no tag. `isTitle`: the words are a title of their own. */
export function tagOf({ words, marked }: Post, isTitle: boolean): PostKind | null {
  const tagged = TAGS.find(([, pattern]) => pattern(marked).test(words))
  if (tagged) return tagged[0]
  return isTitle && SOLD(marked).test(words) ? 'sold' : null
}
