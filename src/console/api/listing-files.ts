import { z } from 'zod'
import { exhibitFile } from '../exhibit-file.ts'
import { type Endpoint, hash, reading, sending } from './endpoint.ts'
import { ApiProblem, there } from './problem.ts'

const list = reading({
  path: '/listings/{id}/files',
  name: 'listingFiles',
  scope: 'listings',
  query: z.strictObject({}),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        role: z.string().describe('`page`, `screenshot` …'),
        mediaType: z.string(),
        size: z.int().describe('bytes'),
        sha256: hash,
        href: z.string().describe('where it is fetched'),
      }),
    ),
  }),
  read: async ({ world, params }) => {
    const { item, exhibits } = await there(world.store.sightings.get(Number(params['id'])))
    const items = exhibits.map(({ role, mediaType, size, sha256 }) => ({
      ...{ role, mediaType, size, sha256 },
      href: `/api/v1/listings/${item.id}/files/${sha256}`,
    }))
    return { items }
  },
})

const one = sending({
  path: '/listings/{id}/files/{sha256}',
  name: 'listingFile',
  scope: 'listings',
  send: async ({ world, program, params }) => {
    const wish = { sighting: Number(params['id']), sha256: params['sha256'] ?? '', saved: true }
    const answer = await there(exhibitFile(world, { ...wish, account: program.account.name }))
    if (!answer) throw new ApiProblem(404, 'that sighting has no such file')
    return answer
  },
})

export const listingFileEndpoints: readonly Endpoint[] = [list, one]
