import type { Page } from '../domain.ts'
import { scanOf } from '../page/scan.ts'
import type { Made, Site } from './contract.ts'

/** Software names itself in the head or soon after; every page of an unknown host is searched, so no further. */
const MARKED = 1 << 16

/** A mark of fewer characters marks nothing, and would slow the search for all of them. */
const SHORTEST = 4

/** Whether a site file names marks that can be found: documents may be searched undecoded, where only ASCII is itself. */
export const areMarks = (marks: unknown): boolean =>
  Array.isArray(marks) &&
  marks.length > 0 &&
  marks.every((mark) => typeof mark === 'string' && mark.length >= SHORTEST && /^[\x20-\x7e]+$/.test(mark))

/**
 * Asks site files of software whether it made a page. The marks of all of them are looked for in one walk over it: every
 * page of an unknown host is asked, and a search for each mark of each make costs several times as much.
 */
export function asking(engines: readonly Site[]): (page: Page) => (engine: Site) => boolean {
  const marksIn = searchFor([...new Set(engines.flatMap((engine) => engine.marks ?? []))])
  return (page) => {
    const { raw, head } = scanOf(page)
    const answer = { html: raw.slice(0, MARKED), headers: page.headers, url: new URL(page.url) }
    const [marked, unmarked] = [true, false].map((marked) => ({ ...answer, marked })) as [Made, Made]
    const found = marksIn(head(MARKED))
    return (engine) => {
      const made = engine.marks?.some((mark) => found.has(mark)) ? marked : unmarked
      return engine.recognises?.(made) ?? made.marked
    }
  }
}

/**
 * Wu and Manber, “A fast algorithm for multi-pattern searching” (1994), on pairs of bytes: a pair that stands nowhere in the
 * beginnings of the marks lets the walk step over as many bytes as the shortest mark has, less one. The regular expression of all
 * of them looks at each character and takes three times as long, the same walk over the text twice as long.
 */
function searchFor(texts: readonly string[]): (bytes: Uint8Array) => ReadonlySet<string> {
  const marks = texts.map((text) => ({ text, bytes: Buffer.from(text, 'latin1') }))
  const window = Math.min(...texts.map(({ length }) => length))
  const pair = (bytes: Uint8Array, at: number) => ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0)
  const steps = new Uint8Array(1 << 16).fill(Math.min(window - 1, 255))
  const ending = new Map<number, (typeof marks)[number][]>()
  for (const mark of marks) {
    for (let at = 1; at < window; at++) {
      const key = pair(mark.bytes, at)
      steps[key] = Math.min(steps[key] ?? 0, window - 1 - at)
    }
    const last = pair(mark.bytes, window - 1)
    ending.set(last, [...(ending.get(last) ?? []), mark])
  }
  return (bytes) => {
    const found = new Set<string>()
    for (let at = window - 1; at < bytes.length; ) {
      const key = pair(bytes, at)
      const step = steps[key] ?? 1
      at += step || 1
      if (step !== 0) continue
      for (const mark of ending.get(key) ?? []) if (stands(mark.bytes, bytes, at - window)) found.add(mark.text)
    }
    return found
  }
}

const stands = (mark: Uint8Array, bytes: Uint8Array, from: number): boolean => {
  for (let at = 0; at < mark.length; at++) if (bytes[from + at] !== mark[at]) return false
  return true
}
