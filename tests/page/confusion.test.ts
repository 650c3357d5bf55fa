import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { VerdictKind } from '../../src/domain.ts'
import { judge } from '../../src/page/verdict.ts'
import { loadSites } from '../../src/sites/load.ts'
import { LABELLED } from './labelled/all.ts'
import { pageOf } from './pages.ts'

const book = await loadSites([fileURLToPath(new URL('../../crawlers', import.meta.url))])
const KINDS = [...new Set(LABELLED.map(({ kind }) => kind))]
// With the signs of the site or the software it belongs to, as a page is judged when it was fetched.
const judged = LABELLED.map((one) => {
  const page = pageOf(one.html, one.rest)
  return { ...one, verdict: judge(page, book.siteFor(page)?.signs) }
})
const count = (said: VerdictKind, is: VerdictKind) =>
  judged.filter(({ kind, verdict }) => kind === is && verdict.kind === said).length

/** One row for each label, one column for what was said. */
const matrix = (): string => {
  const wide = (text: string | number) => String(text).padStart(14)
  const rows = KINDS.map((is) => [is.padEnd(14), ...KINDS.map((said) => wide(count(said, is) || '·'))].join(''))
  return [`${' '.repeat(14)}${KINDS.map(wide).join('')}`, ...rows].join('\n')
}

describe(`${LABELLED.length} labelled pages`, () => {
  process.stdout.write(`${matrix()}\n`)

  for (const { kind, name, verdict } of judged)
    test(`${kind}: ${name}`, () => {
      expect(verdict, verdict.reasons.join('; ')).toMatchObject({ kind })
      expect(verdict.reasons.length).toBeGreaterThan(0)
    })

  test('never takes a removed page for a blocked one, nor the other way round', () => {
    expect(count('blocked', 'removed')).toBe(0)
    expect(count('removed', 'blocked')).toBe(0)
  })
})
