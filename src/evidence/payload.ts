import { EvidenceBroken } from '../errors.ts'
import type { PackSource } from '../store/api.ts'
import type { PackItem } from '../store/item.ts'
import { LEDGER, type Listed } from './bag.ts'
import type { Placed } from './contents.ts'
import { type CustodyLine, custodyBook } from './custody.ts'
import { type ChainState, EMPTY_CHAIN, type FullEntry, faultOf, following, ledgerLine } from './ledger-chain.ts'
import { maskNote, WITHHELD } from './redact/mask.ts'
import { REPLIED } from './replies.ts'
import type { Chunks, ZipWriter } from './zip-write.ts'

type Texts = Iterable<string> | AsyncIterable<string>

/** One part of a bag: what is added to it, a manifest can list. */
export interface BagWriter {
  readonly add: (path: string, content: string | Uint8Array | Texts | Chunks) => Promise<Listed>
  readonly listed: readonly Listed[]
}

const LINES_AT_ONCE = 256
/** The unit's own keys are told in every pack. */
const KEY = 'key:'
const ACCOUNT = 'account:'
/**
 * What follows names whom officers look for, mostly no part of the pack: their own names for sweeps and watch-lists, and the seller
 * in entries of before allowances were told by number.
 */
const NAMING = ['seller:', 'sweep-plan:', 'watch-list:', 'setting:sweep/', 'setting:watch-list/'] as const

export interface LedgerPart {
  readonly chain: ChainState
  /** Which of the pack's subjects have entries. */
  readonly found: ReadonlySet<string>
  /** By sighting: what was done with it, in the ledger's order. */
  readonly custody: ReadonlyMap<number, readonly CustodyLine[]>
  /** Numbers of the replies about the pack's listings. */
  readonly replied: ReadonlySet<number>
}

/** What the entry of a reply says of itself; null for another entry. */
function replyOf({ action, body }: FullEntry): { readonly id: number; readonly listing: string } | null {
  if (action !== REPLIED) return null
  const { id, site, listingKey } = JSON.parse(body) as { id: number; site: string; listingKey: string }
  return { id, listing: `${site}\n${listingKey}` }
}

/** An entry as a working copy tells it: its officer, and the one whose account it is about, under numbers. */
function nameless<E extends FullEntry>(entry: E, pseudonym: (name: string) => string): E {
  const { actor, subject } = entry
  const account = subject.startsWith(ACCOUNT) ? `${ACCOUNT}${pseudonym(subject.slice(ACCOUNT.length))}` : subject
  const naming = NAMING.find((each) => subject.startsWith(each))
  return { ...entry, actor: pseudonym(actor), subject: naming ? `${naming}${WITHHELD}` : account }
}

async function* bytesOf(content: Texts | Chunks): AsyncGenerator<Uint8Array> {
  for await (const piece of content) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}

/** Adds to the ZIP under the bag's folder; stops between two files when `signal` is aborted. */
export function bagWriter(zip: ZipWriter, bagName: string, signal: AbortSignal | undefined): BagWriter {
  const listed: Listed[] = []
  const add: BagWriter['add'] = async (path, content) => {
    signal?.throwIfAborted()
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const written = bytes instanceof Uint8Array ? bytes : bytesOf(bytes)
    const one = { path, ...(await zip.add(`${bagName}/${path}`, written)) }
    listed.push(one)
    return one
  }
  return { add, listed }
}

/**
 * The whole ledger up to its head, checked link by link while it is written. Bodies go along only for the subjects of this
 * pack: those of other listings hold the data of sellers who have nothing to do with it. `pseudonym`: officers' names are
 * replaced after the check, and notes lose numbers and addresses; the hashes stay, and link, but can no longer be made again. Throws EvidenceBroken.
 */
export async function addLedger(
  to: BagWriter,
  source: PackSource,
  subjects: ReadonlySet<string>,
  of: Parameters<typeof custodyBook>[0],
  pseudonym: ((name: string) => string) | null,
): Promise<LedgerPart> {
  let chain = EMPTY_CHAIN
  const found = new Set<string>()
  const replied = new Set<number>()
  const listings = new Set(of.map(({ site, key }) => `${site}\n${key}`))
  const custody = custodyBook(of, pseudonym ? maskNote : (words) => words)
  async function* lines(): AsyncGenerator<string> {
    const waiting: string[] = []
    for await (const entry of source.ledger()) {
      const fault = faultOf(chain, entry)
      if (fault)
        throw new EvidenceBroken(`the ledger is broken at entry ${entry.seq} (${fault}); run: soi verify --store`)
      chain = following(chain, entry)
      const reply = replyOf(entry)
      const answered = reply !== null && listings.has(reply.listing)
      if (answered) replied.add(reply.id)
      // In a working copy whose answers are masked their entries tell no more than the others.
      const ours = subjects.has(entry.subject) || entry.subject.startsWith(KEY) || (answered && !pseudonym)
      if (ours) found.add(entry.subject)
      const told = pseudonym ? nameless(entry, pseudonym) : entry
      custody.add(told)
      waiting.push(ledgerLine({ ...told, body: ours ? entry.body : null }))
      if (waiting.length >= LINES_AT_ONCE) yield waiting.splice(0).join('')
    }
    yield waiting.join('')
  }
  await to.add(LEDGER, lines())
  return { chain, found, custody: custody.lines, replied }
}

/** Adds one exhibit and holds what was written against what was recorded; returns its bytes. Throws EvidenceBroken. */
export async function addExhibit(
  to: BagWriter,
  source: PackSource,
  item: Pick<PackItem, 'id'>,
  file: Placed,
): Promise<Uint8Array> {
  const bytes = await source.exhibit(file.sha256)
  const { sha256, size } = await to.add(file.path, bytes)
  if (sha256 === file.sha256 && size === file.size) return bytes
  throw new EvidenceBroken(
    `the ${file.role} of sighting ${item.id} is no longer what was recorded; run: soi verify --store`,
  )
}
