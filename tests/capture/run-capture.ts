import { pino } from 'pino'
import { openBrowser } from '../../src/capture/browser.ts'
import { glyphsRender } from '../../src/capture/glyphs.ts'

// Started by a test with a URL: captures it and prints what came of it.
const root = new URL('../..', import.meta.url).pathname
const log = pino({ level: 'silent' })
const browser = await openBrowser({ chromium: null, root, allowPrivate: true, userAgent: 'Soi/test', log })
const { missing, artifacts } = await browser.capture(process.argv[2] ?? '')
const { vietnamese } = await glyphsRender(browser)
await browser.close()
process.stdout.write(JSON.stringify({ missing, roles: artifacts.map(({ role }) => role), vietnamese }))
