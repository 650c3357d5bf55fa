import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { ScoreInput } from '../domain.ts'
import { BadInput } from '../errors.ts'

const text = z.string().nullish()
const seller = z.object({
  name: text,
  location: text,
  phone_text: text,
  badges: z.array(z.string()).nullish(),
})
const listing = z.object({
  id: z.union([z.string().min(1), z.number()]),
  platform: text,
  url: text,
  title: text,
  description: text,
  price_text: text,
  price_vnd: z.number().nullish(),
  brand: text,
  category: text,
  seller: seller.nullish(),
  attributes: z.record(z.string(), z.string()).nullish(),
  ocr_text: text,
})

/** What labelled corpora carry beside the listing: read by `rules eval`, never by the score. */
const LABELLING = ['language', 'labels', 'difficulty', 'evasion', 'rationale']
const KEYS = Object.keys(listing.shape)
const SELLER_KEYS = Object.keys(seller.shape)

/** One JSON value as a listing to score. Unknown keys are BadInput unless lenient; missing ones are null or ''. */
export function parseScoreInput(json: unknown, { lenient = false }: { lenient?: boolean } = {}): ScoreInput {
  const result = listing.safeParse(json)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new BadInput(`"${issue?.path.join('.') || 'listing'}": ${issue?.message ?? 'is not a listing'}`)
  }
  const given = result.data
  if (!lenient) {
    refuseUnknown(json, [...KEYS, ...LABELLING], '')
    if (given.seller) refuseUnknown((json as { seller: unknown }).seller, SELLER_KEYS, 'seller.')
  }
  return {
    id: String(given.id),
    platform: given.platform || null,
    url: given.url || null,
    title: given.title ?? '',
    description: given.description ?? '',
    price_text: given.price_text || null,
    price_vnd: given.price_vnd ?? null,
    brand: given.brand || null,
    category: given.category || null,
    seller: given.seller ? sellerOf(given.seller) : null,
    attributes: given.attributes ?? {},
    ocr_text: given.ocr_text || null,
  }
}

const sellerOf = (given: z.infer<typeof seller>): ScoreInput['seller'] => ({
  name: given.name || null,
  location: given.location || null,
  phone_text: given.phone_text || null,
  badges: given.badges ?? [],
})

function refuseUnknown(json: unknown, known: readonly string[], prefix: string): void {
  const stranger = Object.keys(json as object).find((key) => !known.includes(key))
  if (stranger === undefined) return
  const near = closest(stranger, [...known])
  const hint = distance(stranger, near) <= 3 ? `; did you mean "${near}"?` : ''
  throw new BadInput(`unknown key "${prefix}${stranger}"${hint}`)
}
