import { type Share, wilson } from './shares.ts'

export interface Figures {
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  readonly trueNegatives: number
  readonly precision: Share | null
  readonly recall: Share | null
  readonly f1: number | null
  /** False alarms among the legitimate. */
  readonly falsePositiveRate: Share | null
}

export interface Counter {
  add(truth: boolean, said: boolean): void
  total(): number
  figures(): Figures
}

/** Counts truth against what was said. */
export function counter(): Counter {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 }
  return {
    add(truth, said) {
      counts[truth ? (said ? 'tp' : 'fn') : said ? 'fp' : 'tn']++
    },
    total: () => counts.tp + counts.fp + counts.fn + counts.tn,
    figures() {
      const { tp, fp, fn, tn } = counts
      return {
        truePositives: tp,
        falsePositives: fp,
        falseNegatives: fn,
        trueNegatives: tn,
        precision: wilson(tp, tp + fp),
        recall: wilson(tp, tp + fn),
        f1: tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn),
        falsePositiveRate: wilson(fp, fp + tn),
      }
    },
  }
}
