import { currenciesIn, isoCode, isUnmistakable, type PrintedCurrency } from './currencies.ts'
import type { MoneyOptions, ParsedMoney } from './money.ts'
import { parseNumber } from './numbers.ts'

interface Printed {
  readonly text: string
  readonly start: number
  readonly end: number
}

const NUMBER = /(?<![\d])[.,]*\d(?:[\d'’٬٫]|[.,]+(?=\d)|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))*/g
/** Percentages, dates, measures, times, ratios. */
const NO_PRICE_AFTER =
  /^\s?(?:%|°|(?:cm|mm|km|kg|mg|ml|cl|oz|lbs?|ft|inch|inches|in|kw|mah|gb|tb|pcs|x\d|h\d|:\d)(?![\p{L}\d]))/u
const DATE = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?<![\d.,])\d{2}-\d{2}(?![\d.,]))(?!\d)/g
const MONTH_YEAR = /(?:january|february|march|april|may|june|july|august|september|october|november|december),? \d{4}/gi
const ORDERS =
  /(?:shipping|delivery)(?: \w+){0,3} orders[^.]{0,20}|(?:мин|min)\. ?\p{L}+:? ?\d+|save \S{1,12}|you save \S{1,12}/giu
const WAS_NOW = /\bwas\b.{0,40}?\bnow\b:?/i
const blanked = (text: string, pattern: RegExp): string => text.replace(pattern, (hit) => hit.replace(/\d/g, '_'))

/** Amounts with the currencies of the world: the number next to a currency, else the first that is no measure. */
export function worldMoney(text: string, options: MoneyOptions): ParsedMoney | null {
  const clean = mended(blanked(blanked(blanked(text.slice(0, 400), DATE), MONTH_YEAR), ORDERS), options)
  const currencies = currenciesIn(clean)
  const numbers = numbersIn(clean, currencies)
  const was = WAS_NOW.exec(clean)
  const current = was ? numbers.filter((n) => n.start >= was.index + was[0].length) : numbers
  const chosen = choose(current.length > 0 ? current : numbers, currencies, clean)
  if (!chosen)
    return /^\W*(?:free|gratis|miễn phí)\W*$/iu.test(text) ? { amount: 0, max: null, currency: null, text } : null
  const sign = signOf(clean, chosen, currencies) ?? null
  const currency = currencyOf(sign?.sign ?? null, options.currency ?? null)
  const read = (n: Printed): number | null => parseNumber(lead(clean, n), { decimal: options.decimal, currency })
  const amount = read(chosen)
  const to = rangeEnd(clean, chosen, numbers)
  const max = to && read(to)
  return amount === null
    ? null
    : { amount, max: max !== null && max > amount ? max : null, currency, text: text.trim() }
}

/** `119. 95`, `35€ 99` and the like: pieces of one number. */
function mended(text: string, { decimal }: MoneyOptions): string {
  const joined = text.replace(/(\d[.,]) (?=\d{2}(?!\d))/g, '$1')
  const cents = decimal === '€' ? /(\d)€( ?)(\d{2}|(?<=€)\d+)(?!\d)/g : /(\d)€( ?)(\d{2})(?!\d)/g
  return joined.replace(cents, '$1,$3€')
}

function numbersIn(text: string, currencies: readonly PrintedCurrency[]): Printed[] {
  const found: Printed[] = []
  for (const { 0: printed, index } of text.matchAll(NUMBER)) {
    const end = index + printed.length
    const priced = currencies.some((c) => c.start === end || c.end === index)
    const inWord = /[\p{L}_]/u.test(text.charAt(index - 1)) && !priced
    if (!inWord && (priced || !NO_PRICE_AFTER.test(text.slice(end, end + 10))))
      found.push({ text: printed, start: index, end })
  }
  return found
}

/** A leading separator is a decimal point after nothing, but belongs to an abbreviation after a letter (`Rs.75`). */
function lead(text: string, number: Printed): string {
  const dots = /^[.,]+/.exec(number.text)?.[0].length ?? 0
  if (dots === 0) return number.text
  const rest = number.text.slice(dots)
  const abbreviation = /\p{L}/u.test(text.charAt(number.start - 1)) || /^\d+[.]\d/.test(rest) || /^\d{3,}/.test(rest)
  return abbreviation ? rest : `0.${rest}`.replace(/^0\.(\d+),(\d+)$/, '0.$1,$2')
}

const gap = (a: Printed, b: PrintedCurrency): number => (b.start >= a.end ? b.start - a.end : a.start - b.end)

/** The currency that stands at the number; letters-only signs must touch it or be apart by one space. */
function signOf(text: string, number: Printed, all: readonly PrintedCurrency[]): PrintedCurrency | null {
  const near = all
    .filter((c) => gap(number, c) >= 0 && /^[\s.:,\-–*$]*$/.test(between(text, number, c)))
    .filter((c) => isUnmistakable(c.sign) || gap(number, c) <= 4)
    .sort((a, b) => gap(number, a) - gap(number, b))
  const code = near.find((c) => CODE.test(c.sign))
  return near[0]?.sign.endsWith('$') && code ? code : (near[0] ?? null)
}

/** `SGD$4.90`: the code says whose dollar it is. */
const CODE = /^[A-Z]{3}$/

const between = (text: string, a: Printed, b: PrintedCurrency): string =>
  b.start >= a.end ? text.slice(a.end, b.start) : text.slice(b.end, a.start)

function choose(numbers: readonly Printed[], currencies: readonly PrintedCurrency[], text: string): Printed | null {
  const gapTo = (n: Printed): number => {
    const sign = signOf(text, n, currencies)
    return sign ? gap(n, sign) : Number.POSITIVE_INFINITY
  }
  const priced = numbers.find((n) => gapTo(n) <= 1) ?? numbers.find((n) => gapTo(n) < Number.POSITIVE_INFINITY)
  if (!priced) return numbers[0] ?? null
  const before = numbers[numbers.indexOf(priced) - 1]
  return before &&
    rangeEnd(text, before, numbers) === priced &&
    /^[^\d]*(?:from|od|ab|от|von|de) ?$/i.test(text.slice(0, before.start))
    ? before
    : priced
}

function rangeEnd(text: string, from: Printed, numbers: readonly Printed[]): Printed | null {
  const next = numbers[numbers.indexOf(from) + 1]
  if (!next) return null
  const middle = text.slice(from.end, next.start)
  return middle.length < 16 && /^[^\d]{0,5}(?:-|–|~|to|до|bis|đến)[^\d]{0,5}$/.test(middle) ? next : null
}

/** ISO code: the sign on the number, made exact by the hint where countries share it; else the hint. */
function currencyOf(sign: string | null, hint: string | null): string | null {
  const hinted = hint === null ? null : (isoCode(hint) ?? hintCode(hint))
  if (sign === null) return hinted
  if (sign === '$' || sign.toLowerCase().startsWith('kr'))
    return hinted !== null && hinted !== 'VND' && hinted !== 'EUR' ? hinted : isoCode(sign)
  return isoCode(sign)
}

const hintCode = (hint: string): string | null => {
  const sign = currenciesIn(hint).find((c) => isUnmistakable(c.sign))
  return sign ? isoCode(sign.sign) : null
}

/** The currency as printed beside the price, or in the hint; null when neither says. */
export function printedSign(text: string | null, hint: string | null): string | null {
  const clean = text === null ? '' : mended(text, {})
  const all = currenciesIn(clean)
  const chosen = choose(numbersIn(clean, all), all, clean)
  const sign = (chosen && signOf(clean, chosen, all)) ?? all.find((c) => isUnmistakable(c.sign) || isWhole(clean, c))
  return sign?.sign ?? (hint === null ? null : signInHint(hint))
}

const isWhole = (text: string, c: PrintedCurrency): boolean =>
  /^[\d\s.,]*$/.test(text.slice(0, c.start) + text.slice(c.end))

function signInHint(hint: string): string | null {
  const all = currenciesIn(hint)
  const sure = all.find(
    (c) => isUnmistakable(c.sign) || isWhole(hint, c) || /^\d/.test(hint.slice(0, c.start).trimEnd().slice(-1)),
  )
  return sure?.sign ?? null
}
