import { z } from 'zod'
import { PACK_FORMAT } from '../pack-json.ts'

/** No record, list or ledger line of a real pack has as many parts; a text of commas would fill the memory with empty objects. */
const MOST_PARTS = 1_000_000
/** More sightings, files or rules than a ZIP that is read at all can hold. */
const MOST_ITEMS = 100_000

function isTooMuch(text: string): boolean {
  let parts = 0
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) if (++parts > MOST_PARTS) return true
  return false
}

/** Counted before its items are looked at: each wrong one would cost a message. */
const listOf = <T>(item: z.ZodType<T>) => z.array(z.unknown()).max(MOST_ITEMS).pipe(z.array(item))

/** JSON of a stranger; undefined when it is none (JSON itself has no undefined), or more than can be real. */
export function jsonOf(text: string): unknown {
  if (isTooMuch(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the check that asked reports the line or file as malformed
  }
}

/** Each once: a list that names one folder a million times would be read a million times. */
const once = (all: readonly { readonly id: number; readonly folder: string }[]): boolean =>
  new Set(all.map(({ id }) => id)).size === all.length && new Set(all.map(({ folder }) => folder)).size === all.length

const digest = z.string().regex(/^[0-9a-f]{64}$/)

const replySchema = z.object({
  ...{ id: z.int(), at: z.string(), officer: z.string(), unit: z.string().nullable(), sighting: z.int().optional() },
  ...{ kind: z.string(), received: z.string(), way: z.string(), sender: z.string(), text: z.string() },
  file: z
    .object({ name: z.string(), mediaType: z.string(), size: z.number(), sha256: digest, path: z.string() })
    .nullable(),
})

const sightingSchema = z.object({
  ...{ id: z.int(), folder: z.string(), files: listOf(z.string()), site: z.string(), key: z.string() },
  replies: listOf(replySchema).optional(),
})

const saidSchema = z.object({
  format: z.literal(PACK_FORMAT),
  title: z.string(),
  createdAt: z.string(),
  publicKey: z.object({ sha256: z.string() }),
  ledger: z.object({ entries: z.number(), head: z.string() }),
  unit: z.string().nullish(),
  operator: z.string().nullish(),
  redacted: z.object({ of: digest, zip: digest }).optional(),
  sightings: listOf(sightingSchema).refine(once),
  rules: listOf(z.object({ ruleset: z.string(), rule: z.string(), version: z.string(), file: z.string().nullable() })),
})

/** What pack.json says of the pack. */
export type PackSaid = z.infer<typeof saidSchema>

/** Null when it is missing or malformed. */
export const packSaid = (text: string | null): PackSaid | null =>
  saidSchema.safeParse(text === null ? null : jsonOf(text)).data ?? null

const assessmentSchema = z.object({
  ruleset: z.string(),
  signals: listOf(z.object({ rule: z.string(), version: z.string() })),
  excused: listOf(z.object({ rule: z.string(), version: z.string() })),
})
/** The rules an assessment names; null when it is malformed. */
export const rulesNamed = (text: string | null) =>
  assessmentSchema.safeParse(text === null ? null : jsonOf(text)).data ?? null

const captureSchema = z.object({
  exhibits: listOf(z.object({ file: z.string(), sha256: z.string(), size: z.number() })),
})
/** The files a capture.json names; null when it is malformed. */
export const exhibitsNamed = (text: string | null) =>
  captureSchema.safeParse(text === null ? null : jsonOf(text)).data?.exhibits ?? null
