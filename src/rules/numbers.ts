import type { Checks } from '../domain.ts'
import type { QuantityName } from './schema.ts'
import type { Stream, Subject } from './subject.ts'

/** Unit words, without marks, of each quantity that a rule may ask for. */
const UNITS: Readonly<Record<Exclude<QuantityName, 'price_vnd' | 'price_ratio'>, readonly string[]>> = {
  mah: ['mah'],
  tb: ['tb'],
  gb: ['gb'],
  watt: ['w', 'watt'],
}

/** A number of the listing and, where it stands in a text, the tokens that say it. */
export interface Measured {
  readonly value: number
  readonly stream: Stream | null
  readonly from: number
  readonly to: number
}

/** Every value of a quantity: the price as given, or numbers followed by the unit in the title and the attributes. */
export function measured(subject: Subject, of: QuantityName, checks: Checks): Measured[] {
  if (of === 'price_vnd' || of === 'price_ratio') {
    const ratio = checks.price?.basis === 'reference' ? checks.price.ratio : null
    const value = of === 'price_vnd' ? subject.input.price_vnd : ratio
    return value === null ? [] : [{ value, stream: null, from: 0, to: 0 }]
  }
  const found: Measured[] = []
  for (const stream of subject.streams) {
    if (!stream.asWritten || stream.attributeName) continue
    if (stream.field.kind === 'title' || stream.field.kind === 'attributes') found.push(...inStream(stream, UNITS[of]))
  }
  return found
}

/** `100.000mAh`, `2 TB`: digits, thousands joined by a dot or comma, then the unit. */
function inStream(stream: Stream, units: readonly string[]): Measured[] {
  const { tokens } = stream
  const found: Measured[] = []
  for (let unit = 1; unit < tokens.count; unit++) {
    if (!units.includes(tokens.plain[unit] ?? '')) continue
    let from = unit - 1
    let digits = tokens.plain[from] ?? ''
    if (!/^\d{1,9}$/.test(digits)) continue
    while (digits.length <= 9 && from > 0 && thousands(stream, from)) {
      from--
      digits = (tokens.plain[from] ?? '') + digits
    }
    found.push({ value: Number(digits), stream, from, to: unit + 1 })
  }
  return found
}

/** The token is the last three digits of a number written `100.000` or `100,000`. */
function thousands(stream: Stream, at: number): boolean {
  const { tokens } = stream
  const between = tokens.folded.text.slice(tokens.ends[at - 1] ?? 0, tokens.starts[at] ?? 0)
  return (
    (between === '.' || between === ',') &&
    (tokens.plain[at] ?? '').length === 3 &&
    /^\d{1,3}$/.test(tokens.plain[at - 1] ?? '')
  )
}
