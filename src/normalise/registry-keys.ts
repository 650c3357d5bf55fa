import { fold } from './fold.ts'
import { phonesIn } from './phones.ts'

/** The longest cell that can be a key; longer ones are prose. */
const LONGEST = 200

/** A registration number as registries are asked for it: no marks, spaces or leading zeros; a cosmetic's year in two digits. '' when empty. */
export function numberKey(text: string): string {
  const plain = fold(text.slice(0, LONGEST)).plain.toUpperCase()
  return plain
    .replace(/\s+/g, '')
    .replace(/[–—−_]/g, '-')
    .replace(/^0+(?=\d+\/)/, '')
    .replace(/\/20(\d\d)\/CBMP/, '/$1/CBMP')
}

/** A name as registries are asked for it: words without marks or punctuation, one space between. '' when empty. */
export function nameKey(text: string): string {
  return fold(text.slice(0, LONGEST))
    .plain.replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** A tax code: digits only, the branch after a hyphen. '' when it is none. */
export function taxKey(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (digits.length === 13) return `${digits.slice(0, 10)}-${digits.slice(10)}`
  return digits.length === 10 || digits.length === 12 ? digits : ''
}

/** The first telephone number of a cell, in E.164. '' when there is none. */
export const phoneKey = (text: string): string => phonesIn(fold(text.slice(0, LONGEST)))[0]?.value ?? ''

/** Host and path of a shop's address, lower case, without `www.`, query and last slash. '' when it is no address. */
export function urlKey(text: string): string {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (text.trim() === '' || !URL.canParse(whole)) return ''
  const { hostname, pathname } = new URL(whole)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`.toLowerCase()
}
