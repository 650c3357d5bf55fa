import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { partOf, reportPicture } from '../../src/images/report-picture.ts'
import { openPrinter } from '../../src/print/print.ts'
import { inFolder, made, packIn, png } from './fixture.ts'

const BROWSERS = [process.env['SOI_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()]
const browser = BROWSERS.find((path) => path !== undefined && existsSync(path))

describe.skipIf(browser === undefined)('report.pdf', () => {
  test('is the same bytes for the same pack, in another browser process too', () =>
    inFolder(async (folder) => {
      const digests = new Set<string>()
      for (const n of [1, 2]) {
        const printer = await openPrinter({ chromium: browser ?? null, root: folder })
        try {
          const file = join(folder, `${n}.zip`)
          const over = { file, draw: reportPicture, print: printer.print, reportLangs: ['vi', 'en'] as const }
          digests.add((await packIn(folder, over, [await made(1), await made(2)])).sha256)
        } finally {
          await printer.close()
        }
      }
      expect(digests.size).toBe(1)
    }))

  test('asks nobody but the pack, and runs nothing', async () => {
    const printer = await openPrinter({ chromium: browser ?? null, root: '.' })
    try {
      const asked: string[] = []
      const html = `<!doctype html><img src="a.png"><img src="https://evil.example/x.png"><script>document.body.innerHTML='<img src=ran.png>'</script>`
      const file = (path: string) => {
        asked.push(path)
        return null
      }
      const pdf = await printer.print(html, file, '2026-11-25T03:04:06.678Z')
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
      expect(asked).toEqual(['a.png'])
    } finally {
      await printer.close()
    }
  })
})

test('a report shows the part of a page where the quoted words stand, framed', async () => {
  const box = { left: 100, top: 2000, width: 80, height: 20 }
  const part = partOf({ boxes: [box], element: null, whole: false }, 400, 3000)
  expect(part).toEqual({ left: 0, top: 1840, width: 400, height: 480 })
  const bytes = await reportPicture(await png('#ffffff', 400, 3000), { boxes: [box], element: null, whole: false })
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([400, 480])
  const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  const [red = 0, green = 0] = pixel(140, 158)
  expect(red - green).toBeGreaterThan(60)
  expect(pixel(10, 10).every((channel) => channel > 245)).toBe(true)
})

test('a post among others is cut out of its feed', () => {
  const element = { left: 300, top: 900, width: 500, height: 300 }
  expect(partOf({ boxes: [], element, whole: false }, 1366, 4000)).toEqual({
    ...{ left: 276, top: 876, width: 548, height: 348 },
  })
})
