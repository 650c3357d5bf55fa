import type { CompiledNegation } from './compiled.ts'
import type { Hit, Stream, Subject } from './subject.ts'

/** Negating words of one stream by token number; every look-up walks at most MAX_WINDOW tokens, so the whole is linear. */
interface Cues {
  /** End of a word that negates what follows → its window. */
  readonly before: ReadonlyMap<number, number>
  /** Start of a word that negates what stands before → its window. */
  readonly after: ReadonlyMap<number, number>
  /** Start of a word that turns the sense ("mà là", "đây là") → its end. */
  readonly breakers: ReadonlyMap<number, number>
  /** End of a word that continues an enumeration ("hàng giả, hàng nhái") → its start. */
  readonly chain: ReadonlyMap<number, number>
  readonly known: Map<number, boolean>
}

const MAX_WINDOW = 12
/** Words between two members of an enumeration. */
const CHAIN_REACH = 3

/** Answers whether the words of a hit are denied, promised against or reported, by the scope of the negation, per clause. */
export function negations(subject: Subject, words: CompiledNegation): (hit: Hit) => boolean {
  let byStream: Map<Stream, Cues> | null = null
  return (hit) => {
    if (!byStream) {
      byStream = gather(subject, words)
      for (const [stream, cues] of byStream) settle(cues, stream)
    }
    const cues = byStream.get(hit.stream)
    return cues !== undefined && denied(hit.from, hit.to, cues, hit.stream)
  }
}

type Gathering = { readonly [K in keyof Cues]: Map<number, Cues[K] extends ReadonlyMap<number, infer V> ? V : never> }

function gather(subject: Subject, words: CompiledNegation): Map<Stream, Cues> {
  const all = new Map<Stream, Gathering>()
  const visit = (list: number, put: (cues: Gathering, hit: Hit) => void) => {
    for (const hit of subject.hits.get(list) ?? []) {
      let cues = all.get(hit.stream)
      if (!cues) {
        cues = { before: new Map(), after: new Map(), breakers: new Map(), chain: new Map(), known: new Map() }
        all.set(hit.stream, cues)
      }
      put(cues, hit)
    }
  }
  const most = (to: Map<number, number>, key: number, value: number) => to.set(key, Math.max(to.get(key) ?? 0, value))
  for (const [list, window] of words.before) visit(list, (cues, hit) => most(cues.before, hit.to, window))
  for (const [list, window] of words.after) visit(list, (cues, hit) => most(cues.after, hit.from, window))
  visit(words.breakers, (cues, hit) => most(cues.breakers, hit.from, hit.to))
  visit(words.chain, (cues, hit) => cues.chain.set(hit.to, Math.min(cues.chain.get(hit.to) ?? hit.from, hit.from)))
  return all
}

/**
 * Answers for the members of enumerations from the first on, so that each finds its neighbour answered: asked from the last
 * one, a list of a hundred thousand would be as many calls deep.
 */
function settle(cues: Cues, stream: Stream): void {
  for (const [end, start] of [...cues.chain].sort(([a], [b]) => a - b)) denied(start, end, cues, stream)
}

function denied(from: number, to: number, cues: Cues, stream: Stream): boolean {
  const key = from * 64 + Math.min(to - from, 63)
  const answer = cues.known.get(key)
  if (answer !== undefined) return answer
  cues.known.set(key, false)
  const result = ledBy(from, cues, stream) || followedBy(to, cues, stream) || chained(from, cues, stream)
  cues.known.set(key, result)
  return result
}

/** A negating word before, in the same clause, near enough, with nothing between that turns the sense. */
function ledBy(from: number, cues: Cues, stream: Stream): boolean {
  for (let at = from; from - at <= MAX_WINDOW; at--) {
    const window = cues.before.get(at)
    if (window !== undefined && from - at <= window && (stream.tokens.gap[at] ?? 2) === 0) return true
    if (at <= 0 || (stream.tokens.gap[at] ?? 2) >= 1) return false
    if ((cues.breakers.get(at - 1) ?? Number.POSITIVE_INFINITY) <= from) return false
  }
  return false
}

function followedBy(to: number, cues: Cues, stream: Stream): boolean {
  for (let at = to; at - to <= MAX_WINDOW && at < stream.tokens.count; at++) {
    if ((stream.tokens.gap[at] ?? 2) >= 1) return false
    const window = cues.after.get(at)
    if (window !== undefined && at - to <= window) return true
    if (cues.breakers.has(at)) return false
  }
  return false
}

/** An earlier member of the same enumeration is denied. */
function chained(from: number, cues: Cues, stream: Stream): boolean {
  for (let at = from; at > 0 && from - at <= CHAIN_REACH; at--) {
    const start = cues.chain.get(at)
    if (start !== undefined && start < from && denied(start, at, cues, stream)) return true
    if ((stream.tokens.gap[at] ?? 2) >= 2) return false
    if ((cues.breakers.get(at - 1) ?? Number.POSITIVE_INFINITY) <= from) return false
  }
  return false
}
