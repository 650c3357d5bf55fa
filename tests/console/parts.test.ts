import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { diff, diffBudget } from '../../src/console/diff.ts'
import { queuePage } from '../../src/console/queue-filter.ts'
import { ownPath } from '../../src/console/reply.ts'
import { thumbnail } from '../../src/images/thumbnail.ts'
import { openStore } from '../../src/store/store.ts'
import { newHome, OPERATOR } from '../store/sample.ts'
import { atDesk, fill, sightingsOf } from './desk.ts'

const texts = fc.array(fc.constantFrom('hàng', 'giả', ' ', 'loại', '1:1', '\n', 'rẻ'), { maxLength: 30 })

describe('a difference of two texts', () => {
  test('joins to the one and the other, whatever they are', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        const changes = diff(before, after)
        const joined = (kind: string) =>
          changes
            .filter((each) => each.kind === 'kept' || each.kind === kind)
            .map(({ text }) => text)
            .join('')
        expect([joined('removed'), joined('added')]).toEqual([before, after])
      }),
    )
  })

  test('touches only the words that changed', () => {
    expect(diff('Giày rep 1:1 giá rẻ', 'Giày giá rất rẻ')).toEqual([
      { kind: 'kept', text: 'Giày ' },
      { kind: 'removed', text: 'rep 1:1 ' },
      { kind: 'kept', text: 'giá ' },
      { kind: 'added', text: 'rất ' },
      { kind: 'kept', text: 'rẻ' },
    ])
  })

  test('of long texts, too long to compare word by word, still touches only what changed', () => {
    const words = Array.from({ length: 4000 }, (_, i) => (i % 3 === 0 ? `từ${i}` : 'và'))
    const after = words.map((word, i) => (i === 1000 ? 'khác' : word)).filter((_, i) => i !== 2001)
    const changes = diff(['mở', ...words, 'kết'].join(' '), ['đầu', ...after, 'hết'].join(' '))
    const changed = changes.filter(({ kind }) => kind !== 'kept').map(({ text }) => text.trim())
    expect(changed).toEqual(['mở', 'đầu', 'và', 'khác', words[2001], 'kết', 'hết'])
  })

  test('costs no more than its budget, whatever repeats', () => {
    const budget = diffBudget()
    const before = budget.cells
    const text = (n: number) => Array.from({ length: 20_000 }, (_, i) => `${(i * n) % 7}`).join(' ')
    const changes = diff(`a ${text(3)} b`, `c ${text(5)} d`, budget)
    expect(budget.cells).toBeGreaterThanOrEqual(0)
    expect(before - budget.cells).toBeLessThanOrEqual(before)
    expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  test('of two novels is said whole', () => {
    const novel = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join(' ')
    expect(diff(novel('a'), novel('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

describe('the queue', () => {
  test('shows each listing once, in each order, page by page', async () => {
    const home = await newHome()
    const keys = ['a', 'b', 'c', 'a', 'd', 'b', 'e']
    await fill(home, await sightingsOf(keys.map((key) => ({ key, flagged: key !== 'e' }))))
    const store = await openStore(home, OPERATOR)
    const walk = async (sort: 'score' | 'newest' | 'oldest') => {
      const ids: number[] = []
      let after: { id: number; score: number } | undefined
      for (;;) {
        const [item] = await store.sightings.queue({ sort, limit: 1, ...(after ? { after } : {}) })
        if (!item) return ids
        ids.push(item.id)
        after = { id: item.id, score: item.assessment.score }
      }
    }
    expect(await walk('newest')).toEqual([6, 5, 4, 3])
    expect(await walk('oldest')).toEqual([3, 4, 5, 6])
    expect(await walk('score')).toEqual([6, 5, 4, 3])
    const none = await store.sightings.queue({ sort: 'newest', limit: 9, category: 'smuggled' })
    expect(none).toEqual([])
    expect(await store.sightings.fresh(4)).toEqual({ newest: 7, bands: { high: 2 }, categories: { counterfeit: 2 } })
    expect(await store.sightings.flaggedIn(1)).toBe(4)
    const { days } = await store.sightings.overview('2000-01-01T00:00:00.000Z')
    expect(days).toEqual([{ day: '2026-11-25', band: 'high', n: 4 }])
    await store.close()
  })

  test('refuses a filter it does not understand', () => {
    for (const bad of ['band=red', 'colour=red', 'from=yesterday', 'after=1', 'sweep=x', 'sort=price'])
      expect(() => queuePage(new URLSearchParams(bad))).toThrow()
    expect(queuePage(new URLSearchParams('band=high&state=all&seller=&to=2026-11-25'))).toEqual({
      ...{ band: 'high', to: '2026-11-25T17:00:00.000Z', sort: 'score', limit: 40 },
    })
  })
})

test('a way back never leads elsewhere', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const url = new URL(ownPath(text), 'https://console.example')
      expect(url.origin).toBe('https://console.example')
    }),
  )
})

describe('files', () => {
  test('are served through their own sighting only, without rights, and only pictures are shown', async () => {
    await atDesk(
      {
        sightings: await sightingsOf([
          { key: 'a', flagged: true },
          { key: 'b', flagged: true },
        ]),
      },
      async (desk) => {
        const who = await desk.as('viewer')
        const html = await (await who.get('/listings/1')).text()
        const files = [...html.matchAll(/\/listings\/1\/files\/([0-9a-f]{64})/g)].map(([path]) => path)
        const answers = await Promise.all([...new Set(files)].map((path) => who.get(path)))
        const types = answers.map(({ headers }) => [
          headers.get('content-type'),
          headers.get('content-disposition')?.split(';')[0],
        ])
        expect(types).toContainEqual(['image/png', 'inline'])
        expect(types).toContainEqual(['application/octet-stream', 'attachment'])
        expect(types.flat()).not.toContain('text/html; charset=utf-8')
        for (const { headers } of answers) expect(headers.get('content-security-policy')).toContain('sandbox')
        const page = files.find((path) => !html.includes(`${path}" data-key="o"`)) ?? ''
        expect((await who.get(page.replace('/listings/1/', '/listings/2/'))).status).toBe(404)
        const small = await who.get(/\/listings\/1\/small\/whole\/[0-9a-f]{64}/.exec(html)?.[0] ?? '')
        expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp'])
      },
    )
  })

  test('a tile is small and of one shape, whatever the picture', async () => {
    for (const [width, height] of [
      [1280, 9000],
      [3, 3],
      [9000, 40],
      [40, 9000],
    ] as const) {
      const png = await sharp({ create: { width, height, channels: 3, background: '#888' } })
        .png()
        .toBuffer()
      const { format, ...tile } = await sharp(await thumbnail(png, 'top')).metadata()
      expect([format, tile.width, tile.height]).toEqual(['webp', 248, 186])
    }
    await expect(thumbnail(new TextEncoder().encode('<svg onload="x">'.repeat(9)), 'top')).rejects.toThrow(/picture/)
  })
})
