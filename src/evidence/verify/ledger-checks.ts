import { z } from 'zod'
import type { Sha256 } from '../../domain.ts'
import type { VerifyText } from '../../i18n/verify.ts'
import { BAG_INFO, LEDGER, PACK_JSON } from '../bag.ts'
import { type ChainState, EMPTY_CHAIN, faultOf, following, type LinkedEntry } from '../ledger-chain.ts'
import type { Lists } from './bag-checks.ts'
import type { Contents } from './contents.ts'
import { jsonOf, type PackSaid } from './pack-said.ts'
import { openReplied } from './reply-checks.ts'
import { openVouching, type Vouched } from './vouched.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const entry: z.ZodType<LinkedEntry> = z.strictObject({
  seq: z.int(),
  ...{ at: z.string(), actor: z.string(), action: z.string(), subject: z.string() },
  bodyHash: hash,
  prevHash: z.union([hash, z.literal('')]),
  hash,
  body: z.string().nullable(),
})

/** Which entries' contents are wanted; others are only links of the chain. */
export interface Wanted {
  readonly bag: string
  readonly sightings: ReadonlySet<number>
  /** Sequence numbers whose hashes the timestamps speak of. */
  readonly heads: ReadonlySet<number>
  /** Officers stand under pseudonyms. */
  readonly workingCopy: boolean
}

/** The chain as recomputed, and what it vouches for. */
export interface LedgerFound {
  readonly faults: readonly string[]
  readonly state: ChainState
  /** sighting → file → SHA-256 of its records, from its own entry or else from the export's. */
  readonly vouched: ReadonlyMap<number, Vouched>
  readonly replied: ReturnType<ReturnType<typeof openReplied>['all']>
  /** Sequence number → hash. */
  readonly heads: ReadonlyMap<number, Sha256>
}

/** Walks ledger.jsonl once, one line in memory. The first broken link ends the walk: what follows hangs in the air. */
export async function walkLedger(contents: Contents, wanted: Wanted, t: VerifyText): Promise<LedgerFound> {
  const vouching = openVouching(wanted)
  const replied = openReplied(wanted.sightings)
  const heads = new Map<number, Sha256>()
  let state = EMPTY_CHAIN
  let line = 0
  const found = (faults: readonly string[]) => ({
    ...{ faults, state, vouched: vouching.all(), replied: replied.all(), heads },
  })
  if (!contents.found.has(LEDGER)) return found([contents.unreadable.get(LEDGER) ?? t.gone(LEDGER)])
  for await (const text of contents.lines(LEDGER)) {
    line++
    const read = entry.safeParse(jsonOf(text)).data
    if (!read) return found([t.ledgerLine(line)])
    const fault = faultOf(state, read, wanted.workingCopy)
    if (fault) return found([t.ledgerFault(line, fault)])
    state = following(state, read)
    if (wanted.heads.has(read.seq)) heads.set(read.seq, read.hash)
    replied.take(read)
    await vouching.take(read)
  }
  return found(state.entries ? [] : [t.ledgerEmpty])
}

/** The head printed in pack.json and bag-info.txt is where the chain really ends. */
export function headFaults(state: ChainState, said: PackSaid, { info }: Lists, t: VerifyText): string[] {
  const show = (head: Sha256 | '' | undefined, entries: number | string | undefined) =>
    `${head || '–'} (${entries ?? '–'})`
  const real = show(state.head, state.entries)
  const claims = [
    [PACK_JSON, show(said.ledger.head, said.ledger.entries)],
    [BAG_INFO, show(info?.get('Soi-Ledger-Head'), info?.get('Soi-Ledger-Entries'))],
  ] as const
  return claims.filter(([, claim]) => claim !== real).map(([path, claim]) => t.headOther(path, claim, real))
}
