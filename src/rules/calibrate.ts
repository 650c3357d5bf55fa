import type { Assessment, Category } from '../domain.ts'
import { combine } from './combine.ts'
import { partsOf } from './explain.ts'
import type { Labelled } from './labelled.ts'
import { proposedStrength } from './proposal.ts'
import type { Excusing, Rule, Ruleset } from './ruleset.ts'
import { type Share, wilson } from './shares.ts'

/** How one rule did on labelled listings. */
interface RuleFigures {
  readonly rule: string
  readonly file: string
  readonly category: Category
  readonly group: string
  readonly strength: number
  /** Listings on which it fired. */
  readonly support: number
  /** Of those, the share that carries the rule's own category. */
  readonly ofCategory: Share | null
  /** … and the share that carries any label. */
  readonly ofAny: Share | null
  /** Listings on which no other rule fired, and the share of those that carries any label. */
  readonly alone: Share | null
  /** What the evidence supports; null where the rule fired on fewer than `leastSupport` listings. */
  readonly proposed: number | null
}

/** How one rule that lowers did: where it had something to lower. */
interface ExcuseFigures {
  readonly rule: string
  readonly file: string
  readonly strength: number
  readonly support: number
  /** The share of those listings that carries no label. */
  readonly legitimate: Share | null
  /** Legitimate listings that would be flagged without it. */
  readonly saved: number
  /** Violating listings that would be flagged without it. */
  readonly lost: number
}

export interface Calibration {
  readonly listings: number
  /** Share of listings that carry any label; far above what a market shows, so precisions here flatter. */
  readonly violating: Share | null
  readonly rules: readonly RuleFigures[]
  readonly excuses: readonly ExcuseFigures[]
  /** Active rules that fired on nothing. */
  readonly neverFired: readonly string[]
  /** Rules that fired, but never as the only one. */
  readonly neverAlone: readonly string[]
}

export interface Calibrator {
  add(labelled: Labelled, assessment: Assessment): void
  result(): Calibration
}

interface Tally {
  support: number
  own: number
  any: number
  alone: number
  aloneAny: number
  saved: number
  lost: number
}

const nothing = (): Tally => ({ support: 0, own: 0, any: 0, alone: 0, aloneAny: 0, saved: 0, lost: 0 })

/** Gathers, listing by listing, how often each rule was right. Excuses are counted where they had something to lower. */
export function calibrator(ruleset: Ruleset): Calibrator {
  const tallies = new Map<string, Tally>()
  let listings = 0
  let violating = 0
  const tally = (id: string): Tally => {
    const known = tallies.get(id) ?? nothing()
    tallies.set(id, known)
    return known
  }
  return {
    add({ labels }, assessment) {
      const { signals, excused } = assessment
      const any = labels.length > 0 ? 1 : 0
      listings++
      violating += any
      for (const { rule, category } of signals) {
        const of = tally(rule)
        of.support++
        of.any += any
        if (labels.includes(category)) of.own++
        if (signals.length > 1) continue
        of.alone++
        of.aloneAny += any
      }
      for (const { rule } of excused) {
        const of = tally(rule)
        of.support++
        of.any += any
        if (decides(rule, assessment, ruleset)) of[any ? 'lost' : 'saved']++
      }
    },
    result() {
      const rules = ruleset.rules.filter(({ active }) => active).map((rule) => ruleFigures(rule, tallies))
      return {
        listings,
        violating: wilson(violating, listings),
        rules,
        excuses: ruleset.excuses.filter(({ active }) => active).map((rule) => excuseFigures(rule, tallies)),
        neverFired: rules.filter(({ support }) => support === 0).map(({ rule }) => rule),
        neverAlone: rules.filter(({ support, alone }) => support > 0 && alone === null).map(({ rule }) => rule),
      }
    },
  }
}

/** The listing is not flagged, and would be without this excuse. */
function decides(excuse: string, assessment: Assessment, ruleset: Ruleset): boolean {
  if (assessment.flagged) return false
  const { fired, excused } = partsOf(assessment, ruleset)
  const others = excused.filter(({ rule }) => rule.body.id !== excuse)
  return combine(fired, others, ruleset.scoring).flagged
}

function ruleFigures({ body, file }: Rule, tallies: ReadonlyMap<string, Tally>): RuleFigures {
  const { support, own, any, alone, aloneAny } = tallies.get(body.id) ?? nothing()
  return {
    rule: body.id,
    file,
    category: body.category,
    group: body.group,
    strength: body.strength,
    support,
    ofCategory: wilson(own, support),
    ofAny: wilson(any, support),
    alone: wilson(aloneAny, alone),
    proposed: proposedStrength(own, support),
  }
}

function excuseFigures({ body, file }: Excusing, tallies: ReadonlyMap<string, Tally>): ExcuseFigures {
  const { support, any, saved, lost } = tallies.get(body.id) ?? nothing()
  const { id, strength } = body
  return { rule: id, file, strength, support, legitimate: wilson(support - any, support), saved, lost }
}
