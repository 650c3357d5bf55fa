import type { VerifyText } from '../../i18n/verify.ts'
import { sha256 } from '../../store/canonical.ts'
import { PACK_JSON } from '../bag.ts'
import type { LinkedEntry } from '../ledger-chain.ts'
import { sightingSubject } from '../names.ts'
import { REPLIED, REPLY_FOLDER, replyBody, replyFile } from '../replies.ts'
import type { Contents } from './contents.ts'
import type { LedgerFound } from './ledger-checks.ts'
import type { PackSaid } from './pack-said.ts'

/** An entry of a reply: its digest, and whether this pack must tell the reply. */
interface RepliedEntry {
  readonly seq: number
  readonly bodyHash: string
  readonly ours: boolean
}

/** Takes the ledger's entries one by one; digests only. A body goes along for the listings of the pack alone. */
export function openReplied(sightings: ReadonlySet<number>) {
  const subjects = new Set([...sightings].map(sightingSubject))
  const found: RepliedEntry[] = []
  return {
    take({ seq, action, subject, body, bodyHash }: LinkedEntry): void {
      if (action === REPLIED) found.push({ seq, bodyHash, ours: body !== null || subjects.has(subject) })
    },
    all: (): readonly RepliedEntry[] => found,
  }
}

type SaidReply = NonNullable<PackSaid['sightings'][number]['replies']>[number]

/** The file that came with a reply is there, and is that one. */
function fileFault({ file }: SaidReply, contents: Contents, t: VerifyText): string | null {
  if (file === null) return null
  const found = contents.found.get(file.path)
  const same = file.path === replyFile(file) && found?.sha256 === file.sha256 && found.size === file.size
  return same ? null : t.replyFile(file.path)
}

/**
 * What pack.json says a seller answered is, word for word, what the ledger recorded; every answer recorded about the pack's
 * listings is told; and the files are those that came with them, no other.
 */
export function replyFaults(contents: Contents, said: PackSaid, ledger: LedgerFound, t: VerifyText): string[] {
  const recorded = new Set(ledger.replied.map(({ bodyHash }) => bodyHash))
  const told = new Set<string>()
  const files = new Set<string>()
  const faults = new Set<string>()
  for (const { id, site, key, replies } of said.sightings)
    for (const reply of replies ?? []) {
      // Packs of before this was told name the sighting by standing under it.
      const body = replyBody({ ...reply, site, key, sighting: reply.sighting ?? id })
      const digest = sha256(body)
      if (recorded.has(digest)) told.add(digest)
      else faults.add(t.replyOther(PACK_JSON, id, reply.id))
      const fault = fileFault(reply, contents, t)
      if (fault !== null) faults.add(fault)
      if (reply.file) files.add(reply.file.path)
    }
  const untold = ledger.replied.filter(({ bodyHash, ours }) => ours && !told.has(bodyHash))
  const strays = contents.paths.filter((path) => path.startsWith(REPLY_FOLDER) && !files.has(path))
  return [...faults, ...untold.map(({ seq }) => t.replyUntold(PACK_JSON, seq)), ...strays.map(t.replyFile)]
}
