import { BadInput } from '../../errors.ts'
import { boxed } from '../../images/boxed.ts'
import { changedPicture } from '../../images/picture-diff.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { madePicture } from '../made-pictures.ts'
import { pictureOf } from '../picture.ts'
import { fileHeaders } from '../security.ts'
import { boxesIn } from '../shot.ts'
import { problemPage } from './problem.ts'

async function shown(ask: SignedAsk, name: string, make: () => Promise<Uint8Array>): Promise<Response> {
  try {
    const bytes = await madePicture(ask.world, name, make)
    return new Response(Buffer.from(bytes), { headers: fileHeaders('image/webp', `${name}.webp`) })
  } catch (error) {
    if (error instanceof BadInput) return problemPage(ask, 'not-found') // no picture that is opened: its place stays empty
    throw error
  }
}

/** A sighting's picture with the words that signs quote framed. */
async function withBoxes(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const { item } = await store.sightings.get(Number(ask.params['id']))
  const exhibit = item.exhibits.find(({ sha256 }) => sha256 === ask.params['sha256'])
  if (!exhibit) return problemPage(ask, 'not-found')
  const { sha256 } = exhibit
  return shown(ask, `${sha256}-boxed-${item.id}`, async () =>
    boxed(await store.blobs.read(sha256), boxesIn(item, sha256)),
  )
}

/** One at a time: two tall pages side by side are a hundred megabytes. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

/** A sighting's screenshot with the parts framed in which another sighting's differs. */
async function changed(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const shotOf = async (name: string) => pictureOf((await store.sightings.get(Number(ask.params[name]))).item.exhibits)
  const [one, other] = [await shotOf('id'), await shotOf('other')]
  if (!one || !other) return problemPage(ask, 'not-found')
  return shown(ask, `${one.sha256}-${other.sha256}-changed`, () =>
    inTurn(async () => changedPicture(await store.blobs.read(one.sha256), await store.blobs.read(other.sha256))),
  )
}

export const pictureRoutes: readonly Route[] = [
  { method: 'GET', path: '/listings/:id{[0-9]+}/boxed/:sha256{[0-9a-f]+}', permission: 'read', handle: withBoxes },
  { method: 'GET', path: '/listings/:id{[0-9]+}/changed/:other{[0-9]+}', permission: 'read', handle: changed },
]
