import { createHash } from 'node:crypto'
import { type Band, CATEGORIES } from '../../../src/domain.ts'
import type { StoredItem } from '../../../src/store/api.ts'

/** Common words first: each is half as likely as the one two before it, as words of a language are. */
const WORDS = (
  'giày nike hàng mới chính hãng túi áo quần đồng hồ nam nữ giá rẻ cao cấp sale freeship size full box đẹp bền ' +
  'điện thoại mỹ phẩm kem dưỡng da sữa bột xách tay nhập khẩu bảo hành trả góp phụ kiện thể thao thời trang'
).split(' ')
const SELLERS = ['Shop Hòa Bình', 'Shop An Nhiên', 'Shop Tí', 'Shop Minh Khôi']
const DAY_MS = 86_400_000

const wordsFrom = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => WORDS[Math.floor(random() ** 2 * WORDS.length)]).join(' ')

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A listing as the store holds it, about 2.5 KB of canonical JSON; seen evenly over the year before July 2026. */
export function listingOf(
  id: number,
  of: number,
  flagged: boolean,
  random: () => number,
): Omit<StoredItem, 'id' | 'sweep'> {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const seller = Math.floor(random() * (of / 20 + 1))
  const at = new Date(Date.UTC(2025, 6) + Math.floor((id / of) * 365 * DAY_MS)).toISOString()
  const site = `cho-${Math.floor(random() ** 2 * 12)}`
  const url = `https://${site}.example/mon/${id}`
  const category = pick(CATEGORIES)
  const band: Band = flagged ? pick(['low', 'medium', 'high'] as const) : 'none'
  const verdict = { kind: 'served' as const, reasons: ['jsonld'] }
  const roles = flagged ? ['page', 'dom', 'screenshot'] : []
  return {
    at,
    ...{ requestedUrl: url, finalUrl: url, status: 200, headers: {}, remoteAddress: null, via: 'http', verdict },
    listing: {
      ...{ site, key: `${id}`, url, title: `${wordsFrom(random, 9)} ma${id}` },
      description: wordsFrom(random, 90),
      ...{ price: { amount: 199_000, currency: 'VND', text: '199.000đ' }, listPrice: null, priceMax: null },
      ...{ brand: pick(['Nike', 'Acme', null]), sku: null, gtin: null, availability: 'InStock', condition: 'New' },
      ...{ category: 'Thời trang', images: [`${url}/1.jpg`, `${url}/2.jpg`], attributes: { 'xuất xứ': 'Việt Nam' } },
      ...{ ocrText: null, province: null, postedAt: null, sold: null, rating: null, ratings: null, shipping: null },
      seller: {
        ...{ key: `s${seller}`, name: `${SELLERS[seller % SELLERS.length]} ${seller}`, url: null },
        ...{ location: 'Hà Nội', phoneText: null, badges: [] },
      },
      ...{ contacts: [], variants: [], provenance: { title: 'jsonld:$.name', price: 'jsonld:$.offers.price' } },
    },
    assessment: {
      ...{ id: `${id}`, score: flagged ? 70 : 0, band, flagged, excused: [], ruleset: hash('rules') },
      categories: flagged ? [{ id: category, score: 70 }] : [],
      signals: flagged ? [{ rule: 'bench', version: '0', category, strength: 0.7, quotes: [] }] : [],
    },
    ...{ drift: [], captureError: null, pageHash: hash(url) },
    capture: flagged ? { takenAt: at, browser: 'bench', url, verdict, missing: [] } : null,
    exhibits: roles.map((role) => ({
      role,
      mediaType: 'application/octet-stream',
      sha256: hash(`${id} ${role}`),
      size: 1,
    })),
  }
}
