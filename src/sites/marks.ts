import type { Page } from '../domain.ts'
import { scanOf } from '../page/scan.ts'
import type { Site } from './contract.ts'

/** Software names itself in the head or soon after; every page of an unknown host is searched, so no further. */
const MARKED = 1 << 16

/** Whether a site file names marks that can be found: documents may be searched undecoded, where only ASCII is itself. */
export const areMarks = (marks: unknown): boolean =>
  Array.isArray(marks) &&
  marks.length > 0 &&
  marks.every((mark) => typeof mark === 'string' && /^[\x20-\x7e]+$/.test(mark))

/**
 * Asks site files of software whether it made a page. The marks of all of them are looked for in one walk over it: every
 * page of an unknown host is asked, and a search for each mark of each make costs several times as much.
 */
export function asking(engines: readonly Site[]): (page: Page) => (engine: Site) => boolean {
  const marks = [...new Set(engines.flatMap((engine) => engine.marks ?? []))]
  const any = new RegExp(marks.map((mark) => mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '(?!)', 'g')
  return (page) => {
    const answer = { html: scanOf(page).raw.slice(0, MARKED), headers: page.headers, url: new URL(page.url) }
    const found = marksIn(answer.html, any, marks)
    return (engine) => {
      const marked = engine.marks?.some((mark) => found.has(mark)) ?? false
      return engine.recognises?.({ ...answer, marked }) ?? marked
    }
  }
}

/** Marks may begin in one another: after each find the walk goes on at the next character. */
function marksIn(html: string, any: RegExp, marks: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  any.lastIndex = 0
  for (let hit = any.exec(html); hit !== null; hit = any.exec(html)) {
    for (const mark of marks) if (html.startsWith(mark, hit.index)) found.add(mark)
    any.lastIndex = hit.index + 1
  }
  return found
}
