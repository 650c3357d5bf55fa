import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { PASSWORD } from './desk.ts'

const CANDIDATES = [
  process.env['SOI_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
]
export const CHROMIUM = CANDIDATES.find((path) => path !== undefined && existsSync(path))

const AXE = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

export async function inChromium<T>(body: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--disable-gpu'] })
  try {
    return await body(browser)
  } finally {
    await browser.close()
  }
}

/** Signs in through the form, as an officer does. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/login`)
  await page.fill('[name=name]', name)
  await page.fill('[name=password]', PASSWORD)
  await page.click('main button')
  // Keys typed before the next page is there would be lost.
  await page.waitForURL((at) => at.pathname !== '/login')
}

/** A function of a document: whether something that a payload brings stands in what the page says. */
export const INJECTED = `((page) => page.querySelectorAll('main script, main iframe, main object, main embed, main style, main link, main base, main meta, main *[onerror], main *[onload], main *[onfocus], main a[href^="java" i], main a[href^="data" i]').length > 0)`

/** The same of a page that is read by the browser's parser and not shown, which takes a tenth of the time. */
export async function isInjected(page: Page, url: string): Promise<boolean> {
  const text = await (await page.request.get(url)).text()
  if (!text.includes('<main')) throw new Error(`${url} is no page of the console: ${text.slice(0, 200)}`)
  const read = `${INJECTED}(new DOMParser().parseFromString(${JSON.stringify(text)}, 'text/html'))`
  return (await page.evaluate(read)) as boolean
}

/** What axe finds, one line for each; evaluated from outside, so that the page's own policy stays as it is. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  // Of what passes nobody asks: naming it all takes longer than looking for what does not.
  const result = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as {
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
    }[]
  }
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} – ${node.failureSummary}`),
  )
}
