import { closest } from 'fastest-levenshtein'
import { CATEGORIES, type ScoreInput } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { parseScoreInput } from './input.ts'

/** A listing and what a person said of it. */
export interface Labelled {
  readonly listing: ScoreInput
  /** Categories it violates, each once; empty for a legitimate one. */
  readonly labels: readonly string[]
  readonly difficulty: string | null
  readonly evasion: string | null
}

/**
 * One JSON value as a labelled listing. BadInput for what is no listing, for missing or malformed labels and, unless
 * lenient, for unknown keys and for labels that are no category.
 */
export function parseLabelled(value: unknown, { lenient = false }: { lenient?: boolean } = {}): Labelled {
  const listing = parseScoreInput(value, { lenient })
  const { labels, difficulty, evasion } = value as Record<string, unknown>
  if (!Array.isArray(labels)) throw new BadInput('"labels" is missing: the names of the violations, [] for none')
  const names = labels.map((label: unknown) => {
    if (typeof label !== 'string' || label === '') throw new BadInput('"labels": every label is a name')
    if (!lenient && !(CATEGORIES as readonly string[]).includes(label))
      throw new BadInput(`"labels": unknown category "${label}"; the nearest is "${closest(label, [...CATEGORIES])}"`)
    return label
  })
  return { listing, labels: [...new Set(names)], difficulty: textOf(difficulty), evasion: textOf(evasion) }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
