import type { Listing, Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { SightingFilter, StoredItem } from './api.ts'
import { sha256 } from './canonical.ts'
import { type IndexedWord, indexedWord, indexedWords } from './indexed-words.ts'
import { comparedText, likenessBands } from './near-text.ts'

const WANTED = /[\p{L}\p{N}\p{M}]+\*?/gu

/**
 * Words as they are indexed: as typed, and where that has accents (or styled letters) also without, marked by `_`. So a
 * word typed plainly finds every spelling, and one typed with accents finds itself and its plain spelling, not other accents.
 */
const spelt = (...texts: readonly (readonly IndexedWord[])[]): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const text of texts)
    for (const { own, bare } of text) {
      if (own !== '') words.add(own)
      if (bare !== own && bare !== '') words.add(`_${bare}`)
    }
  return words
}

/** What a listing has beside its words, as words that nobody can type: a letter, `_`, a value. */
const facet = {
  site: (id: string) => `s_${short(id)}`,
  band: (band: string) => `b_${band}`,
  category: (id: string) => `c_${short(id)}`,
  flagged: (is: boolean) => `f_${is ? 1 : 0}`,
  sweep: (id: number) => `w_${id}`,
  seller: (row: number) => `r_${row}`,
  year: (day: string) => `y_${day.slice(0, 4)}`,
  month: (day: string) => `m_${day.slice(0, 4)}${day.slice(5, 7)}`,
  day: (day: string) => `d_${day.slice(0, 4)}${day.slice(5, 7)}${day.slice(8, 10)}`,
  contact: (kind: string, value: string) => `k_${short(`${kind}\n${value}`)}`,
  /** Texts that are nearly the same have some of these in common. */
  likeness: (band: string) => `l_${band}`,
}

const short = (text: string): string => (sha256(text) satisfies Sha256).slice(0, 12)

/** One document of the index: every word of a listing, and its facets. `seller` is the row of its seller. */
export const documentOf = (item: Omit<StoredItem, 'id' | 'sweep'>, sweep: number, seller: number | null): string => {
  const { listing, assessment, at } = item
  const { title, description, brand, category, ocrText, seller: who, contacts, attributes } = listing
  const told = `${title}\n${description ?? ''}`
  const words = indexedWords(told)
  const rest = [brand, category, ocrText, who?.name, ...contacts.map((each) => each.text), ...Object.values(attributes)]
  return [
    ...spelt(words, indexedWords(rest.join(' '))),
    ...[facet.site(listing.site), facet.band(assessment.band), facet.flagged(assessment.flagged), facet.sweep(sweep)],
    ...assessment.categories.map(({ id }) => facet.category(id)),
    ...(seller === null ? [] : [facet.seller(seller)]),
    ...[facet.year(at), facet.month(at), facet.day(at)],
    ...contacts.map(({ kind, value }) => facet.contact(kind, value)),
    ...likenessBands(listing, comparedText(listing) === told ? words : undefined).map(facet.likeness),
  ].join(' ')
}

const quoted = (token: string, prefix = false): string => `"${token}"${prefix ? '*' : ''}`
const anyOf = (terms: readonly string[]): string => `(${terms.join(' OR ')})`

/** What an officer types: every word must be there; `nik*` finds what begins so. BadInput where it holds no word. */
const searched = (text: string): readonly string[] => {
  const terms = [...text.matchAll(WANTED)].flatMap(([each]) => {
    const prefix = each.endsWith('*')
    const word = prefix ? each.slice(0, -1) : each
    const { own, bare } = indexedWord(word)
    if (own === '') return []
    return [anyOf([quoted(own, prefix), quoted(own === bare ? `_${bare}` : bare, prefix)])]
  })
  if (terms.length === 0) throw new BadInput(`there is no word to search for in ${JSON.stringify(text)}`)
  return terms
}

const DAY_MS = 86_400_000
/** Nothing on the web is older; a clock that is wrong by centuries is not found by time. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

/** Years, months and days that cover a time: the fewest words, a little too much at both ends. */
const spanned = (from: string | undefined, to: string | undefined): string => {
  const begin = Math.max(Date.parse(from ?? ''), Date.UTC(FIRST_YEAR, 0)) || Date.UTC(FIRST_YEAR, 0)
  const end = Math.min(Date.parse(to ?? '') || Number.POSITIVE_INFINITY, Date.UTC(LAST_YEAR, 0))
  const terms: string[] = []
  let at = Math.floor(begin / DAY_MS) * DAY_MS
  while (at < end) {
    const day = new Date(at)
    const text = day.toISOString()
    const nextYear = Date.UTC(day.getUTCFullYear() + 1, 0)
    const nextMonth = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1)
    const first = day.getUTCDate() === 1
    if (first && day.getUTCMonth() === 0 && nextYear <= end) {
      terms.push(quoted(facet.year(text)))
      at = nextYear
    } else if (first && nextMonth <= end) {
      terms.push(quoted(facet.month(text)))
      at = nextMonth
    } else {
      terms.push(quoted(facet.day(text)))
      at += DAY_MS
    }
  }
  return terms.length === 0 ? quoted('d_none') : anyOf(terms)
}

/**
 * The filter as a query of the index; null where it asks for nothing that is in it. `sellers`: rows of the seller it names;
 * null where those are not to be asked for here.
 */
export const matchOf = (filter: SightingFilter, sellers: readonly number[] | null): string | null => {
  const { search, site, band, category, flagged, sweep, from, to } = filter
  const terms = [
    ...(search === undefined ? [] : searched(search)),
    ...(site === undefined ? [] : [quoted(facet.site(site))]),
    ...(band === undefined ? [] : [quoted(facet.band(band))]),
    ...(category === undefined ? [] : [quoted(facet.category(category))]),
    ...(flagged === undefined ? [] : [quoted(facet.flagged(flagged))]),
    ...(sweep === undefined ? [] : [quoted(facet.sweep(sweep))]),
    ...(sellers === null
      ? []
      : [anyOf(sellers.length === 0 ? [quoted('r_none')] : sellers.map((id) => quoted(facet.seller(id))))]),
    ...(from === undefined && to === undefined ? [] : [spanned(from, to)]),
  ]
  return terms.length === 0 ? null : terms.join(' AND ')
}

/** All sightings that give one contact. */
export const matchContact = (kind: string, value: string): string => quoted(facet.contact(kind, value))

/** Sightings whose text may be nearly the same; null where the listing says too little to compare. */
export const matchLikeness = (listing: Listing): string | null => {
  const bands = likenessBands(listing)
  return bands.length === 0 ? null : anyOf(bands.map((band) => quoted(facet.likeness(band))))
}

/** All sightings of one seller. */
export const matchSeller = (row: number): string => quoted(facet.seller(row))
