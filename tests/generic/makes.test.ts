import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadSites } from '../../src/sites/load.ts'
import { forums, shops } from './makes/all.ts'
import { measureMake } from './makes/check.ts'

// Miniatures of makes of shops and forums, as their templates print them: every field that the page shows, and every page
// of goods from the start page, none twice.

const book = await loadSites([fileURLToPath(new URL('../../crawlers/', import.meta.url))])

describe.each([...shops, ...forums].map((make) => [make.name, make] as const))('%s', (_, make) => {
  const figures = measureMake(make, book)

  test('is read as it is printed', () => {
    expect(figures.misses).toEqual([])
  })

  test('is found whole from its start page', () => {
    const { missing, extra, twice } = figures
    expect({ missing, extra, twice }).toEqual({ missing: [], extra: [], twice: [] })
  })
})
