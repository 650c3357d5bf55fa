import type { Instant } from '../domain.ts'
import type { FullEntry } from './ledger-chain.ts'

/** One thing that was done with a sighting, as the ledger has it. */
export interface CustodyLine {
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** Of a decision: what was decided and why; null for the rest. */
  readonly said: string | null
}

/** Entries whose body is the sighting itself, which says nothing of anybody's doing. */
const RECORDING = ['recorded', 'sighting.record', 'captured']

/** A decision says these of itself; words of an officer, shown as such. */
const SAID = ['verdict', 'reason', 'note'] as const

type Body = Readonly<Record<string, unknown>>

/** Bodies are our own canonical JSON; one of another shape tells of no sighting. */
function bodyOf(text: string): Body {
  const value: unknown = JSON.parse(text)
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Body) : {}
}

const numbers = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.filter((each): each is number => Number.isInteger(each)) : []

/** `listing:<site>:<key>`: subject of what is decided about a listing rather than one sighting of it. */
const listingSubject = (site: string, key: string): string => `listing:${site}:${key}`

/** Sightings that an entry speaks of: its subject, or those its body names (put into a case, decided, taken along in a pack). */
function spokenOf(
  entry: FullEntry,
  body: () => Body,
  listings: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const [kind, id] = entry.subject.split(':')
  if (kind === 'sighting') return [Number(id)]
  if (kind === 'listing') return listings.get(entry.subject) ?? []
  if (kind === 'pack') return Object.keys((body()['records'] ?? {}) as object).map(Number)
  const { sighting, sightings } = body()
  return [...numbers(sightings), ...numbers([sighting])]
}

const saidOf = (body: Body): string | null =>
  SAID.flatMap((key) => (typeof body[key] === 'string' && body[key] !== '' ? [body[key] as string] : [])).join(' · ') ||
  null

/** Collects, entry by entry, what was done with some sightings and their listings; officers' words as `shown` gives them. */
export function custodyBook(
  of: readonly { readonly id: number; readonly site: string; readonly key: string }[],
  shown: (words: string) => string,
) {
  const ids = new Set(of.map(({ id }) => id))
  const listings = new Map<string, number[]>()
  for (const { id, site, key } of of) {
    const subject = listingSubject(site, key)
    listings.set(subject, [...(listings.get(subject) ?? []), id])
  }
  const lines = new Map<number, CustodyLine[]>()
  const add = (entry: FullEntry): void => {
    const body = () => bodyOf(entry.body)
    const { seq, at, actor, action, subject } = entry
    for (const id of new Set(spokenOf(entry, body, listings))) {
      if (!ids.has(id)) continue
      const said = RECORDING.includes(action) ? null : saidOf(body())
      const line = { seq, at, actor, action, subject, said: said === null ? null : shown(said) }
      lines.set(id, [...(lines.get(id) ?? []), line])
    }
  }
  return { add, lines: lines as ReadonlyMap<number, readonly CustodyLine[]> }
}
