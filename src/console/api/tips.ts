import { z } from 'zod'
import { TIP_CHANNELS, TIP_STATUSES, type Tip } from '../../store/console/tip-api.ts'
import { receiveTip } from '../../tips/receive.ts'
import { seenPage } from '../../tips/sight.ts'
import { MOST_TEXT } from '../../tips/words.ts'
import type { ProgramAsk } from '../ask.ts'
import { acting, type Endpoint, given, instant, limit, offset, reading, text } from './endpoint.ts'

export const tip = z.strictObject({
  number: z.int().describe('counted among tips on sellers'),
  receivedAt: instant,
  channel: z.enum(TIP_CHANNELS),
  text: z.string(),
  url: z.string().nullable(),
  seller: z.string().nullable(),
  phone: z.string().nullable(),
  status: z.enum(TIP_STATUSES),
  assignee: z.string().nullable(),
  dueAt: instant,
  sightings: z.array(z.int()).describe('what was seen of its address'),
  cases: z.array(z.int()),
})

export const tipOf = ({ id, number, receivedAt, channel, text: said, url, ...rest }: Tip, { world }: ProgramAsk) => {
  const { seller, phone, status, assignee, dueAt } = rest
  const { tips } = world.console
  return {
    ...{ number, receivedAt, channel, text: said, url, seller, phone, status, assignee, dueAt },
    ...{ sightings: [...tips.sightings(id)], cases: [...tips.cases(id)] },
  }
}

const list = reading({
  path: '/tips',
  name: 'tips',
  scope: 'tips',
  query: z.strictObject({
    status: z.enum(TIP_STATUSES).optional().describe('only these, also closed ones; where it is not given, open ones'),
    assignee: text.optional().describe('name of an account'),
    ...{ limit, offset },
  }),
  answer: z.strictObject({
    items: z.array(tip),
    next: z.int().nullable().describe('send as "offset"; null: the last page'),
  }),
  read: async (ask, { limit: most, offset: from, ...filter }) => {
    const which = filter.status === undefined ? { open: true } : {}
    const wish = { kind: 'seller', ...which, ...given(filter), limit: most, offset: from } as const
    const { tips, next } = seenPage(ask.world.console.tips, wish, ask.program.account)
    return { items: tips.map((each) => tipOf(each, ask)), next }
  },
})

const words = (most: number) => z.string().trim().min(1).max(most).optional()

const add = acting({
  path: '/tips',
  name: 'addTip',
  scope: 'tips:write',
  status: 201,
  changes: true,
  schema: z.strictObject({
    text: words(MOST_TEXT),
    url: words(2000),
    seller: words(300),
    phone: words(300),
    name: words(300).describe('who gave it, where they said so; erased when its time is over'),
    contact: words(300),
  }),
  example: { text: 'Shop bán túi giả, hẹn gặp ở chợ', url: 'https://shop.example/tui-1' },
  answer: z.strictObject({
    tip,
    mergedInto: z.int().nullable().describe('number of the open tip that says the same'),
  }),
  act: async (ask, input) => {
    const { world, program } = ask
    const desk = { tips: world.console.tips, ledger: world.store.ledger, now: world.now }
    // The tipster's code is not told: answers are kept for a week, and of the code only its hash may be.
    const { tip: made, same } = await receiveTip(
      desk,
      { ...input, kind: 'seller', channel: 'hotline' },
      program.account.name,
    )
    return { tip: tipOf(made, ask), mergedInto: same?.tip.number ?? null }
  },
})

export const tipEndpoints: readonly Endpoint[] = [list, add]
