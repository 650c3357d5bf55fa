import { type Goods, goods, type Make } from './make.ts'

/** Goods as posts of a blog: prices as people write them, no basket. */
const BASE = 'https://wp-blogshop.example'
const GOODS = goods(23, ['Giò lụa nhà làm', 'Chả quế nướng', 'Nem chua Thanh', 'Bánh chưng gù'])
const shell = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>${title}</title>${head}<meta name="generator" content="WordPress 6.5"></head><body class="wp-singular"><header class="site-header"><p class="site-title"><a href="${BASE}/">Giò Chả Ước Lễ</a></p><nav class="main-navigation"><ul class="menu"><li class="menu-item"><a href="${BASE}/san-pham/">Sản phẩm</a></li><li class="menu-item"><a href="${BASE}/lien-he/">Liên hệ</a></li></ul></nav></header><div class="site-content">${body}</div><footer class="site-footer">Giao hàng 20k nội thành. Hotline 0900 000 999</footer></body></html>`
const card = (one: Goods) =>
  `<article class="post type-san-pham has-post-thumbnail"><a href="${BASE}/san-pham/${one.slug}/"><img src="${BASE}/wp-content/uploads/gio-${one.id}-300x300.jpg" class="wp-post-image" alt=""></a><h2 class="entry-title"><a href="${BASE}/san-pham/${one.slug}/">${one.name}</a></h2><div class="gia">${Math.round(one.price / 1000)}k/kg</div></article>`
const product = (one: Goods) =>
  shell(
    `${one.name} - Giò Chả Ước Lễ`,
    `<article class="post-77 san-pham type-san-pham"><h1 class="entry-title">${one.name}</h1><div class="post-thumbnail"><img src="${BASE}/wp-content/uploads/gio-${one.id}.jpg" class="wp-post-image" alt=""></div><div class="gia">Giá: <strong>${Math.round(one.price / 1000)}k/kg</strong></div><div class="entry-content"><p>${one.text}</p></div><a class="btn-zalo" href="https://zalo.me/0900000999">Nhắn Zalo đặt hàng</a></article><div class="bai-lien-quan"><h3>Sản phẩm khác</h3>${GOODS.filter(
      (other) => other.id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</div>`,
    `<link rel="canonical" href="${BASE}/san-pham/${one.slug}/">`,
  )

export const wpblog: Make = {
  name: 'wpblog',
  base: BASE,
  pages: {
    '/': shell('Giò Chả Ước Lễ', `<h2>Gia truyền ba đời</h2><p>Mời xem hàng.</p>`),
    '/san-pham/': shell('Sản phẩm - Giò Chả Ước Lễ', `<h1 class="page-title">Sản phẩm</h1>${GOODS.map(card).join('')}`),
    ...Object.fromEntries(GOODS.map((one) => [`/san-pham/${one.slug}/`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/san-pham/${one.slug}/`,
    title: one.name,
    price: Math.round(one.price / 1000) * 1000,
    image: `gio-${one.id}.jpg`,
  })),
}
