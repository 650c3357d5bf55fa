import type { Artifact, Capture, Checks, Exhibit, Sighting } from '../domain.ts'
import type { Blobs, StoredItem } from './api.ts'
import { bodyHash } from './canonical.ts'

/** A sighting ready for its row: its files are on the disk, its id is not known yet. */
export type Prepared = Omit<StoredItem, 'id' | 'sweep'>

/** The header is the server's word; without one the bytes are just bytes. */
const pageArtifact = ({ page }: Sighting): Artifact => ({
  role: 'page',
  mediaType: page.headers['content-type'] ?? 'application/octet-stream',
  bytes: page.body,
})

const captureArtifacts = (capture: Capture): readonly Artifact[] => {
  if (capture.artifacts.some((artifact) => artifact.role === 'dom')) return capture.artifacts
  return [{ role: 'dom', mediaType: 'text/html; charset=utf-8', bytes: capture.page.body }, ...capture.artifacts]
}

const artifactsOf = (sighting: Sighting): readonly Artifact[] => {
  const { capture, pictures } = sighting
  const captured = capture === null ? [] : captureArtifacts(capture)
  const artifacts = [pageArtifact(sighting), ...captured, ...(pictures?.files ?? [])]
  const roles = new Set(artifacts.map((artifact) => artifact.role))
  if (roles.size !== artifacts.length)
    throw new Error(`two artifacts of one sighting have the same role: ${[...roles]}`)
  return artifacts
}

const keep = async (blobs: Blobs, artifacts: readonly Artifact[]): Promise<readonly Exhibit[]> => {
  const exhibits: Exhibit[] = []
  for (const { role, mediaType, bytes } of artifacts)
    exhibits.push({ role, mediaType, sha256: await blobs.put(bytes), size: bytes.byteLength })
  return exhibits
}

const captureFacts = (capture: Capture | null): StoredItem['capture'] =>
  capture === null
    ? null
    : {
        takenAt: capture.takenAt,
        browser: capture.browser,
        url: capture.page.url,
        verdict: capture.verdict,
        missing: capture.missing,
      }

/** Nothing was gathered: the body says nothing of it, as bodies did before there were checks. */
const isEmpty = ({ claims, price, standings }: Checks): boolean =>
  claims.length === 0 && price === null && standings.length === 0

/**
 * Flagged sightings are kept whole: page, headers and everything captured become files, written here.
 * Unflagged ones lightly: the listing's fields and the page's hash, no file, no headers, no address.
 */
export const prepare = async (blobs: Blobs, sighting: Sighting): Promise<Prepared> => {
  const { page, verdict, listing, assessment, checks, capture, captureError, drift, pictures } = sighting
  const whole = assessment.flagged
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
    drift,
    ...(pictures === null ? {} : { pictures: { seen: pictures.seen, missed: pictures.missed } }),
    capture: whole ? captureFacts(capture) : null,
    captureError,
    exhibits: whole ? await keep(blobs, artifactsOf(sighting)) : [],
    pageHash: bodyHash(page.body),
  }
}
