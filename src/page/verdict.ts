// longer than the rest: the weighing of one page, step by step, is easier to check in one place
import type { Page, Verdict, VerdictKind } from '../domain.ts'
import { type Sign, wordsOfAnswer } from './answer.ts'
import { isJson, textOf } from './decode.ts'
import { type Scan, scanOf } from './scan.ts'
import * as blocked from './signs/blocked.ts'
import * as removed from './signs/removed.ts'
import * as rest from './signs/rest.ts'
import * as walls from './signs/walls.ts'
import { elementTexts, headingTexts, jsonLdTexts, openingText } from './skim.ts'

/** Words of one site that mean removed, blocked or login wall: strings in the visible text, patterns in the markup. */
export type SiteSigns = Readonly<Partial<Record<'removed' | 'blocked' | 'login-wall', readonly (string | RegExp)[]>>>

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
  isJson(page) ? ofAnswer(page, siteSigns) : judgeDocument(page, siteSigns, true)

/** An API's answer: what its status, its own words of failure and the site's signs say of it. */
const ofAnswer = (page: Page, siteSigns: SiteSigns): Verdict => {
  const text = textOf(page)
  const said = decide([...answerSigns(page), ...wordsOfAnswer(text, plain), ...ownSigns(siteSigns, plain(text), text)])
  return said ?? { kind: 'served', reasons: ['an answer in JSON'] }
}

/** The same from all signs, those of the visible text too. */
export const judgeThoroughly = (page: Page, siteSigns: SiteSigns = {}): Verdict => judgeDocument(page, siteSigns, false)

/** @param quickly whether structured data about a product, where nothing speaks against it, spare the text its reading */
const judgeDocument = (page: Page, siteSigns: SiteSigns, quickly: boolean): Verdict => {
  const scan = scanOf(page)
  const foreign = foreignVerdict(page, scan.raw)
  if (foreign !== null) return foreign
  const product = productReason(scan.raw)
  const early = [...answerSigns(page), ...headSigns(scan)]
  const unmarked = early.length === 0 && Object.keys(siteSigns).length === 0
  if (quickly && unmarked && product !== null) return { kind: 'served', reasons: [product] }
  const html = textOf(page)
  const opening = openingText(html, OPENING)
  if (unmarked && (isPlenty(opening) || plain(opening).length >= PLENTY))
    return { kind: 'served', reasons: [product ?? `${PLENTY} characters of visible text or more`] }
  const text = plain(opening)
  const heads = text.length < PLENTY ? early : early.map(halvedWhenHead)
  const all = [...heads, ...textSigns(text, html), ...markupSigns(text, html), ...ownSigns(siteSigns, text, html)]
  if (all.length > 0) all.push(...goodsSigns(text, page.url, all), ...messageSigns(html, all))
  if (product !== null) all.push({ kind: 'served', weight: 3, reason: product })
  return decide(all) ?? shellOrServed(text, html, scan)
}

/** Characters of ASCII stay as they are, so that no text need be made plain to be counted. */
const isPlenty = (text: string): boolean => {
  let kept = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 128) kept++
  return kept >= PLENTY
}

/** Ties go to the kind named first. */
const ORDER: readonly VerdictKind[] = [
  'login-wall',
  'geo-different',
  'consent-wall',
  'removed',
  'blocked',
  'error',
  'not-a-listing',
]

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

const foreignVerdict = ({ status, headers, body }: Page, html: string): Verdict | null => {
  const answered = status === null || (status >= 200 && status < 300)
  if (!answered) return null
  if (body.length === 0) return { kind: 'error', reasons: ['empty answer'] }
  const mime = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  const start = html.slice(0, 64).trimStart()
  // What cannot be read here may well hold goods: that it was not read is all there is to say.
  const other = (reason: string): Verdict => ({ kind: 'error', reasons: [reason] })
  if (start.startsWith('%PDF')) return other('a PDF document, not a page')
  if (mime === '' || /html|xml|json/.test(mime) || start.startsWith('<')) return null
  return other(`content type ${mime} is not a page`)
}

/** Statuses of walls beyond 403 and 429: LinkedIn 999, Alibaba 420, nginx 444, teapots, AWS WAF 405 and 202 go by header. */
const WALL_STATUS = new Set([418, 420, 444, 999])

const statusSign = (status: number): Sign | null => {
  const reason = `status ${status}`
  if (status === 404 || status === 410) return { kind: 'removed', weight: 6, reason }
  // These say that, and not why: the page may.
  if (status === 451) return { kind: 'removed', weight: 3, reason }
  if (status === 403 || status === 406) return { kind: 'blocked', weight: 3.5, reason }
  if (status === 402) return { kind: 'error', weight: 3, reason }
  if (status === 429 || WALL_STATUS.has(status)) return { kind: 'blocked', weight: 6, reason }
  if (status === 401) return { kind: 'login-wall', weight: 6, reason }
  if (status === 503) return { kind: 'error', weight: 4, reason }
  return status < 200 || status >= 300 ? { kind: 'error', weight: 6, reason } : null
}

const answerSigns = ({ status, headers, url, requestedUrl }: Page): readonly Sign[] => {
  const found: Sign[] = []
  const status_ = status === null ? null : statusSign(status)
  if (status_ !== null) found.push(status_)
  for (const [name, value] of blocked.CHALLENGE_HEADERS) {
    if (value.test(headers[name] ?? ''))
      found.push({ kind: 'blocked', weight: 7, reason: `header ${name}: ${headers[name]}` })
  }
  const path = pathOf(url)
  const moved = path !== pathOf(requestedUrl)
  const led = (kind: VerdictKind, weight: number) =>
    found.push({ kind, weight, reason: `${moved ? 'redirected to' : 'path'} ${path.slice(0, 80)}` })
  if (walls.LOGIN_PATH.test(path)) led('login-wall', moved ? 3 : 1)
  // Nobody is sent to a captcha but by a wall, whatever is written there.
  if (blocked.BLOCKED_PATH.test(path)) led('blocked', moved ? 9 : 1.5)
  if (removed.REMOVED_PATH.test(path)) led('removed', moved ? 3 : 1)
  if (walls.CONSENT_PLACE.test(hostOf(url) + path)) led('consent-wall', moved ? 3 : 1)
  return found
}

const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : '')
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '')

// ── what the page says ──────────────────────────────────────────────────────

/** Lower case, without diacritics and typographic quotes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('’', "'")

/** What titles (by how they begin, or by a phrase that fills them) and headings say of each kind. */
const HEADS: readonly (readonly [VerdictKind, title: RegExp | null, phrases: RegExp | null])[] = [
  ['removed', removed.REMOVED_TITLES, removed.REMOVED_PHRASES],
  ['blocked', blocked.BLOCKED_TITLES, blocked.BLOCKED_PHRASES],
  ['login-wall', walls.LOGIN_TITLES, null],
  ['consent-wall', walls.CONSENT_HEADS, walls.CONSENT_HEADS],
  ['geo-different', null, walls.GEO_PHRASES],
  ['error', rest.ERROR_TITLES, rest.ERROR_PHRASES],
  ['not-a-listing', rest.UNFILLED_HEADS, rest.UNFILLED_HEADS],
]

const headSigns = (scan: Scan): readonly Sign[] => {
  const title = plain(elementTexts(scan, 'title', 1)[0] ?? '')
  const headings = headingTexts(scan, 4).map(plain)
  const found: Sign[] = []
  const add = (kind: VerdictKind, where: string, text: string | undefined) => {
    if (text !== undefined) found.push({ kind, weight: 3, reason: `${where} “${text.slice(0, 120)}”` })
  }
  for (const [kind, start, phrases] of HEADS) {
    const says = (text: string) => phrases !== null && fills(phrases, text)
    // A shop whose name or motto holds such words is no wall: a title must begin so, or be filled.
    if (title !== '' && (start?.test(title) || (kind !== 'blocked' && says(title)))) add(kind, 'title', title)
    add(kind, 'heading', headings.find(says))
  }
  return found
}

/** A reason that is found in the text alone, and not in title, heading, status or address. */
const OF_TEXT = /characters of text/

const halvedWhenHead = (sign: Sign): Sign =>
  /^(title|heading) /.test(sign.reason) ? { ...sign, weight: sign.weight / 2 } : sign

/** A heading that says so says little else, and nothing before it but an apology; a longer one is an article about it, or a name. */
const fills = (pattern: RegExp, heading: string): boolean =>
  heading.split(/ [|–—·-] /).some((part) => {
    const match = pattern.exec(part)
    return match !== null && match[0].length > part.length / 2.5 && removed.APOLOGY.test(part.slice(0, match.index))
  })

/** What a page puts in quotation marks others say: a question about an error, a motto on a shirt. */
const QUOTED = /“[^“”]{1,120}”|«[^«»]{1,120}»|(?<![\w"])"[^"]{1,80}"(?![\w"])/g

const textSigns = (text: string, html: string): readonly Sign[] => {
  if (text.length >= PLENTY) return []
  const found: Sign[] = []
  const own = text.replace(QUOTED, '…')
  const says = (
    kind: VerdictKind,
    pattern: RegExp,
    weights: readonly [tiny: number, short: number, longer: number],
  ) => {
    const phrase = pattern.exec(own)?.[0]
    const weight = weights[text.length < TINY ? 0 : text.length < SHORT ? 1 : 2]
    if (phrase !== undefined) found.push({ kind, weight, reason: `${text.length} characters of text say “${phrase}”` })
  }
  says('removed', removed.REMOVED_PHRASES, [4, 3, 1.5])
  says('blocked', blocked.BLOCKED_PHRASES, [4, 2, 1])
  says('blocked', blocked.WALL_SIGNATURES, [4, 3.5, 1])
  says('login-wall', walls.LOGIN_PHRASES, [4, 2, 1])
  // A refusal because of the place is a refusal too: the reason outweighs the words of refusing.
  says('geo-different', walls.GEO_PHRASES, [16, 8, 1])
  says('geo-different', walls.GEO_BANS, [0, 8, 1])
  says('geo-different', walls.GEO_HINTS, [4, 3, 0])
  says('error', rest.ERROR_PHRASES, [4, 2, 0])
  says('not-a-listing', rest.UNFILLED_PHRASES, [4, 3, 0])
  found.push(...consentSigns(text, html))
  if (/type=["']?password/i.test(html))
    found.push({ kind: 'login-wall', weight: text.length < SHORT ? 2 : 1, reason: 'password field' })
  return found
}

/** A banner is a small part of a page, a wall is all of it; an application not yet filled shows its banner first. */
const consentSigns = (text: string, html: string): readonly Sign[] => {
  if (text.length >= SHORT || ROOT.test(html)) return []
  const topic = walls.CONSENT_TOPIC.exec(text)?.[0]
  const button = walls.CONSENT_BUTTONS.exec(text)?.[0]
  if (topic === undefined || button === undefined) return []
  const clauses = text.split(/[.!?]/)
  const about = clauses.filter((clause) => walls.CONSENT_TOPIC.test(clause) || walls.CONSENT_BUTTONS.test(clause))
  const share = about.join('').length / clauses.join('').length
  const reason = `${Math.round(share * 100)} % of the text is about “${topic}”, to be answered by “${button}”`
  return [{ kind: 'consent-wall', weight: share > 0.5 ? 5 : 1, reason }]
}

/**
 * A price and a button to buy: what is for sale was served, whatever its text says. Many prices may be suggestions beside a
 * grave, which speaks before them, or in its title; beside a wall there are none.
 */
const goodsSigns = (text: string, url: string, against: readonly Sign[]): readonly Sign[] => {
  const found: Sign[] = []
  const prices = text.match(rest.PRICE)?.length ?? 0
  const before = text.slice(0, Math.max(0, text.search(removed.REMOVED_PHRASES))).match(rest.PRICE)?.length ?? 0
  const grave = against.some(({ kind, reason }) => kind === 'removed' && (before <= 2 || !OF_TEXT.test(reason)))
  if (prices > 0 && (prices <= 2 || !grave)) found.push({ kind: 'served', weight: 2, reason: 'a price' })
  const buy = rest.BUY.exec(text)?.[0]
  if (buy !== undefined) found.push({ kind: 'served', weight: 1, reason: `“${buy}”` })
  if (rest.SEARCH.test(url)) found.push({ kind: 'served', weight: 2, reason: 'the address of a search' })
  return found
}

/** A captcha beside a field for a message guards the message; it says nothing where something else speaks too. */
const messageSigns = (html: string, against: readonly Sign[]): readonly Sign[] =>
  against.every(({ kind, reason }) => kind === 'blocked' && OF_TEXT.test(reason)) && rest.MESSAGE_FIELD.test(html)
    ? [{ kind: 'served', weight: 5, reason: 'a field for a message' }]
    : []

/** Weak markers stand on served pages too (a contact form's captcha): together they never decide, and count on short pages only. */
const markupSigns = (text: string, html: string): readonly Sign[] => {
  const present = blocked.CHALLENGE_MARKERS.filter((marker) => html.includes(marker.text))
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
  /id=["']?__NEXT_DATA__|window\.__NUXT__\s*=|__INITIAL_STATE__|__APOLLO_STATE__|__PRELOADED_STATE__|__UNIVERSAL_DATA|__MODERN_ROUTER_DATA__|ytInitial(?:Data|PlayerResponse)\s*=|window\.pageData\s*=|__moduleData__\s*=|id=["']?flarum-json-payload/

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
