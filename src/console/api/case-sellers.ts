import { z } from 'zod'
import type { Case } from '../../store/api.ts'
import { newestName } from '../newest-name.ts'
import { acting, type Endpoint, instant, reading } from './endpoint.ts'
import { there } from './problem.ts'
import { sellerAsked, sellerTold } from './seller-ref.ts'

const sellers = z
  .array(z.strictObject({ ...sellerTold, at: instant, officer: z.string() }))
  .describe('those put into the case as such, oldest first')

const sellersOf = ({ sellers: all }: Case): z.input<typeof sellers> =>
  all.map(({ site, key, name, at, officer }) => ({ site, key, name, at, officer }))

const list = reading({
  path: '/cases/{id}/sellers',
  name: 'caseSellers',
  scope: 'cases',
  query: z.strictObject({}),
  answer: z.strictObject({ items: sellers }),
  read: async ({ world, params }) => ({
    items: sellersOf(await there(world.store.cases.get(Number(params['id'])))),
  }),
})

const add = acting({
  path: '/cases/{id}/sellers',
  name: 'addSellerToCase',
  scope: 'cases:write',
  status: 200,
  changes: true,
  schema: sellerAsked,
  example: { site: 'cho', key: 's1' },
  answer: z.strictObject({ added: z.boolean().describe('false: that seller was in it already'), items: sellers }),
  act: async ({ world: { store }, program, params }, asked) => {
    const { id } = await there(store.cases.get(Number(params['id'])))
    const seller = await newestName(store.sellers, asked)
    const added = await store.cases.addSeller(id, seller, program.account.name)
    return { added, items: sellersOf(await store.cases.get(id)) }
  },
})

export const caseSellerEndpoints: readonly Endpoint[] = [list, add]
