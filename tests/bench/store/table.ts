import Table from 'cli-table3'
import type { StoreFigures } from './measure.ts'

/** Milliseconds for a page of 50 by the clock: median and worst. */
export function storeTable(measured: StoreFigures): string {
  const { listings, captured, fillSeconds, bytesPerListing, searchBytesPerListing, figures } = measured
  const out = new Table({ head: ['question', 'median ms', 'worst ms'], style: { head: [], border: [], compact: true } })
  for (const { what, median, worst } of figures) out.push([what, median.toFixed(2), worst.toFixed(2)])
  return `${listings.toLocaleString('en')} listings, ${captured.toLocaleString('en')} with a capture, filled in ${fillSeconds.toFixed(0)} s
${Math.round(bytesPerListing)} bytes a listing in the database, ${Math.round(searchBytesPerListing)} of them for searching
${out.toString()}`
}
