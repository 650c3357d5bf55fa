import { productAt } from './pages.ts'
import type { Row } from './usage.ts'

/** `1.234.000đ`, `1234000` and 1234000 are one price. */
const dong = (price: Row['price']): number => Number(String(price).replace(/\D/g, ''))

/** What is wrong with a runner's rows: products missing, doubled, or read wrongly. Empty when every page was really taken. */
export function faults(jsonl: string, pages: number): readonly string[] {
  const rows: Row[] = jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const seen = new Map(rows.map((row) => [new URL(row.url).pathname, row]))
  const found: string[] = []
  if (rows.length !== pages) found.push(`${rows.length} rows for ${pages} products`)
  for (let i = 0; i < pages; i++) {
    const { path, title, dong: expected } = productAt(i)
    const row = seen.get(path)
    if (!row) found.push(`${path} is missing`)
    else if (row.title !== title) found.push(`${path}: title ${row.title}`)
    else if (dong(row.price) !== expected) found.push(`${path}: price ${row.price}, not ${expected}`)
  }
  return found
}
