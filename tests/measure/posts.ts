import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { offerInPost, type PostKind } from '../../src/normalise/post-offer.ts'
import { priceInPost } from '../../src/normalise/post-price.ts'

/** One row of tests/normalise/posts.jsonl. */
export interface PostRow {
  readonly text: string
  /** Dong asked for one piece; null where none is asked, or another currency. */
  readonly price: number | null
  readonly kind: PostKind
  /** `later-1` and so on: written by others after the table, and read unseen once before they were added to it. */
  readonly origin?: string
}

const TABLE = fileURLToPath(new URL('../normalise/posts.jsonl', import.meta.url))

export const postRows = (): readonly PostRow[] =>
  readFileSync(TABLE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PostRow)

export interface PostFigures {
  readonly rows: number
  /** Shares of the rows, 0–1: the price that a listing made of the post would have; offer or not; the very kind. */
  readonly price: number
  readonly offer: number
  readonly kind: number
  readonly misses: readonly string[]
}

/** How well posts are read: what no offer is has no price. */
export const measurePosts = (rows: readonly PostRow[] = postRows()): PostFigures => {
  const read = rows.map((row) => ({ row, ...readRow(row.text) }))
  const share = (right: (one: (typeof read)[number]) => boolean): number => read.filter(right).length / rows.length
  const isRight = ({ row, price, kind }: (typeof read)[number]) =>
    price === row.price && (kind === 'offer') === (row.kind === 'offer')
  return {
    rows: rows.length,
    price: share(({ row, price }) => price === row.price),
    offer: share(({ row, kind }) => (kind === 'offer') === (row.kind === 'offer')),
    kind: share(({ row, kind }) => kind === row.kind),
    misses: read
      .filter((one) => !isRight(one))
      .map(({ row, price, kind }) => `${row.kind} ${row.price} read as ${kind} ${price}: ${row.text.slice(0, 100)}`),
  }
}

const readRow = (text: string): { readonly price: number | null; readonly kind: PostKind } => {
  const { kind } = offerInPost(null, text)
  const price = kind === 'offer' ? priceInPost(text) : null
  return { kind, price: price?.currency === 'VND' ? price.amount : null }
}

/** `npm run measure -- posts`; needs no recorded pages. */
export const measure = async (_shared: string, { misses }: { readonly misses: boolean }) => {
  const figures = measurePosts()
  const percent = (share: number) => (100 * share).toFixed(1)
  const line = `posts: price ${percent(figures.price)} %, offer or not ${percent(figures.offer)} %, kind ${percent(figures.kind)} % of ${figures.rows}`
  return { lines: [line, ...(misses ? figures.misses : [])], json: { ...figures, misses: figures.misses.length } }
}
