import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Exhibit, Page } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { canonicalUrl, checkUrl } from '../sites/urls.ts'
import type { BroughtFile, StoredSighting } from '../store/api.ts'
import { pageOf } from './archive-page.ts'
import { judgePicture } from './judge.ts'
import { headOf, pictureType } from './kinds.ts'
import { openRecorder } from './record.ts'
import { bring, byOf, type ImportReport, sizeOf } from './run.ts'
import type { ImportWorld } from './take.ts'
import { NOTHING_CLAIMED } from './types.ts'

const MOST_PICTURE = 100 * 2 ** 20

/** A picture into the store, as an exhibit that a sighting can carry. `n` from 1, among those of one sighting. */
export async function bringPicture(file: string, n: number, world: ImportWorld): Promise<Exhibit> {
  const mediaType = pictureType(await headOf(file))
  if (mediaType === null) throw new BadInput(`${file} is no PNG, JPEG or WebP picture`)
  if ((await sizeOf(file)) > MOST_PICTURE) throw new BadInput(`${file} is larger than 100 MB, which no screenshot is`)
  const { sha256, size } = await bring(file, mediaType, world.store)
  return { role: n === 1 ? 'officer-screenshot' : `officer-screenshot-${n}`, mediaType, sha256, size }
}

/** What a picture shows, as the officer says: an address, or a sighting recorded before. */
export type Shows = { readonly url: string } | { readonly sighting: number }

/**
 * Records an officer's picture as a sighting of its own: of an address that Soi did not reach, or beside a sighting that is
 * there (its words are then said to come from that one). A picture that was imported for the same is told, not doubled.
 */
export async function importPicture(
  file: string,
  shows: Shows,
  again: boolean,
  world: ImportWorld,
): Promise<ImportReport> {
  const { store, ruleset, operator, now } = world
  const earlier = 'sighting' in shows ? await store.sightings.get(shows.sighting) : null
  const url = 'url' in shows ? canonicalUrl(checkUrl(shows.url).href) : (earlier?.item.listing.url ?? '')
  const exhibit = await bringPicture(file, 1, world)
  const name = file.split(/[\\/]/).at(-1) ?? file
  const spec = { file: exhibit.sha256, shows: earlier ? `sighting:${earlier.item.id}` : url }
  const specHash = createHash('sha256').update(JSON.stringify(spec)).digest('hex')
  const lock = store.sweeps.lock(`import ${exhibit.sha256}`)
  try {
    const known = again ? null : await store.sweeps.newestOf(specHash)
    const finished = known?.state === 'finished' ? known : null
    const at = now()
    const run = finished?.id ?? (await begun())
    if (!finished) {
      await recordIn(run, { page: await pictureAt(file, url, exhibit.mediaType, at), exhibit, name, earlier }, world)
      await store.sweeps.end(run, 'finished')
    }
    return await reportOf(run, finished ? { at: finished.begunAt, by: byOf(finished) } : null)
    async function begun(): Promise<number> {
      await store.rulesets.keep(ruleset.hash, ruleset.files)
      const whole = { import: { ...spec, name }, by: operator, at }
      return store.sweeps.begin({
        name: `import ${name}`,
        kind: 'check',
        specHash,
        spec: whole,
        rulesetHash: ruleset.hash,
      })
    }
  } finally {
    lock.release()
  }
  async function reportOf(run: number, before: ImportReport['before']): Promise<ImportReport> {
    const told = { passed: {}, troubles: 0, firstTroubles: [], damage: null, end: 'finished' as const }
    const read = { ...(await store.sightings.ofSweep(run)), sightings: await store.sightings.ids({ sweep: run }) }
    const { sha256, size } = exhibit
    return { file, kind: 'picture', sha256, size, run, before, pages: before ? 0 : 1, ...read, ...told }
  }
}

const pictureAt = async (file: string, url: string, mediaType: string, at: string): Promise<Page> =>
  pageOf(url, null, { 'content-type': mediaType }, await readFile(file), at)

interface Picture {
  readonly page: Page
  readonly exhibit: Exhibit
  readonly name: string
  readonly earlier: StoredSighting | null
}

async function recordIn(run: number, { page, exhibit, name, earlier }: Picture, world: ImportWorld): Promise<void> {
  const { sha256, size } = exhibit
  const file: Pick<BroughtFile, 'name' | 'sha256' | 'size'> = { name, sha256, size }
  const origin = {
    ...{ way: 'screenshot' as const, by: world.operator, at: page.fetchedAt, file, session: null, whole: true },
    ...{ place: earlier ? `shows sighting ${earlier.item.id}` : null, claimed: NOTHING_CLAIMED },
  }
  const brought = { origin, attached: [exhibit], noCapture: 'an officer’s own screenshot: there is no page to capture' }
  const recorder = await openRecorder(world.store.frontier(run))
  if (await recorder.wanted(page, 'picture')) {
    await recorder.record(await judgePicture({ page, name, earlier: earlier?.item ?? null }, brought, world))
  }
  await recorder.flush()
}
