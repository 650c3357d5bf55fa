import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Exhibit, Sha256 } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import { type ThumbnailKind, thumbnail } from '../../images/thumbnail.ts'
import type { Route, SignedAsk, World } from '../ask.ts'
import { fileHeaders } from '../security.ts'
import { problemPage } from './problem.ts'

const KINDS: readonly ThumbnailKind[] = ['top', 'whole']

/** A file is asked for through the sighting it belongs to; null when it does not. */
async function exhibitOf({ world, params }: SignedAsk): Promise<Exhibit | null> {
  const { exhibits } = await world.store.sightings.get(Number(params['id']))
  return exhibits.find(({ sha256 }) => sha256 === params['sha256']) ?? null
}

/** Made once and kept under the home: it can be thrown away, the exhibit cannot. Null where there is none yet. */
const kept = (file: string): Promise<Uint8Array | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

async function thumbnailOf({ store }: World, sha256: Sha256, kind: ThumbnailKind): Promise<Uint8Array> {
  const folder = join(store.home, 'cache', 'thumbnails', sha256.slice(0, 2))
  const file = join(folder, `${sha256}-${kind}.webp`)
  const before = await kept(file)
  if (before) return before
  const made = await thumbnail(await store.blobs.read(sha256), kind)
  const temporary = `${file}.${randomUUID()}`
  await mkdir(folder, { recursive: true })
  await writeFile(temporary, made)
  await rename(temporary, file)
  return made
}

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
