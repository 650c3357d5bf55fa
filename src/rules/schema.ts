// Longer than most: one place says everything a rule, a word list, the law list and the scoring file may say.
import { z } from 'zod'
import { CATEGORIES, CLAIM_STATES } from '../domain.ts'

/** What a rule file, a lexicon, the legal list and the scoring file may say. Strict everywhere: an unknown key is an error. */

const FIELD_KINDS = [
  'title',
  'description',
  'attributes',
  'seller',
  'ocr',
  'category',
  'brand',
  'price',
  'url',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Families are the folders under rules/; the category a signal counts for is inside the rule. */
export const FAMILIES = [
  'counterfeit',
  'ip-infringement',
  'unclear-origin',
  'smuggled',
  'prohibited',
  'health',
  'trade-fraud',
  'invoices',
  'currency',
] as const

const FACTS = [
  'price_hidden',
  'price_masked',
  'claim_placeholder',
  'claim_malformed',
  'claim_implausible',
  'claim_wrong_kind',
  'claim_in_registry',
  'claim_withdrawn',
  'claim_not_in_registry',
  'claim_other_holder',
  'tax_code_bad',
  'gtin_bad',
  'gtin_prefix_contradicts_origin',
  'authorised_seller',
  'official_shop',
  'known_offender',
  'offender_name',
  'recalled_product',
  'price_outlier_in_store',
  'second_hand',
  'compatible_part',
  'no_seller_identity',
  'no_registration_number',
  'no_origin_stated',
  'has_registration_number',
  'has_cosmetic_number',
  'has_food_number',
  'has_drug_number',
  'has_device_number',
  'placeholder_number',
  'brand_mentioned',
  'brand_lookalike',
  'brand_hidden_letters',
  'brand_disguised',
  'unaccented_text',
] as const
export type FactName = (typeof FACTS)[number]

/** `price_ratio`: price asked divided by the least that goods of that name usually cost new; known only for goods with a reference. */
const QUANTITIES = ['price_vnd', 'price_ratio', 'mah', 'tb', 'gb', 'watt'] as const
export type QuantityName = (typeof QUANTITIES)[number]
/** Those that say only what the goods cost: a rule needs more. */
export const PRICE_QUANTITIES: readonly QuantityName[] = ['price_vnd', 'price_ratio']

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const strength = z.number().gt(0).max(1)

/**
 * `plain`: what the term written without marks counts for. `phrase` (default): only in text without marks and with two or
 * more words; `text`: in text without marks, single words too; `safe`: everywhere; `never`: nowhere.
 */
const plainUse = z.enum(['safe', 'text', 'phrase', 'never'])
export type PlainUse = z.infer<typeof plainUse>
const term = z.union([z.string().min(1), z.strictObject({ term: z.string().min(1), plain: plainUse })])
const terms = z.array(term).min(1)
const fields = z.array(z.enum(FIELD_KINDS)).min(1)
const near = z.strictObject({
  words: terms,
  within: z.int().min(1).max(40),
  /** On which side of the words these stand; either when left out. */
  side: z.enum(['before', 'after']).optional(),
  /** No end of a sentence, line or list item stands between. */
  same_clause: z.boolean().optional(),
})
export type Near = z.infer<typeof near>

export interface Condition {
  readonly all?: readonly Condition[] | undefined
  readonly any?: readonly Condition[] | undefined
  readonly not?: Condition | undefined
  readonly words?: readonly Term[] | undefined
  readonly near?: Near | undefined
  readonly apart?: Near | undefined
  readonly count?: number | undefined
  readonly negatable?: boolean | undefined
  /** The words set the scene (what is sold) and are not quoted as the reason. */
  readonly context?: boolean | undefined
  readonly in?: readonly FieldKind[] | undefined
  readonly pattern?: string | undefined
  readonly number?:
    | { readonly of: QuantityName; readonly below?: number | undefined; readonly above?: number | undefined }
    | undefined
  readonly floor?: string | undefined
  readonly fact?: FactName | undefined
  readonly missing?: FieldKind | undefined
  readonly attribute?: { readonly key: readonly Term[]; readonly value: readonly Term[] } | undefined
}
export type Term = z.infer<typeof term>

const OPERATORS = ['all', 'any', 'not', 'words', 'pattern', 'number', 'floor', 'fact', 'missing', 'attribute'] as const
const MODIFIERS: Readonly<Record<string, readonly string[]>> = {
  words: ['near', 'apart', 'count', 'in', 'negatable', 'context'],
  pattern: ['in'],
}

const condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      all: z.array(condition).min(1).optional(),
      any: z.array(condition).min(1).optional(),
      not: condition.optional(),
      words: terms.optional(),
      near: near.optional(),
      apart: near.optional(),
      count: z.int().min(2).optional(),
      negatable: z.boolean().optional(),
      context: z.boolean().optional(),
      in: fields.optional(),
      pattern: z.string().min(1).optional(),
      number: z
        .strictObject({ of: z.enum(QUANTITIES), below: z.number().optional(), above: z.number().optional() })
        .optional(),
      floor: z.string().optional(),
      fact: z.enum(FACTS).optional(),
      missing: z.enum(FIELD_KINDS).optional(),
      attribute: z.strictObject({ key: terms, value: terms }).optional(),
    })
    .superRefine((value, context) => {
      const keys = Object.keys(value).filter((key) => value[key as keyof typeof value] !== undefined)
      const operators = keys.filter((key) => (OPERATORS as readonly string[]).includes(key))
      const operator = operators[0]
      if (operators.length !== 1 || operator === undefined) {
        context.addIssue({ code: 'custom', message: `exactly one of: ${OPERATORS.join(', ')}` })
        return
      }
      for (const key of keys) {
        if (key === operator || MODIFIERS[operator]?.includes(key)) continue
        context.addIssue({ code: 'custom', message: `"${key}" means nothing beside "${operator}"`, path: [key] })
      }
    }),
)

const text = z.string()
const fragment = z.strictObject({
  platform: text.optional(),
  url: text.optional(),
  title: text.optional(),
  description: text.optional(),
  price_text: text.optional(),
  price_vnd: z.number().optional(),
  brand: text.optional(),
  category: text.optional(),
  seller: z
    .strictObject({
      name: text.optional(),
      location: text.optional(),
      phone_text: text.optional(),
      badges: z.array(text).optional(),
    })
    .optional(),
  attributes: z.record(z.string(), text).optional(),
  ocr_text: text.optional(),
  /** What was found outside the listing; every number the example states ends in `claims`. */
  checks: z
    .strictObject({
      claims: z.enum(CLAIM_STATES).optional(),
      withdrawn: z.boolean().optional(),
      price_ratio: z.number().optional(),
      price_outlier: z.boolean().optional(),
      standing: z.enum(['authorised', 'offender', 'recalled']).optional(),
      by: z.enum(['seller-url', 'host', 'tax-code', 'phone', 'name', 'number']).optional(),
    })
    .optional(),
  /** Quotes the rule must give on this fragment, in the listing's own characters. */
  expect: z.array(text).optional(),
})
export type Fragment = z.infer<typeof fragment>
const examples = z.strictObject({
  fires: z.array(fragment).min(1),
  quiet: z.array(fragment).min(1),
  obfuscated: z.array(fragment).min(1),
})

const common = {
  id,
  title: both,
  strength,
  why: both,
  false_positives: z.array(z.string().min(1)).min(1),
  innocent: both,
  when: condition,
  fields: fields.optional(),
  status: z.enum(['active', 'retired']).optional(),
}

export const offence = z.strictObject({
  ...common,
  category: z.enum(CATEGORIES),
  group: id,
  legal: z.array(id).min(1),
  negatable: z.boolean().optional(),
  examples,
})

/** A rule that lowers. `reach: weak` leaves outright offers (see scoring.yaml) alone; `all` lowers those too. */
export const excuse = z.strictObject({
  ...common,
  lowers: z.array(z.enum([...CATEGORIES, '*'])).min(1),
  reach: z.enum(['weak', 'all']),
  examples: examples.partial({ obfuscated: true }),
})

export const lexicon = z.strictObject({
  /** A list's `plain` is that of its terms that do not say. */
  lists: z.record(id, z.strictObject({ note: z.string().min(1), plain: plainUse.optional(), terms })),
})

export const negation = z.strictObject({
  before: z.array(z.strictObject({ window: z.int().min(0).max(12), terms })).min(1),
  after: z.array(z.strictObject({ window: z.int().min(0).max(12), terms })).min(1),
  breakers: terms,
  chain: terms,
})

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
const legalReference = z.strictObject({
  id,
  instrument: both,
  article: z.string().nullable(),
  clause: z.string().nullable(),
  effective_from: day,
  effective_to: day.nullable(),
  suspended: z.array(z.strictObject({ from: day, to: day.nullable() })),
  superseded_by: id.nullable(),
  role: z.enum(['defines', 'prohibits', 'sanctions', 'duty', 'procedure']),
  confidence: z.enum(['H', 'M', 'L']),
  verified_on: day,
  source: z.string().min(1),
})
export const legal = z.strictObject({ references: z.array(legalReference).min(1) })

export const prices = z.strictObject({
  floors: z.array(
    z.strictObject({
      name: id,
      brand: terms,
      goods: terms,
      below: z.int().positive(),
      source: z.string().min(1),
      as_of: day,
    }),
  ),
})

const share = z.number().min(0).max(1)
export const scoring = z.strictObject({
  flag_at: z.int().min(1).max(100),
  bands: z.strictObject({ low: z.int(), medium: z.int(), high: z.int() }),
  /** Strength times this where every matched word was written without marks. */
  unaccented_factor: share,
  /** Added by noisy-or where the words were hidden (separators, look-alike letters, digits for letters …). */
  hidden_bonus: share,
  /** How much the other categories add to the strongest one in the total. */
  cross_category: share,
  /** Signals this strong are outright offers: only excuses with `reach: all` lower them. */
  outright_from: share,
})

export type Offence = z.infer<typeof offence>
export type ExcuseRule = z.infer<typeof excuse>
export type LegalReference = z.infer<typeof legalReference>
export type Scoring = z.infer<typeof scoring>
export type PriceFloor = z.infer<typeof prices>['floors'][number]
export type Negation = z.infer<typeof negation>
