import { z } from 'zod'
import type { PackItem } from '../../store/item.ts'
import { packSubject } from '../bag.ts'
import { type ExportRecords, exportRecords } from '../contents.ts'
import type { LinkedEntry } from '../ledger-chain.ts'
import { sightingSubject } from '../names.ts'
import { jsonOf } from './pack-said.ts'

/** file → SHA-256 of the three records of a sighting. */
export type Vouched = ExportRecords[string]

/** From the sighting's own entry: the records are made again out of its body. */
async function fromOwnEntry(body: string, id: number): Promise<Vouched | null> {
  try {
    const item = JSON.parse(body) as PackItem
    return item.id === id ? ((await exportRecords([item]))[String(id)] ?? null) : null
  } catch {
    return null // not the shape of a sighting: reported as not recorded
  }
}

const exportBody = z.object({ records: z.record(z.string(), z.record(z.string(), z.string())) })

/** Takes the entries one by one and keeps digests only: a ledger's bodies may be larger than any memory. */
export function openVouching({ bag, sightings }: { readonly bag: string; readonly sightings: ReadonlySet<number> }) {
  const subjects = new Map([...sightings].map((id) => [sightingSubject(id), id]))
  const own = new Map<number, Vouched>()
  let exported: ExportRecords | null = null
  return {
    async take({ subject, body }: LinkedEntry): Promise<void> {
      if (body === null) return
      const id = subjects.get(subject)
      if (id !== undefined && !own.has(id)) {
        const records = await fromOwnEntry(body, id)
        if (records) own.set(id, records)
      }
      if (subject === packSubject(bag)) exported ??= exportBody.safeParse(jsonOf(body)).data?.records ?? null
    },
    /** A sighting without a sign has no entry of its own; the export's vouches for it. */
    all(): ReadonlyMap<number, Vouched> {
      const all = new Map(own)
      for (const id of sightings) {
        const records = exported?.[String(id)]
        if (records && !all.has(id)) all.set(id, records)
      }
      return all
    },
  }
}
