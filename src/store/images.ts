import { BadInput } from '../errors.ts'
import type { Images, NearImage } from './api.ts'
import type { Db } from './db.ts'
import { openImageIndex } from './image-index.ts'
import type { Prepared } from './sighting-body.ts'

/** Inside the transaction of the sighting's row. */
export const insertImages = (db: Db, sighting: number, { pictures }: Prepared): void => {
  for (const [n, { sha256, pdq, quality, width, height, url }] of (pictures?.seen ?? []).entries()) {
    const known = db.prepare('select id from image where sha256 = ?').get(sha256) as { readonly id: number } | undefined
    const id =
      known?.id ??
      db
        .prepare('insert into image (sha256, pdq, quality, width, height) values (?, ?, ?, ?, ?)')
        .run(sha256, Buffer.from(pdq, 'hex'), quality, width, height).lastInsertRowid
    db.prepare('insert into sighting_image (sighting, n, image, url) values (?, ?, ?, ?)').run(sighting, n, id, url)
  }
}

const FACTS = ['image.sha256', 'image.pdq', 'image.quality', 'image.width', 'image.height'] as const

const printed = <T extends { readonly pdq: Uint8Array }>(row: T) => ({
  ...row,
  pdq: Buffer.from(row.pdq).toString('hex'),
})

export const openImages = (db: Db): Images => {
  const index = openImageIndex(db)
  const found = async (id: number, distance: number, limit: number | undefined): Promise<NearImage> => {
    const row = await db.query.selectFrom('image').select(FACTS).where('id', '=', id).executeTakeFirstOrThrow()
    const shown = await db.query
      .selectFrom('sighting_image')
      .select('sighting')
      .distinct()
      .where('image', '=', id)
      .orderBy('sighting', 'desc')
      .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
      .execute()
    return { ...printed(row), distance, sightings: shown.map(({ sighting }) => sighting).reverse() }
  }
  return {
    near: async (pdq, most, limit) => {
      if (!/^[0-9a-f]{64}$/.test(pdq)) throw new BadInput(`${pdq} is no PDQ hash: 64 hexadecimal digits`)
      const near = index.within(Buffer.from(pdq, 'hex'), most)
      const nearest = [...near].sort((a, b) => a.distance - b.distance || a.id - b.id).slice(0, limit)
      const images: NearImage[] = []
      for (const { id, distance } of nearest) images.push(await found(id, distance, limit))
      return images
    },
    of: async (sighting) => {
      const rows = await db.query
        .selectFrom('sighting_image')
        .innerJoin('image', 'image.id', 'sighting_image.image')
        .select([...FACTS, 'sighting_image.url'])
        .where('sighting_image.sighting', '=', sighting)
        .orderBy('sighting_image.n')
        .execute()
      return rows.map(printed)
    },
  }
}
