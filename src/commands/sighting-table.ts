import Table from 'cli-table3'
import { forTerminal, localTime } from '../i18n/format.ts'
import { storeMessages } from '../i18n/store.ts'
import { terms } from '../i18n/terms.ts'
import type { SightingRow } from '../store/api.ts'
import type { Tools } from './command.ts'

/** Characters; titles are as long as a seller likes. */
const WIDEST = { title: 48, price: 18, seller: 22, site: 16 }

const cut = (text: string, most: number): string => {
  const letters = [...forTerminal(text)]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** One line a sighting; times as read in Viet Nam. */
export const sightingTable = (rows: readonly SightingRow[], { lang }: Pick<Tools, 'lang'>): string => {
  const { head } = storeMessages(lang)
  const { band, category } = terms(lang)
  const table = new Table({
    head: [head.id, head.at, head.score, head.what, head.title, head.price, head.seller, head.from],
    colAligns: ['right', 'left', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const row of rows)
    table.push([
      row.id,
      localTime(row.at, lang),
      `${band[row.band]} ${row.score}${row.allowed ? ` (${row.allowed.score} − ${row.allowed.score - row.score})` : ''}`,
      row.categories.map((each) => category[each]).join(', '),
      cut(row.title, WIDEST.title),
      cut(row.priceText ?? '', WIDEST.price),
      cut(row.sellerName ?? '', WIDEST.seller),
      cut(row.site, WIDEST.site),
    ])
  return table.toString()
}
