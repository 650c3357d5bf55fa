import type { ReportText } from '../../i18n/evidence.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { Reply, TimelinePoint } from '../../store/api.ts'
import type { PackItem } from '../../store/item.ts'
import type { PackFacts, RuleBook } from '../contents.ts'
import type { CustodyLine } from '../custody.ts'
import type { Summary } from '../survey.ts'
import type { Drawn } from './pictures.ts'

/** A drawn picture without its bytes: what a page needs to show it. */
export type Shown = Omit<Drawn, 'bytes'>

/** What is told of a listing beside what its sighting says. */
export interface Told {
  readonly drawn: readonly Shown[]
  readonly timeline: readonly TimelinePoint[]
  readonly custody: readonly CustodyLine[]
  readonly replies: readonly Reply[]
}

/** What the pages of one report are made with. */
export interface ReportContext {
  readonly facts: PackFacts
  readonly lang: Lang
  readonly t: ReportText
  readonly book: RuleBook
  readonly summaries: readonly Summary[]
  readonly told: (item: PackItem) => Told
}

/** A report of very many listings is printed in volumes, as paper files are. */
export interface Volume {
  /** From 1. */
  readonly number: number
  readonly of: number
  /** Place of its first listing in the pack, from 1. */
  readonly from: number
  readonly to: number
}

/** The report stands in data/, beside the folders it points to. */
export const inReport = (path: string): string => path.slice('data/'.length)
