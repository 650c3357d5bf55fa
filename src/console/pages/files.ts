import type { Exhibit, Sha256 } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import { type ThumbnailKind, thumbnail } from '../../images/thumbnail.ts'
import type { Route, SignedAsk, World } from '../ask.ts'
import { madePicture } from '../made-pictures.ts'
import { fileHeaders } from '../security.ts'
import { problemPage } from './problem.ts'

const KINDS: readonly ThumbnailKind[] = ['top', 'whole']

/** A file is asked for through the sighting it belongs to; null when it does not. */
async function exhibitOf({ world, params }: SignedAsk): Promise<Exhibit | null> {
  const { exhibits } = await world.store.sightings.get(Number(params['id']))
  return exhibits.find(({ sha256 }) => sha256 === params['sha256']) ?? null
}

const thumbnailOf = (world: World, sha256: Sha256, kind: ThumbnailKind): Promise<Uint8Array> =>
  madePicture(world, `${sha256}-${kind}`, async () => thumbnail(await world.store.blobs.read(sha256), kind))

async function small(ask: SignedAsk): Promise<Response> {
  const kind = KINDS.find((each) => each === ask.params['kind'])
  const exhibit = await exhibitOf(ask)
  if (!kind || !exhibit) return problemPage(ask, 'not-found')
  try {
    const bytes = await thumbnailOf(ask.world, exhibit.sha256, kind)
    return new Response(Buffer.from(bytes), { headers: fileHeaders('image/webp', `${exhibit.sha256}-${kind}.webp`) })
  } catch (error) {
    if (error instanceof BadInput) return problemPage(ask, 'not-found') // no picture that is opened: the tile stays empty
    throw error
  }
}

async function whole(ask: SignedAsk): Promise<Response> {
  const exhibit = await exhibitOf(ask)
  if (!exhibit) return problemPage(ask, 'not-found')
  const bytes = await ask.world.store.blobs.read(exhibit.sha256)
  ask.world.console.access.note(ask.session.account.name, 'file.open', `sighting:${ask.params['id']} ${exhibit.sha256}`)
  return new Response(Buffer.from(bytes), { headers: fileHeaders(exhibit.mediaType, exhibit.sha256) })
}

export const fileRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/listings/:id{[0-9]+}/small/:kind/:sha256{[0-9a-f]+}',
    permission: 'read',
    handle: small,
  },
  { method: 'GET', path: '/listings/:id{[0-9]+}/files/:sha256{[0-9a-f]+}', permission: 'read', handle: whole },
]
