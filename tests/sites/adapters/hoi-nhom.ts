import { defineSite, type Found, type PageView } from '../../../src/sites/contract.ts'

/** A price as people write it in a post: 650k, 4tr2, 13Ok (letter for digit), 1.200.000đ, 3,5 triệu. */
const PRICE = /\d[\d.,O]{0,12} ?(?:k|tr|triệu|củ|đ|₫|%)\d{0,3}(?![\p{L}\d])/iu

/** The first price in the paragraphs after the title, then in the title. */
function priceIn(lines: readonly Found[]): Found | null {
  for (const { text, source } of [...lines.slice(1), ...lines.slice(0, 1)]) {
    const price = PRICE.exec(text)?.[0]
    if (price !== undefined) return { text: price, source: `${source}~price` }
  }
  return null
}

function post(view: PageView) {
  const lines = view.texts('.bai__chu p')
  return {
    url: view.href('.bai__luc'),
    title: view.text('.bai__chu p:first-child'),
    description: view.text('.bai__chu'),
    price: priceIn(lines),
    category: view.maybe('.bai__nhom'),
    images: view.srcs('img'),
    seller: {
      name: view.text('.bai__nguoi'),
      url: view.href('.bai__nguoi'),
      location: null,
      phoneText: null,
      badges: [],
    },
    postedAt: view.maybe('.bai__luc'),
  }
}

export default defineSite({
  id: 'hoi-nhom',
  name: 'Hội Nhóm Mẫu',
  hosts: ['hoi-nhom.localhost'],
  verified: 'recording',
  verifiedBy: 'the sample feed in tests/sites/hoi-nhom, rendered by the tests themselves',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 10, filled: { price: 0.6, description: 0.95, seller: 0.95 } },

  key: ({ pathname }) => /^\/bai\/(\d+)$/.exec(pathname)?.[1] ?? null,
  searchUrl: (query) => `http://hoi-nhom.localhost/tim?q=${encodeURIComponent(query)}`,
  listings: (view) => view.sections('article.bai').map(post),
  links: (view) => view.hrefs('.nhom').map(({ text }) => ({ url: text, role: 'index' as const, text: null })),
  signs: { removed: ['Nội dung này hiện không còn tồn tại'] },
})
