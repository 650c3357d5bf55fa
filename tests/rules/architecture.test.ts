import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../src/rules/', import.meta.url)
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

test('no regular expression is built at run time, so none can come from a listing or run in other than linear time', () => {
  const building = files.filter(({ text }) => /\bRegExp\s*\(|\bnew RegExp\b|\beval\s*\(|\bnew Function\b/.test(text))
  expect(building.map(({ name }) => name)).toEqual([])
})
