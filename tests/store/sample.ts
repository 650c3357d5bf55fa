import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Band, FrontierRequest, NewRequest, Page, Sighting, Visit } from '../../src/domain.ts'
import { NO_CHECKS } from '../../src/domain.ts'
import type { NewSweep } from '../../src/store/store.ts'

export const AT = '2026-11-25T03:04:05.678Z'
export const OPERATOR = { actor: 'nguyen.an' }

export const newHome = (): Promise<string> => mkdtemp(join(tmpdir(), 'soi-store-'))

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const aSweep = (over: Partial<NewSweep> = {}): NewSweep => ({
  name: 'weekly',
  kind: 'sweep',
  specHash: hashOf('spec'),
  spec: { start: ['https://cho.example/'] },
  rulesetHash: hashOf('rules'),
  ...over,
})

export const aRequest = (n: number, over: Partial<NewRequest> = {}): NewRequest => ({
  url: `https://cho.example/mon/${n}`,
  key: `cho:${n}`,
  host: 'cho.example',
  role: 'listing',
  depth: 1,
  via: 'http',
  ...over,
})

const aPage = (url: string, text: string): Page => ({
  requestedUrl: url,
  url,
  redirects: [],
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: new TextEncoder().encode(text),
  fetchedAt: AT,
  via: 'http',
  remoteAddress: '127.0.0.1',
})

export interface SightingWish {
  readonly key: string
  readonly flagged: boolean
  readonly title?: string
  readonly seller?: string
  readonly at?: string
  readonly band?: Band
}

/** A watch that calls itself a replica when flagged, and one that does not otherwise. */
export const aSighting = ({ key, flagged, title, seller, at, band }: SightingWish): Sighting => {
  const url = `https://cho.example/mon/${key}`
  const page = { ...aPage(url, `<h1>Đồng hồ ${key}</h1>`), fetchedAt: at ?? AT }
  const verdict = { kind: 'served' as const, reasons: ['jsonld'] }
  const name = title ?? (flagged ? `Đồng hồ replica ${key}` : `Đồng hồ ${key}`)
  return {
    page,
    verdict,
    listing: {
      site: 'cho',
      key,
      url,
      title: name,
      description: 'Bao test. '.repeat(20),
      price: { amount: 199_000, currency: 'VND', text: '199.000đ' },
      listPrice: null,
      priceMax: null,
      brand: 'Acme',
      sku: null,
      gtin: null,
      availability: 'InStock',
      condition: 'New',
      category: 'Đồng hồ',
      images: [`${url}/1.jpg`],
      attributes: { 'xuất xứ': 'Trung Quốc' },
      ocrText: null,
      province: null,
      seller: { key: 's1', name: seller ?? 'Shop An', url: null, location: 'Hà Nội', phoneText: null, badges: [] },
      contacts: [{ kind: 'phone', value: '+84901234567', text: '0901 234 567', field: 'description' }],
      postedAt: null,
      sold: null,
      rating: null,
      ratings: null,
      shipping: null,
      variants: [],
      provenance: { title: 'jsonld:$.name', price: 'jsonld:$.offers.price' },
    },
    assessment: {
      id: key,
      score: flagged ? 72.5 : 0,
      band: band ?? (flagged ? 'high' : 'none'),
      flagged,
      categories: flagged ? [{ id: 'counterfeit', score: 72.5 }] : [],
      signals: flagged
        ? [
            {
              rule: 'replica-wording',
              version: '0123456789ab',
              category: 'counterfeit',
              strength: 0.7,
              quotes: [{ field: 'title', start: 8, end: 15, text: 'replica' }],
            },
          ]
        : [],
      excused: [],
      ruleset: hashOf('rules'),
    },
    checks: NO_CHECKS,
    capture: flagged
      ? {
          page: aPage(url, `<html><h1>Đồng hồ ${key}</h1></html>`),
          verdict,
          artifacts: [{ role: 'screenshot', mediaType: 'image/png', bytes: new TextEncoder().encode(`png ${key}`) }],
          takenAt: AT,
          browser: 'Chromium 156',
          missing: [],
        }
      : null,
    captureError: null,
    drift: [],
    origin: null,
    attached: [],
    pictures: null,
  }
}

export const aVisit = (request: FrontierRequest, over: Partial<Visit> = {}): Visit => ({
  request,
  finalUrl: request.url,
  site: 'cho',
  outcome: 'served',
  reasons: [],
  status: 200,
  pageHash: hashOf(request.url),
  at: AT,
  sightings: [],
  discovered: [],
  ...over,
})

export const must = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) throw new Error('expected a value')
  return value
}
