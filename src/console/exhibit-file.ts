import type { World } from './ask.ts'
import { fileHeaders } from './security.ts'

interface Wish {
  readonly sighting: number
  readonly sha256: string
  /** Who gets it: that is noted. */
  readonly account: string
  /** Pictures too are only saved. */
  readonly saved: boolean
}

/** A file of a sighting, whole; null where it does not belong to it. BadInput where there is no such sighting. */
export async function exhibitFile({ store, console }: World, wish: Wish): Promise<Response | null> {
  const { exhibits } = await store.sightings.get(wish.sighting)
  const exhibit = exhibits.find(({ sha256 }) => sha256 === wish.sha256)
  if (!exhibit) return null
  const bytes = await store.blobs.read(exhibit.sha256)
  console.access.note(wish.account, 'file.open', `sighting:${wish.sighting} ${exhibit.sha256}`)
  const mediaType = wish.saved ? 'application/octet-stream' : exhibit.mediaType
  return new Response(Buffer.from(bytes), { headers: fileHeaders(mediaType, exhibit.sha256) })
}
