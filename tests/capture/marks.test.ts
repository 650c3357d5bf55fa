import { describe, expect, test } from 'vitest'
import type { Box, Marks, Sought, SoughtQuote } from '../../src/domain.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { artifact, browsing, page, place, words } from './browsing.ts'
import { pixelsOf } from './servers.ts'

const quote = (text: string, before = '', after = ''): SoughtQuote => ({
  field: 'description',
  start: 0,
  end: text.length,
  text,
  before,
  after,
})
const sought = (quotes: readonly SoughtQuote[], key = '1'): Sought => ({ key, quotes, amongOthers: false })
const rows = ({ top, height }: Box): readonly number[] => Array.from({ length: height }, (_, i) => top + i)

/** Words on a background of one colour, so that the picture says where they are. */
const on = (colour: string, html: string) =>
  `<span style="display:inline-block;line-height:20px;background:${colour}">${html}</span>`

describe.skipIf(findBrowser(place) === null)('the words that speak against a listing', () => {
  const { browser, site } = browsing()
  const marksOf = async (body: string, quotes: readonly SoughtQuote[]) => {
    const shop = await site({ '/1': page(body) })
    const capture = await browser().capture(`${shop.url}/1`, [sought(quotes)])
    return { capture, marks: capture.marks?.get('1') as Marks }
  }

  test('have their box where the screenshot shows them, however markup and letters break them', async () => {
    const { capture, marks } = await marksOf(
      `${words}<div style="height:1500px"></div><p>Túi ${on('rgb(1,2,3)', 'h<b>àng</b>\n  <i>fa</i>ke')} loại 1</p>${words}`,
      [quote('hàng fake', 'Túi ', ' loại 1')],
    )
    expect(marks.quotes).toMatchObject([{ field: 'description', by: 'whole' }])
    const pixels = await pixelsOf(artifact(capture, 'screenshot'))
    const boxes = marks.quotes[0]?.boxes ?? []
    const shown = new Set(pixels.rowsWith(1, 2, 3))
    expect(boxes.length).toBeGreaterThan(0)
    for (const box of boxes) expect(rows(box).filter((row) => !shown.has(row)).length).toBeLessThanOrEqual(2)
    expect(marks.pictures.map(({ role }) => role)).toEqual(['quote-01'])
    const picture = await pixelsOf(artifact(marks, 'quote-01'))
    expect([picture.width, picture.height]).toEqual([marks.pictures[0]?.clip.width, marks.pictures[0]?.clip.height])
    expect(picture.rowsWith(1, 2, 3).length).toBe(pixels.rowsWith(1, 2, 3).length)
  })

  test('are those of their own field where the same words stand elsewhere, and those that are seen where some are hidden', async () => {
    const { marks } = await marksOf(
      `<p>Nói không với hàng fake</p><p style="display:none">Bán hàng fake giá rẻ</p>${words}<p id=b>Bán hàng fake giá rẻ</p><p>phân biệt thật giả</p>`,
      [quote('hàng fake', 'Bán ', ' giá rẻ'), quote('phân biệt', 'không có trên trang ', '')],
    )
    const [own, alone] = marks.quotes
    expect(own?.by).toBe('whole')
    expect(own?.boxes[0]?.top).toBeGreaterThan(200)
    expect(alone?.by).toBe('words')
  })

  test('have no box where only the data of the page says them, which is no loss', async () => {
    const { capture, marks } = await marksOf(
      `<script type="application/ld+json">{"name":"hàng fake"}</script>${words}<div id=h></div><script>h.attachShadow({mode:'open'}).innerHTML='<p>trong bóng</p>'</script>`,
      [quote('hàng fake'), quote('trong bóng')],
    )
    expect(marks.quotes.map(({ by, boxes }) => [by, boxes.length])).toEqual([
      [null, 0],
      ['words', 1],
    ])
    expect([capture.missing, marks.missing]).toEqual([[], []])
  })

  test('do not hold the browser up, however often half of them is repeated', async () => {
    const { marks } = await marksOf(
      `<p style="height:9px;overflow:hidden;font-size:1px">${'aaaa '.repeat(200_000)}</p>${words}`,
      [quote(`${'a'.repeat(299)}b`), quote('giao hàng toàn quốc')],
    )
    expect(marks.quotes.map(({ by }) => by)).toEqual([null, 'words'])
  })

  test('of posts in one page are each within its own post, which is pictured too', async () => {
    const post = (text: string, colour: string) =>
      `<article style="height:300px;background:${colour}"><p>${text}</p></article>`
    const shop = await site({
      '/1': page(`${words}${post('Bán túi fake A', 'rgb(1,1,1)')}${post('Bán túi fake B', 'rgb(2,2,2)')}`),
    })
    const two = ['A', 'B'].map((key) => ({ ...sought([quote('fake', 'Bán túi ', ` ${key}`)], key), amongOthers: true }))
    const { marks } = await browser().capture(`${shop.url}/1`, two)
    const [a, b] = ['A', 'B'].map((key) => marks?.get(key) as Marks)
    expect([a?.element?.height, b?.element?.height]).toEqual([300, 300])
    expect(b?.element?.top).toBe((a?.element?.top ?? 0) + 300 + 16)
    expect((await pixelsOf(artifact(b as Marks, 'post'))).rowsWith(2, 2, 2)).toHaveLength(300)
  })

  test('are found too when the capture is judged after it was made', async () => {
    const shop = await site({ '/1': page(`<p>Bán túi fake</p>${words}`) })
    const found = await browser().captureThen(`${shop.url}/1`, async (_, marker) =>
      marker([sought([quote('túi fake')])]),
    )
    expect(found.marks?.get('1')?.quotes[0]?.boxes).toHaveLength(1)
  })
})
