import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMoney, printedCurrency } from '../../src/normalise/money.ts'

interface Row {
  readonly price_raw: string | null
  readonly currency_raw: string | null
  readonly amount_float: number | string | null
  readonly currency: string | null
  readonly decimal_separator?: string
}

export interface MoneyMiss {
  readonly price: string | null
  readonly hint: string | null
  readonly wanted: number | string | null
  readonly got: number | string | null
}

export interface MoneyMeasure {
  /** Share of rows whose amount is read as a person reads it, 0–1. */
  readonly amount: number
  /** Share of rows whose currency sign or code is found as printed, 0–1. */
  readonly currency: number
  readonly rows: number
  readonly misses: { readonly amount: readonly MoneyMiss[]; readonly currency: readonly MoneyMiss[] }
}

/** Measures price reading on the international price strings in `sharedDir` (price-parser's table, 1,185 rows). */
export function measureMoney(sharedDir: string): MoneyMeasure {
  const file = join(sharedDir, 'real-pages/price-parser-strings/price-examples.json')
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly Row[]
  const amount = rows.flatMap((row) => amountMiss(row) ?? [])
  const currency = rows.flatMap((row) => currencyMiss(row) ?? [])
  const share = (misses: readonly unknown[]): number => 1 - misses.length / rows.length
  return { amount: share(amount), currency: share(currency), rows: rows.length, misses: { amount, currency } }
}

function amountMiss(row: Row): MoneyMiss | null {
  const options = { currency: row.currency_raw, ...(row.decimal_separator ? { decimal: row.decimal_separator } : {}) }
  const got = row.price_raw === null ? null : (parseMoney(row.price_raw, options)?.amount ?? null)
  const wanted = row.amount_float === null ? null : Number(row.amount_float)
  return got === wanted ? null : { price: row.price_raw, hint: row.currency_raw, wanted, got }
}

function currencyMiss(row: Row): MoneyMiss | null {
  const got = printedCurrency(row.price_raw, row.currency_raw)
  return got === row.currency ? null : { price: row.price_raw, hint: row.currency_raw, wanted: row.currency, got }
}
