import type { Artifact, Capture, Checks, Exhibit, Marks, Sighting } from '../domain.ts'
import { EvidenceBroken } from '../errors.ts'
import type { Blobs, StoredItem } from './api.ts'
import { bodyHash } from './canonical.ts'

/** A sighting ready for its row: its files are on the disk, its id is not known yet. */
export type Prepared = Omit<StoredItem, 'id' | 'sweep'>

/** The header is the server's word; without one the bytes are just bytes. */
const pageArtifact = ({ page, origin }: Sighting): Artifact => ({
  role: origin?.way === 'data-file' ? 'row' : 'page',
  mediaType: page.headers['content-type'] ?? 'application/octet-stream',
  bytes: page.body,
})

const captureArtifacts = (capture: Capture): readonly Artifact[] => {
  if (capture.artifacts.some((artifact) => artifact.role === 'dom')) return capture.artifacts
  return [{ role: 'dom', mediaType: 'text/html; charset=utf-8', bytes: capture.page.body }, ...capture.artifacts]
}

/** What the capture found for this listing; null where nothing was sought. */
const marksOf = ({ capture, listing }: Sighting): Marks | null => capture?.marks?.get(listing.key) ?? null

/** A page that is an officer's picture stands in what is attached. */
const artifactsOf = (sighting: Sighting): readonly Artifact[] => {
  const own = sighting.origin?.way === 'screenshot' ? [] : [pageArtifact(sighting)]
  return [
    ...own,
    ...(sighting.capture === null ? [] : captureArtifacts(sighting.capture)),
    ...(marksOf(sighting)?.artifacts ?? []),
    ...(sighting.pictures?.files ?? []),
  ]
}

const distinct = (exhibits: readonly Exhibit[]): readonly Exhibit[] => {
  const roles = new Set(exhibits.map(({ role }) => role))
  if (roles.size !== exhibits.length) throw new Error(`two exhibits of one sighting have the same role: ${[...roles]}`)
  return exhibits
}

const keep = async (blobs: Blobs, artifacts: readonly Artifact[]): Promise<readonly Exhibit[]> => {
  const exhibits: Exhibit[] = []
  for (const { role, mediaType, bytes, sha256: asMade } of artifacts) {
    const sha256 = await blobs.put(bytes)
    if (asMade !== undefined && asMade !== sha256) throw new EvidenceBroken(`the ${role} changed after it was made`)
    exhibits.push({ role, mediaType, sha256, size: bytes.byteLength })
  }
  return exhibits
}

/** Parts that a capture does not have stand nowhere: bodies of before there were any keep their hash. */
const captureFacts = (capture: Capture | null, marks: Marks | null): StoredItem['capture'] => {
  if (capture === null) return null
  const { takenAt, browser, page, verdict, missing, remarks, by, facts } = capture
  return {
    ...{ takenAt, browser, url: page.url, verdict },
    missing: [...missing, ...(marks?.missing ?? [])],
    ...(remarks || marks ? { remarks: [...(remarks ?? []), ...(marks?.remarks ?? [])] } : {}),
    ...(by ? { by } : {}),
    ...(facts ? { facts } : {}),
    ...(marks ? { marks: { quotes: marks.quotes, element: marks.element, pictures: marks.pictures } } : {}),
  }
}

/** Nothing was gathered: the body says nothing of it, as bodies did before there were checks. */
const isEmpty = ({ claims, price, standings, allowed }: Checks): boolean =>
  claims.length === 0 && price === null && standings.length === 0 && allowed === undefined

/** Whether a sighting is kept with its files and entered in the ledger: it is flagged, or a person chose it. */
export const keptWhole = (item: Pick<StoredItem, 'assessment' | 'origin'>): boolean =>
  item.assessment.flagged || item.origin?.whole === true

/**
 * Flagged sightings are kept whole: page, headers and everything captured become files, written here.
 * Unflagged ones lightly: the listing's fields and the page's hash, no file, no headers, no address.
 */
export const prepare = async (blobs: Blobs, sighting: Sighting): Promise<Prepared> => {
  const { page, verdict, listing, assessment, checks, capture, captureError, drift, origin, attached, pictures } =
    sighting
  const whole = assessment.flagged || origin?.whole === true
  return {
    at: page.fetchedAt,
    requestedUrl: page.requestedUrl,
    finalUrl: page.url,
    status: page.status,
    headers: whole ? page.headers : {},
    remoteAddress: whole ? page.remoteAddress : null,
    via: page.via,
    verdict,
    listing,
    assessment,
    ...(isEmpty(checks) ? {} : { checks }),
    ...(origin === null ? {} : { origin }),
    drift,
    ...(pictures === null ? {} : { pictures: { seen: pictures.seen, missed: pictures.missed } }),
    capture: whole ? captureFacts(capture, marksOf(sighting)) : null,
    captureError,
    exhibits: whole ? distinct([...(await keep(blobs, artifactsOf(sighting))), ...attached]) : [],
    pageHash: bodyHash(page.body),
  }
}
