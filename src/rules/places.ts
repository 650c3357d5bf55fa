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

/** The nearest other hit within so many words before or after, in the same reading of the same field. */
export function neighbour(
  hit: Hit,
  others: Places,
  within: number,
  overlap: boolean,
  usable: (hit: Hit) => boolean,
): Hit | null {
  const starts = others.starts.get(hit.stream)
  const ends = others.ends.get(hit.stream)
  if (!starts || !ends) return null
  for (let apart = 0; apart <= within; apart++) {
    const found = starts.get(hit.to + apart)?.find(usable) ?? ends.get(hit.from - apart)?.find(usable)
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
