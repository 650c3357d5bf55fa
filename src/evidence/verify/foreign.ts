import { z } from 'zod'
import type { Instant } from '../../domain.ts'
import type { PackItem } from '../../store/item.ts'
import type { Contents } from './contents.ts'
import { jsonOf, type PackSaid } from './pack-said.ts'

/** One line of what a pack holds. */
export interface ForeignRow {
  readonly id: number
  readonly at: Instant
  readonly url: string
  readonly title: string
  readonly score: number
}

const exhibit = z.object({
  role: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  size: z.number(),
  file: z.string(),
})
/** As much of the three records as a reader needs; a pack may come from another version, which says more. */
const listing = z.looseObject({
  ...{ site: z.string(), key: z.string(), url: z.string(), title: z.string() },
  ...{ contacts: z.array(z.looseObject({ kind: z.string(), value: z.string(), text: z.string() })) },
  ...{ provenance: z.record(z.string(), z.string()), attributes: z.record(z.string(), z.string()) },
})
const sign = z.looseObject({
  rule: z.string(),
  version: z.string(),
  strength: z.number(),
  quotes: z.array(z.looseObject({ field: z.string(), text: z.string() })),
})
const assessment = z.looseObject({
  ...{ score: z.number(), band: z.string(), flagged: z.boolean(), ruleset: z.string() },
  ...{
    categories: z.array(z.object({ id: z.string(), score: z.number() })),
    signals: z.array(sign),
    excused: z.array(sign),
  },
})
const verdict = z.looseObject({ kind: z.string(), reasons: z.array(z.string()) })
const captured = z.looseObject({
  ...{ id: z.int(), at: z.iso.datetime(), requestedUrl: z.string(), finalUrl: z.string(), verdict },
  capture: z
    .looseObject({
      ...{ takenAt: z.iso.datetime(), browser: z.string(), verdict, missing: z.array(z.string()) },
      remarks: z.array(z.string()).optional(),
    })
    .nullable(),
  drift: z.array(z.string()),
  exhibits: z.array(exhibit),
})

/** One sighting of a pack as its records say it, and where its files stand in the bag; null where they are not of that shape. */
export async function foreignItem(contents: Contents, said: PackSaid, id: number) {
  const folder = said.sightings.find((each) => each.id === id)?.folder
  if (folder === undefined) return null
  const read = async <T>(schema: z.ZodType<T>, file: string) =>
    schema.safeParse(jsonOf((await contents.text(`${folder}/${file}`)) ?? '')).data
  const parts = [await read(listing, 'listing.json'), await read(assessment, 'assessment.json')] as const
  const capture = await read(captured, 'capture.json')
  if (!parts[0] || !parts[1] || !capture) return null
  const item = { ...capture, listing: parts[0], assessment: parts[1] } as unknown as PackItem
  return { item, exhibits: capture.exhibits.map((each) => ({ ...each, path: `${folder}/${each.file}` })) }
}

/** Every sighting of a pack, in its own order; those whose records have another shape are left out. */
export async function foreignRows(contents: Contents, said: PackSaid): Promise<readonly ForeignRow[]> {
  const rows: ForeignRow[] = []
  for (const { id } of said.sightings) {
    const item = (await foreignItem(contents, said, id))?.item
    if (item)
      rows.push({ id, at: item.at, url: item.listing.url, title: item.listing.title, score: item.assessment.score })
  }
  return rows
}
