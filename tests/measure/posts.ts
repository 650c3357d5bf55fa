import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { POST_MODEL, type PostKind, readWith } from '../../src/normalise/post-model.ts'
import { offerInPost } from '../../src/normalise/post-offer.ts'
import { priceInPost } from '../../src/normalise/post-price.ts'
import { learnPosts } from './learn-posts.ts'

/** One row of tests/normalise/posts.jsonl. */
export interface PostRow {
  readonly text: string
  /** Dong asked for one piece; null where none is asked, or another currency. */
  readonly price: number | null
  readonly kind: PostKind
  /** Other prices that a careful reader may defend: the cheapest of several goods, say. */
  readonly accept?: readonly number[]
  /** Who wrote it: rows of one origin are by one author, and read by a model that saw none of them when it is measured. */
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
  const isPriced = ({ row, price }: (typeof read)[number]) =>
    price === row.price || (price !== null && (row.accept ?? []).includes(price))
  const isOffer = ({ row, kind }: (typeof read)[number]) => (kind === 'offer') === (row.kind === 'offer')
  return {
    rows: rows.length,
    price: share(isPriced),
    offer: share(isOffer),
    kind: share(({ row, kind }) => kind === row.kind),
    misses: read
      .filter((one) => !isPriced(one) || !isOffer(one))
      .map(({ row, price, kind }) => `${row.kind} ${row.price} read as ${kind} ${price}: ${row.text.slice(0, 100)}`),
  }
}

const readRow = (text: string): { readonly price: number | null; readonly kind: PostKind } => {
  const { kind } = offerInPost(null, text)
  const price = kind === 'offer' ? priceInPost(text) : null
  return { kind, price: price?.currency === 'VND' ? price.amount : null }
}

const percent = (share: number) => (100 * share).toFixed(1)
const line = (name: string, { rows, price, offer, kind }: PostFigures) =>
  `${name}: price ${percent(price)} %, offer or not ${percent(offer)} %, kind ${percent(kind)} % of ${rows}`

/** The small early sets count as one. */
const authorOf = ({ origin }: PostRow): string =>
  (origin ?? 'table').replace(/-\d+$/, (number) => (origin?.startsWith('later') ? '' : number))

/** Each author's posts read by a model learned from all others'; the model in use is put back afterwards. */
function crossValidated(rows: readonly PostRow[]): readonly (readonly [author: string, figures: PostFigures])[] {
  const authors = [...new Set(rows.map(authorOf))]
  const figures = authors.map((author) => {
    readWith(learnPosts(rows.filter((row) => authorOf(row) !== author)))
    return [author, measurePosts(rows.filter((row) => authorOf(row) === author))] as const
  })
  readWith(null)
  return figures
}

/**
 * `npm run measure -- posts [--learn]`; needs no recorded pages. `--learn` first makes the model anew from the table.
 * The rules for prices were written with rows of `table` and `later` in sight; the other authors' are what counts.
 */
export const measure = async (
  _shared: string,
  { misses, learn = false }: { readonly misses: boolean; readonly learn?: boolean },
) => {
  const rows = postRows()
  if (learn) {
    mkdirSync(new URL('.', POST_MODEL), { recursive: true })
    const model = learnPosts(rows)
    writeFileSync(POST_MODEL, `${JSON.stringify(model)}\n`)
    readWith(model)
  }
  const figures = measurePosts(rows)
  const unseen = crossValidated(rows)
  const all = (of: (figures: PostFigures) => number) =>
    unseen.reduce((sum, [, one]) => sum + of(one) * one.rows, 0) / rows.length
  const whole = { rows: rows.length, price: all((f) => f.price), offer: all((f) => f.offer), kind: all((f) => f.kind) }
  const lines = [
    line('posts that it learned from', figures),
    line('posts of an author it never read', { ...whole, misses: [] }),
    ...unseen.map(([author, one]) => `  ${line(author, one)}`),
  ]
  const missed = unseen.flatMap(([, one]) => one.misses)
  const json = { learned: { ...figures, misses: figures.misses.length }, unseen: { ...whole, misses: missed.length } }
  return { lines: [...lines, ...(misses ? missed : [])], json }
}
