import type { Page } from '../domain.ts'
import { scanOf } from '../page/scan.ts'
import type { Site } from './contract.ts'

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
    const { raw } = scanOf(page)
    const answer = { html: raw.slice(0, MARKED), headers: page.headers, url: new URL(page.url) }
    const found = marksIn(raw, Math.min(raw.length, MARKED))
    return (engine) => {
      const marked = engine.marks?.some((mark) => found.has(mark)) ?? false
      return engine.recognises?.({ ...answer, marked }) ?? marked
    }
  }
}

/**
 * Wu and Manber, “A fast algorithm for multi-pattern searching” (1994), on pairs of characters: a pair that stands nowhere in the
 * beginnings of the marks lets the walk step over as many characters as the shortest mark has, less one. The regular expression
 * of all of them looks at each character and takes more than twice as long.
 */
function searchFor(marks: readonly string[]): (html: string, end: number) => ReadonlySet<string> {
  const window = Math.min(...marks.map(({ length }) => length))
  // A character beyond Latin-1 falls on another's place: its step is then shorter than it could be, never longer.
  const pair = (text: string, at: number) => ((text.charCodeAt(at - 1) & 255) << 8) | (text.charCodeAt(at) & 255)
  const steps = new Uint8Array(1 << 16).fill(Math.min(window - 1, 255))
  const ending = new Map<number, string[]>()
  for (const mark of marks) {
    for (let at = 1; at < window; at++) {
      const key = pair(mark, at)
      steps[key] = Math.min(steps[key] ?? 0, window - 1 - at)
    }
    const last = pair(mark, window - 1)
    ending.set(last, [...(ending.get(last) ?? []), mark])
  }
  return (html, end) => {
    const found = new Set<string>()
    for (let at = window - 1; at < end; ) {
      const key = pair(html, at)
      const step = steps[key] ?? 1
      if (step === 0)
        for (const mark of ending.get(key) ?? [])
          if (html.startsWith(mark, at - window + 1) && at - window + 1 + mark.length <= end) found.add(mark)
      at += step || 1
    }
    return found
  }
}
