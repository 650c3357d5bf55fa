import type { Assessment, Instant } from '../domain.ts'
import { BadInput, EvidenceBroken } from '../errors.ts'
import type { PackSource } from '../store/api.ts'
import { type PackItem, saidOf } from '../store/item.ts'
import { type Placed, placed } from './contents.ts'
import type { Gap } from './gate.ts'
import { gapsOf } from './gate.ts'

/** What is kept in memory of each sighting of a pack: some hundred bytes, so that thousands fit. */
export interface Summary {
  readonly id: number
  readonly at: Instant
  readonly site: string
  readonly key: string
  readonly url: string
  readonly title: string
  readonly priceText: string | null
  readonly score: number
  readonly band: Assessment['band']
  /** Why there is no more of it than there is; [] when it is whole. */
  readonly missing: readonly string[]
  /** How its capture was made, with every part there. */
  readonly remarks: readonly string[]
  readonly files: readonly string[]
  /** Its archive records, where it has some. */
  readonly archive: Placed | null
  /** When its page was captured; when it was read where it was not. */
  readonly seenAt: Instant
  /** Where the captured page stood. */
  readonly pageUrl: string
}

export interface Survey {
  readonly summaries: readonly Summary[]
  readonly exhibits: number
  /** `ruleset\nrule\nversion` of every rule that fired or excused. */
  readonly rules: ReadonlySet<string>
  readonly gaps: readonly Gap[]
}

/** The role under which a capture keeps its WARC records. */
export const ARCHIVE = 'archive'

function summaryOf(item: PackItem): Summary {
  const { id, at, listing, assessment, capture } = item
  const files = placed(item)
  return {
    ...{ id, at, site: listing.site, key: listing.key, url: listing.url, title: listing.title },
    ...{ priceText: listing.price?.text ?? null, score: assessment.score, band: assessment.band },
    ...saidOf(item),
    ...{ files: files.map(({ path }) => path) },
    archive: files.find(({ role }) => role === ARCHIVE) ?? null,
    seenAt: capture?.takenAt ?? at,
    pageUrl: capture?.url ?? item.finalUrl,
  }
}

/** Reads every sighting once and keeps what the rest of the work needs to know. Throws BadInput (none), EvidenceBroken (one twice). */
export async function survey(source: PackSource): Promise<Survey> {
  const summaries = new Map<number, Summary>()
  const rules = new Set<string>()
  const gaps: Gap[] = []
  for await (const item of source.items()) {
    if (summaries.has(item.id)) throw new EvidenceBroken(`sighting ${item.id} came twice out of the store`)
    summaries.set(item.id, summaryOf(item))
    gaps.push(...gapsOf(item))
    const { ruleset, signals, excused } = item.assessment
    for (const { rule, version } of [...signals, ...excused]) rules.add(`${ruleset}\n${rule}\n${version}`)
  }
  if (!summaries.size) throw new BadInput('nothing to pack: the selection holds no sighting')
  const all = [...summaries.values()]
  return { summaries: all, exhibits: all.reduce((sum, { files }) => sum + files.length, 0), rules, gaps }
}
