import type { Hit, Stream, Subject } from './subject.ts'

/** The hits of one list by where they start and end, so that looking around a hit costs its window, not the text. */
export interface Places {
  readonly starts: ReadonlyMap<Stream, ReadonlyMap<number, readonly Hit[]>>
  readonly ends: ReadonlyMap<Stream, ReadonlyMap<number, readonly Hit[]>>
}

/** Makes the places of each list once, when first asked for. */
export function placesOf(subject: Subject): (list: number) => Places {
  const known = new Map<number, Places>()
  return (list) => {
    let places = known.get(list)
    if (!places) {
      const hits = subject.hits.get(list) ?? []
      places = { starts: by(hits, (hit) => hit.from), ends: by(hits, (hit) => hit.to) }
      known.set(list, places)
    }
    return places
  }
}

function by(hits: readonly Hit[], place: (hit: Hit) => number): Map<Stream, Map<number, Hit[]>> {
  const all = new Map<Stream, Map<number, Hit[]>>()
  for (const hit of hits) {
    const inStream = all.get(hit.stream) ?? new Map<number, Hit[]>()
    all.set(hit.stream, inStream)
    const there = inStream.get(place(hit))
    if (there) there.push(hit)
    else inStream.set(place(hit), [hit])
  }
  return all
}

/** Where a neighbour is looked for. */
export interface Around {
  readonly within: number
  readonly side: 'before' | 'after' | 'either'
  readonly sameClause: boolean
  /** Whether one that holds the hit, or is held by it, counts too. */
  readonly overlap: boolean
}

/** The nearest other hit within so many words before or after, in the same reading of the same field. */
export function neighbour(hit: Hit, others: Places, around: Around, usable: (hit: Hit) => boolean): Hit | null {
  const starts = others.starts.get(hit.stream)
  const ends = others.ends.get(hit.stream)
  if (!starts || !ends) return null
  const { within, side, sameClause, overlap } = around
  // How far one may look: a clause ends before the token that a hard gap stands before.
  const ended = (token: number) => sameClause && (hit.stream.tokens.gap[token] ?? 2) === 2
  let after = side !== 'before'
  let before = side !== 'after'
  for (let apart = 0; apart <= within && (after || before); apart++) {
    after &&= !ended(hit.to + apart)
    before &&= !ended(hit.from - apart)
    const found =
      (after ? starts.get(hit.to + apart)?.find(usable) : undefined) ??
      (before ? ends.get(hit.from - apart)?.find(usable) : undefined)
    if (found) return found
  }
  if (!overlap) return null
  // A phrase that holds the hit starts at most a phrase's length before it.
  for (let at = hit.from - 12; at < hit.to; at++) {
    const found = starts.get(at)?.find((other) => other.to > hit.from && usable(other))
    if (found) return found
  }
  return null
}
