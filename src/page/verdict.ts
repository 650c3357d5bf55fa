// longer than the rest: the weighing of one page, step by step, is easier to check in one place
import type { Page, Verdict, VerdictKind } from '../domain.ts'
import { isJson, textOf } from './decode.ts'
import { type Scan, scanOf } from './scan.ts'
import * as signs from './signs.ts'
import { elementTexts, jsonLdTexts, openingText } from './skim.ts'

/** Words of one site that mean removed, blocked or login wall: strings in the visible text, patterns in the markup. */
export type SiteSigns = Readonly<Partial<Record<'removed' | 'blocked' | 'login-wall', readonly (string | RegExp)[]>>>

interface Sign {
  readonly kind: VerdictKind
  readonly weight: number
  readonly reason: string
}

/** How much of the visible text is read: phrases of walls and graves stand at the top. */
const OPENING = 6000
/** Visible characters. A wall or a grave has few; PLENTY is a page full of content, where no phrase counts. */
const TINY = 250
const SHORT = 900
const PLENTY = 3000
/** What speaks for a page of which nothing else is known; a sign of weight 3 just outweighs it. */
const SERVED = 2.9

/**
 * What the server gave us, weighed from independent signs; no single word in a page full of content decides.
 * Cheap: strings only, and nothing beyond title, headings and structured data when these show a product.
 */
export const judge = (page: Page, siteSigns: SiteSigns = {}): Verdict =>
  isJson(page) ? ofAnswer(page, siteSigns) : (atOnce(page, siteSigns) ?? judgeThoroughly(page, siteSigns))

/** An API's answer: what its status and the site's own signs say of it, no words of pages. */
const ofAnswer = (page: Page, siteSigns: SiteSigns): Verdict => {
  const text = textOf(page)
  const said = decide([...answerSigns(page), ...ownSigns(siteSigns, plain(text), text)])
  return said ?? { kind: 'served', reasons: ['an answer in JSON'] }
}

/** Structured data about a product, and nothing that speaks against it: the text need not be read. */
const atOnce = (page: Page, siteSigns: SiteSigns): Verdict | null => {
  const scan = scanOf(page)
  const foreign = foreignReason(page, scan.raw)
  if (foreign !== null) return { kind: 'error', reasons: [foreign] }
  const product = productReason(scan.raw)
  if (product === null || Object.keys(siteSigns).length > 0) return null
  return answerSigns(page).length + headSigns(scan).length > 0 ? null : { kind: 'served', reasons: [product] }
}

/** The same from all signs, those of the visible text too. */
export const judgeThoroughly = (page: Page, siteSigns: SiteSigns = {}): Verdict => {
  const scan = scanOf(page)
  const foreign = foreignReason(page, scan.raw)
  if (foreign !== null) return { kind: 'error', reasons: [foreign] }
  const product = productReason(scan.raw)
  const early = [...answerSigns(page), ...headSigns(scan)]
  const html = textOf(page)
  const text = plain(openingText(html, OPENING))
  if (text.length >= PLENTY && early.length === 0 && Object.keys(siteSigns).length === 0)
    return { kind: 'served', reasons: [product ?? `${PLENTY} characters of visible text or more`] }
  const heads = text.length < PLENTY ? early : early.map(halvedWhenHead)
  const all = [...heads, ...textSigns(text, html), ...markupSigns(text, html), ...ownSigns(siteSigns, text, html)]
  if (product !== null) all.push({ kind: 'served', weight: 3, reason: product })
  return decide(all) ?? shellOrServed(text, html, scan)
}

/** Ties go to the kind named first. */
const ORDER: readonly VerdictKind[] = ['login-wall', 'removed', 'blocked', 'error']

/** Null when nothing speaks against the page, nor especially for it. */
const decide = (all: readonly Sign[]): Verdict | null => {
  const of = (kind: VerdictKind) => all.filter((sign) => sign.kind === kind)
  const weight = (kind: VerdictKind) => of(kind).reduce((sum, sign) => sum + sign.weight, 0)
  let winner: VerdictKind = 'served'
  let best = SERVED + weight('served')
  for (const kind of ORDER) {
    if (weight(kind) <= best) continue
    winner = kind
    best = weight(kind)
  }
  const reasons = of(winner).map((sign) => sign.reason)
  return reasons.length === 0 ? null : { kind: winner, reasons }
}

// ── what the answer itself says ─────────────────────────────────────────────

const foreignReason = ({ status, headers, body }: Page, html: string): string | null => {
  const answered = status === null || (status >= 200 && status < 300)
  if (!answered) return null
  if (body.length === 0) return 'empty answer'
  const mime = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  const start = html.slice(0, 64).trimStart()
  if (start.startsWith('%PDF')) return 'a PDF document, not a page'
  if (mime === '' || /html|xml|json/.test(mime) || start.startsWith('<')) return null
  return `content type ${mime} is not a page`
}

/** Statuses of walls beyond 403 and 429: LinkedIn 999, Alibaba 420, nginx 444, teapots, AWS WAF 405 and 202 go by header. */
const WALL_STATUS = new Set([418, 420, 444, 999])

const statusSign = (status: number): Sign | null => {
  const reason = `status ${status}`
  if (status === 404 || status === 410 || status === 451) return { kind: 'removed', weight: 6, reason }
  if (status === 403) return { kind: 'blocked', weight: 5, reason }
  if (status === 429 || WALL_STATUS.has(status)) return { kind: 'blocked', weight: 6, reason }
  if (status === 401) return { kind: 'login-wall', weight: 6, reason }
  if (status === 503) return { kind: 'error', weight: 4, reason }
  return status < 200 || status >= 300 ? { kind: 'error', weight: 6, reason } : null
}

const answerSigns = ({ status, headers, url, requestedUrl }: Page): readonly Sign[] => {
  const found: Sign[] = []
  const status_ = status === null ? null : statusSign(status)
  if (status_ !== null) found.push(status_)
  for (const [name, value] of signs.CHALLENGE_HEADERS) {
    if (value.test(headers[name] ?? ''))
      found.push({ kind: 'blocked', weight: 7, reason: `header ${name}: ${headers[name]}` })
  }
  const path = pathOf(url)
  const moved = path !== pathOf(requestedUrl)
  const led = (kind: VerdictKind, weight: number) =>
    found.push({ kind, weight, reason: `${moved ? 'redirected to' : 'path'} ${path.slice(0, 80)}` })
  if (signs.LOGIN_PATH.test(path)) led('login-wall', moved ? 2.5 : 1)
  if (signs.BLOCKED_PATH.test(path)) led('blocked', moved ? 3 : 1.5)
  if (signs.REMOVED_PATH.test(path)) led('removed', moved ? 3 : 1)
  return found
}

const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : '')

// ── what the page says ──────────────────────────────────────────────────────

/** Lower case, without diacritics and typographic quotes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('’', "'")

const headSigns = (scan: Scan): readonly Sign[] => {
  const title = plain(elementTexts(scan, 'title', 1)[0] ?? '')
  const headings = elementTexts(scan, 'h[12]', 4).map(plain)
  const found: Sign[] = []
  const add = (kind: VerdictKind, where: string, text: string | undefined) => {
    if (text !== undefined) found.push({ kind, weight: 3, reason: `${where} “${text.slice(0, 120)}”` })
  }
  const gone = (text: string) => signs.REMOVED_TITLES.test(text) || fills(signs.REMOVED_PHRASES, text)
  add('removed', 'title', [title].find(gone))
  add('removed', 'heading', headings.find(gone))
  add(
    'blocked',
    'title',
    [title].find((text) => signs.BLOCKED_TITLES.test(text)),
  )
  add(
    'blocked',
    'heading',
    headings.find((text) => fills(signs.BLOCKED_PHRASES, text)),
  )
  add(
    'login-wall',
    'title',
    [title].find((text) => signs.LOGIN_TITLES.test(text)),
  )
  return found
}

const halvedWhenHead = (sign: Sign): Sign =>
  /^(title|heading) /.test(sign.reason) ? { ...sign, weight: sign.weight / 2 } : sign

/** A heading that says so says little else; a longer one is an article about it. */
const fills = (pattern: RegExp, heading: string): boolean =>
  heading.split(/ [|–—·-] /).some((part) => (pattern.exec(part)?.[0].length ?? 0) > part.length / 2)

const textSigns = (text: string, html: string): readonly Sign[] => {
  if (text.length >= PLENTY) return []
  const found: Sign[] = []
  const says = (
    kind: VerdictKind,
    pattern: RegExp,
    weights: readonly [tiny: number, short: number, longer: number],
  ) => {
    const phrase = pattern.exec(text)?.[0]
    const weight = weights[text.length < TINY ? 0 : text.length < SHORT ? 1 : 2]
    if (phrase !== undefined) found.push({ kind, weight, reason: `${text.length} characters of text say “${phrase}”` })
  }
  says('removed', signs.REMOVED_PHRASES, [3, 3, 1.5])
  says('blocked', signs.BLOCKED_PHRASES, [3, 2, 1])
  says('login-wall', signs.LOGIN_PHRASES, [3, 2, 1])
  says('error', signs.MAINTENANCE, [3, 2, 0])
  if (/type=["']?password/i.test(html))
    found.push({ kind: 'login-wall', weight: text.length < SHORT ? 2 : 1, reason: 'password field' })
  return found
}

/** Weak markers stand on served pages too (a contact form's captcha): together they never decide, and count on short pages only. */
const markupSigns = (text: string, html: string): readonly Sign[] => {
  const present = signs.CHALLENGE_MARKERS.filter((marker) => html.includes(marker.text))
  const found: Sign[] = present
    .filter((marker) => marker.weight >= 3)
    .map((marker) => ({ kind: 'blocked', weight: text.length < PLENTY ? 3 : 1.5, reason: `marker ${marker.text}` }))
  const weak = present.filter((marker) => marker.weight < 3)
  if (weak.length > 0 && text.length < SHORT) {
    const weight = Math.min(1.5, Math.max(...weak.map((marker) => marker.weight))) + (text.length < TINY ? 1.5 : 0)
    found.push({ kind: 'blocked', weight, reason: `${weak[0]?.text} beside ${text.length} characters of text` })
  }
  if (
    text.length < TINY &&
    /document\.cookie\s*=/.test(html) &&
    /location\.(reload|replace|href)|location\s*=/.test(html)
  )
    found.push({ kind: 'blocked', weight: 3, reason: 'a script that sets a cookie and reloads, and no text' })
  return found
}

/** The site's own words decide against everything but a decisive status. */
const ownSigns = (own: SiteSigns, text: string, html: string): readonly Sign[] => {
  const found: Sign[] = []
  for (const kind of ['removed', 'blocked', 'login-wall'] as const) {
    const hit = own[kind]?.find((sign) =>
      typeof sign === 'string' ? text.includes(plain(sign)) : html.search(sign) !== -1,
    )
    if (hit !== undefined) found.push({ kind, weight: 8, reason: `the site's sign ${hit}` })
  }
  return found
}

/** Structured data about one product; a list of recommended ones is no evidence. */
const productReason = (html: string): string | null => {
  for (const text of jsonLdTexts(html)) {
    if (
      /"@type"\s*:\s*\[?\s*"(Product|ProductGroup|Offer|IndividualProduct|Vehicle|Car)"/.test(text) &&
      !text.includes('"ItemList"')
    )
      return 'JSON-LD describes a product'
  }
  if (/itemtype=["']https?:\/\/schema\.org\/Product["']/i.test(html)) return 'microdata describe a product'
  return /property=["']og:type["'] content=["'](og:)?product/i.test(html) ? 'OpenGraph describes a product' : null
}

// ── nothing speaks against it ───────────────────────────────────────────────

/** A page with fewer visible characters has not been filled yet. */
const SHELL = 220
const ROOT =
  /id=["']?(root|app|__next|__nuxt|main-app|q-app|___gatsby|react-root|mount)["'\s>]|<app-root|data-reactroot|ng-app|ng-version/i
/** Script with data in it: the page can be read without running anything. */
const STATE =
  /id=["']?__NEXT_DATA__|window\.__NUXT__\s*=|__INITIAL_STATE__|__APOLLO_STATE__|__PRELOADED_STATE__|__UNIVERSAL_DATA|__MODERN_ROUTER_DATA__|window\.pageData\s*=|__moduleData__\s*=/

const shellOrServed = (text: string, html: string, scan: Scan): Verdict => {
  const length = `${text.length}${text.length >= OPENING ? ' or more' : ''} characters of visible text`
  const scripts = /<script\b(?![^<>]{0,200}json)/i.test(html)
  if (text.length >= SHELL || !scripts) {
    const nothing = text === '' && elementTexts(scan, 'title', 1).length === 0
    return nothing
      ? { kind: 'error', reasons: ['no title, no text, no script'] }
      : { kind: 'served', reasons: [length] }
  }
  if (STATE.test(html) && html.length > 4 * SHORT) return { kind: 'served', reasons: [length, 'embedded state'] }
  if (text !== '' && !ROOT.test(html)) return { kind: 'served', reasons: [length] }
  const reasons = [length, 'scripts that would fill it']
  return { kind: 'empty-shell', reasons: ROOT.test(html) ? [...reasons, 'an application root'] : reasons }
}
