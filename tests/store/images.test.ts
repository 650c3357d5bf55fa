import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../../src/domain.ts'
import { BadInput } from '../../src/errors.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, hashOf, must, newHome, OPERATOR } from './sample.ts'

const picture = (name: string, pdq: string, quality = 100): Picture => ({
  url: `https://cho.example/${name}.jpg`,
  sha256: hashOf(name),
  mediaType: 'image/jpeg',
  size: 5,
  width: 800,
  height: 600,
  pdq,
  quality,
  words: [],
})
const flip = (pdq: string, bits: readonly number[]): string => {
  const bytes = Buffer.from(pdq, 'hex')
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return bytes.toString('hex')
}
const PDQ = hashOf('a picture')

const see = async (store: Store, sweep: number, pictures: readonly Picture[], flagged = false): Promise<number> => {
  const frontier = store.frontier(sweep)
  await frontier.add([aRequest(Math.random())])
  const files = flagged
    ? pictures.map((_, n) => ({ role: `picture-${n + 1}`, mediaType: 'image/jpeg', bytes: Buffer.from(`file ${n}`) }))
    : []
  const sighting = { ...aSighting({ key: '1', flagged }), pictures: { seen: pictures, missed: [], files } }
  return must((await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings: [sighting] })))[0])
}
const aStore = async () => {
  const home = await newHome()
  const store = await openStore(home, OPERATOR)
  return { home, store, sweep: await store.sweeps.begin(aSweep()) }
}

describe('pictures in the store', () => {
  test('are found by their look, nearest first, with every sighting that showed them', async () => {
    const { store, sweep } = await aStore()
    const first = await see(store, sweep, [picture('a', PDQ), picture('far', hashOf('another'))])
    const again = await see(store, sweep, [picture('a', PDQ)])
    const other = await see(store, sweep, [picture('b', flip(PDQ, [3, 77, 200]))])
    expect(await store.images.near(PDQ, 31)).toMatchObject([
      { sha256: hashOf('a'), distance: 0, sightings: [first, again], width: 800 },
      { sha256: hashOf('b'), distance: 3, sightings: [other], pdq: flip(PDQ, [3, 77, 200]) },
    ])
    expect((await store.images.near(PDQ, 2)).map(({ sha256 }) => sha256)).toEqual([hashOf('a')])
    // One added after the first question is found too.
    await see(store, sweep, [picture('c', flip(PDQ, [9]))])
    expect((await store.images.near(PDQ, 1)).map(({ distance }) => distance)).toEqual([0, 1])
    await expect(store.images.near('abc', 1)).rejects.toBeInstanceOf(BadInput)
    await store.close()
  })

  test('with too little to see are kept, and are near to nothing', async () => {
    const { store, sweep } = await aStore()
    const id = await see(store, sweep, [picture('blank', PDQ, 10)])
    expect(await store.images.near(PDQ, 256)).toEqual([])
    expect(await store.images.of(id)).toMatchObject([{ sha256: hashOf('blank'), quality: 10 }])
    await store.close()
  })

  test('of a flagged sighting are exhibits, and stand in its body without their bytes', async () => {
    const { home, store, sweep } = await aStore()
    const id = await see(store, sweep, [picture('a', PDQ), picture('b', flip(PDQ, [1]))], true)
    const { item, exhibits } = await store.sightings.get(id)
    expect(exhibits.map(({ role }) => role)).toEqual(['page', 'dom', 'screenshot', 'picture-1', 'picture-2'])
    expect(item.pictures).toEqual({ seen: [picture('a', PDQ), picture('b', flip(PDQ, [1]))], missed: [] })
    expect((await store.images.of(id)).map(({ url }) => url)).toEqual(item.pictures?.seen.map(({ url }) => url))
    expect((await store.verify()).problems).toEqual([])
    await store.close()
    const raw = new Database(`${home}/evidence.sqlite`)
    for (const change of ['update image set quality = 1', 'delete from image', 'delete from sighting_image'])
      expect(() => raw.exec(change)).toThrow(/append-only/)
    raw.exec('drop trigger image_no_update')
    raw.exec('update image set quality = 1 where id = 1')
    raw.close()
    const again = await openStore(home, { ...OPERATOR, readOnly: true })
    expect((await again.verify()).problems).toMatchObject([{ kind: 'image-row', subject: `sighting:${id}` }])
    await again.close()
  })

  test('are at the distance that counting bits gives', async () => {
    const { store, sweep } = await aStore()
    await see(store, sweep, [picture('a', PDQ)])
    const bits = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { maxLength: 256 })
    await fc.assert(
      fc.asyncProperty(bits, async (flipped) => {
        const [found] = await store.images.near(flip(PDQ, flipped), 256)
        expect(found?.distance).toBe(flipped.length)
        if (flipped.length > 0) expect(await store.images.near(flip(PDQ, flipped), flipped.length - 1)).toEqual([])
      }),
      { numRuns: 60 },
    )
    await store.close()
  })
})
