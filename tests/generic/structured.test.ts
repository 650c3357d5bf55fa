import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/sites/read.ts'
import { html, jsonLd, pageOf, SHOP } from './page.ts'

const product = (more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Nồi đất Thanh Hà',
  description: 'Nồi đất nung thủ công, nấu cơm và kho cá.',
  image: ['/anh/noi-1.jpg', { '@type': 'ImageObject', url: 'https://cua-hang.example/anh/noi-2.jpg' }],
  sku: 'ND-01',
  brand: { '@type': 'Brand', name: 'Thanh Hà' },
  offers: {
    '@type': 'Offer',
    price: '185000',
    priceCurrency: 'VND',
    availability: 'https://schema.org/InStock',
    seller: { '@type': 'Organization', name: 'Gốm Hội An' },
  },
  ...more,
})
const read = (head: string, body = '<h1>Nồi đất Thanh Hà</h1>') => {
  const reading = readPage(pageOf(html(head, body), 'noi-dat'), null)
  return { reading, listing: reading.listings[0] }
}

describe('structured data', () => {
  test('a JSON-LD product gives every field with its JSON path', () => {
    const { listing, reading } = read(jsonLd(product()))
    expect(reading.kind).toBe('listing')
    expect(listing?.title).toEqual({ text: 'Nồi đất Thanh Hà', source: 'jsonld:$[0].name' })
    expect(listing?.price).toEqual({ text: '185000', source: 'jsonld:$[0].offers.price' })
    expect(listing?.currency?.text).toBe('VND')
    expect(listing?.seller?.name?.text).toBe('Gốm Hội An')
    expect(listing?.images.map(({ text }) => text)).toEqual([`${SHOP}anh/noi-1.jpg`, `${SHOP}anh/noi-2.jpg`])
  })

  test('a product inside @graph among other nodes is found', () => {
    const graph = {
      '@graph': [{ '@type': 'WebSite', name: 'Gốm' }, { '@type': 'BreadcrumbList', itemListElement: [] }, product()],
    }
    expect(read(jsonLd(graph)).listing?.price?.text).toBe('185000')
  })

  test('an AggregateOffer gives the lowest price and the upper end', () => {
    const { listing } = read(
      jsonLd(
        product({
          offers: { '@type': 'AggregateOffer', lowPrice: '185000', highPrice: '320000', priceCurrency: 'VND' },
        }),
      ),
    )
    expect([listing?.price?.text, listing?.priceMax?.text]).toEqual(['185000', '320000'])
  })

  test('variants of a ProductGroup give the span of their prices', () => {
    const variant = (price: string) => ({
      '@type': 'Product',
      name: 'Nồi',
      offers: { '@type': 'Offer', price, priceCurrency: 'VND' },
    })
    const { listing } = read(
      jsonLd({
        ...product({ offers: undefined }),
        '@type': 'ProductGroup',
        hasVariant: [variant('300000'), variant('185000')],
      }),
    )
    expect([listing?.price?.text, listing?.priceMax?.text]).toEqual(['185000', '300000'])
  })

  test('a price specification tells the list price from the asked one', () => {
    const offers = {
      '@type': 'Offer',
      priceCurrency: 'VND',
      priceSpecification: [{ price: '250000', priceType: 'https://schema.org/ListPrice' }, { price: '185000' }],
    }
    const { listing } = read(jsonLd(product({ offers })))
    expect([listing?.price?.text, listing?.listPrice?.text]).toEqual(['185000', '250000'])
  })

  test('of several products the page’s own is the one named like it, whatever the order', () => {
    const other = {
      ...product(),
      name: 'Ấm trà Bát Tràng',
      offers: { '@type': 'Offer', price: '990000', priceCurrency: 'VND' },
    }
    const { listing } = read(`<title>Nồi đất Thanh Hà | Gốm</title>${jsonLd(other)}${jsonLd(product())}`)
    expect([listing?.title?.text, listing?.price?.text]).toEqual(['Nồi đất Thanh Hà', '185000'])
  })

  test('related goods nested in the product are not mistaken for it', () => {
    const { listing } = read(
      jsonLd(
        product({ isRelatedTo: [{ '@type': 'Product', name: 'Ấm', offers: { price: '1', priceCurrency: 'VND' } }] }),
      ),
    )
    expect(listing?.price?.text).toBe('185000')
  })

  test('a list of several products without an own one is an index', () => {
    const many = ['Ấm', 'Chén', 'Đĩa'].map((name) => product({ name, url: `/${name}` }))
    expect(read(`<title>Gốm sứ</title>${jsonLd(many)}`, '<h1>Gốm sứ</h1>').reading.kind).not.toBe('listing')
  })

  const broken: readonly (readonly [string, (json: string) => string])[] = [
    ['a trailing comma', (json) => json.replace(/}$/, ',}')],
    ['a raw line break inside a string', (json) => json.replace('thủ công,', 'thủ công,\n')],
    ['comments', (json) => `/* goods */ ${json.replace('"sku"', '// number\n"sku"')}`],
    ['an HTML comment around it', (json) => `<!-- ${json} -->`],
    ['a CDATA section around it', (json) => `//<![CDATA[\n${json}\n//]]>`],
    ['HTML entities for quotes', (json) => json.replaceAll('"', '&quot;')],
    ['an unescaped quote inside a string', (json) => json.replace('nấu cơm', 'nấu "cơm niêu" ngon')],
    ['a semicolon after it', (json) => `${json};`],
  ]
  for (const [what, spoil] of broken)
    test(`JSON-LD with ${what} is still read`, () => {
      expect(read(jsonLd(spoil(JSON.stringify(product())))).listing?.price?.text).toBe('185000')
    })

  test('JSON-LD beyond repair leaves the page to its other sources', () => {
    const { listing } = read(
      `${jsonLd('{"@type": Product, oops')}<meta property="og:type" content="product"><meta property="product:price:amount" content="185000"><meta property="product:price:currency" content="VND">`,
    )
    expect([listing?.price?.text, listing?.price?.source]).toEqual(['185000', 'meta:product:price:amount'])
  })

  test('microdata and RDFa say the same as JSON-LD would', () => {
    const scope = (
      type: string,
      property: string,
    ) => `<div ${type}="https://schema.org/Product"${type === 'itemtype' ? ' itemscope' : ''}><h1 ${property}="name">Nồi đất Thanh Hà</h1>
      <div ${property}="offers" ${type}="https://schema.org/Offer"${type === 'itemtype' ? ' itemscope' : ''}><meta ${property}="priceCurrency" content="VND"><span ${property}="price" content="185000">185 nghìn</span></div></div>`
    expect(read('', scope('itemtype', 'itemprop')).listing?.price).toEqual({
      text: '185000',
      source: 'microdata:Product.offers.price',
    })
    expect(read('', scope('typeof', 'property')).listing?.price).toEqual({
      text: '185000',
      source: 'rdfa:Product.offers.price',
    })
  })

  test('the printed list price and the full description join a terse JSON-LD', () => {
    const body = `<h1>Nồi đất Thanh Hà</h1><p class="price"><del>250.000₫</del> <ins>185.000₫</ins></p>
      <div id="tab-description" class="panel"><p>Nồi đất nung thủ công, nấu cơm và kho cá. Gửi hàng toàn quốc, đóng gói chống vỡ.</p></div>
      <section class="related"><del>999.000₫</del></section>`
    const { listing } = read(jsonLd(product()), body)
    expect(listing?.listPrice?.text).toBe('250.000₫')
    expect(listing?.description?.text).toContain('đóng gói chống vỡ')
  })

  test('markup inside structured fields comes out as words, scripts do not run or show', () => {
    const evil = '<script>alert(1)</script><b>Nồi</b> &amp;amp; vung'
    const { listing } = read(
      jsonLd(product({ description: evil.replaceAll('</', '<\\/') })).replaceAll('<\\\\/', '<\\/'),
    )
    expect(listing?.description?.text).toContain('Nồi & vung')
    expect(listing?.description?.text).not.toContain('<b>')
  })

  test('javascript: and data: addresses are no pictures and no links', () => {
    const { listing } = read(
      jsonLd(
        product({
          image: ['javascript:alert(1)', 'data:image/png;base64,AA', '/anh/that.jpg'],
          url: 'javascript:alert(2)',
        }),
      ),
    )
    expect(listing?.images.map(({ text }) => text)).toEqual([`${SHOP}anh/that.jpg`])
    expect(listing?.url).toBeNull()
  })

  test('state that scripts would render from fills what nothing else says', () => {
    const state = {
      props: {
        pageProps: {
          item: {
            name: 'Nồi đất Thanh Hà',
            price: 185000,
            description: 'Nồi đất nung.',
            images: [{ url: '/anh/n.jpg' }],
          },
        },
      },
    }
    const { listing } = read(
      `<title>Nồi đất Thanh Hà</title><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script><meta property="og:type" content="product">`,
    )
    expect(listing?.price?.source).toBe('json:$.props.pageProps.item.price')
  })
})
