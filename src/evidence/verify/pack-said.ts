import { z } from 'zod'
import { PACK_FORMAT } from '../pack-json.ts'

/** JSON of a stranger; undefined when it is none (JSON itself has no undefined). */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the check that asked reports the line or file as malformed
  }
}

/** Each once: a list that names one folder a million times would be read a million times. */
const once = (all: readonly { readonly id: number; readonly folder: string }[]): boolean =>
  new Set(all.map(({ id }) => id)).size === all.length && new Set(all.map(({ folder }) => folder)).size === all.length

const saidSchema = z.object({
  format: z.literal(PACK_FORMAT),
  title: z.string(),
  createdAt: z.string(),
  publicKey: z.object({ sha256: z.string() }),
  ledger: z.object({ entries: z.number(), head: z.string() }),
  unit: z.string().nullish(),
  operator: z.string().nullish(),
  redacted: z.object({ of: z.string(), zip: z.string() }).optional(),
  sightings: z.array(z.object({ id: z.int(), folder: z.string(), files: z.array(z.string()) })).refine(once),
  rules: z.array(z.object({ ruleset: z.string(), rule: z.string(), version: z.string(), file: z.string().nullable() })),
})

/** What pack.json says of the pack. */
export type PackSaid = z.infer<typeof saidSchema>

/** Null when it is missing or malformed. */
export const packSaid = (text: string | null): PackSaid | null =>
  saidSchema.safeParse(text === null ? null : jsonOf(text)).data ?? null

const assessmentSchema = z.object({
  ruleset: z.string(),
  signals: z.array(z.object({ rule: z.string(), version: z.string() })),
  excused: z.array(z.object({ rule: z.string(), version: z.string() })),
})
/** The rules an assessment names; null when it is malformed. */
export const rulesNamed = (text: string | null) =>
  assessmentSchema.safeParse(text === null ? null : jsonOf(text)).data ?? null

const captureSchema = z.object({
  exhibits: z.array(z.object({ file: z.string(), sha256: z.string(), size: z.number() })),
})
/** The files a capture.json names; null when it is malformed. */
export const exhibitsNamed = (text: string | null) =>
  captureSchema.safeParse(text === null ? null : jsonOf(text)).data?.exhibits ?? null
