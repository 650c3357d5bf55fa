import { describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/find-browser.mjs'
import { artifact, browsing, page, place, words } from './browsing.ts'
import { pixelsOf } from './servers.ts'

const banner = (text: string, buttons: readonly string[]) =>
  `<div id=b style="position:fixed;left:0;bottom:0;width:100%;height:120px;background:rgb(7,7,7)"><p>${text}</p>${buttons
    .map((one) => `<button onclick="fetch('/bam?'+encodeURIComponent(this.textContent));b.remove()">${one}</button>`)
    .join('')}</div>`
const COOKIES = 'Chúng tôi dùng cookie để cải thiện trải nghiệm.'

describe.skipIf(findBrowser(place) === null)('a banner that asks to agree', () => {
  const { browser, site } = browsing()
  const captured = async (html: string) => {
    const shop = await site({ '/1': page(`<h1>Túi</h1>${words}${html}`) })
    const capture = await browser().capture(`${shop.url}/1`)
    return { capture, pressed: shop.asked.filter((path) => path.startsWith('/bam')) }
  }

  test('is answered with no where it has such a button; both looks are kept', async () => {
    const { capture, pressed } = await captured(banner(COOKIES, ['Đồng ý', ' TỪ CHỐI  tất cả ']))
    expect(pressed).toHaveLength(1)
    expect(capture.facts?.consent).toEqual({ text: expect.stringContaining('cookie'), rejected: 'TỪ CHỐI tất cả' })
    expect((await pixelsOf(artifact(capture, 'consent-before'))).rowsWith(7, 7, 7)).toHaveLength(120)
    expect((await pixelsOf(artifact(capture, 'screenshot'))).rowsWith(7, 7, 7)).toEqual([])
    expect(capture.missing).toEqual([])
  })

  test('is never agreed to, nor hidden, where it has none', async () => {
    const { capture, pressed } = await captured(banner(COOKIES, ['Đồng ý', 'Tuỳ chỉnh']))
    expect(pressed).toEqual([])
    expect(capture.facts?.consent).toEqual({ text: expect.stringContaining('cookie'), rejected: null })
    expect((await pixelsOf(artifact(capture, 'screenshot'))).rowsWith(7, 7, 7)).toHaveLength(120)
    expect(capture.artifacts.map(({ role }) => role)).not.toContain('consent-before')
  })

  test('is none where it asks something else, or stands in the page itself', async () => {
    const { capture, pressed } = await captured(
      `${banner('Nhận ưu đãi hôm nay?', ['Đồng ý', 'Từ chối'])}<section>Về cookie <button onclick="fetch('/bam')">Từ chối</button></section>`,
    )
    expect(pressed).toEqual([])
    expect(capture.facts?.consent).toBeNull()
  })
})
