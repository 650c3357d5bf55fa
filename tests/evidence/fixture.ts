import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import type { Assessment, Exhibit, Listing } from '../../src/domain.ts'
import { bagName, packSubject } from '../../src/evidence/bag.ts'
import { entryHash, type FullEntry } from '../../src/evidence/ledger-chain.ts'
import { buildPack, type PackOptions } from '../../src/evidence/pack.ts'
import type { PackSource, Reply } from '../../src/store/api.ts'
import { canonical, sha256 } from '../../src/store/canonical.ts'
import type { PackItem } from '../../src/store/item.ts'

export const CREATED = '2026-11-25T03:04:06.678Z'
export const RULESET = sha256('the rules of that day')
export const run = promisify(execFile)

export const RULES: Readonly<Record<string, string>> = {
  'replica-wording': `id: replica-wording
title: { vi: Tự nhận là hàng nhái, en: The seller says the item is a copy }
why: { vi: Người bán tự viết rằng hàng không phải của hãng., en: On the seller's own word the item is not the brand's. }
innocent: { vi: Mô hình thu nhỏ hoặc vật trưng bày., en: Scale models and museum pieces. }
legal: [decree-98-2020-9, unknown-reference]
`,
  'second-hand': `id: second-hand
title: { vi: Hàng đã qua sử dụng, en: Second-hand goods }
why: { vi: Giá thấp là bình thường với đồ cũ., en: A low price is ordinary for used goods. }
innocent: { vi: Bán đồ cũ của mình., en: Selling one's own things. }
`,
  legal: `references:
  - id: decree-98-2020-9
    instrument: { vi: Nghị định 98/2020/NĐ-CP, en: Decree 98/2020/NĐ-CP }
    article: Điều 9
    clause: khoản 1
    effective_from: '2020-10-15'
    effective_to: null
    confidence: H
`,
}
export const version = (rule: string): string => sha256(RULES[rule] ?? '').slice(0, 12)

const DESCRIPTION =
  'Giày Acme Runner bản rep 1:1, full box, nhìn y như thật. Hàng đẹp, bao đổi size. Liên hệ Zalo 0912.345.678.'

export function quote(field: string, text: string, words: string) {
  const start = text.indexOf(words)
  return { field, start, end: start + words.length, text: words }
}

export const listing = (over: Partial<Listing> = {}): Listing => ({
  ...{
    site: 'bazaar',
    key: '77',
    url: 'https://bazaar.example/item/77',
    title: 'Giày Acme Runner REP 1:1',
    description: DESCRIPTION,
  },
  price: { amount: 450_000, currency: 'VND', text: '450.000 ₫' },
  ...{ listPrice: null, priceMax: null, brand: 'Acme', sku: null, gtin: null, availability: null, condition: null },
  ...{
    category: 'Giày nam',
    images: [],
    attributes: { 'xuất xứ': 'không rõ' },
    ocrText: null,
    province: null,
    postedAt: null,
  },
  ...{ sold: null, rating: null, ratings: null, shipping: null, variants: [] },
  seller: {
    key: 's1',
    name: 'Shop Bé Na',
    url: 'https://bazaar.example/shop/s1',
    location: 'Hà Nội',
    phoneText: null,
    badges: ['Uy tín'],
  },
  contacts: [{ kind: 'zalo', value: '+84912345678', text: '0912.345.678', field: 'description' }],
  provenance: { title: 'css:h1', description: 'jsonld:$.description' },
  ...over,
})

export const assessment = (of: Listing, over: Partial<Assessment> = {}): Assessment => ({
  ...{
    id: of.key,
    score: 78,
    band: 'high',
    flagged: true,
    categories: [{ id: 'counterfeit', score: 78 }],
    ruleset: RULESET,
  },
  signals: [
    {
      ...{ rule: 'replica-wording', version: version('replica-wording'), category: 'counterfeit', strength: 0.7 },
      quotes: of.description?.includes('rep 1:1')
        ? [quote('title', of.title, 'REP 1:1'), quote('description', of.description, 'rep 1:1')]
        : [],
    },
  ],
  excused: [{ rule: 'second-hand', version: version('second-hand'), lowers: ['*'], strength: 0.2, quotes: [] }],
  ...over,
})

export const png = (colour: string, width = 400, height = 700): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()

export interface Made {
  readonly item: PackItem
  readonly blobs: ReadonlyMap<string, Uint8Array>
}

/** One sighting with its page, DOM and screenshot. */
export async function made(
  id: number,
  over: { listing?: Partial<Listing>; html?: string; item?: Partial<PackItem> } = {},
): Promise<Made> {
  const of = listing({ key: String(id), ...over.listing })
  const html = Buffer.from(over.html ?? `<!doctype html><title>${id}</title><script>document.title='ran'</script>`)
  const parts = [
    ['page', 'text/html; charset=utf-8', html],
    ['dom', 'text/html; charset=utf-8', Buffer.concat([html, Buffer.from('<p>rendered')])],
    ['screenshot', 'image/png', await png(id % 2 ? '#cc6644' : '#4466cc')],
  ] as const
  const exhibits: Exhibit[] = parts.map(([role, mediaType, bytes]) => ({
    role,
    mediaType,
    sha256: sha256(bytes),
    size: bytes.length,
  }))
  const item: PackItem = {
    ...{
      id,
      at: '2026-11-20T17:30:00.000Z',
      sweep: 1,
      requestedUrl: of.url,
      finalUrl: of.url,
      status: 200,
      headers: { 'content-type': 'text/html' },
    },
    ...{
      remoteAddress: '203.0.113.7',
      via: 'http',
      verdict: { kind: 'served', reasons: ['has a price'] },
      listing: of,
      assessment: assessment(of),
    },
    ...{ drift: ['price'], captureError: null, exhibits },
    capture: {
      takenAt: '2026-11-20T17:30:04.000Z',
      browser: 'Chromium 156',
      url: of.url,
      verdict: { kind: 'served', reasons: [] },
      missing: [],
    },
    ...over.item,
  }
  return { item, blobs: new Map(parts.map(([, , bytes]) => [sha256(bytes), bytes])) }
}

/** What an entry of the ledger is made of. */
export interface Act {
  readonly actor?: string
  readonly action: string
  readonly subject: string
  readonly body: string
}

/** The entry of a reply, as the store words it. */
export const replied = ({ file, key, ...reply }: Reply): Act => ({
  actor: reply.officer,
  action: 'replied',
  subject: `sighting:${reply.sighting}`,
  body: canonical({
    ...{ ...reply, listingKey: key, fileName: file?.name ?? null, mediaType: file?.mediaType ?? null },
    ...{ size: file?.size ?? null, sha256: file?.sha256 ?? null },
  }),
})

/** Entries chained one after the other, as the store does it. */
function chain(entries: readonly Act[]): FullEntry[] {
  const all: FullEntry[] = []
  for (const { actor = 'an.nguyen', action, subject, body } of entries) {
    const open = {
      seq: all.length + 1,
      at: '2026-11-20T18:00:00.000Z',
      actor,
      action,
      subject,
      bodyHash: sha256(body),
      prevHash: all.at(-1)?.hash ?? '',
    }
    all.push({ ...open, hash: entryHash(open), body })
  }
  return all
}

/** `acts`: what else was done before the export. */
export function sourceOf(
  sightings: readonly Made[],
  over: Partial<PackSource> = {},
  acts: readonly Act[] = [],
): PackSource {
  const entries = chain([
    { action: 'recorded', subject: 'sighting:999', body: canonical({ secret: 'another seller’s telephone' }) },
    ...sightings.map(({ item }) => ({
      action: 'recorded',
      subject: `sighting:${item.id}`,
      body: canonical({ ...item, pageHash: 'x' }),
    })),
    ...acts,
    {
      action: 'exported',
      subject: packSubject(bagName(CREATED)),
      body: canonical({ ids: sightings.map(({ item }) => item.id) }),
    },
  ])
  const blobs = new Map(sightings.flatMap((one) => [...one.blobs]))
  return {
    async *items() {
      for (const { item } of sightings) yield item
    },
    exhibit: async (digest) => blobs.get(digest) ?? Promise.reject(new Error(`no blob ${digest}`)),
    ruleText: async (ruleset, rule) => (ruleset === RULESET ? (RULES[rule] ?? null) : null),
    async *anchors() {},
    async *ledger() {
      yield* entries
    },
    replies: async () => [],
    timeline: async (site, key) =>
      sightings
        .filter(({ item }) => item.listing.site === site && item.listing.key === key)
        .map(
          ({
            item: {
              id,
              at,
              listing: l,
              assessment: { score, band },
            },
          }) => ({
            ...{ id, at, title: l.title, priceText: l.price?.text ?? null, score, band },
          }),
        ),
    ...over,
  }
}

export const options = (folder: string, over: Partial<PackOptions> = {}): PackOptions => ({
  ...{
    file: join(folder, 'pack.zip'),
    keyFolder: join(folder, 'keys'),
    title: 'Giày có dấu hiệu giả mạo',
    operator: 'Nguyễn Văn An',
  },
  ...{ unit: 'Đội QLTT số 1', lang: 'vi', createdAt: CREATED, soiVersion: '0.1.0' },
  ...over,
})

/** Runs with a fresh folder that is gone afterwards. */
export async function inFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'soi-evidence-'))
  try {
    return await body(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A pack of two sightings, in its own folder. */
export async function packIn(folder: string, over: Partial<PackOptions> = {}, sightings?: readonly Made[]) {
  return buildPack(sourceOf(sightings ?? [await made(1), await made(2)]), options(folder, over))
}
