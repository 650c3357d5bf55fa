import type { Exhibit, Instant, Origin } from '../domain.ts'
import type { Brought } from '../pipeline.ts'
import type { BroughtFile } from '../store/api.ts'
import type { ImportRequest, ImportWorld } from './take.ts'
import type { Claimed } from './types.ts'

/** The origin of one piece of a file, and what stands beside it. */
export type OriginOf = (place: string | null, claimed: Claimed) => Brought

/** Every piece of a file came the same way. */
export function originsOf(
  request: ImportRequest,
  { name, sha256, size, mediaType }: BroughtFile,
  at: Instant,
  { operator }: ImportWorld,
): OriginOf {
  const { kind, mapping, pictures } = request
  const way: Origin['way'] = kind === 'saved' ? 'saved-page' : mapping ? 'data-file' : 'archive'
  const whole = kind === 'saved'
  // An archive holds the cookies and the other pages of whoever made it: it stays in the store, named by its hash.
  const own: readonly Exhibit[] = whole ? [{ role: 'imported-file', mediaType, sha256, size }] : []
  const rest = { way, by: operator, at, file: { name, sha256, size }, session: null, whole }
  const attached = [...own, ...pictures]
  return (place, claimed) => ({
    origin: { ...rest, place, claimed },
    attached,
    noCapture: noCaptureOf(way, pictures.length),
  })
}

const noCaptureOf = (way: Origin['way'], pictures: number): string => {
  const own = pictures > 0 ? '; the officer’s own is attached' : ''
  if (way === 'data-file') return `row of a data file: there is no page to capture${own}`
  return `imported page: no screenshot was in the file${own}`
}
