import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Its document alone is 900,000 bytes, with what was noted of its elements 1,100,000. */
const MOST = 400_000
/** V8 guesses from the first pages what will live long, and would put it among the old at once: here each page would do so. */
const GUESSING = '--no-allocation-site-pretenuring'

test('a page that was read does not outlive the next collection of young objects', () => {
  const script = [here('../../src/typescript.mjs'), here('run-left-behind.ts')] as const
  const said = execFileSync(process.execPath, ['--expose-gc', GUESSING, ...script], { encoding: 'utf8' })
  expect(Number(said.trim())).toBeLessThan(MOST)
})
