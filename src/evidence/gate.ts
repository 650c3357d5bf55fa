import type { VerdictKind } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { type GateText, gateMessages } from '../i18n/gate.ts'
import type { Lang } from '../i18n/messages.ts'
import { type PackItem, saidOf } from '../store/item.ts'

/** One thing that keeps a pack from being whole. */
export interface Gap {
  readonly kind: 'missing' | 'unsettled' | 'unsigned'
  /** Null: of the whole pack. */
  readonly sighting: number | null
  /** What, in the program's own words. */
  readonly what: string
}

/** Answers that leave open what the page holds. A removed listing or a closed door is an answer; these are none. */
const UNSETTLED: readonly VerdictKind[] = ['blocked', 'error', 'empty-shell']

/** What a sighting lacks; remarks keep nothing from being whole. A file that an officer brought is whole as it came: no browser of ours could picture it. */
export function gapsOf(item: PackItem): readonly Gap[] {
  const { id, capture, origin } = item
  const gap =
    (kind: Gap['kind']) =>
    (what: string): Gap => ({ kind, sighting: id, what })
  const brought = item.via === 'import' && Boolean(origin?.file)
  const missing = capture === null && brought ? [] : saidOf(item).missing
  const verdicts = [item.verdict.kind, ...(capture ? [capture.verdict.kind] : [])]
  return [
    ...missing.map(gap('missing')),
    ...[...new Set(verdicts)].filter((kind) => UNSETTLED.includes(kind)).map(gap('unsettled')),
  ]
}

/** How many gaps a refusal spells out. */
const SHOWN = 20

export const gapLine = ({ kind, sighting, what }: Gap, t: GateText): string =>
  `${sighting === null ? '' : `${t.sighting(sighting)}: `}${t.kinds[kind]}: ${what}`

/** Throws BadInput that names what is not whole, unless the gaps were accepted. */
export function refuseGaps(gaps: readonly Gap[], accepted: boolean, lang: Lang): void {
  if (accepted || !gaps.length) return
  const t = gateMessages(lang)
  const lines = gaps.slice(0, SHOWN).map((gap) => `  ${gapLine(gap, t)}`)
  const more = gaps.length > SHOWN ? [`  ${t.more(gaps.length - SHOWN)}`] : []
  throw new BadInput([t.refused(gaps.length), ...lines, ...more, t.remedy].join('\n'))
}
