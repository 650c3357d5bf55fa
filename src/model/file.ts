import { z } from 'zod'
import type { Instant, Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { MOST_FEATURES } from './features.ts'
import type { Judge } from './opinion.ts'

export interface Source {
  /** Name without its folder. */
  readonly file: string
  readonly sha256: Sha256
  readonly listings: number
}

export interface ModelFile extends Judge {
  readonly created: Instant
  readonly sources: readonly Source[]
  readonly counts: { readonly violating: number; readonly legitimate: number }
}

const FORMAT = 'soi-second-opinion'
const VERSION = 1
/** A whole model is about half a megabyte. */
export const MOST_BYTES = 8_000_000

const count = z.int().min(0).max(1_000_000_000)
// Folded words, digits or #, at most two, ~ before: nothing that could steer a terminal.
const feature = z
  .string()
  .max(100)
  .regex(/^~?[\p{L}\p{M}\p{N}#%]+( [\p{L}\p{M}\p{N}#%]+)?$/u)
const file = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  created: z.iso.datetime(),
  sources: z
    .array(z.strictObject({ file: z.string().max(255), sha256: z.string().regex(/^[0-9a-f]{64}$/), listings: count }))
    .min(1)
    .max(1000),
  counts: z.strictObject({ violating: count, legitimate: count }),
  curve: z.strictObject({ slope: z.number().min(-100).max(100), intercept: z.number().min(-100).max(100) }),
  least: count,
  /** Feature and weight, the most telling first. */
  weights: z
    .array(z.tuple([feature, z.number().min(-50).max(50)]))
    .min(1)
    .max(MOST_FEATURES),
})

/** The text of a model file: the same training gives the same text but for its date. */
export function modelText({ created, sources, counts, curve, least, weights }: ModelFile): string {
  const head = { format: FORMAT, version: VERSION, created, sources, counts, curve: rounded(curve), least }
  const lines = [...weights].map(([word, weight]) => JSON.stringify([word, Math.round(weight * 1e4) / 1e4]))
  return `${JSON.stringify(head).slice(0, -1)},"weights":[\n${lines.join(',\n')}\n]}\n`
}

const rounded = ({ slope, intercept }: Judge['curve']) => ({
  slope: Number(slope.toPrecision(8)),
  intercept: Number(intercept.toPrecision(8)),
})

/** Reads a model file that may come from anybody. BadInput names what is wrong; nothing in it is ever run. */
export function parseModel(text: string, name: string): ModelFile {
  if (text.length > MOST_BYTES) throw new BadInput(`${name}: too big for a model (${text.length} characters)`)
  const result = file.safeParse(jsonOf(text, name))
  if (!result.success) {
    const [issue] = result.error.issues
    throw new BadInput(`${name}: not a model of this version: ${issue?.path.join('.') || 'file'}: ${issue?.message}`)
  }
  const { weights, format: _, version: __, ...rest } = result.data
  const map = new Map(weights)
  if (map.size < weights.length) throw new BadInput(`${name}: not a model: a word stands in it twice`)
  return { ...rest, weights: map }
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BadInput(`${name}: not a model: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
