import { z } from 'zod'
import type { Sha256 } from '../../domain.ts'
import type { VerifyText } from '../../i18n/verify.ts'
import { BAG_INFO, LEDGER, PACK_JSON } from '../bag.ts'
import { type ChainState, EMPTY_CHAIN, faultOf, following, type LinkedEntry } from '../ledger-chain.ts'
import type { Lists } from './bag-checks.ts'
import type { Contents } from './contents.ts'
import { jsonOf, type PackSaid } from './pack-said.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const entry: z.ZodType<LinkedEntry> = z.strictObject({
  seq: z.int(),
  ...{ at: z.string(), actor: z.string(), action: z.string(), subject: z.string() },
  bodyHash: hash,
  prevHash: z.union([hash, z.literal('')]),
  hash,
  body: z.string().nullable(),
})

/** The chain as recomputed, and the bodies of the sightings that were asked for. */
export interface LedgerFound {
  readonly faults: readonly string[]
  readonly state: ChainState
  /** `sighting:<id>` → bodies, oldest first. */
  readonly bodies: ReadonlyMap<string, readonly string[]>
}

/** Walks ledger.jsonl once. The first broken link ends the walk: what follows hangs in the air. */
export async function walkLedger(
  contents: Contents,
  subjects: ReadonlySet<string>,
  t: VerifyText,
): Promise<LedgerFound> {
  const bodies = new Map<string, string[]>()
  let state = EMPTY_CHAIN
  let line = 0
  const broken = (fault: string): LedgerFound => ({ faults: [fault], state, bodies })
  if (!contents.found.has(LEDGER)) return broken(contents.unreadable.get(LEDGER) ?? t.gone(LEDGER))
  for await (const text of contents.lines(LEDGER)) {
    line++
    const read = entry.safeParse(jsonOf(text)).data
    if (!read) return broken(t.ledgerLine(line))
    const fault = faultOf(state, read)
    if (fault) return broken(t.ledgerFault(line, fault))
    state = following(state, read)
    if (read.body !== null && subjects.has(read.subject))
      bodies.set(read.subject, [...(bodies.get(read.subject) ?? []), read.body])
  }
  return state.entries ? { faults: [], state, bodies } : broken(t.ledgerEmpty)
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
