import type { Listing } from '../../domain.ts'

/** What stands for a masked character; as long as what it hides, so that quotes keep their places. */
const BLOCK = '▇'

/** Vietnamese numbers, mobile and fixed, as people write them; bounded, so linear in the text. */
const PHONE = /(?<![\d])(?:\+?84|0)(?:[ .-]{0,2}\d){8,10}(?!\d)/g
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu
/** Never data of a person: hashes, moments, addresses on the web. */
const TECHNICAL = /^(?:[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z|https?:\/\/\S*)$/

/** What stands for words that are withheld whole. */
export const WITHHELD = BLOCK.repeat(3)

const national = (text: string): string => text.replace(/\D/g, '').replace(/^(?:84|0)/, '')

/** Whether an identifier is the seller's own: one the page gives as a way to reach the seller, or to pay. */
function ownOf({ contacts, seller }: Pick<Listing, 'contacts' | 'seller'>): (found: string) => boolean {
  const said = [...contacts.flatMap(({ value, text }) => [value, text]), seller?.phoneText ?? '', seller?.name ?? '']
  const digits = said.map(national).filter((each) => each.length >= 8)
  const words = said.map((each) => each.toLowerCase())
  return (found) =>
    found.includes('@')
      ? words.some((each) => each.includes(found.toLowerCase()))
      : digits.some((each) => each.includes(national(found)))
}

/** A text with the telephone numbers and e-mail addresses in it blotted out that are not the seller's own. */
export function maskText(text: string, own: (found: string) => boolean): string {
  if (TECHNICAL.test(text)) return text
  const blot = (found: string) => (own(found) ? found : BLOCK.repeat(found.length))
  return text.replace(EMAIL, blot).replace(PHONE, blot)
}

/** The same for every text in a value; keys are left, for they name fields. */
function maskAll<T>(value: T, own: (found: string) => boolean): T {
  if (typeof value === 'string') return maskText(value, own) as T
  if (Array.isArray(value)) return value.map((each) => maskAll(each, own)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskAll(each, own)])) as T
}

/** A record of a listing with all but the seller's own identifiers masked. */
export const maskedFor = <T>(value: T, listing: Pick<Listing, 'contacts' | 'seller'>): T =>
  maskAll(value, ownOf(listing))

/** A text that is nobody's page: every number and address in it is blotted out. */
export const maskNote = (text: string): string => maskText(text, () => false)

/** Officers under a number each, in the order they come: who did something again and again still shows. */
export function pseudonyms(): (name: string) => string {
  const numbers = new Map<string, number>()
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1
    numbers.set(name, number)
    return `${WITHHELD} #${number}`
  }
}
