import { z } from 'zod'
import { MOST_ALLOWED_DAYS } from '../../store/api/allowances.ts'
import type { Allowance } from '../../store/api.ts'
import type { ProgramAsk } from '../ask.ts'
import { newestName } from '../newest-name.ts'
import { acting, type Endpoint, instant, limit, mark, pageFrom, pageOf, reading } from './endpoint.ts'
import { ApiProblem } from './problem.ts'
import { sellerAsked, sellerTold } from './seller-ref.ts'

const reason = z.string().trim().min(1).max(500)

const allowance = z.strictObject({
  id: z.int(),
  at: instant,
  officer: z.string(),
  unit: z.string().nullable(),
  seller: z.strictObject(sellerTold),
  reason: z.string(),
  until: instant.describe('in force before this moment'),
  lowers: z.int().describe('percent that scores of the seller’s listings are lowered by; their signs stay'),
  ended: z
    .strictObject({ at: instant, officer: z.string(), reason: z.string() })
    .nullable()
    .describe('null: nobody took it back'),
})

const allowanceOf = ({ id, at, by, unit, seller, reason: why, until, lowers, ended }: Allowance) => ({
  ...{ id, at, officer: by, unit, reason: why, until, lowers },
  seller: { site: seller.site, key: seller.key, name: seller.name },
  ended: ended && { at: ended.at, officer: ended.by, reason: ended.reason },
})

const isOver = ({ until, ended }: Allowance, { world }: ProgramAsk): boolean =>
  ended !== null || until <= world.now().toISOString()

const list = reading({
  path: '/allowances',
  name: 'allowances',
  scope: 'sellers',
  query: z.strictObject({
    past: z.enum(['true', 'false']).default('false').describe('true: those that are over too'),
    ...{ limit, after: mark },
  }),
  answer: pageOf(allowance),
  read: async (ask, { past, limit: most, after }) => {
    const found = (await ask.world.store.allowances.list())
      .filter(({ id }) => after === undefined || id < after)
      .filter((each) => past === 'true' || !isOver(each, ask))
    return pageFrom(found.slice(0, most + 1).map(allowanceOf), most, ({ id }) => id)
  },
})

const add = acting({
  path: '/allowances',
  name: 'allowSeller',
  scope: 'sellers:write',
  status: 201,
  changes: true,
  schema: z.strictObject({
    seller: sellerAsked,
    reason: reason.describe('why it is vouched for'),
    days: z.int().min(1).max(MOST_ALLOWED_DAYS).describe('from now'),
  }),
  example: { seller: { site: 'cho', key: 's1' }, reason: 'Authorised dealer, papers seen', days: 90 },
  answer: allowance,
  act: async ({ world: { store, now }, program }, { seller: asked, reason: why, days }) => {
    const seller = await newestName(store.sellers, asked)
    const current = store.allowances.inForce(seller, now().toISOString())
    if (current) throw new ApiProblem(409, `allowance ${current.id} is in force until ${current.until}; end it first`)
    const { name, unit } = program.account
    return allowanceOf(await store.allowances.add({ seller, reason: why, days, unit }, name))
  },
})

const end = acting({
  path: '/allowances/{id}/end',
  name: 'endAllowance',
  scope: 'sellers:write',
  status: 200,
  changes: true,
  schema: z.strictObject({ reason: reason.describe('why it ends') }),
  example: { reason: 'The papers are no longer valid' },
  answer: allowance,
  act: async (ask, { reason: why }) => {
    const { allowances } = ask.world.store
    const find = async () => (await allowances.list()).find(({ id }) => String(id) === ask.params['id'])
    const before = await find()
    if (!before) throw new ApiProblem(404, 'there is no allowance of that number')
    if (isOver(before, ask)) throw new ApiProblem(409, `allowance ${before.id} is over already`)
    await allowances.end(before.id, why, ask.program.account.name)
    return allowanceOf((await find()) ?? before)
  },
})

export const allowanceEndpoints: readonly Endpoint[] = [list, add, end]
