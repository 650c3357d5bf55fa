import { malformed, placeholder, type Shape, valid } from './claim-shape.ts'
import { gtinState, taxCodeState } from './identifiers.ts'

/** Registration papers before 2010 bore ten digits of another series, so `GPKD` and `ĐKKD` promise no tax code. */
const tax: Shape = {
  kind: 'tax-code',
  hints: ['mst', 'ma so', 'msdn', 'tax code'],
  label: /(?:mst|ma so thue|ma so doanh nghiep|msdn|tax code)(?: so| la)?/,
  number: /(\d(?:[ .]?\d){8,13}(?:[ ]?[-–] ?\d{3})?)(?!\d)/g,
  judge: ([, text = '']) => {
    const digits = text.replace(/\D/g, '')
    const value = digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits
    const state = taxCodeState(digits)
    if (state === 'placeholder') return placeholder(value)
    if (state === 'valid form') return valid(value)
    return malformed(value, /^(?:\d{10}|\d{13})$/.test(digits) ? 'check-digit' : 'shape')
  },
}

const GTIN_LABEL =
  /(?:gtin(?:[ -]?\d{1,2})?|ean(?:[ -]?\d{1,2})?|upc(?:[ -]a)?|barcode|bar code|ma vach|ma so ma vach)(?: san pham)?/

/** Shops call their own short codes "mã vạch" too: other lengths are no claim, eight digits only when they are right. */
const gtin: Shape = {
  kind: 'gtin',
  hints: ['gtin', 'ean', 'upc', 'code', 'ma vach', 'ma so'],
  label: GTIN_LABEL,
  number: /(\d(?:[ -]?\d){7,13})(?![\d-])/g,
  judge: ([, text = '']) => {
    const digits = text.replace(/\D/g, '')
    const state = gtinState(digits)
    if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return null
    if (state === 'placeholder') return digits.length === 8 ? null : placeholder(digits)
    if (state === 'valid form') return valid(digits)
    return digits.length === 8 ? null : malformed(digits, 'check-digit')
  },
}

export const CODES: readonly Shape[] = [gtin, tax]
