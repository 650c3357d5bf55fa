import { z } from 'zod'
import { VERDICTS } from '../../store/decision-reasons.ts'
import {
  type Endpoint,
  from,
  given,
  hash,
  instant,
  limit,
  mark,
  pageFrom,
  pageOf,
  reading,
  text,
  to,
} from './endpoint.ts'

const ledger = reading({
  path: '/ledger',
  name: 'ledger',
  scope: 'ledger',
  query: z.strictObject({
    actor: text.optional(),
    action: text.optional(),
    subject: text.optional().describe('`sighting:7`; `sighting:` stands for all'),
    ...{ from, to, limit, after: mark },
  }),
  answer: pageOf(
    z.strictObject({
      seq: z.int(),
      at: instant,
      actor: z.string(),
      action: z.string(),
      subject: z.string(),
      body: z.string().describe('canonical JSON; bodyHash is its SHA-256'),
      bodyHash: hash,
      prevHash: z.union([hash, z.literal('')]),
      hash,
    }),
  ),
  read: async ({ world }, { limit: most, after, ...filter }) => {
    const asked = { ...given({ ...filter, before: after }), limit: most + 1 }
    return pageFrom(await world.store.ledger.list(asked), most, ({ seq }) => seq)
  },
})

const head = reading({
  path: '/ledger/head',
  name: 'ledgerHead',
  scope: 'ledger',
  query: z.strictObject({}),
  answer: z.strictObject({
    head: z
      .strictObject({ seq: z.int(), at: instant, hash })
      .nullable()
      .describe('the newest entry, as packs and reports print it; null: the ledger is empty'),
    actions: z.array(z.string()).describe('every action that stands in it'),
  }),
  read: async ({ world: { store } }) => {
    const newest = await store.ledger.head()
    return {
      head: newest && { seq: newest.seq, at: newest.at, hash: newest.hash },
      actions: [...(await store.ledger.actions())],
    }
  },
})

const access = reading({
  path: '/access',
  name: 'access',
  scope: 'ledger',
  query: z.strictObject({ account: text.optional(), limit, after: mark }),
  answer: pageOf(
    z.strictObject({ id: z.int(), at: instant, account: z.string(), action: z.string(), subject: z.string() }),
  ),
  read: async ({ world }, { limit: most, after, ...filter }) => {
    const rows = world.console.access.list({ ...given({ ...filter, before: after }), limit: most + 1 })
    const page = pageFrom(rows, most, ({ id }) => id)
    return {
      ...page,
      items: page.items.map(({ id, at, account, action, subject }) => ({ id, at, account, action, subject })),
    }
  },
})

const judged = z.strictObject({ officer: z.string(), verdict: z.enum(VERDICTS), at: instant })

const reviews = reading({
  path: '/reviews',
  name: 'reviews',
  scope: 'decisions',
  query: z.strictObject({ limit }),
  answer: z.strictObject({
    figures: z.strictObject({ drawn: z.int(), judged: z.int(), agreed: z.int() }),
    disagreements: z
      .array(
        z.strictObject({
          ...{ sighting: z.int(), site: z.string(), key: z.string(), title: z.string() },
          ...{ first: judged, second: judged.nullable() },
        }),
      )
      .describe('newest first'),
  }),
  read: async ({ world: { store } }, { limit: most }) => {
    const { drawn, judged: done, agreed } = await store.reviews.figures()
    const found = await store.reviews.disagreements({}, most)
    const of = ({ officer, verdict, at }: z.input<typeof judged>) => ({ officer, verdict, at })
    const disagreements = found.map(({ sighting, site, key, title, first, second }) => ({
      ...{ sighting, site, key, title, first: of(first), second: second && of(second) },
    }))
    return { figures: { drawn, judged: done, agreed }, disagreements }
  },
})

export const auditEndpoints: readonly Endpoint[] = [ledger, head, access, reviews]
