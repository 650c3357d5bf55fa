import { defineSite, type PageView } from '../../../src/sites/contract.ts'

/** `Thông số`, a table: name in the header cell, value beside it. */
function specs(view: PageView) {
  const rows = view.sections('.thong-so tr').map((row) => [row.text('th').text, row.text('td')] as const)
  const { 'Thương hiệu': brand = null, 'Tình trạng': condition = null, ...attributes } = Object.fromEntries(rows)
  return { brand, condition, attributes }
}

export default defineSite({
  id: 'cho-mau',
  name: 'Chợ Mẫu',
  hosts: ['cho-mau.localhost'],
  verified: 'recording',
  verifiedBy: 'the sample market in tests/sites/cho-mau, served by the tests themselves',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 30, filled: { price: 0.85, description: 0.95, seller: 0.95 } },

  key: ({ pathname }) => /^\/san-pham\/[^/]*-(\d+)$/.exec(pathname)?.[1] ?? null,
  searchUrl: (query, page) => `http://cho-mau.localhost/tim-kiem?q=${encodeURIComponent(query)}&trang=${page}`,

  listing: (view) => ({
    title: view.text('article h1'),
    price: view.text('.gia__ban'),
    listPrice: view.maybe('.gia__goc'),
    description: view.maybe('.mo-ta'),
    category: view.maybe('.vet a:last-child'),
    images: view.srcs('.anh__nho img'),
    ...specs(view),
    seller: {
      name: view.text('.ban__ten'),
      url: view.href('.ban__ten'),
      location: view.maybe('.ban__noi'),
      phoneText: view.maybe('.ban__sdt'),
      badges: view.texts('.ban .huy-hieu'),
    },
  }),

  signs: { removed: ['Sản phẩm này không còn tồn tại'], 'login-wall': ['Bạn cần đăng nhập để xem nội dung này'] },
})
