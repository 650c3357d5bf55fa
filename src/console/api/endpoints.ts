import { z } from 'zod'
import { buildReport } from '../../report/build.ts'
import { reportSchema } from '../../report/schema.ts'
import { reportQuery, wishedReport } from '../../report/wish.ts'
import { VERDICTS } from '../../store/decision-reasons.ts'
import { may } from '../roles.ts'
import { caseNoteEndpoints } from './case-notes.ts'
import { caseEndpoints } from './cases.ts'
import { checkEndpoints } from './checks.ts'
import { decisionEndpoints } from './decisions.ts'
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
import { listingEndpoints } from './listings.ts'
import { noticeEndpoints } from './notices.ts'
import { packEndpoints } from './packs.ts'
import { planEndpoints } from './plans.ts'
import { ruleEndpoints } from './rules.ts'
import { sweepEndpoints } from './sweeps.ts'
import { tipEndpoints } from './tips.ts'

const sellers = reading({
  path: '/sellers',
  name: 'sellers',
  scope: 'sellers',
  query: z.strictObject({ q: text.describe('with or without accents'), limit }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.int(),
        site: z.string(),
        key: z.string().nullable(),
        name: z.string().nullable(),
        listings: z.int(),
        flagged: z.int().describe('listings that showed signs at least once'),
        first: instant.nullable(),
        last: instant.nullable(),
        decided: z
          .partialRecord(z.enum(VERDICTS), z.int())
          .optional()
          .describe('listings by the last decision on them; only for an account that audits'),
      }),
    ),
    more: z.boolean().describe('there are more than were asked for: ask with more of the name'),
  }),
  read: async ({ world, program }, { q, limit: most }) => {
    const found = await world.store.sellers.find(q, most + 1)
    // Counts of one or two listings tell the first verdict to who is to judge blind.
    const audits = may(program.account.role, 'audit')
    const items = found.slice(0, most).map(({ decided, ...seller }) => (audits ? { ...seller, decided } : seller))
    return { items, more: found.length > most }
  },
})

const report = reading({
  path: '/reports',
  name: 'report',
  scope: 'reports',
  query: z.strictObject(reportQuery),
  answer: reportSchema,
  read: ({ world }, wish) => buildReport(world.store.reports, wishedReport(wish)),
})

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

/** Everything under /api/v1, in the order of the OpenAPI file. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...listingEndpoints,
  ...decisionEndpoints,
  ...noticeEndpoints,
  ...caseEndpoints,
  ...caseNoteEndpoints,
  ...packEndpoints,
  ...sweepEndpoints,
  ...planEndpoints,
  ...checkEndpoints,
  ...tipEndpoints,
  sellers,
  ...ruleEndpoints,
  report,
  ledger,
]
