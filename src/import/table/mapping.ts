import { z } from 'zod'
import { BadInput } from '../../errors.ts'
import { parseYaml } from '../../yaml.ts'
import { FIELD_NAMES, type Field } from './fields.ts'

const text = z.string().min(1).max(500)
const fieldTable = z.strictObject(
  Object.fromEntries(FIELD_NAMES.map((field) => [field, text.optional()])) as Record<Field, z.ZodOptional<typeof text>>,
)

const schema = z.strictObject({
  /** Id of a site file, or a short name for the platform: it stands in every listing. */
  site: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and dashes, e.g. shopee'),
  /** Who handed the file over. */
  source: text,
  /** The day the file speaks of. */
  date: z.iso.date({ error: 'must be a day, YYYY-MM-DD' }),
  /** XLSX: the sheet; the first one when left out. */
  sheet: text.optional(),
  /** CSV and XLSX: the row with the names of the columns, from 1. */
  header_row: z.int().min(1).max(1_000).default(1),
  /** CSV: told from the header when left out. */
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** JSON: names that lead to the list, with dots between; the document itself is the list when left out. */
  records: text.optional(),
  /** ISO 4217, for prices without one of their own. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capitals, e.g. VND')
    .default('VND'),
  /** How numbers are printed: `vi` 1.234,5 · `en` 1,234.5; left out, prices are read as sellers write them. */
  numbers: z.enum(['vi', 'en']).optional(),
  /** Address of a listing, made of columns: https://shop.vn/product/{shop id}/{item id} */
  url_template: text.optional(),
  /** field → name of the column; in JSON names with dots between lead inside: shop.name */
  columns: fieldTable,
  /** attribute of the goods → name of the column. */
  attributes: z.record(text, text).default({}),
  /** field → the same text for every row. */
  constants: fieldTable.prefault({}),
})

export type Mapping = z.infer<typeof schema>

/** Reads a mapping file. BadInput names file, line and key of every mistake. */
export function parseMapping(yaml: string, file: string): Mapping {
  const mapping = parseYaml(yaml, file, schema)
  const { columns, constants, url_template: template } = mapping
  if (!columns.title) throw new BadInput(`${file}: columns.title is missing: a listing needs a title`)
  if ((columns.url === undefined) === (template === undefined))
    throw new BadInput(`${file}: give either columns.url or url_template: a listing needs one address`)
  const twice = FIELD_NAMES.find((field) => columns[field] !== undefined && constants[field] !== undefined)
  if (twice) throw new BadInput(`${file}: ${twice} is both in columns and in constants`)
  if (constants.url !== undefined) throw new BadInput(`${file}: constants.url: rows cannot share one address`)
  if (template !== undefined) checkTemplate(template, file)
  return mapping
}

function checkTemplate(template: string, file: string): void {
  const filled = template.replace(/\{[^{}]{1,200}\}/g, '1')
  if (filled === template) throw new BadInput(`${file}: url_template names no column: write {name of the column}`)
  const origin = /^https?:\/\/[^/{}?#]+(?=[/?#])/i.exec(template)
  if (!origin || !URL.canParse(filled))
    throw new BadInput(`${file}: url_template must begin with http(s)://host/ and name columns only behind it`)
}

/** The columns a mapping asks for. */
export const columnsAsked = (mapping: Mapping): readonly string[] => [
  ...Object.values(mapping.columns).filter((name) => name !== undefined),
  ...Object.values(mapping.attributes),
  ...[...(mapping.url_template ?? '').matchAll(/\{([^{}]{1,200})\}/g)].map(([, name = '']) => name),
]
