import type { RuleTally } from '../store/api.ts'
import type { RuleDesk } from './desk.ts'
import type { RuleBook } from './types.ts'

/** Pages may show rules as they were so long ago; a change that is accepted here is seen at once. */
const FRESH_MS = 5_000
const TALLY_MS = 60_000
const DAY_MS = 86_400_000
/** Hits are counted over so many days. */
export const TALLY_DAYS = 90

/** The rules in force and their figures, as pages read them: what is known is shown, and read again behind it. */
export interface RuleReader {
  book(): Promise<RuleBook>
  /** The same as the disk has it now. */
  refresh(): Promise<RuleBook>
  /** By rule; only rules that have any. */
  tallies(): Promise<ReadonlyMap<string, RuleTally>>
}

interface Kept<T> {
  readonly at: number
  readonly value: T
}

/** Answers with what is known, asking anew behind it when that is too old. Only the first question waits, or fails. */
function remembered<T>(read: (fresh: boolean) => Promise<T>, freshMs: number, now: () => number) {
  let kept: Kept<T> | null = null
  let asking: Promise<T> | null = null
  const keep = async (fresh: boolean): Promise<T> => {
    const value = await read(fresh)
    kept = { at: now(), value }
    return value
  }
  const ask = (): Promise<T> => {
    asking ??= keep(false).finally(() => {
      asking = null
    })
    return asking
  }
  return {
    get: async (): Promise<T> => {
      if (!kept) return ask()
      // What cannot be read now is told by who asks for it outright; what is known still holds.
      if (kept.at < now() - freshMs) ask().catch(() => null)
      return kept.value
    },
    refresh: () => keep(true),
  }
}

export function ruleReader(desk: RuleDesk, now: () => Date): RuleReader {
  const clock = () => now().getTime()
  let newest: RuleBook | null = null
  const readBook = async (fresh: boolean): Promise<RuleBook> => {
    const found = await desk.ask('book', { known: newest?.hash ?? null, fresh })
    if (found) newest = found
    if (!newest) throw new Error('the thread of the rules has no book')
    return newest
  }
  const book = remembered(readBook, FRESH_MS, clock)
  const tallies = remembered(
    async () => {
      const all = await desk.ask('tallies', new Date(clock() - TALLY_DAYS * DAY_MS).toISOString())
      return new Map(all.map((tally) => [tally.rule, tally]))
    },
    TALLY_MS,
    clock,
  )
  return { book: book.get, refresh: book.refresh, tallies: tallies.get }
}
