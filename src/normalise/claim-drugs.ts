import { type Judged, malformed, placeholder, type Shape, valid } from './claim-shape.ts'
import { isPlaceholderSerial } from './identifiers.ts'

/** Parts of every label. */
const LABEL_HINTS = ['sdk', 'so d', 'gplh', 'luu hanh', 'dang ky']
const LABEL = /(?:sdk|so dang ky|so dk|gplh|so luu hanh|giay phep luu hanh|dang ky luu hanh)(?: thuoc)?(?: so)?/

/**
 * Highest serial that the VD and VN series can have reached by a year: a line drawn well above known numbers
 * (VD-11971-10, VD-14429-11, VD-25305-16, VD-28109-17, about 36 000 in 2022). Medium confidence: a sign, not proof.
 */
const highestBy = (year: number): number => Math.min(45_000, 2_400 * (year - 4))
/** The old forms ended when Circular 08/2022/TT-BYT brought the twelve digits; a few were renewed later. */
const FIRST_OLD = 2
const LAST_OLD = 25

function oldForm(series: string, serial: string, year: string, labelled: boolean): Judged | null {
  const value = `${series}-${serial}-${year}`.toUpperCase()
  // Four digits that count up are one real serial in some thousands; five are a template.
  const sample = isPlaceholderSerial(serial) && !/^[1-9]\d{2,3}$/.test(serial)
  if (sample || !/^\d+$/.test(year)) return placeholder(value)
  const yy = Number(year)
  const counted = series === 'vd' || series === 'vn'
  // VN-123-99 without any word about a registration is somebody's article number.
  if (yy < FIRST_OLD || yy > LAST_OLD) return labelled || !series.startsWith('vn') ? malformed(value, 'year') : null
  return counted && Number(serial) > highestBy(yy) ? malformed(value, 'serial') : valid(value)
}

const SERIES = '(vd|vn[123ab]?|gc|qldb|qlsp|qlvx)'
const OLD = String.raw`${SERIES} ?[-.] ?(\d{3,6}|x{2,6}|\.{3,6})(?: ?[-.] ?(\d{2}|x{2}))(?![\da-z])`

const old: Shape = {
  kind: 'drug',
  label: null,
  hints: ['vd', 'vn', 'gc', 'ql'],
  number: new RegExp(`(?<![a-z\\d])${OLD.replace(' ?[-.] ?', '[ -]{1,2}')}`, 'g'),
  judge: ([, series = '', serial = '', year = '']) => oldForm(series, serial, year, false),
}

const oldLabelled: Shape = {
  kind: 'drug',
  label: LABEL,
  hints: LABEL_HINTS,
  number: new RegExp(OLD, 'g'),
  judge: ([, series = '', serial = '', year = '']) => oldForm(series, serial, year, true),
}

/**
 * Twelve digits since Circular 08/2022/TT-BYT: country, class, type, serial, year. What is known of the inside is too thin
 * to call a number wrong by it; only samples are told.
 */
const twelve = (digits: string): Judged =>
  isPlaceholderSerial(digits) || isPlaceholderSerial(digits.slice(3, 10)) ? placeholder(digits) : valid(digits)

const twelveDigits: Shape = {
  kind: 'drug',
  label: null,
  hints: null,
  number: /(?<![\d.,+-])([1-9]\d{2}1\d{6}(?:2[2-9]))(?![\d.,]\d|\d)/g,
  judge: ([, digits = '']) => twelve(digits),
}

const twelveLabelled: Shape = {
  kind: 'drug',
  label: LABEL,
  hints: LABEL_HINTS,
  number: /(\d{12})(?!\d)/g,
  judge: ([, digits = '']) => twelve(digits),
}

/** `SĐK: 00000`: said to be a registration number and left blank. Other strange forms are no claim: pesticides and feed have numbers too. */
const unknownForm: Shape = {
  kind: 'drug',
  label: LABEL,
  hints: LABEL_HINTS,
  number: /((?:[a-z]{1,5}[ -]?)?(?:\d[\d/.-]{3,14}|x{3,12}))(?![\da-z])/g,
  judge: ([, text = '']) =>
    isPlaceholderSerial(text.replace(/[^\dx]/g, '')) ? placeholder(text.toUpperCase().replaceAll(' ', '')) : null,
}

/** A series or office name with a blank where the number should be: `VD-00000`, `ĐKSP: xxxx`. */
const blank: Shape = {
  kind: 'drug',
  label: null,
  hints: ['vd', 'vn', 'qldb', 'qlsp'],
  number: /(?<![a-z\d])((?:vd|vn|qldb|qlsp)[ :-]{1,3}(?:0{4,8}|x{3,8}|12345))(?![\da-z])/g,
  judge: ([, text = '']) => placeholder(text.toUpperCase().replace(/[ :-]+/g, '-')),
}
const blankReceipt = (kind: 'food' | 'cosmetic', name: string): Shape => ({
  kind,
  label: null,
  hints: [name],
  number: new RegExp(`(?<![a-z\\d/])(${name}[ :-]{1,3}(?:0{4,8}|x{2,8}|12345))(?![\\da-z/])`, 'g'),
  judge: ([, text = '']) => placeholder(text.toUpperCase().replace(/[ :-]+/g, '-')),
})

/** In order: the labelled and the particular before the general, because a place is read once. */
export const DRUGS: readonly Shape[] = [
  oldLabelled,
  old,
  twelveLabelled,
  twelveDigits,
  blank,
  blankReceipt('food', 'dksp'),
  blankReceipt('cosmetic', 'cbmp'),
]
/** After all other kinds: `số đăng ký: 1234/2024/ĐKSP` is a food's number, not a strange drug's. */
export const UNKNOWN_DRUG: readonly Shape[] = [unknownForm]
