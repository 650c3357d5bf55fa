export type CodeState = 'valid form' | 'malformed' | 'placeholder'

/** Digit runs nobody was issued: one digit repeated, counting up or down, all zero after the first digits. */
function isPlaceholder(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits) || /^\d{0,3}0{6,}$/.test(digits)) return true
  return '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits)
}

/**
 * Serials of registration numbers that stand in forms and templates: blanks, `x`, zeros, one digit repeated, counting up or down.
 * Shorter runs happen by chance.
 */
export function isPlaceholderSerial(serial: string): boolean {
  if (/[x.]/.test(serial)) return true
  const digits = serial.replace(/^0+/, '')
  if (digits.length < 4) return digits === ''
  return (
    /^(\d)\1+$/.test(digits) || '1234567890123'.startsWith(digits) || '9876543210'.includes(digits) || digits === '6789'
  )
}

const TAX_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/**
 * Form of a Vietnamese tax code (MST): 10 digits with check digit, optionally `-NNN` for a branch, or the 12-digit personal
 * number that households use since 1 July 2025 (Circular 86/2024/TT-BTC), which has no check digit here.
 * Check digit: 10 − (weighted sum mod 11); algorithm as in python-stdnum, `stdnum/vn/mst.py`.
 */
export function taxCodeState(text: string): CodeState {
  const digits = text.replace(/[\s.\-–_]/g, '')
  if (!/^(?:\d{10}|\d{12}|\d{13})$/.test(digits)) return 'malformed'
  const body = digits.slice(0, 10)
  if (isPlaceholder(digits.length === 12 ? digits : body)) return 'placeholder'
  if (digits.length === 12) return /^0\d{11}$/.test(digits) ? 'valid form' : 'malformed'
  if (digits.length === 13 && digits.endsWith('000')) return 'malformed'
  if (/^\d{2}0{7}/.test(body)) return 'malformed'
  const sum = TAX_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body.charAt(i)), 0)
  return 10 - (sum % 11) === Number(body.charAt(9)) ? 'valid form' : 'malformed'
}

/**
 * Form of a GTIN-8, -12, -13 or -14: weights 3 and 1 from the right, check digit modulo 10.
 * Source: GS1 General Specifications, section 7.9.1.
 */
export function gtinState(text: string): CodeState {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return 'malformed'
  if (isPlaceholder(digits) || isPlaceholder(digits.slice(0, -1))) return 'placeholder'
  const sum = [...digits].reverse().reduce((total, d, i) => total + Number(d) * (i % 2 === 1 ? 3 : 1), 0)
  return sum % 10 === 0 ? 'valid form' : 'malformed'
}
