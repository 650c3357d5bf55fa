import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { Box, Pictures } from '../../src/domain.ts'
import { BadInput, FetchFailed, Refused } from '../../src/errors.ts'
import { assemble } from '../../src/images/assemble.ts'
import { lookAt } from '../../src/images/look.ts'
import { markBoxes } from '../../src/images/mark.ts'
import { openReader } from '../../src/images/ocr.ts'
import { boxesOf } from '../../src/images/quote-boxes.ts'
import { drawn, written } from './drawn.ts'

const reader = openReader()
afterAll(() => reader.close())

const textOf = async (bytes: Uint8Array) => assemble([await reader.read(bytes)]).text ?? ''
const SAID = ['HÀNG REPLICA 1:1', 'Liên hệ Zalo: 0912.345.678', 'Ship COD toàn quốc']

describe('words in a picture are read', () => {
  test('in Vietnamese, with figures, dark on light', async () => {
    expect(await textOf(await written(SAID))).toBe(SAID.join('\n'))
  })

  test.each([
    ['small', { width: 500, height: 260, size: 16 }],
    ['light on dark', { background: '#203040', colour: '#f4f4f4' }],
    ['yellow on red', { background: '#a01020', colour: '#ffe000' }],
  ])('%s', async (_, how) => {
    const text = await textOf(await written(SAID, how))
    expect(text).toContain('REPLICA 1:1')
    expect(text).toContain('0912.345.678')
  })

  test('from the first line to the last of a tall strip, each once', async () => {
    const lines = Array.from({ length: 12 }, (_, n) => `Mẫu số ${n + 10} giá 1${n}5.000`)
    const text = await textOf(await written(lines, { height: 4800, size: 34, gap: 390 }))
    for (const n of lines.keys()) expect(text.split(`số ${n + 10} `).length, `line ${n}\n${text}`).toBe(2)
  })

  test('as a poor JPEG', async () => {
    expect(
      await textOf(
        await sharp(await written(SAID))
          .jpeg({ quality: 40 })
          .toBuffer(),
      ),
    ).toContain('0912.345.678')
  })

  test('and none where there are none', async () => {
    const plain = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ccc' } })
      .png()
      .toBuffer()
    expect(await textOf(plain)).toBe('')
  })
})

const inside = (box: Box, outer: Box) =>
  box.left >= outer.left &&
  box.top >= outer.top &&
  box.left + box.width <= outer.left + outer.width &&
  box.top + box.height <= outer.top + outer.height

describe('the pictures of a listing', async () => {
  const shown: Record<string, Uint8Array> = {
    'https://a/1.png': await written(SAID),
    'https://a/2.png': await written(SAID),
    'https://a/3.png': await written(['Giá sỉ 99.000'], { width: 700, height: 200 }),
    'https://a/4.jpg': Buffer.from('<h1>not found</h1>, said politely'),
  }
  const look = (urls: readonly string[], most = 100) => {
    let left = most
    return lookAt(urls, {
      reader,
      spend: () => left-- > 0,
      fetch: async (url) => {
        const body = shown[url]
        if (url.endsWith('private.png')) throw new Refused('robots.txt forbids it')
        if (!body) throw new FetchFailed('the server answered 404', { again: false })
        return { body }
      },
    })
  }
  const urls = [...Object.keys(shown), 'https://a/private.png', 'https://a/5.png', 'https://a/6.png', 'https://a/7.png']
  const all = await look(urls)

  test('are kept with their hashes; the same bytes twice are one; what was missed says why', () => {
    expect(all.seen.map(({ url }) => url)).toEqual(['https://a/1.png', 'https://a/3.png'])
    expect(all.seen[0]).toMatchObject({ mediaType: 'image/png', width: 900, height: 400 })
    expect(all.seen[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(all.files.map(({ role }) => role)).toEqual(['picture-1', 'picture-2'])
    const missed = new Map(all.missed.map(({ url, why }) => [url, why]))
    expect(missed.get('https://a/private.png')).toMatch(/robots/)
    expect(missed.get('https://a/5.png')).toMatch(/404/)
    expect(missed.get('https://a/4.jpg')).toMatch(/not a JPEG/)
    expect(missed.get('https://a/7.png')).toMatch(/only the first 6/)
  })

  test('give one text in which every word stands where it says', () => {
    for (const { words } of all.seen)
      for (const { start, end, confidence } of words) {
        expect(all.text?.slice(start, end)).toMatch(/^\S+$/)
        expect(confidence).toBeGreaterThan(30)
      }
    expect(all.text).toBe([...SAID, 'Giá sỉ 99.000'].join('\n'))
  })

  test('show a quote as boxes round its words, in the picture that has it', () => {
    const start = all.text?.indexOf('REPLICA') ?? -1
    const found = boxesOf({ field: 'ocr_text', start, end: start + 'REPLICA 1:1'.length }, all)
    expect(found).toEqual([{ sha256: all.seen[0]?.sha256, boxes: [expect.anything(), expect.anything()] }])
    for (const box of found[0]?.boxes ?? [])
      expect(inside(box, { left: 130, top: 20, width: 520, height: 60 }), JSON.stringify(box)).toBe(true)
    expect(boxesOf({ field: 'title', start, end: start + 7 }, all)).toEqual([])
  })

  test('keep their hash, and the listing goes on, when the reader fails', async () => {
    const broken = { read: () => Promise.reject(new Error('the engine died')), close: async () => undefined }
    const { seen, missed, text } = await lookAt(['https://a/1.png'], {
      ...{
        reader: broken,
        spend: () => true,
        fetch: async (url: string) => ({ body: shown[url] ?? new Uint8Array() }),
      },
    })
    expect([seen.length, text]).toEqual([1, null])
    expect(missed).toEqual([{ url: 'https://a/1.png', why: 'its words were not read: the engine died' }])
  })

  test('are left alone when the run has looked at as many as it may', async () => {
    const few = await look(['https://a/1.png', 'https://a/3.png'], 1)
    expect(few.seen.length).toBe(1)
    expect(few.missed).toEqual([{ url: 'https://a/3.png', why: 'the pictures a run may look at are used up' }])
  })
})

test('marked boxes are framed in red, and the picture inside is left as it was', async () => {
  const picture = await drawn(3, 400, 300)
  const marked = await markBoxes(picture, [{ left: 100, top: 80, width: 120, height: 60 }])
  const at = async (bytes: Uint8Array, left: number, top: number) => [
    ...(await sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
  ]
  expect(await at(marked, 98, 100)).toEqual([0xd0, 0, 0])
  expect(await at(marked, 160, 110)).toEqual(await at(picture, 160, 110))
  await expect(markBoxes(Buffer.from('no picture at all, only words'), [])).rejects.toBeInstanceOf(BadInput)
})

test('a reader that read nothing closes at once', async () => {
  await openReader().close()
  expect(
    (boxesOf as (q: unknown, p: Pictures) => unknown)(
      { field: 'ocr_text', start: 0, end: 1 },
      { seen: [], missed: [] },
    ),
  ).toEqual([])
})
