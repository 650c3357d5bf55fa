import type { Exhibit, Sha256 } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import { type ThumbnailKind, thumbnail } from '../../images/thumbnail.ts'
import type { Route, SignedAsk, World } from '../ask.ts'
import { exhibitFile } from '../exhibit-file.ts'
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
  const wish = { sighting: Number(ask.params['id']), sha256: ask.params['sha256'] ?? '', saved: false }
  const answer = await exhibitFile(ask.world, { ...wish, account: ask.session.account.name })
  return answer ?? problemPage(ask, 'not-found')
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
