import { getDomain } from 'tldts'
import type { Contact, ContactKind } from '../domain.ts'
import { fold, quoteOf } from './fold.ts'
import type { Folded } from './folded.ts'
import { taxCodeState } from './identifiers.ts'
import { type PhoneFound, phoneOf, phonesIn } from './phones.ts'

/** Longer texts are cut: nobody reads contacts beyond. */
const LONGEST = 100_000

/** A contact before its words are taken from the original. */
interface Hit {
  readonly kind: ContactKind
  readonly value: string
  readonly from: number
  readonly to: number
}

/** Identifiers a seller writes into a text; `field` says which text it was. In order of appearance, each value once. */
export function contactsIn(text: string, field: string): readonly Contact[] {
  const input = text.slice(0, LONGEST)
  const folded = fold(input)
  const accounts = accountsIn(folded.text)
  const codes = taxCodesIn(folded.text)
  const taken = [...accounts, ...codes]
  const used = new Set(taken.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
  const phones = phonesIn(folded).filter((p) => !used.has(p.from) && !used.has(p.to - 1))
  const hits = [
    ...linksIn(folded.text),
    ...taken,
    ...phones.flatMap((p) => phoneHits(folded, p)),
    ...emailsIn(folded.text),
  ]
  const ordered = hits.sort((a, b) => a.from - b.from)
  const seen = new Set<string>()
  const unique = ordered.filter(({ kind, value }) => !seen.has(`${kind} ${value}`) && seen.add(`${kind} ${value}`))
  return unique.map(({ kind, value, from, to }) => ({
    kind,
    value,
    text: quoteOf(input, folded, from, to).text.trim(),
    field,
  }))
}

const ZALO = /(?<!\p{L})(?:zalo|zl|za lo|da lô|zép lào)(?!\p{L})/u

/** A phone with the word zalo right before or after it is both. */
function phoneHits({ text }: Folded, { value, from, to }: PhoneFound): Hit[] {
  const near = `${text.slice(Math.max(0, from - 24), from)} ${text.slice(to, to + 12)}`
  const phone: Hit = { kind: 'phone', value, from, to }
  return ZALO.test(near) ? [phone, { ...phone, kind: 'zalo' }] : [phone]
}

const BANKS =
  'vietcombank|vcb|vietinbank|ctg|bidv|agribank|techcombank|tcb|mbbank|mb bank|mb|acb|vpbank|vpb|tpbank|tpb|sacombank|stb|hdbank|hdb|vib|shb|ocb|msb|eximbank|eib|scb|seabank|lpbank|lienvietpostbank|nam a|abbank|bac a|pgbank|kienlongbank|viet a|bvbank|cake|timo|ubank|momo|zalopay|viettelpay|shopeepay'
const ACCOUNT = new RegExp(
  `(?<!\\p{L})(?:stk|số tk|số tài khoản|tài khoản|tk|ck|chuyển khoản|${BANKS})(?!\\p{L})[^\\d\\n]{0,30}?(\\d(?:[ .\\-]?\\d){7,18})(?!\\d)`,
  'gu',
)
const BANK = new RegExp(`(?<![\\p{L}\\d])(?:${BANKS}|ngân hàng)(?![\\p{L}\\d])`, 'u')

/** Account word and bank within reach of the digits, before or after. */
function accountsIn(text: string): Hit[] {
  return [...text.matchAll(ACCOUNT)].flatMap(({ 0: whole, 1: digits = '', index }) => {
    const from = index + whole.length - digits.length
    const to = index + whole.length
    if (!BANK.test(text.slice(Math.max(0, from - 40), from)) && !BANK.test(text.slice(to, to + 30))) return []
    return [{ kind: 'bank-account' as const, value: digits.replace(/\D/g, ''), from, to }]
  })
}

const TAX =
  /(?<!\p{L})(?:mst|mã số thuế|ma so thue|msdn|mã số doanh nghiệp|gpkd(?: số)?|đkkd(?: số)?)[:.\s]{0,4}(\d(?:[ .]?\d){9}(?:[ -]{1,3}\d{3})?|\d{12})(?!\d)/gu

function taxCodesIn(text: string): Hit[] {
  return [...text.matchAll(TAX)].flatMap(({ 0: whole, 1: digits = '', index }) => {
    if (taxCodeState(digits) === 'placeholder') return []
    return [
      {
        kind: 'tax-code' as const,
        value: digits.replace(/\D/g, ''),
        from: index + whole.length - digits.length,
        to: index + whole.length,
      },
    ]
  })
}

const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![a-z0-9@])/g
const emailsIn = (text: string): Hit[] =>
  [...text.matchAll(EMAIL)].map(({ 0: value, index }) => ({
    kind: 'email',
    value,
    from: index,
    to: index + value.length,
  }))

const LINK =
  /(?<![@\p{L}\d.-])(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![\p{L}\d])(?:\/[^\s"'<>()]{0,200})?/gu
const HANDLE = /(?<!\p{L})(?:tele(?:gram)?|tlg)[:\s]{0,3}@([a-z][a-z0-9_]{4,31})(?![a-z0-9_])/gu

function linksIn(text: string): Hit[] {
  const handles = [...text.matchAll(HANDLE)].map(({ 0: whole, 1: name = '', index }) => ({
    kind: 'telegram' as const,
    value: name,
    from: index + whole.indexOf('@'),
    to: index + whole.length,
  }))
  const links = [...text.matchAll(LINK)].flatMap(({ 0: whole, index }) => {
    const printed = whole.replace(/[.,;:!?]+$/, '')
    const meant = linkOf(printed)
    return meant ? [{ ...meant, from: index, to: index + printed.length }] : []
  })
  return [...links, ...handles]
}

/** Without a scheme only names with the usual endings are sites: sentences run together look like hosts too. */
const BARE_HOST =
  /^(?:[a-z][a-z0-9-]{0,30}\.)?[a-z][a-z0-9-]{2,40}\.(?:vn|com|net|org|info|shop|store|online|xyz|site|asia|biz|top|club)(?:\.vn)?$/

/** What a link identifies; null for file names, numbers and unknown endings. */
function linkOf(printed: string): { kind: ContactKind; value: string } | null {
  const [host = '', ...path] = printed.replace(/^https?:\/\//, '').split(/[/?#]/)
  const bare = host.replace(/^(?:www|m|web|vi-vn|mobile)\./, '')
  const [first = '', second = ''] = path
  if (bare === 'zalo.me')
    return first === '' ? null : { kind: 'zalo', value: phoneOf(first) ?? (second ? `${first}/${second}` : first) }
  if (/^(?:facebook\.com|fb\.com|fb\.me|m\.me)$/.test(bare)) {
    const id = /[?&]id=(\d+)/.exec(printed)?.[1]
    return first === '' ? null : { kind: 'facebook', value: id ?? (first === 'groups' ? `groups/${second}` : first) }
  }
  if (/^(?:t\.me|telegram\.me)$/.test(bare))
    return first === '' ? null : { kind: 'telegram', value: first === 's' ? second : first }
  const domain = getDomain(bare, { allowPrivateDomains: false })
  const plain = !/^https?:|^www\.|\//.test(printed)
  if (domain === null || (plain && !BARE_HOST.test(bare))) return null
  return { kind: 'website', value: bare }
}
