import { z } from 'zod'
import { buildReport } from '../../report/build.ts'
import { reportSchema } from '../../report/schema.ts'
import { reportQuery, wishedReport } from '../../report/wish.ts'
import { VERDICTS } from '../../store/decision-reasons.ts'
import { may } from '../roles.ts'
import { allowanceEndpoints } from './allowances.ts'
import { auditEndpoints } from './audit.ts'
import { caseFileEndpoints } from './case-files.ts'
import { caseNoteEndpoints } from './case-notes.ts'
import { caseSellerEndpoints } from './case-sellers.ts'
import { caseEndpoints } from './cases.ts'
import { checkEndpoints } from './checks.ts'
import { decisionEndpoints } from './decisions.ts'
import { type Endpoint, instant, limit, reading, text } from './endpoint.ts'
import { historyEndpoints } from './history.ts'
import { listingFileEndpoints } from './listing-files.ts'
import { listingEndpoints } from './listings.ts'
import { noticeEndpoints } from './notices.ts'
import { packEndpoints } from './packs.ts'
import { planFileEndpoints } from './plan-files.ts'
import { planEndpoints } from './plans.ts'
import { replyEndpoints } from './replies.ts'
import { reportFileEndpoints } from './report-files.ts'
import { ruleEffectEndpoints } from './rule-effects.ts'
import { ruleEndpoints } from './rules.ts'
import { sweepCompareEndpoints } from './sweep-compare.ts'
import { sweepEndpoints } from './sweeps.ts'
import { tipWorkEndpoints } from './tip-work.ts'
import { tipEndpoints } from './tips.ts'
import { watchListEndpoints } from './watch-lists.ts'

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

/** Everything under /api/v1, in the order of the OpenAPI file. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...listingEndpoints,
  ...historyEndpoints,
  ...listingFileEndpoints,
  ...replyEndpoints,
  ...decisionEndpoints,
  ...noticeEndpoints,
  ...caseEndpoints,
  ...caseNoteEndpoints,
  ...caseFileEndpoints,
  ...caseSellerEndpoints,
  ...packEndpoints,
  ...sweepEndpoints,
  ...sweepCompareEndpoints,
  ...planEndpoints,
  ...planFileEndpoints,
  ...watchListEndpoints,
  ...checkEndpoints,
  ...tipEndpoints,
  ...tipWorkEndpoints,
  sellers,
  ...allowanceEndpoints,
  ...ruleEndpoints,
  ...ruleEffectEndpoints,
  report,
  ...reportFileEndpoints,
  ...auditEndpoints,
]
