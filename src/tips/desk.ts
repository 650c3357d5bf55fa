import { randomBytes } from 'node:crypto'
import type { Ledger } from '../store/api.ts'
import type { TipAction, TipChange, TipEntry, Tips } from '../store/console/tip-api.ts'
import { TIP_ENTERED, tipEntryHash, tipEntrySubject } from '../store/console/tip-rows.ts'

/** What work on tips stands on. */
export interface TipDesk {
  readonly tips: Tips
  readonly ledger: Pick<Ledger, 'appendOnce' | 'list'>
  readonly now: () => Date
}

/** Stands in the ledger for everybody who works on tips: who it was would tell which kind it is. The hash covers who it was. */
const LEDGER_ACTOR = 'tips'

export const nonce = (): string => randomBytes(16).toString('hex')

/**
 * Brings the hashes of entries that the ledger does not have yet into it: nothing else of a tip ever gets there. Killed in
 * between, the next call goes on; an entry that got there is found by its hash, also where another process is at it too.
 */
export async function settle({ tips, ledger }: TipDesk): Promise<void> {
  for (const entry of tips.unentered()) {
    await ledger.appendOnce(TIP_ENTERED, tipEntrySubject(entry.hash), { hash: entry.hash }, LEDGER_ACTOR)
    tips.entered(entry.id)
  }
}

/** One step of the work on a tip: the change, its entry, and the entry's hash in the ledger. */
export async function act(
  desk: TipDesk,
  id: number,
  { actor, action, body }: { readonly actor: string; readonly action: TipAction; readonly body: object },
  change: TipChange = {},
): Promise<void> {
  desk.tips.change(id, { actor, action, body, nonce: nonce() }, change)
  await settle(desk)
}

/** The entries of a tip's history that are not as they were written, or that the ledger does not have: none, where nobody changed any. */
export async function broken({ tips, ledger }: TipDesk, tip: number): Promise<readonly TipEntry[]> {
  const wrong: TipEntry[] = []
  for (const entry of tips.history(tip)) {
    const [there] = await ledger.list({ action: TIP_ENTERED, subject: tipEntrySubject(entry.hash), limit: 1 })
    if (entry.hash !== tipEntryHash(tip, entry) || !there) wrong.push(entry)
  }
  return wrong
}
