import { crc32, gzipSync } from 'node:zlib'
import { pino } from 'pino'
import sharp from 'sharp'
import { openBrowser } from '../../../src/capture/browser.ts'
import { type Artifact, type Capture, NO_CHECKS, type Sighting, type Sought } from '../../../src/domain.ts'
import { sha256 } from '../../../src/store/canonical.ts'
import { openStore } from '../../../src/store/store.ts'
import { serveListing } from '../capture/page.ts'
import { randomFrom } from '../random.ts'
import { listingOf } from '../store/listings.ts'

const root = new URL('../../..', import.meta.url).pathname
const GOODS = 3
/** Pictures as smooth as photographs of goods are: a screenshot of the page is then some 4 MB. */
const BLURRED = 3

/** What the made-up rule quotes of the page. */
const QUOTED = 'like auth'
const SOUGHT: Sought = {
  key: 'bench',
  amongOthers: false,
  quotes: [{ field: 'title', start: 0, end: QUOTED.length, text: QUOTED, before: '', after: '' }],
}

/** The page of the bench of captures as a browser took it. */
async function takenOnce(): Promise<Capture> {
  const site = await serveListing(BLURRED)
  const log = pino({ level: 'silent' })
  const browser = await openBrowser({ chromium: null, root, allowPrivate: true, userAgent: 'Soi/bench', log })
  try {
    return await browser.capture(`${site.url}/1`, [SOUGHT])
  } finally {
    await browser.close()
    await site.close()
  }
}

/** A photograph of goods as a shop shows it: 1,000 pixels square, some 150 KB. */
async function photograph(seed: number): Promise<Uint8Array> {
  const random = randomFrom(seed)
  const pixels = Buffer.alloc(250 * 250 * 3).map(() => Math.floor(random() * 256))
  const small = sharp(pixels, { raw: { width: 250, height: 250, channels: 3 } }).blur(2)
  return sharp(await small.png().toBuffer())
    .resize(1000, 1000)
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** Before its last chunk a PNG may say anything; a JPEG behind its first two bytes; a WARC file in a record of its own. */
function madeUnique(bytes: Uint8Array, mediaType: string, words: string): Uint8Array {
  const whole = Buffer.from(bytes)
  if (mediaType === 'image/png') {
    const text = Buffer.from(`tEXtComment\0${words}`)
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(text.length - 4)
    check.writeUInt32BE(crc32(text))
    return Buffer.concat([whole.subarray(0, -12), length, text, check, whole.subarray(-12)])
  }
  if (mediaType === 'image/jpeg') {
    const comment = Buffer.from(`\xff\xfe\0\0${words}`, 'latin1')
    comment.writeUInt16BE(comment.length - 2, 2)
    return Buffer.concat([whole.subarray(0, 2), comment, whole.subarray(2)])
  }
  if (mediaType === 'application/warc') {
    const body = `n: ${words}\r\n`
    const head = `WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:${sha256(words).slice(0, 8)}-0000-4000-8000-000000000000>\r\nContent-Type: application/warc-fields\r\nContent-Length: ${body.length}\r\n\r\n`
    return Buffer.concat([whole, gzipSync(`${head}${body}\r\n\r\n`)])
  }
  return Buffer.concat([whole, Buffer.from(`<!-- ${words} -->`)])
}

const unique = (artifacts: readonly Artifact[], words: string): readonly Artifact[] =>
  artifacts.map(({ role, mediaType, bytes }) => ({ role, mediaType, bytes: madeUnique(bytes, mediaType, words) }))

/** The n-th sighting: a made-up listing with the one capture, its bytes made unlike all others. */
function sightingOf(n: number, of: number, capture: Capture | null, goods: readonly Uint8Array[]): Sighting {
  const { listing, assessment, verdict, at, finalUrl } = listingOf(n, of, true, randomFrom(n))
  const title = `Túi LV ${QUOTED} ${listing.title}`
  const start = title.indexOf(QUOTED)
  const signals = assessment.signals.map((signal) => ({
    ...signal,
    quotes: [{ field: 'title', start, end: start + QUOTED.length, text: QUOTED }],
  }))
  const marks = capture?.marks?.get(SOUGHT.key)
  const url = `${finalUrl}?`
  const page = {
    ...{ requestedUrl: url, url, redirects: [], status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
    ...{ body: Buffer.from(`<!doctype html><h1>${title}</h1>`), fetchedAt: at, via: 'http' as const },
    remoteAddress: '203.0.113.7',
  }
  const files = unique(
    goods.map((bytes, i) => ({ role: `picture-${i + 1}`, mediaType: 'image/jpeg', bytes })),
    `${n}`,
  )
  const seen = files.map(({ bytes }, i) => ({
    ...{ url: `${url}${i}.jpg`, sha256: sha256(bytes), mediaType: 'image/jpeg', size: bytes.length, width: 1000 },
    ...{ height: 1000, pdq: '0'.repeat(64), quality: 100, words: [] },
  }))
  return {
    ...{ page, verdict, listing: { ...listing, title }, assessment: { ...assessment, signals } },
    ...{ checks: NO_CHECKS, captureError: null, drift: [], origin: null, attached: [] },
    pictures: files.length ? { seen, missed: [], files } : null,
    capture: capture
      ? {
          ...capture,
          artifacts: unique(capture.artifacts, `${n}`),
          marks: new Map(marks ? [[listing.key, { ...marks, artifacts: unique(marks.artifacts, `${n}`) }]] : []),
        }
      : { page, verdict, artifacts: [], takenAt: at, browser: 'bench', missing: [] },
  }
}

/** A sweep of so many flagged listings; `small`: without any picture or archive. Returns its number. */
export async function fillPackStore(home: string, captures: number, small: boolean): Promise<number> {
  const capture = small ? null : await takenOnce()
  const goods = small ? [] : await Promise.all(Array.from({ length: GOODS }, (_, i) => photograph(i + 1)))
  const store = await openStore(home, { actor: 'bench' })
  try {
    const [specHash, rulesetHash] = [sha256(''), sha256('rules')]
    const sweep = await store.sweeps.begin({ name: 'bench', kind: 'sweep', specHash, spec: {}, rulesetHash })
    const frontier = store.frontier(sweep)
    const requests = Array.from({ length: captures }, (_, i) => `https://bench.example/${i + 1}`)
    await frontier.add(
      requests.map((url) => ({ url, key: url, host: 'bench.example', role: 'listing', depth: 0, via: 'http' })),
    )
    for (let n = 1; n <= captures; n++) {
      const [request] = await frontier.take(1)
      if (!request) throw new Error('the frontier gave nothing')
      const sighting = sightingOf(n, captures, capture, goods)
      await frontier.record({
        ...{ request, finalUrl: request.url, site: 'bench', outcome: 'served', reasons: [], status: 200 },
        ...{ pageHash: null, at: sighting.page.fetchedAt, sightings: [sighting], discovered: [] },
      })
    }
    return sweep
  } finally {
    await store.close()
  }
}
