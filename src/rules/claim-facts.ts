import type { CheckedClaim, Checks, Claim, ClaimKind, Quote } from '../domain.ts'
import { type ClaimField, claimsIn } from '../normalise/claims.ts'
import { countryAtStart, gs1Office } from '../normalise/gs1.ts'
import { workedOut } from '../worked-out.ts'
import { fitsGoods, goodsKinds } from './goods-kind.ts'
import type { Stream, Subject } from './subject.ts'
import { quoteFolded } from './subject.ts'

const RECEIPTS: readonly ClaimKind[] = ['cosmetic', 'food', 'self-declared', 'drug', 'device', 'advertising']
const REGISTRATIONS: readonly ClaimKind[] = ['cosmetic', 'food', 'drug', 'device']

/** The claims of a listing by form; found once. */
const formClaims = workedOut((subject: Subject): readonly Claim[] => {
  const names = new Map(subject.streams.filter(isName).map((stream) => [stream.field, stream.tokens.folded.plain]))
  const fields = subject.streams.filter(isProse).map(
    ({ field, tokens }): ClaimField => ({
      path: field.path,
      text: field.text,
      folded: tokens.folded,
      name: names.get(field) ?? null,
    }),
  )
  return claimsIn(fields)
})

const isName = ({ attributeName }: Stream) => attributeName
const isProse = ({ asWritten, attributeName, field: { kind } }: Stream) =>
  asWritten && !attributeName && kind !== 'url' && kind !== 'price'

/** What was followed up, or else what the form alone says. */
const claimsOf = (subject: Subject, checks: Checks): readonly (Claim | CheckedClaim)[] =>
  checks.claims.length > 0 ? checks.claims : formClaims(subject)

type Wanted = (claim: Claim | CheckedClaim) => boolean
/** A fact: the quotes of the claims that are so; null when none is. */
const where =
  (kinds: readonly ClaimKind[], wanted: Wanted) =>
  (subject: Subject, checks: Checks): Quote[] | null => {
    const found = claimsOf(subject, checks).filter((claim) => kinds.includes(claim.kind) && wanted(claim))
    return found.length > 0 ? found.map(({ quote }) => quote) : null
  }

const any: Wanted = () => true
const bad: Wanted = ({ state }) => state === 'malformed' || state === 'placeholder'

export const CLAIM_FACTS = {
  has_registration_number: where(REGISTRATIONS, any),
  has_cosmetic_number: where(['cosmetic'], any),
  has_food_number: where(['food'], any),
  has_drug_number: where(['drug'], any),
  has_device_number: where(['device'], any),
  claim_placeholder: where(RECEIPTS, ({ state }) => state === 'placeholder'),
  claim_malformed: where(RECEIPTS, ({ state, reason }) => state === 'malformed' && reason !== 'serial'),
  claim_implausible: where(RECEIPTS, ({ state, reason }) => state === 'malformed' && reason === 'serial'),
  claim_in_registry: where(RECEIPTS, ({ state, reason }) => state === 'in registry' && reason === null),
  claim_withdrawn: where(RECEIPTS, ({ reason }) => reason === 'withdrawn'),
  claim_not_in_registry: where(RECEIPTS, ({ state }) => state === 'not in registry'),
  claim_other_holder: where(RECEIPTS, ({ state }) => state === 'other holder'),
  claim_wrong_kind: wrongKind,
  tax_code_bad: where(['tax-code'], bad),
  gtin_bad: where(['gtin'], bad),
  gtin_prefix_contradicts_origin: contradictedOrigin,
} as const

/** The goods are of one kind, and every number stated belongs to another. */
function wrongKind(subject: Subject, checks: Checks): Quote[] | null {
  const stated = claimsOf(subject, checks).filter(({ kind }) => RECEIPTS.includes(kind) && kind !== 'advertising')
  if (stated.length === 0) return null
  const goods = goodsKinds(subject)
  return stated.every(({ kind }) => fitsGoods(kind, goods) === false) ? stated.map(({ quote }) => quote) : null
}

const ORIGIN_NAME = /^(?:xuat xu|nuoc san xuat|noi san xuat|san xuat tai|origin|country of origin|made in)/
const ORIGIN_WORDS =
  /(?<![\p{L}\d])(?:made in|xuất xứ|xuat xu|sản xuất tại|san xuat tai|nhập khẩu từ|nhap khau tu|nội địa)[ :]{1,3}(?:từ |tại |thương hiệu )?/gu

interface Origin {
  readonly country: string
  readonly quote: Quote
}

/** Countries the seller names as the place of origin, in attributes and after words such as `made in`. */
function originsOf(subject: Subject): Origin[] {
  const names = new Map(subject.streams.filter(isName).map(({ field, tokens }) => [field, tokens.folded.plain]))
  return subject.streams.filter(isProse).flatMap((stream) => {
    const { text } = stream.tokens.folded
    const starts = ORIGIN_NAME.test(names.get(stream.field) ?? '') ? [0] : []
    for (const match of text.matchAll(ORIGIN_WORDS)) starts.push(match.index + match[0].length)
    return starts.flatMap((start) => {
      const words = text.slice(start, start + 40).split(/[^\p{L}\d]+/u)
      const country = countryAtStart(words.filter((word) => word !== ''))
      if (!country) return []
      const end = start + (/^[\p{L}\d ]{1,16}/u.exec(text.slice(start))?.[0].trimEnd().length ?? 0)
      return [{ country, quote: quoteFolded(stream.field, stream.tokens.folded, start, end) }]
    })
  })
}

/**
 * A valid barcode whose GS1 office serves none of the countries the seller names. Weak on its own: the prefix tells
 * where the company registered, not where the goods were made.
 */
function contradictedOrigin(subject: Subject, checks: Checks): Quote[] | null {
  const codes = claimsOf(subject, checks).filter(({ kind, state }) => kind === 'gtin' && !bad({ state } as Claim))
  if (codes.length === 0) return null
  const origins = originsOf(subject)
  if (origins.length === 0) return null
  const named = new Set(origins.map(({ country }) => country))
  const strangers = codes.filter(({ value }) => {
    const office = gs1Office(value)
    return office !== null && !named.has(office)
  })
  return strangers.length > 0 ? [...strangers.map(({ quote }) => quote), ...origins.map(({ quote }) => quote)] : null
}
