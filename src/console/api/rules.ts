import { z } from 'zod'
import type { BookRule } from '../../amend/types.ts'
import { CATEGORIES } from '../../domain.ts'
import { parseScoreInput } from '../../rules/input.ts'
import { acting, type Endpoint, hash, reading, text } from './endpoint.ts'
import { ApiProblem } from './problem.ts'

const both = z.strictObject({ vi: z.string(), en: z.string() })
const BAND = z.enum(['none', 'low', 'medium', 'high'])

const ruleRow = {
  id: z.string(),
  version: z.string(),
  title: both,
  category: z.enum(CATEGORIES).nullable().describe('null: it lowers the score'),
  strength: z.number(),
  active: z.boolean(),
}

const rowOf = ({ id, version, title, category, strength, active }: BookRule) => ({
  ...{ id, version, title, category, strength, active },
})

const list = reading({
  path: '/rules',
  name: 'rules',
  scope: 'rules',
  query: z.strictObject({ category: z.enum(CATEGORIES).optional() }),
  answer: z.strictObject({ ruleset: hash, rules: z.array(z.strictObject(ruleRow)) }),
  read: async ({ world }, { category }) => {
    const book = await world.ruling.reader.book()
    const wanted = category === undefined ? book.rules : book.rules.filter((rule) => rule.category === category)
    return { ruleset: book.hash, rules: wanted.map(rowOf) }
  },
})

const one = reading({
  path: '/rules/{rule}',
  name: 'rule',
  scope: 'rules',
  query: z.strictObject({}),
  answer: z.strictObject({
    ...ruleRow,
    why: both,
    innocent: both.describe('the usual innocent explanation'),
    legal: z.array(z.string()).describe('ids of legal references'),
    file: z.string(),
    text: z.string().describe('the file itself, YAML'),
    hits: z.strictObject({ listings: z.int(), confirmed: z.int(), dismissed: z.int() }),
  }),
  read: async ({ world, params }) => {
    const { reader } = world.ruling
    const [book, tallies] = await Promise.all([reader.book(), reader.tallies()])
    const rule = book.rules.find(({ id }) => id === params['rule'])
    if (!rule) throw new ApiProblem(404, `there is no rule ${params['rule']}`)
    const { listings = 0, confirmed = 0, dismissed = 0 } = tallies.get(rule.id) ?? {}
    return {
      ...rowOf(rule),
      ...{ why: rule.why, innocent: rule.innocent, legal: [...rule.legal], file: rule.file },
      text: book.files.find(({ path }) => path === rule.file)?.text ?? '',
      hits: { listings, confirmed, dismissed },
    }
  },
})

const words = (most: number) => z.string().max(most).optional()
const quote = z.strictObject({ field: z.string(), start: z.int(), end: z.int(), text: z.string() })
const sign = { rule: z.string(), version: z.string(), strength: z.number(), quotes: z.array(quote) }

const score = acting({
  path: '/scores',
  name: 'score',
  scope: 'rules',
  status: 200,
  changes: false,
  schema: z.strictObject({
    title: z.string().min(1).max(500),
    description: words(20_000),
    price_text: words(100).describe('as printed'),
    price_vnd: z.number().min(0).optional().describe('dong'),
    category: words(200),
    brand: words(200),
    seller: z.strictObject({ name: text }).optional(),
    attributes: z.record(z.string().max(100), z.string().max(500)).optional(),
  }),
  example: { title: 'Túi Gucci rep 1:1', description: 'Hàng siêu cấp', price_vnd: 450_000 },
  answer: z.strictObject({
    score: z.number(),
    band: BAND,
    flagged: z.boolean(),
    categories: z.array(z.strictObject({ id: z.enum(CATEGORIES), score: z.number() })),
    signals: z.array(z.strictObject({ ...sign, category: z.enum(CATEGORIES), title: both, why: both, innocent: both })),
    excused: z.array(z.strictObject({ ...sign, title: both })),
    ruleset: hash,
  }),
  act: async ({ world }, body) => {
    const input = parseScoreInput({ id: 'score', ...body })
    const { explanation } = await world.ruling.desk.ask('try', input)
    const { score: total, band, flagged, categories, ruleset } = explanation.assessment
    const quoted = ({
      rule,
      version,
      strength,
      quotes,
    }: (typeof explanation.excuses)[number] | (typeof explanation.signals)[number]) => ({
      ...{ rule, version, strength },
      quotes: quotes.map(({ field, start, end, text: said }) => ({ field, start, end, text: said })),
    })
    return {
      ...{ score: total, band, flagged, ruleset },
      categories: categories.map((each) => ({ id: each.id, score: each.score })),
      signals: explanation.signals.map((one) => ({
        ...{ ...quoted(one), category: one.category, title: one.title, why: one.why, innocent: one.innocent },
      })),
      excused: explanation.excuses.map((one) => ({ ...quoted(one), title: one.title })),
    }
  },
})

export const ruleEndpoints: readonly Endpoint[] = [list, one, score]
