import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseScoreInput } from '../../src/rules/input.ts'
import { assess } from '../../src/rules/score.ts'
import { theRules } from './fixture.ts'

const folder = new URL('../corpus/clean/', import.meta.url)

describe('no ordinary listing is flagged', () => {
  for (const file of readdirSync(folder).sort()) {
    test(file, async () => {
      const ruleset = await theRules()
      const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n')
      const flagged = lines
        .map((line) => assess(parseScoreInput(JSON.parse(line)), ruleset))
        .filter((one) => one.flagged)
      expect(flagged.map(({ id, signals }) => [id, signals.map(({ rule }) => rule)])).toEqual([])
      expect(lines.length).toBeGreaterThanOrEqual(10)
    })
  }
})
