import type { Contact } from '../domain.ts'
import { accountsIn } from './contacts-accounts.ts'
import { addressesIn } from './contacts-addresses.ts'
import type { Hit } from './contacts-hit.ts'
import { emailsIn, handlesIn, linksIn } from './contacts-links.ts'
import { fold, quoteOf } from './fold.ts'
import type { Folded } from './folded.ts'
import { taxCodeState } from './identifiers.ts'
import { type PhoneFound, phonesIn } from './phones.ts'

/** Longer texts are cut: nobody reads contacts beyond. */
const LONGEST = 100_000

/**
 * Identifiers a seller writes into a text; `field` says which text it was. In order of appearance, each value once.
 * `label` is what the page prints before the text (an attribute's name): `Mã vạch` makes a number no phone.
 */
export function contactsIn(text: string, field: string, label = ''): readonly Contact[] {
  if (text === '') return []
  const before = label === '' ? '' : `${label}: `
  const input = before + text.slice(0, LONGEST)
  const folded = fold(input)
  const hits = hitsIn(input, folded).sort((a, b) => a.from - b.from)
  const seen = new Set<string>()
  return hits.flatMap(({ kind, value, from, to }) => {
    const quote = quoteOf(input, folded, from, to)
    const id = `${kind} ${value}`
    if (seen.has(id) || quote.start < before.length) return []
    seen.add(id)
    return [{ kind, value, text: quote.text.trim(), field }]
  })
}

function hitsIn(input: string, folded: Folded): Hit[] {
  const { text } = folded
  const numbers = /\d/.test(text)
  const accounts = numbers ? accountsIn(input, folded) : []
  const codes = numbers ? taxCodesIn(text) : []
  const emails = emailsIn(text)
  const original = (from: number, to: number) => quoteOf(input, folded, from, to).text
  const apart = (one: Hit) => !emails.some(({ from, to }) => one.from < to && from < one.to)
  const links = [...emails, ...linksIn(text, original).filter(apart), ...handlesIn(text)]
  const taken = [...accounts.filter(({ wallet }) => !wallet), ...codes, ...links.filter(({ kind }) => kind !== 'zalo')]
  const free = ({ from, to }: PhoneFound) => !taken.some((one) => one.from < to && from < one.to)
  const phones = phonesIn(folded).filter(free)
  return [
    ...links,
    ...accounts,
    ...codes,
    ...phones.flatMap((phone) => phoneHits(folded, phone)),
    ...addressesIn(input, folded),
  ]
}

const ZALO = /(?<!\p{L})(?:zalo|zl|za lo|da lô|zép lào|z a l o)(?!\p{L})/u

/** `(zalo)` after a number is of that number, unless another follows it. */
const ZALO_AFTER = /^[ (/\-–]{0,3}(?:có |cả |qua )?(?:zalo|zl)(?!\p{L})(?! ?[:.]? ?\d)/u

/** A phone with the word zalo right before or after it is both; a word before another number is that number's. */
function phoneHits({ text }: Folded, { value, from, to }: PhoneFound): Hit[] {
  const before = text.slice(Math.max(0, from - 24), from).replace(/^.*\d{3}/, '')
  const phone: Hit = { kind: 'phone', value, from, to }
  const zalo = ZALO.test(before) || ZALO_AFTER.test(text.slice(to, to + 14))
  return zalo ? [phone, { ...phone, kind: 'zalo' }] : [phone]
}

const TAX =
  /(?<!\p{L})(?:mst|msthuế|m\.s\.t|mã số thuế|ma so thue|msdn|mã số doanh nghiệp|mã số dn|mã doanh nghiệp|mã số kinh doanh|gpkd|đkkd|gcnđkdn|tax (?:code|id)|giấy phép kinh doanh|đăng ký kinh doanh)(?: số| so)?[:.\s]{0,4}(\d(?:[ .]?\d){9}(?:[ -]{1,3}\d{3})?|\d{12})(?!\d)/gu

function taxCodesIn(text: string): Hit[] {
  return [...text.matchAll(TAX)].flatMap(({ 0: whole, 1: digits = '', index }) => {
    if (taxCodeState(digits) === 'placeholder') return []
    const to = index + whole.length
    return [{ kind: 'tax-code' as const, value: digits.replace(/\D/g, ''), from: to - digits.length, to }]
  })
}
