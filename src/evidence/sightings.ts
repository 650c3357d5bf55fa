import type { PackSource } from '../store/api.ts'
import type { PackItem } from '../store/item.ts'
import { placed, recordsOf } from './contents.ts'
import { sightingFolder } from './names.ts'
import { addExhibit, type BagWriter } from './payload.ts'
import { type Draw, type Drawn, drawn, wanted } from './report/pictures.ts'
import { type Report, VOLUME } from './report/print.ts'
import { ARCHIVE } from './survey.ts'
import type { ArchiveGatherer, Volume } from './wacz/gather.ts'

/** Listings whose pictures are drawn at one time: enough for the machine's cores, little memory. */
const AT_ONCE = 4

/** What is made of the exhibits while they are in memory. */
export interface Walk {
  readonly report: Report
  /** Null: the report shows the exhibits as they are. */
  readonly draw: Draw | null
  readonly archives: ArchiveGatherer
  /** Writes an archive that is full. */
  readonly addArchive: (volume: Volume) => Promise<unknown>
  readonly onExhibit: () => void
}

/** A sighting whose pictures are being drawn. */
interface Drawing {
  readonly item: PackItem
  readonly pictures: Promise<readonly Drawn[]>
}

async function* inVolumes(items: AsyncIterable<PackItem>): AsyncGenerator<readonly PackItem[]> {
  let some: PackItem[] = []
  for await (const item of items) {
    some.push(item)
    if (some.length === VOLUME) {
      yield some
      some = []
    }
  }
  if (some.length) yield some
}

/** Each sighting's folder: three records, then its exhibits, each read and hashed once. Begins to draw what the report shows. */
async function addSighting(to: BagWriter, source: PackSource, item: PackItem, walk: Walk): Promise<Drawing> {
  const folder = sightingFolder(item.id)
  for (const [file, text] of Object.entries(recordsOf(item))) await to.add(`${folder}/${file}`, text)
  const shown = walk.draw ? wanted(item) : []
  const kept = new Map<string, Uint8Array>()
  for (const file of placed(item)) {
    const bytes = await addExhibit(to, source, item, file)
    if (shown.some(({ of }) => of.path === file.path)) kept.set(file.path, bytes)
    if (file.role === ARCHIVE) {
      const full = await walk.archives.take(item.id, file.sha256, bytes)
      if (full) await walk.addArchive(full)
    }
    walk.onExhibit()
  }
  const pictures = walk.draw ? drawn(item.id, shown, kept, walk.draw) : Promise.resolve([])
  pictures.catch(() => undefined) // Thrown where it is waited for.
  return { item, pictures }
}

/**
 * Writes all sightings in one walk: each exhibit is read once and is in memory only until its pictures are drawn and its archive
 * records are indexed; the report's volumes are printed meanwhile. Throws EvidenceBroken when an exhibit is not what was recorded.
 */
export async function addSightings(to: BagWriter, source: PackSource, walk: Walk): Promise<void> {
  const waiting: Drawing[] = []
  const settle = async (most: number) => {
    while (waiting.length > most) {
      const [first] = waiting.splice(0, 1)
      if (first) await walk.report.sheet(first.item, await first.pictures)
    }
  }
  for await (const items of inVolumes(source.items())) {
    for (const item of items) {
      waiting.push(await addSighting(to, source, item, walk))
      await settle(AT_ONCE - 1)
    }
    await settle(0)
    await walk.report.volume(items)
  }
  const last = walk.archives.close()
  if (last) await walk.addArchive(last)
}
