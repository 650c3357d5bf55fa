import type { Instant } from '../domain.ts'
import { csvText } from '../export/csv.ts'
import { jsonText, listingsSchema } from '../export/json.ts'
import { xlsxBytes } from '../export/xlsx.ts'
import { exportMessages } from '../i18n/export.ts'
import type { Lang } from '../i18n/messages.ts'
import type { PackSource } from '../store/api.ts'
import { LISTINGS, LISTINGS_SCHEMA } from './bag.ts'
import type { BagWriter } from './payload.ts'

/** The listings once more for other programs: CSV, workbook, JSON and its schema. */
export async function addTables(
  to: BagWriter,
  source: PackSource,
  { lang, createdAt }: { readonly lang: Lang; readonly createdAt: Instant },
): Promise<void> {
  const t = exportMessages(lang)
  await to.add(LISTINGS.csv, csvText(source.items()))
  await to.add(LISTINGS.xlsx, await xlsxBytes(source.items(), t.headings, t.sheet, createdAt))
  await to.add(LISTINGS.json, jsonText(source.items(), createdAt))
  await to.add(LISTINGS_SCHEMA, listingsSchema())
}
