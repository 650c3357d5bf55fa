import { createHash } from 'node:crypto'
import type { Frontier, FrontierRequest, Outcome, Page, Sighting } from '../domain.ts'
import type { SiteBook } from '../sites/load.ts'
import { bodyHash } from '../store/canonical.ts'

/** What is recorded of one piece: a visit of the import's run. */
export interface Seen {
  readonly page: Page
  /** Unique within the run: where in the file it stood. */
  readonly place: string
  readonly site: string
  readonly outcome: Outcome
  readonly reasons: readonly string[]
  readonly sightings: readonly Sighting[]
}

export interface Recorder {
  /** False when an earlier, interrupted run of the same import recorded it already. */
  wanted(page: Page, place: string): Promise<boolean>
  /** Recorded soon; in the order given. */
  record(seen: Seen): Promise<void>
  /** Everything is on the disk when it resolves. */
  flush(): Promise<void>
}

/** Records under way at once: they share one write to the disk. Their pages are in memory. */
const UNDER_WAY = 32
const BYTES_UNDER_WAY = 64 * 2 ** 20

const keyOf = (place: string): string => createHash('sha256').update(place).digest('hex')

/** Records pieces as visits of the run's frontier, so that they end as what is crawled ends. */
export async function openRecorder(frontier: Frontier): Promise<Recorder> {
  const leftovers = await frontier.take(UNDER_WAY * 4)
  const begun = new Map<string, FrontierRequest>()
  let waiting: Promise<unknown>[] = []
  let bytes = 0
  const flush = async (): Promise<void> => {
    const all = waiting
    waiting = []
    bytes = 0
    await Promise.all(all)
  }
  const requestOf = async (page: Page, place: string): Promise<FrontierRequest | null> => {
    const { url } = page
    const host = new URL(url).host || 'file'
    const request = { url, key: keyOf(place), host, role: 'start', depth: 0, via: 'http' } as const
    if ((await frontier.add([request])) > 0) return (await frontier.take(1))[0] ?? null
    // Begun by a run that was killed before it was recorded, or done.
    const left = leftovers.findIndex((one) => one.url === url)
    return left < 0 ? null : ((leftovers as FrontierRequest[]).splice(left, 1)[0] ?? null)
  }
  return {
    async wanted(page, place) {
      const request = await requestOf(page, place)
      if (request) begun.set(place, request)
      return request !== null
    },
    async record({ page, place, site, outcome, reasons, sightings }) {
      const request = begun.get(place)
      if (!request) throw new Error(`${place} was not begun`)
      begun.delete(place)
      const { url: finalUrl, status, body, fetchedAt: at } = page
      const visit = { finalUrl, site, outcome, reasons, status, pageHash: bodyHash(body), at, sightings }
      waiting.push(frontier.record({ request, ...visit, discovered: [] }))
      bytes += body.length
      if (waiting.length >= UNDER_WAY || bytes >= BYTES_UNDER_WAY) await flush()
    },
    flush,
  }
}

/** Coverage is by site: the adapter's id, or the host. */
export const siteNameOf = (book: SiteBook, page: Page): string =>
  book.siteFor(page)?.id || new URL(page.url).host || 'file'
