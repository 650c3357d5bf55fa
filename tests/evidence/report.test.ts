import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { describe, expect, test } from 'vitest'
import { html, shown } from '../../src/evidence/report/markup.ts'
import { passages } from '../../src/evidence/report/quotes.ts'
import { inForce, legalTextOf, ruleTextOf } from '../../src/evidence/rule-text.ts'
import { assessment, inFolder, listing, made, packIn, quote, RULES, run } from './fixture.ts'

const report = async (
  folder: string,
  ...given: Parameters<typeof packIn> extends [string, ...infer Rest] ? Rest : never
) => {
  const pack = await packIn(folder, ...given)
  await run('unzip', ['-q', pack.file, '-d', folder])
  return { pack, path: join(folder, pack.bag, 'data/report.html') }
}

const BROWSERS = [process.env['SOI_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()]
const browser = BROWSERS.find((path) => path !== undefined && existsSync(path))

async function inBrowser<T>(
  path: string,
  body: (page: import('playwright').Page, requests: string[]) => Promise<T>,
): Promise<T> {
  const launched = await chromium.launch({ executablePath: browser ?? '' })
  try {
    const page = await launched.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(`file://${path}`)
    return await body(page, requests)
  } finally {
    await launched.close()
  }
}

const TRAP = `<script>window.hacked=1</script>"><img src=x onerror="window.hacked=1"><svg/onload=hacked=1>'-hacked=1-'&lt;`

describe.skipIf(browser === undefined)('the report in a browser', () => {
  test('runs nothing and asks nobody, whatever the seller wrote into every field', () =>
    inFolder(async (folder) => {
      const of = listing({
        ...{
          title: TRAP,
          description: `${TRAP} rep 1:1`,
          brand: TRAP,
          category: TRAP,
          site: TRAP,
          url: `https://bazaar.example/${TRAP}`,
        },
        price: { amount: 1, currency: 'VND', text: `=HYPERLINK("http://evil.example")${TRAP}` },
        seller: {
          key: TRAP,
          name: TRAP,
          url: `javascript:hacked=1//${TRAP}`,
          location: TRAP,
          phoneText: TRAP,
          badges: [TRAP],
        },
        contacts: [{ kind: 'website', value: TRAP, text: TRAP, field: `attributes.${TRAP}` }],
        attributes: { [TRAP]: TRAP },
        provenance: { title: TRAP, description: TRAP },
        postedAt: TRAP,
        shipping: TRAP,
        variants: [{ name: TRAP, price: null }],
      })
      const one = await made(3, {
        listing: of,
        item: {
          ...{
            requestedUrl: TRAP,
            finalUrl: TRAP,
            remoteAddress: TRAP,
            drift: [TRAP],
            verdict: { kind: 'served', reasons: [TRAP] },
          },
          headers: { [TRAP]: TRAP },
          capture: {
            takenAt: TRAP,
            browser: TRAP,
            url: TRAP,
            verdict: { kind: 'served', reasons: [TRAP] },
            missing: [TRAP],
          },
          assessment: assessment(of, {
            signals: [
              {
                ...{ rule: 'never-stored', version: '0'.repeat(12), category: 'counterfeit', strength: 0.7 },
                quotes: [
                  quote('title', TRAP, 'window.hacked'),
                  quote(`attributes.${TRAP}`, TRAP, '<script>'),
                  { field: TRAP, start: 0, end: 3, text: TRAP },
                ],
              },
            ],
          }),
        },
      })
      const { path } = await report(folder, { title: TRAP, operator: TRAP, unit: TRAP, purpose: TRAP, partial: true }, [
        one,
      ])
      await inBrowser(path, async (page, requests) => {
        expect(await page.evaluate('window.hacked')).toBeUndefined()
        expect(await page.locator('script, iframe, object, embed, svg, form, [onerror], [onload]').count()).toBe(0)
        expect(await page.locator('h2 bdi').first().textContent()).toBe(TRAP)
        expect(await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
          ...['#sightings-3', 'sightings/3/screenshot.png'],
        ])
        expect(requests.every((url) => url.startsWith('file://'))).toBe(true)
      })
    }))

  test('forbids scripts by its own policy, even one that would get in', () =>
    inFolder(async (folder) => {
      const { path } = await report(folder)
      await inBrowser(path, async (page) => {
        await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hacked=1">')`)
        await page.evaluate(
          `{ const s = document.createElement('script'); s.textContent = 'window.hacked=1'; document.body.append(s) }`,
        )
        await page.waitForTimeout(100)
        expect(await page.evaluate('window.hacked')).toBeUndefined()
      })
    }))

  test('shows the screenshots beside it and is styled', () =>
    inFolder(async (folder) => {
      const { path } = await report(folder)
      await inBrowser(path, async (page) => {
        expect(
          await page
            .locator('img')
            .evaluateAll((all) => all.map((img) => (img as unknown as { naturalWidth: number }).naturalWidth)),
        ).toEqual([400, 400])
        expect(
          await page
            .locator('mark')
            .first()
            .evaluate((node) => Object(globalThis).getComputedStyle(node).backgroundColor),
        ).toBe('rgb(255, 228, 138)')
        expect(await page.locator('.sheet').count()).toBe(4)
      })
    }))

  test('never calls anybody guilty, in either language, and says what it does not prove', () =>
    inFolder(async (folder) => {
      for (const lang of ['vi', 'en'] as const) {
        const file = join(folder, `${lang}.zip`)
        const createdAt = `2026-11-25T03:04:0${lang === 'vi' ? 1 : 3}.000Z`
        const again = await made(3, { listing: { key: '1' } })
        const { path } = await report(folder, { lang, file, createdAt }, [await made(1), await made(2), again])
        await inBrowser(path, async (page) => {
          const text = await page.locator('body').innerText()
          expect(text).not.toMatch(/có tội|phạm tội|guilty|criminal/i)
          expect(text).toContain(lang === 'vi' ? 'tự khai, chưa kiểm tra' : 'claimed, unchecked')
          // Two sightings of one listing are not two listings.
          expect(text).toContain(lang === 'vi' ? '2 tin rao, 3 lần ghi nhận' : '2 listings, recorded 3 times')
          expect(text.toLowerCase()).toContain(lang === 'vi' ? 'gói này không chứng minh' : 'it does not prove')
          expect(text).toContain(lang === 'vi' ? 'Tự nhận là hàng nhái' : 'The seller says the item is a copy')
          expect(text).toContain('21/11/2026 00:30:00')
          expect(text).toContain('2026-11-20 17:30:00.000 UTC')
          expect(text).toContain(
            lang === 'vi' ? 'Nghị định 98/2020/NĐ-CP: Điều 9, khoản 1' : 'Decree 98/2020/NĐ-CP: Điều 9, khoản 1',
          )
        })
      }
    }))
})

describe('markup', () => {
  test('escapes what it is given and leaves what it made', () => {
    expect(html`<p title="${'"<&>\''}">${html`<b>${1}</b>`}${null}</p>`.markup).toBe(
      '<p title="&quot;&lt;&amp;&gt;&#39;"><b>1</b></p>',
    )
  })

  test('makes hidden and direction-changing characters visible, but leaves emoji whole', () => {
    expect(shown('Gu\u200bcci \u202egpj.exe').markup).toBe(
      '<bdi>Gu<span class="hidden-character">U+200B</span>cci <span class="hidden-character">U+202E</span>gpj.exe</bdi>',
    )
    expect(shown('👩‍👧 đồng hồ').markup).toBe('<bdi>👩‍👧 đồng hồ</bdi>')
    expect(shown('a\u200db\u0000').markup).toBe('<bdi>a<span class="hidden-character">U+200D</span>b\ufffd</bdi>')
  })
})

describe('quotes', () => {
  const joined = (text: string, ...words: string[]) =>
    passages(
      listing({ description: text }),
      words.map((word) => quote('description', text, word)),
    )[0]
      ?.pieces.map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
      .join('')

  test('stand marked in their surroundings, cut to what is near', () => {
    expect(joined('hàng rep 1:1 đẹp', 'rep 1:1')).toBe('hàng [rep 1:1] đẹp')
    const far = `${'a'.repeat(500)} rep ${'b'.repeat(500)} fake ${'c'.repeat(500)}`
    expect(joined(far, 'rep', 'fake')).toBe(
      ` … ${'a'.repeat(139)} [rep] ${'b'.repeat(139)} … ${'b'.repeat(139)} [fake] ${'c'.repeat(139)} …`,
    )
  })

  test('that overlap are marked once, and no emoji is cut in two', () => {
    expect(joined('super fake 1:1', 'super fake', 'fake 1:1')).toBe('[super fake][ 1:1]')
    const emoji = `${'🔥'.repeat(200)}rep${'🔥'.repeat(200)}`
    expect(joined(emoji, 'rep')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
  })

  test('whose field no longer holds them are shown alone and said to be', () => {
    const [only] = passages(listing(), [{ field: 'ocr_text', start: 0, end: 4, text: 'fake' }])
    expect(only).toEqual({ field: 'ocr_text', pieces: [{ text: 'fake', marked: true }], inContext: false })
  })
})

describe('rule files', () => {
  test('of any age are read as far as they go', () => {
    expect(ruleTextOf('id: x\ntitle: { vi: A, en: B }\nbrand-new-key: 1\n')).toMatchObject({
      title: { vi: 'A', en: 'B' },
      why: null,
      legal: [],
    })
    expect(ruleTextOf('title: [unclosed')).toBeNull()
    expect(ruleTextOf('just text')).toBeNull()
  })

  test('name laws that are in force from their first day in Vietnam to their last', () => {
    const law = legalTextOf(RULES['legal'] ?? '').get('decree-98-2020-9')
    if (!law) throw new Error('the list was not read')
    expect(inForce(law, '2020-10-14T16:59:59.000Z')).toBe(false)
    expect(inForce(law, '2020-10-14T17:00:00.000Z')).toBe(true)
    expect(inForce({ ...law, effective_to: '2026-01-01' }, '2026-01-01T17:00:00.000Z')).toBe(false)
  })
})
