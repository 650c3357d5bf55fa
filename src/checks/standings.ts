import type { CheckedClaim, Quote, RegistryKind, RegistryRecord, ScoreInput, Seen, Standing } from '../domain.ts'
import { contactsIn } from '../normalise/contacts.ts'
import { nameKey, numberKey, urlKey } from '../normalise/registry-keys.ts'
import type { LookupBy, Lookups } from './lookups.ts'
import type { AuthorisedSeller } from './reference.ts'

/** Phrases of the title that are looked up as names of recalled goods. */
const LONGEST_PHRASE = 8
const MOST_WORDS = 24
/** Shorter names are everyday words. */
const SHORTEST_NAME = 10

/** What registries and the list of authorised sellers say of this seller and these goods. */
export async function standingsOf(
  input: ScoreInput,
  seen: Seen,
  claims: readonly CheckedClaim[],
  lookups: Lookups,
  listed: readonly AuthorisedSeller[],
): Promise<readonly Standing[]> {
  const found = await Promise.all([
    offender(input, claims, lookups),
    authorised(input, seen, claims, lookups),
    recalled(input, claims, lookups),
    trademark(input, lookups),
  ])
  return [...found.flat(), ...listedSellers(input, seen, listed)]
}

interface Question {
  readonly by: LookupBy | 'phone'
  readonly key: string
  readonly quote: Quote | null
}

/** The first question that finds a row, as a standing; none when there is no snapshot. */
async function ask(
  lookups: Lookups,
  registry: RegistryKind,
  kind: Standing['kind'],
  questions: readonly Question[],
  fits: (record: RegistryRecord) => boolean = () => true,
): Promise<Standing[]> {
  const snapshot = questions.length > 0 ? await lookups.snapshot(registry) : null
  if (!snapshot) return []
  for (const { by, key, quote } of questions) {
    const record = (await lookups.find(registry, by === 'phone' ? 'number' : by, key)).find(fits)
    const how = by === 'tax' ? 'tax-code' : by === 'url' ? 'seller-url' : by
    if (record) return [{ kind, by: how, record, snapshot, quote }]
  }
  return []
}

const taxQuestions = (claims: readonly CheckedClaim[]): Question[] =>
  claims
    .filter(({ kind, state }) => kind === 'tax-code' && state === 'valid form')
    .map(({ value, quote }) => ({ by: 'tax', key: value, quote }))

/** Telephones and Zalo numbers wherever the seller writes them, each once. */
function phoneQuestions({ title, description, seller }: ScoreInput): Question[] {
  const fields = { title, description, 'seller.name': seller?.name, 'seller.phone_text': seller?.phone_text }
  const asked = new Map<string, Question>()
  for (const [field, words] of Object.entries(fields)) {
    for (const { kind, value, text } of words ? contactsIn(words, field) : []) {
      const start = words?.indexOf(text) ?? -1
      const quote = start < 0 ? null : { field, start, end: start + text.length, text }
      if ((kind === 'phone' || kind === 'zalo') && !asked.has(value))
        asked.set(value, { by: 'phone', key: value, quote })
    }
  }
  return [...asked.values()]
}

function offender(input: ScoreInput, claims: readonly CheckedClaim[], lookups: Lookups): Promise<Standing[]> {
  const { seller } = input
  const name = seller?.name ?? ''
  const key = nameKey(name)
  const quote = { field: 'seller.name', start: 0, end: name.length, text: name }
  const named: Question[] = key.length >= SHORTEST_NAME && key.includes(' ') ? [{ by: 'name', key, quote }] : []
  return ask(lookups, 'offenders', 'offender', [...taxQuestions(claims), ...phoneQuestions(input), ...named])
}

/** Whose mark the brand is, for the officer's information; it lowers and raises nothing. */
function trademark({ brand }: ScoreInput, lookups: Lookups): Promise<Standing[]> {
  if (brand === null || nameKey(brand) === '') return Promise.resolve([])
  const quote = { field: 'brand', start: 0, end: brand.length, text: brand }
  return ask(lookups, 'trademarks', 'trademark', [{ by: 'name', key: nameKey(brand), quote }])
}

/** By tax code or by the shop's address; a shop's name is only what it calls itself. */
function authorised(
  input: ScoreInput,
  seen: Seen,
  claims: readonly CheckedClaim[],
  lookups: Lookups,
): Promise<Standing[]> {
  const urls = addresses(input, seen).map((key): Question => ({ by: 'url', key, quote: null }))
  const brands = ` ${nameKey(`${input.brand ?? ''} ${input.title}`)} `
  const ofBrand = ({ brand = '' }: RegistryRecord) => brand === '' || brands.includes(` ${nameKey(brand)} `)
  return ask(lookups, 'authorised-sellers', 'authorised', [...taxQuestions(claims), ...urls], ofBrand)
}

/** The shop's address and the site's, each also without its path. */
function addresses({ url }: ScoreInput, { sellerUrl }: Seen): string[] {
  const keys = [sellerUrl, url && URL.canParse(url) ? new URL(url).origin : null].flatMap((each) =>
    each ? urlKey(each) : [],
  )
  return [...new Set(keys)].filter((key) => key !== '')
}

function recalled(input: ScoreInput, claims: readonly CheckedClaim[], lookups: Lookups): Promise<Standing[]> {
  const numbers = claims
    .filter(({ state }) => state !== 'placeholder')
    .map(({ value, quote }): Question => ({ by: 'number', key: numberKey(value), quote }))
  return ask(lookups, 'recalls', 'recalled', [...numbers, ...phrases(input.title)])
}

/** Runs of two to eight words of the title, longest first, with the title's own characters. */
function phrases(title: string): Question[] {
  const words = [...title.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].slice(0, MOST_WORDS)
  const found: Question[] = []
  for (let length = Math.min(LONGEST_PHRASE, words.length); length >= 2; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const last = words[at + length - 1]
      const start = words[at]?.index ?? 0
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0)
      const text = title.slice(start, end)
      const key = nameKey(text)
      if (key.length >= SHORTEST_NAME) found.push({ by: 'name', key, quote: { field: 'title', start, end, text } })
    }
  }
  return found
}

/** The list that comes with Soi: the brand's own sites and dealers it names, by host. */
export function listedSellers(input: ScoreInput, seen: Seen, listed: readonly AuthorisedSeller[]): Standing[] {
  const keys = addresses(input, seen)
  const here = listed.filter(({ at }) => keys.some((key) => key === at || key.startsWith(`${at}/`)))
  if (here.length === 0) return []
  const named = ` ${nameKey(`${input.brand ?? ''} ${input.title}`)} `
  return here
    .filter(({ brands }) => brands.some((brand) => named.includes(` ${nameKey(brand)} `)))
    .map(({ name, at, brands, source, as_of }) => ({
      kind: 'authorised',
      by: at.includes('/') ? 'seller-url' : 'host',
      record: { name, at, brands: brands.join(', '), source, as_of },
      snapshot: null,
      quote: null,
    }))
}
