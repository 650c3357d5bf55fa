import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Folded } from './folded.ts'

export interface PhoneFound {
  /** E.164. */
  readonly value: string
  /** Place in the folded text. */
  readonly from: number
  readonly to: number
}

/** Eleven-digit mobiles of before September 2018 → their prefix since (decision 798/QĐ-BTTTT). */
const RENUMBERED: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}
const DIGIT_LETTERS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', s: '5', b: '8', z: '2', '|': '1' }
const SPELLED: Readonly<Record<string, string>> = {
  không: '0',
  khong: '0',
  linh: '0',
  một: '1',
  mốt: '1',
  mot: '1',
  hai: '2',
  ba: '3',
  bốn: '4',
  bon: '4',
  tư: '4',
  năm: '5',
  lăm: '5',
  nhăm: '5',
  nam: '5',
  sáu: '6',
  sau: '6',
  bảy: '7',
  bẩy: '7',
  bay: '7',
  tám: '8',
  tam: '8',
  chín: '9',
  chin: '9',
}

/** Digits and what stands for them, parted by the marks people put between; starts like a Vietnamese number. */
const RUN = /(?<![\p{L}\d.,+])\+?\(?[\dolisbz|](?:[ .,\-_*•·~/()+]{0,3}[\dolisbz|]){8,23}(?![\p{L}\d])/gu
/** Words that make the digits after them something else. */
const OTHER =
  /(?:stk|tài khoản|số tk|tk|mst|mã số thuế|mã số|mã đơn|mã vạch|barcode|ean|gtin|sku|isbn|cccd|cmnd|order|đơn hàng|vận đơn|serial|imei|id|product)[:.# ]*(?:số|ngân hàng|nh|[a-z]{2,12})?[:.# ]*$/u

/** Whole numbers of mobiles right after letters: a user name (`hoa0912345678`), or a word for a phone without a space. */
const GLUED = /(?<![\p{L}\d])(\p{L}{2,20}_?)(0[35789]\d{8})(?![\p{L}\d])/gu
/** Letters of codes for goods, not of people. */
const CODE =
  /^(?:id|sp|ma|mã|mh|msp|sku|sn|no|so|model|ean|isbn|upc|vd|dh|order|code|ref|imei|stk|tk|mst|px|img|dsc|item)_?$/u
/** Numbers abroad, written with their country. */
const ABROAD = /(?<![\p{L}\d+])\+(?!84)[1-9](?:[ .\-()]{0,2}\d){8,14}(?!\d)/gu

/**
 * Phones in folded text: printed with marks, with letters for digits, or spelled. Masked numbers are none.
 * Hotlines 1800 and 1900 are not phones of a person.
 */
export function phonesIn(folded: Folded): readonly PhoneFound[] {
  const { text } = folded
  const found = [...text.matchAll(RUN)].flatMap(({ 0: printed, index }) => readRun(text, index, printed))
  const glued = [...text.matchAll(GLUED)].flatMap(({ 0: whole, 1: word = '', 2: digits = '', index }) => {
    const value = CODE.test(word) ? null : phoneOf(digits)
    return value === null ? [] : [{ value, from: index + word.length, to: index + whole.length }]
  })
  const abroad = [...text.matchAll(ABROAD)].flatMap(({ 0: printed, index }) => {
    const parsed = parsePhoneNumberFromString(printed)
    return parsed?.isValid() ? [{ value: parsed.number, from: index, to: index + printed.length }] : []
  })
  const all = [...found, ...glued, ...abroad, ...spelledIn(text)].sort((a, b) => a.from - b.from)
  return all.filter((one, at) => at === 0 || one.from >= (all[at - 1]?.to ?? 0))
}

function readRun(text: string, from: number, printed: string): PhoneFound[] {
  if (OTHER.test(text.slice(Math.max(0, from - 30), from)) || isAmount(printed)) return []
  const letters = printed.replace(/[^olisbz|]/g, '').length
  const digits = printed.replace(/[olisbz|]/g, (c) => DIGIT_LETTERS[c] ?? '').replace(/[^\d+]/g, '')
  if (letters * 2 > digits.length && !/^o/.test(printed)) return []
  const whole = phoneOf(digits)
  if (whole) return [{ value: whole, from, to: from + printed.length }]
  return severalIn(printed, from)
}

/** Two numbers in one run: `0912 345 678 - 0987 654 321`. */
function severalIn(printed: string, from: number): PhoneFound[] {
  const parts = [...printed.matchAll(/[^\-/,]+/g)]
  if (parts.length < 2) return []
  return parts.flatMap(({ 0: part, index }) => {
    const value = phoneOf(part.replace(/[olisbz|]/g, (c) => DIGIT_LETTERS[c] ?? '').replace(/\D/g, ''))
    return value ? [{ value, from: from + index, to: from + index + part.trimEnd().length }] : []
  })
}

/** Groups of three from the right, not starting with 0: an amount. */
const isAmount = (printed: string): boolean => /^[1-9]\d{0,2}(?:[.,]\d{3}){2,}$/.test(printed)

/** E.164 of a valid Vietnamese number; null otherwise. */
export function phoneOf(digits: string): string | null {
  const local = digits.replace(/^(?:\+?84|0084)0?(?=\d{9,10}$)/, '0')
  const renewed = local.length === 11 && RENUMBERED[local.slice(0, 4)]
  const number = renewed ? renewed + local.slice(4) : local
  if (!/^0[2-9]\d{8,9}$/.test(number) || /^0(\d)\1{8}$/.test(number)) return null
  const parsed = parsePhoneNumberFromString(number, 'VN')
  return parsed?.isValid() || isMobile(number) ? `+84${number.slice(1)}` : null
}

/** Mobile prefixes in use, also where the metadata is behind: 03x, 05x, 07x, 08x, 09x (circular 14/2012/TT-BTTTT and later). */
const isMobile = (number: string): boolean => /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/.test(number)

/** Words for digits written together, `khongchinmot`: read from the left, nothing may remain. */
const WORDS = Object.keys(SPELLED).sort((a, b) => b.length - a.length)
function together(token: string): string | undefined {
  let digits = ''
  for (let at = 0; at < token.length; ) {
    const rest = token.slice(at, at + 5)
    const word = WORDS.find((one) => rest.startsWith(one)) ?? /^\d/.exec(rest)?.[0]
    if (word === undefined) return undefined
    digits += SPELLED[word] ?? word
    at += word.length
  }
  return digits
}

const digitsOf = (token: string): string | undefined => {
  if (/^\d{1,7}$/.test(token)) return token
  return SPELLED[token] ?? (token.length > 40 || /^\d+$/.test(token) ? undefined : together(token))
}

/** Digits spelled as words, also together or between digits, eight and more in a row: `không chín một hai …`, `0chin1hai`. */
function spelledIn(text: string): PhoneFound[] {
  const found: PhoneFound[] = []
  let run: { from: number; to: number; digits: string } | null = null
  const close = (): void => {
    const value = run && run.digits.length >= 8 ? phoneOf(run.digits) : null
    if (run && value) found.push({ value, from: run.from, to: run.to })
    run = null
  }
  for (const { 0: token, index } of text.matchAll(/[\p{L}\d]+/gu)) {
    // A number begins with nought: nothing else is looked at until one comes.
    const digit: string | undefined = run || /^(?:0|kh|linh)/.test(token) ? digitsOf(token) : undefined
    if (run && index - run.to > 3) close()
    if (digit === undefined) close()
    else if (run) run = { from: run.from, to: index + token.length, digits: run.digits + digit }
    else run = { from: index, to: index + token.length, digits: digit }
  }
  close()
  return found
}
