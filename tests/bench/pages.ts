import { html, jsonScript, type Markup } from '../sites/html.ts'
import { randomFrom } from './random.ts'

/** Products per category page. */
export const PER_CATEGORY = 100

const MIN_BYTES = 60_000
const MAX_BYTES = 146_000

const NOUNS = [
  'Nồi cơm',
  'Ấm đun',
  'Quạt bàn',
  'Đèn ngủ',
  'Kệ sách',
  'Bàn gấp',
  'Chảo gang',
  'Bình giữ nhiệt',
  'Máy xay',
  'Thảm lót',
]
const WORDS =
  'chất liệu bền đẹp phù hợp gia đình hiện đại dễ vệ sinh tiết kiệm điện bảo hành mười hai tháng giao hàng toàn quốc đổi trả trong bảy ngày màu trắng kích thước nhỏ gọn tay cầm chắc chắn lòng nồi chống dính nắp kính an toàn thiết kế tối giản sử dụng hằng ngày thông số kỹ thuật hướng dẫn bảo quản nơi khô ráo'.split(
    ' ',
  )

/** One product as its page states it. */
export interface Product {
  readonly path: string
  readonly title: string
  readonly dong: number
}

export const productAt = (i: number): Product => ({
  path: `/san-pham/hang-mau-${100_000 + i}`,
  title: `${NOUNS[i % NOUNS.length]} gia dụng mẫu số ${100_000 + i}`,
  dong: 45_000 + ((i * 7_919) % 900) * 1_000,
})

/** `1234567` → `1.234.567đ` */
const printed = (dong: number): string => `${String(dong).replace(/\B(?=(\d{3})+$)/g, '.')}đ`

function sentence(random: () => number, words: number): string {
  const picked = Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '')
  return `${picked.join(' ')}.`
}

const product = ({ path, title, dong }: Product, description: string) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: title,
  description,
  sku: path.slice(-6),
  brand: { '@type': 'Brand', name: 'Nhà Mẫu' },
  image: [`${path}.jpg`],
  offers: {
    '@type': 'Offer',
    price: String(dong),
    priceCurrency: 'VND',
    availability: 'https://schema.org/InStock',
    seller: { '@type': 'Organization', name: 'Gian Hàng Mẫu' },
  },
})

/** Another structured block with names and prices that are not this product's. */
const decoy = (i: number, pages: number) => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  itemListElement: [1, 2, 3, 4].map((n) => ({
    '@type': 'ListItem',
    position: n,
    name: `Hàng liên quan ${i + n}`,
    url: productAt((i + n) % pages).path,
  })),
})

const card = (random: () => number, i: number, path: string): Markup =>
  html`<div class="card card--related" data-pos="${i}"><a class="card__link" href="${path}"><span class="card__pic" style="background-position:${i}px 0"></span><span class="card__name">${sentence(random, 8)}</span></a><div class="card__meta"><span class="card__cost">${printed(10_000 + i * 500)}</span><span class="card__sold">Đã bán ${Math.floor(random() * 900)}</span></div></div>`

const review = (random: () => number): Markup =>
  html`<li class="review"><div class="review__head"><b class="review__who">khach_${Math.floor(random() * 90_000)}</b><i class="stars stars--${1 + Math.floor(random() * 5)}"></i></div><p class="review__text">${sentence(random, 24)}</p></li>`

/** Head with style and script, as shop templates carry it: about a third of a page. */
const templateHead = (random: () => number): Markup => ({
  markup: `<style>${Array.from({ length: 220 }, (_, i) => `.c${i}{margin:${i % 9}px;padding:${Math.floor(random() * 20)}px;color:#${(i * 4099).toString(16).padStart(6, '0').slice(0, 6)}}`).join('')}</style>
<script>window.__cfg=${JSON.stringify(Array.from({ length: 180 }, (_, i) => ({ id: i, key: `k${Math.floor(random() * 1e9)}`, on: random() > 0.5 })))}</script>`,
})

/** One product page of 60 to 150 KB, 105 KB in the mean; `jsonld` says whether it states a Product, else only its markup tells. Links others of the `pages`. */
export function productPage(i: number, jsonld: boolean, pages: number): string {
  const random = randomFrom(i + 1)
  const item = productAt(i)
  const description = Array.from({ length: 6 }, () => sentence(random, 22)).join(' ')
  const size = MIN_BYTES + Math.floor(random() * (MAX_BYTES - MIN_BYTES))
  const blocks = html`${jsonScript('application/ld+json', decoy(i, pages))}${jsonld ? jsonScript('application/ld+json', product(item, description)) : null}`
  const head = html`${templateHead(random)}${blocks}`
  const filler: Markup[] = []
  for (let length = Buffer.byteLength(head.markup); length < size; ) {
    const next =
      filler.length % 2 === 0
        ? card(random, filler.length, productAt((i * 31 + filler.length) % pages).path)
        : review(random)
    filler.push(next)
    length += Buffer.byteLength(next.markup)
  }
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${item.title} | Kho Mẫu</title>${head}</head>
<body><header class="top"><nav>${NOUNS.map((noun, n) => html`<a href="/danh-muc/${n + 1}">${noun}</a>`)}</nav></header>
<main><img class="photo" src="${item.path}.jpg" alt="${item.title}"><h1>${item.title}</h1><div class="price">${printed(item.dong)}</div><button class="buy" type="submit">Thêm vào giỏ hàng</button><div class="description"><p>${description}</p></div>
<section class="more">${filler}</section></main><footer>Kho Mẫu</footer></body></html>`.markup
}

/** Category page `n` (from 1): links to its products, and to the next category page. */
export function categoryPage(n: number, pages: number): string {
  const first = (n - 1) * PER_CATEGORY
  const items = Array.from({ length: Math.min(PER_CATEGORY, pages - first) }, (_, i) => productAt(first + i))
  const next = first + PER_CATEGORY < pages ? html`<a rel="next" href="/danh-muc/${n + 1}">Trang sau</a>` : null
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Danh mục ${n}</title></head><body><h1>Danh mục ${n}</h1>
<ul>${items.map(({ path, title, dong }) => html`<li><a href="${path}">${title}</a> ${printed(dong)}</li>`)}</ul>${next}</body></html>`
    .markup
}

export function frontPage(pages: number): string {
  const categories = Array.from({ length: Math.ceil(pages / PER_CATEGORY) }, (_, i) => i + 1)
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Kho Mẫu</title></head><body><h1>Kho Mẫu</h1>
${categories.map((n) => html`<a href="/danh-muc/${n}">Danh mục ${n}</a>`)}</body></html>`.markup
}
