import type { Listing } from '../domain.ts'
import type { PackItem } from '../store/item.ts'

/** What a cell may hold. Text is written as text, never as a formula; numbers are ours alone. */
export type Cell = string | number | null

const joined = (parts: readonly string[], between: string): string | null => parts.join(between) || null
const dong = (price: Listing['price']): number | null => (price?.currency === 'VND' ? price.amount : null)
const hashOf = (item: PackItem, role: string): string | null =>
  item.exhibits.find((exhibit) => exhibit.role === role)?.sha256 ?? null

/** A sign with the seller's own words: `replica-wording: “rep 1:1”, “super fake”`. */
const sign = ({ rule, quotes }: { readonly rule: string; readonly quotes: readonly { readonly text: string }[] }) =>
  quotes.length ? `${rule}: ${quotes.map(({ text }) => `“${text}”`).join(', ')}` : rule

/** An allowance is no sign, but it lowers the score: it stands with what speaks for the seller. */
const allowedIn = ({ allowed, score }: PackItem['assessment']): readonly string[] =>
  allowed ? [`allow-list: ${allowed.by} until ${allowed.until}: −${allowed.score - score}`] : []

/**
 * The columns of a flat table, in order; one row a sighting. The names stay as they are in every language and release, so that
 * other programs can rely on them.
 */
const COLUMNS = {
  id: (item) => item.id,
  seen_at: (item) => item.at,
  site: ({ listing }) => listing.site,
  listing_key: ({ listing }) => listing.key,
  url: ({ listing }) => listing.url,
  title: ({ listing }) => listing.title,
  description: ({ listing }) => listing.description,
  price_text: ({ listing }) => listing.price?.text ?? null,
  price_vnd: ({ listing }) => dong(listing.price),
  brand: ({ listing }) => listing.brand,
  category: ({ listing }) => listing.category,
  seller_name: ({ listing }) => listing.seller?.name ?? null,
  seller_url: ({ listing }) => listing.seller?.url ?? null,
  seller_location: ({ listing }) => listing.seller?.location ?? null,
  province: ({ listing }) => listing.province,
  contacts: ({ listing }) =>
    joined(
      listing.contacts.map(({ kind, value }) => `${kind} ${value}`),
      '; ',
    ),
  score: ({ assessment }) => assessment.score,
  band: ({ assessment }) => assessment.band,
  kinds: ({ assessment }) =>
    joined(
      assessment.categories.map(({ id }) => id),
      ', ',
    ),
  signs: ({ assessment }) => joined(assessment.signals.map(sign), '; '),
  speaks_for_seller: ({ assessment }) => joined([...assessment.excused.map(sign), ...allowedIn(assessment)], '; '),
  registry_checks: ({ checks }) =>
    joined(
      (checks?.claims ?? []).map(({ kind, quote, state, snapshot }) =>
        snapshot
          ? `${kind} “${quote.text}”: ${state} (${snapshot.source}, ${snapshot.asOf})`
          : `${kind} “${quote.text}”: ${state}`,
      ),
      '; ',
    ),
  answer: ({ verdict }) => verdict.kind,
  captured_at: ({ capture }) => capture?.takenAt ?? null,
  page_sha256: (item) => hashOf(item, 'page'),
  screenshot_sha256: (item) => hashOf(item, 'screenshot'),
  ruleset_sha256: ({ assessment }) => assessment.ruleset,
} satisfies Readonly<Record<string, (item: PackItem) => Cell>>

export type Column = keyof typeof COLUMNS

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[]

/** Control characters break XML and hide from readers; U+FFFD says that one stood there. Tabs and line breaks stay. */
const clean = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd')

/** One row, in the order of COLUMN_NAMES. */
export const rowOf = (item: PackItem): readonly Cell[] =>
  COLUMN_NAMES.map((name) => {
    const cell: Cell = COLUMNS[name](item)
    return typeof cell === 'string' ? clean(cell) : cell
  })
