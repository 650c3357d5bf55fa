import { html, jsonScript, type Markup } from '../html.ts'
import { SECTIONS } from './categories.ts'
import { cards, layout } from './layout.ts'
import { LISTINGS, type SampleListing } from './listings.ts'
import { SHOPS, type Shop } from './shops.ts'

const shopOf = (listing: SampleListing): Shop => {
  const shop = SHOPS.find(({ slug }) => slug === listing.shop)
  if (!shop) throw new Error(`listing ${listing.id} names the shop ${listing.shop}, which is not in shops.ts`)
  return shop
}

const offerOf = ({ dong, used }: SampleListing) => ({
  '@type': 'Offer',
  ...(dong === null ? {} : { price: String(dong) }),
  priceCurrency: 'VND',
  availability: 'https://schema.org/InStock',
  itemCondition: `https://schema.org/${used ? 'UsedCondition' : 'NewCondition'}`,
})

/** Open Graph and JSON-LD, for the listings that carry them. */
const head = (listing: SampleListing, origin: string): Markup => {
  const url = origin + listing.path
  const canonical = html`<link rel="canonical" href="${url}">`
  if (listing.markup !== 'jsonld') return canonical
  const image = `${origin}/anh/${listing.id}-0.png`
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: listing.title,
    sku: String(listing.id),
    description: listing.description.join('\n'),
    image: [image],
    ...(listing.brand === null ? {} : { brand: { '@type': 'Brand', name: listing.brand } }),
    offers: { ...offerOf(listing), url, seller: { '@type': 'Organization', name: shopOf(listing).name } },
  }
  return html`${canonical}<meta property="og:type" content="product"><meta property="og:title" content="${listing.title}">
<meta property="og:image" content="${image}">${jsonScript('application/ld+json', product)}`
}

const gallery = ({ id, title, markup }: SampleListing) => html`<div class="anh">
<img class="anh__lon" src="/anh/${id}-0.png" width="440" height="440" alt="${title}"${markup === 'microdata' ? html` itemprop="image"` : null}>
<div class="anh__nho">${[0, 1, 2, 3].map((n) => html`<img src="/anh/${id}-${n}.svg" width="104" height="104" alt="Ảnh ${n + 1}">`)}</div></div>`

const price = (listing: SampleListing) => {
  const was = listing.listPrice === null ? null : html`<span class="gia__goc">${listing.listPrice}</span>`
  if (listing.markup !== 'microdata')
    return html`<div class="gia"><span class="gia__ban">${listing.price}</span>${was}</div>`
  const amount = listing.dong === null ? null : html`<meta itemprop="price" content="${listing.dong}">`
  return html`<div class="gia" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="VND">
${amount}<span class="gia__ban">${listing.price}</span>${was}</div>`
}

const summary = (listing: SampleListing) => html`<div class="sp__chu">
<h1${listing.markup === 'microdata' ? html` itemprop="name"` : null}>${listing.title}</h1>
<div class="mo"><span class="sao">★ ${listing.stars}</span> · ${listing.reviews.length} nhận xét · Đã bán ${listing.sold}</div>
${price(listing)}
<div class="mo">Vận chuyển toàn quốc, phí từ 18.000đ · Được kiểm tra hàng khi nhận</div>
<a class="nut" href="/gio-hang?them=${listing.id}" rel="nofollow">Thêm vào giỏ</a><a class="nut nut--chinh" href="/gio-hang?mua=${listing.id}" rel="nofollow">Mua ngay</a></div>`

const seller = (
  shop: Shop,
) => html`<section class="hop ban"><div class="ban__hinh">${[...shop.name][0] ?? ''}</div><div>
<a class="ban__ten" href="/gian-hang/${shop.slug}">${shop.name}</a> ${shop.badges.map((badge) => html`<span class="huy-hieu">${badge}</span>`)}
<div class="mo"><span class="ban__noi">${shop.location}</span> · Tham gia ${shop.joined} · ${shop.followers} người theo dõi</div>
${shop.phone === null ? null : html`<div>Điện thoại: <span class="ban__sdt">${shop.phone}</span></div>`}</div></section>`

const specs = ({ attributes, brand, used }: SampleListing) => {
  const rows = {
    ...(brand === null ? {} : { 'Thương hiệu': brand }),
    'Tình trạng': used ? 'Đã qua sử dụng' : 'Mới',
    ...attributes,
  }
  return html`<section class="hop"><h2>Thông số</h2><table class="thong-so">${Object.entries(rows).map(
    ([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`,
  )}</table></section>`
}

const description = ({ description: lines, markup }: SampleListing) => html`<section class="hop"><h2>Mô tả sản phẩm</h2>
<div class="mo-ta"${markup === 'microdata' ? html` itemprop="description"` : null}>${lines.map((line) => html`<p>${line}</p>`)}</div></section>`

const reviews = ({ reviews: list }: SampleListing) =>
  list.length === 0
    ? null
    : html`<section class="hop"><h2>Khách nhận xét</h2><ul class="nhan-xet">${list.map(
        ({ who, stars, text }) =>
          html`<li><strong>${who}</strong> <span class="sao">${'★'.repeat(stars)}</span><br>${text}</li>`,
      )}</ul></section>`

/** The page of one listing; buyers' words, related goods and the footer stand around the seller's own. */
export function listingPage(listing: SampleListing, origin: string): Markup {
  const section = SECTIONS.find(({ slug }) => slug === listing.section)
  const related = LISTINGS.filter((other) => other.section === listing.section && other.id !== listing.id).slice(0, 4)
  const scope = listing.markup === 'microdata' ? html` itemscope itemtype="https://schema.org/Product"` : null
  return layout(
    { title: listing.title, head: head(listing, origin) },
    html`<nav class="vet"><a href="/">Trang chủ</a> › <a href="/danh-muc/${listing.section}">${section?.name ?? ''}</a></nav>
<article data-id="${listing.id}"${scope}><section class="hop sp">${gallery(listing)}${summary(listing)}</section>
${seller(shopOf(listing))}${specs(listing)}${description(listing)}</article>
${reviews(listing)}
<section class="hop"><h2>Có thể bạn cũng thích</h2>${cards(related)}</section>`,
  )
}
