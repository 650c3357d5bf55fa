import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Folded } from './folded.ts'
import { spelledIn } from './phones-spelled.ts'

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
/** Digits and what stands for them, parted by the marks people put between; starts like a Vietnamese number. */
const RUN = /(?<![\p{L}\d.,+])\+?\(?[\dolisbz|](?:[ .,\-_*•·~/()+]{0,3}[\dolisbz|]){8,23}(?![\p{L}\d])/gu
/** Words that make the digits after them something else. */
const OTHER =
  /(?:stk|tài khoản|số tk|tk|mst|mã số thuế|mã số|mã đơn|mã vạch|barcode|ean|gtin|sku|isbn|cccd|cmnd|order|đơn hàng|vận đơn|serial|imei|id|product)[:.# ]*(?:số|ngân hàng|nh|[a-z]{2,12})?[:.# ]*$/u

const MOBILE = /0[35789]\d{8}/
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
  // The letters before it are what a search costs most by: it begins where there is such a number at all.
  const glued = [...(MOBILE.test(text) ? text.matchAll(GLUED) : [])].flatMap(
    ({ 0: whole, 1: word = '', 2: digits = '', index }) => {
      const value = CODE.test(word) ? null : phoneOf(digits)
      return value === null ? [] : [{ value, from: index + word.length, to: index + whole.length }]
    },
  )
  const abroad = [...(text.includes('+') ? text.matchAll(ABROAD) : [])].flatMap(({ 0: printed, index }) => {
    const parsed = parsePhoneNumberFromString(printed)
    return parsed?.isValid() ? [{ value: parsed.number, from: index, to: index + printed.length }] : []
  })
  const spelled = spelledIn(text).flatMap(({ digits, from, to }) => {
    const value = phoneOf(digits)
    return value === null ? [] : [{ value, from, to }]
  })
  const all = [...found, ...glued, ...abroad, ...spelled].sort((a, b) => a.from - b.from)
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
