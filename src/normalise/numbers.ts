/** Currencies whose minor unit has three digits (ISO 4217): 423.923 KWD is not half a million. */
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])
const LONGEST = 40

export interface NumberOptions {
  /** Decimal separator where it is known: `.` or `,`. */
  readonly decimal?: string | undefined
  /** ISO code, for the number of decimals. */
  readonly currency?: string | null
}

/**
 * Reads a printed number. `.` or `,` before exactly three digits groups thousands, otherwise it is the decimal separator;
 * where both stand, the last one is. Spaces and apostrophes group. Null when it is no number.
 */
export function parseNumber(printed: string, options: NumberOptions = {}): number | null {
  if (printed.length > LONGEST) return null
  const compact = printed
    .replace(/[\s'’٬]/g, '')
    .replaceAll('٫', ',')
    .replace(/[.,]+$/, '')
  if (!/\d/.test(compact)) return null
  const at = decimalAt(compact, options)
  const whole = (at < 0 ? compact : compact.slice(0, at)).replace(/\D/g, '')
  const fraction = at < 0 ? '' : compact.slice(at + 1).replace(/\D/g, '')
  return Number(`${whole || '0'}.${fraction || '0'}`)
}

/** Index of the decimal separator; -1 when there is none. */
function decimalAt(text: string, { decimal, currency }: NumberOptions): number {
  if (decimal === '.' || decimal === ',')
    return text.lastIndexOf(decimal) === text.indexOf(decimal) ? text.indexOf(decimal) : lastBrief(text)
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return -1
  const mark = text.charAt(last)
  const other = mark === '.' ? ',' : '.'
  const after = text.length - last - 1
  const repeated = text.indexOf(mark) !== last
  if (text.includes(other)) return repeated ? -1 : last
  if (repeated) return after === 3 ? -1 : last
  const before = text.slice(0, last)
  const grouped = after === 3 && before.length <= 3 && !/^0*$/.test(before)
  return grouped && !(mark === '.' && THREE_DECIMALS.has(currency ?? '')) ? -1 : last
}

const lastBrief = (text: string): number => Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
