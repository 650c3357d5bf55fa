import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page as Tab } from 'playwright'
import type { Artifact, CaptureFacts } from '../domain.ts'
import { isolatedWorld } from './isolated.ts'
import { made } from './made.ts'
import { clipped } from './screenshot.ts'

/** The whole text of a button that says no. Nothing that says yes to a part is among them. */
const REJECT = [
  ...['từ chối', 'từ chối tất cả', 'từ chối hết', 'từ chối cookie', 'không đồng ý', 'tôi không đồng ý'],
  ...[
    'reject',
    'reject all',
    'reject all cookies',
    'decline',
    'decline all',
    'refuse',
    'refuse all',
    'deny',
    'deny all',
  ],
]
const ACCEPT = [
  ...['đồng ý', 'đồng ý tất cả', 'tôi đồng ý', 'chấp nhận', 'chấp nhận tất cả', 'cho phép tất cả'],
  ...['accept', 'accept all', 'accept all cookies', 'i accept', 'agree', 'i agree', 'allow all', 'got it', 'ok'],
]

const LOOK_MS = 2_000
const AFTER_MS = 400

// A string, for the page's own world knows nothing of the helpers that a TypeScript loader adds to functions.
/** Looks at buttons that stand in something laid over the page that speaks of cookies or personal data; presses a no, never a yes. */
const BANNER = `({ reject, accept, press }) => {
  const words = (element) => (element.innerText ?? element.value ?? '').normalize('NFC').toLowerCase().split(/\\s+/).join(' ').trim()
  const overlay = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const { position } = getComputedStyle(one)
      if (position === 'fixed' || position === 'sticky' || one.getAttribute('role') === 'dialog' || one.getAttribute('aria-modal') === 'true') return one
    }
    return null
  }
  const asks = (text) => ['cookie', 'consent', 'privacy', 'riêng tư', 'dữ liệu cá nhân'].some((word) => text.includes(word))
  const buttons = [...document.querySelectorAll('button,[role="button"],input[type="button"],a:not([href]),a[href^="#"]')].slice(0, 2000)
  let banner = null
  for (const button of buttons) {
    if ((button.textContent ?? '').length > 60) continue
    const said = words(button)
    const no = reject.includes(said)
    if (!no && !accept.includes(said)) continue
    if (!button.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const over = overlay(button)
    if (over === null || !asks(words(over).slice(0, 5000))) continue
    const found = { text: (over.innerText ?? '').trim().slice(0, 500), rejected: no ? (button.innerText ?? button.value).trim() : null }
    if (no) { if (press) button.click(); return found }
    banner = banner ?? found
  }
  return banner
}`

export interface ConsentSeen {
  readonly consent: CaptureFacts['consent']
  /** The window as it was met, where the banner was then sent away. */
  readonly artifacts: readonly Artifact[]
  readonly missing: readonly string[]
}

const NONE: ConsentSeen = { consent: null, artifacts: [], missing: [] }

/** What stands before the page and asks to agree. Nothing is hidden and nothing agreed to; a button that says no is pressed. */
export async function consentBanner(tab: Tab, cdp: CDPSession): Promise<ConsentSeen> {
  const world = await isolatedWorld(cdp, LOOK_MS)
  if (world === null) return { ...NONE, missing: ['consent: the page keeps the browser too busy to be looked at'] }
  const look = (press: boolean) => world.run<CaptureFacts['consent']>(BANNER, { reject: REJECT, accept: ACCEPT, press })
  const met = await look(false)
  if (met === null || met.rejected === null) return { ...NONE, consent: met }
  const { cssVisualViewport: seen } = await cdp.send('Page.getLayoutMetrics')
  const [left, top] = [Math.round(seen.pageX), Math.round(seen.pageY)]
  const window = { left, top, width: Math.floor(seen.clientWidth), height: Math.floor(seen.clientHeight) }
  const before = await clipped(cdp, window)
  const url = tab.url()
  const consent = await look(true)
  await sleep(AFTER_MS)
  return {
    consent,
    artifacts: before === null ? [] : [made('consent-before', 'image/png', before)],
    missing: [
      ...(before === null ? ['consent-before: not painted'] : []),
      ...(tab.url() === url
        ? []
        : [`the page went from ${url} to another when its cookie question was answered with no`]),
    ],
  }
}
