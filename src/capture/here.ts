// Longer than a file of ours is: one capture from its first look to its last part reads best in one piece.
import type { CDPSession, Response, Page as Tab } from 'playwright'
import type { Artifact, Capture, CaptureFacts, Marks, Page, Sought } from '../domain.ts'
import type { EgressProxy } from '../egress/proxy.ts'
import { judge } from '../page/verdict.ts'
import { ARCHIVE_TYPE, archiveOf, exchangeRecords } from './archive.ts'
import { certificates } from './certificates.ts'
import { type ConsentSeen, consentBanner } from './consent.ts'
import type { Exchange } from './exchange.ts'
import { factsOf } from './facts.ts'
import { loadLazy } from './lazy.ts'
import { made } from './made.ts'
import { marksIn } from './marks.ts'
import { type Screenshot, screenshot } from './screenshot.ts'
import { firstLine } from './session.ts'
import type { Traffic } from './traffic.ts'
import { within } from './visit.ts'

/** A tab that shows a page, and what is needed to capture it there. */
export interface Shown {
  readonly tab: Tab
  /** The answer the page came from. */
  readonly response: Response
  readonly traffic: Traffic
  readonly proxy: EgressProxy
  /** Serialises the DOM as it is now. */
  readonly read: (tab: Tab) => Promise<Page>
  /** Name and version. */
  readonly browser: string
  /** Whether a cookie question may be answered with no: not where an officer browses by hand. */
  readonly consent: boolean
  /** Whether to print the page too: as long again as a picture of it. */
  readonly print: boolean
}

const PRINT_MS = 30_000

/** One part that cannot be had is said, and the rest is kept; a tab that is gone ends the capture. */
async function part<T>(
  tab: Tab,
  what: string,
  otherwise: T,
  work: () => Promise<T>,
): Promise<readonly [T, readonly string[]]> {
  try {
    return [await work(), []]
  } catch (error) {
    if (tab.isClosed()) throw error
    return [otherwise, [`${what}: ${firstLine(error)}`]]
  }
}

/** Not waited for: a page that never rests never answers, and what is gone with its tab has no need to. */
const letGo = (cdp: CDPSession): void => void cdp.detach().catch(() => undefined)

const NO_BANNER: ConsentSeen = { consent: null, artifacts: [], missing: [] }
const NO_SHOT: Screenshot = { png: null, tiles: [], missing: [] }

const pictures = ({ png, tiles }: Screenshot): readonly Artifact[] => [
  ...(png === null ? [] : [made('screenshot', 'image/png', png)]),
  ...tiles.map((tile, i) => made(`tile-${String(i + 1).padStart(3, '0')}`, 'image/png', tile)),
]

/** Captures what a tab shows now, without loading it again. Every part's digest is taken as it is made. */
export async function captureHere(shown: Shown, sought: readonly Sought[]): Promise<Capture> {
  const { tab, read, browser } = shown
  const cdp = await tab.context().newCDPSession(tab)
  try {
    const [banner, noBanner] = await part(tab, 'consent', NO_BANNER, async () =>
      shown.consent ? consentBanner(tab, cdp) : NO_BANNER,
    )
    const unloaded = await loadLazy(cdp)
    // Nothing between these two lines: the DOM and the picture are of one moment.
    const page = await read(tab)
    const shooting = part(tab, 'screenshot', NO_SHOT, () => screenshot(cdp))
    // While the browser paints, what it sent and got is gathered and packed here.
    const network = part(tab, 'archive', null, () => networkOf(shown, page, banner.consent, cdp))
    const [shot, noShot] = await shooting
    const [marks, noMarks] = await part(tab, 'marks', new Map<string, Marks>(), () => marksIn(cdp, sought, shot.png))
    const own = [made('dom', 'text/html; charset=utf-8', page.body), ...pictures(shot), ...banner.artifacts]
    const [net, noNet] = await network
    const [archive, noArchive] = await part(tab, 'archive', [], () => archived(net, own, page, browser))
    const [print, noPrint] = await part(tab, 'print', [], async () => (shown.print ? printed(tab) : []))
    return {
      page,
      verdict: judge(page),
      artifacts: [...own, ...archive, ...(net?.chain ?? []), ...print],
      takenAt: page.fetchedAt,
      browser,
      missing: [
        ...[noBanner, banner.missing, noShot, shot.missing],
        ...[noNet, net?.missing ?? [], noArchive, noPrint],
      ].flat(),
      remarks: [...unloaded, ...noMarks],
      ...(net ? { facts: factsWith(net, archive) } : {}),
      marks,
    }
  } finally {
    letGo(cdp)
  }
}

interface Network {
  readonly exchanges: readonly Exchange[]
  /** Their archive records, packed. */
  readonly records: readonly Uint8Array[]
  readonly chain: readonly Artifact[]
  readonly facts: Omit<CaptureFacts, 'archive'>
  readonly missing: readonly string[]
}

/** What the browser sent and got, as archive records; the certificates; and what the browser says of them. */
async function networkOf(
  { tab, response, traffic, proxy }: Shown,
  page: Page,
  consent: CaptureFacts['consent'],
  cdp: CDPSession,
): Promise<Network> {
  const { exchanges, missing } = await traffic.gather()
  const [records, facts, [chain, noChain]] = await Promise.all([
    exchangeRecords(exchanges),
    factsOf({ tab, response, page, proxy }, traffic, exchanges),
    part(tab, 'certificates', [], () => certificates(cdp, page.url)),
  ])
  return { exchanges, records, chain, facts: { ...facts, consent }, missing: [...missing, ...noChain] }
}

/** The exchanges with DOM and pictures behind them, as one file; none where the exchanges could not be had. */
async function archived(
  net: Network | null,
  own: readonly Artifact[],
  page: Page,
  browser: string,
): Promise<readonly Artifact[]> {
  if (net === null) return []
  const resources = own.map((artifact) => ({ url: urnOf(artifact.role, page.url), artifact }))
  const info = { software: browser, at: page.fetchedAt }
  return [made('archive', ARCHIVE_TYPE, await archiveOf(net.records, resources, info))]
}

const factsWith = ({ facts, exchanges }: Network, [archive]: readonly Artifact[]): CaptureFacts => {
  const withoutBody = exchanges.filter(({ answer }) => answer !== null && answer.body === null).length
  return {
    ...facts,
    archive: archive ? { exchanges: exchanges.length, withoutBody, bytes: archive.bytes.byteLength } : null,
  }
}

/** Names that programs for web archives know; ours for what they have no name for. */
const urnOf = (role: string, url: string): string => `urn:${role === 'screenshot' ? 'fullPage' : role}:${url}`

async function printed(tab: Tab): Promise<readonly Artifact[]> {
  const pdf = tab.pdf({ format: 'A4', printBackground: true })
  if (!(await within(PRINT_MS, pdf))) throw new Error(`not printed within ${PRINT_MS / 1000} s`)
  return [made('print', 'application/pdf', await pdf)]
}

/** Says where words stand in the tab that was captured. */
export type Marker = (sought: readonly Sought[]) => Promise<Pick<Capture, 'marks' | 'remarks'>>

/** For a capture that is judged after it was made, while its tab is still open. */
export const markerIn =
  (tab: Tab): Marker =>
  async (sought) => {
    const cdp = await tab.context().newCDPSession(tab)
    try {
      const [marks, remarks] = await part(tab, 'marks', new Map<string, Marks>(), () => marksIn(cdp, sought, null))
      return { marks, remarks }
    } finally {
      letGo(cdp)
    }
  }
