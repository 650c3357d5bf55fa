import { pino } from 'pino'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type CaptureBrowser, type CaptureOptions, openBrowser } from '../../src/capture/browser.ts'
import type { Capture } from '../../src/domain.ts'
import { type Answer, type Site, serveSite } from './servers.ts'

const root = new URL('../..', import.meta.url).pathname

/** Where tests look for a browser, and who they say they are. */
export const place = { chromium: null, root, userAgent: 'Soi/test', log: pino({ level: 'silent' }) }

/** One browser for the tests of a block, and sites that are closed after each. */
export function browsing(options: Partial<CaptureOptions> = {}) {
  const open: Site[] = []
  let browser: CaptureBrowser | null = null
  beforeAll(async () => {
    browser = await openBrowser({ ...place, allowPrivate: true, ...options })
  }, 60_000)
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close()
  })
  afterAll(() => browser?.close())
  return {
    browser: (): CaptureBrowser => browser as CaptureBrowser,
    async site(paths: Readonly<Record<string, Answer>>): Promise<Site> {
      const running = await serveSite(paths)
      open.push(running)
      return running
    },
  }
}

export const artifact = (capture: Pick<Capture, 'artifacts' | 'missing'>, role: string): Uint8Array => {
  const found = capture.artifacts.find((one) => one.role === role)
  if (found === undefined) throw new Error(`no ${role}: ${capture.missing.join('; ')}`)
  return found.bytes
}

export const page = (body: string, head = ''): string =>
  `<!doctype html><html lang=vi><head><meta charset=utf-8><title>Giày thể thao</title><style>body{margin:0}</style>${head}</head><body>${body}</body></html>`

/** Enough words for a page to count as served. */
export const words =
  '<p>Giày thể thao nam chính hãng, bảo hành mười hai tháng, giao hàng toàn quốc, kiểm tra trước khi trả tiền.</p>'.repeat(
    12,
  )
