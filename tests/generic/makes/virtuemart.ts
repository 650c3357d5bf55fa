import { type Goods, goods, grouped, type Make } from './make.ts'

/** VirtueMart in Joomla: the picture links to its larger self, prices carry their labels. */
const BASE = 'https://virtuemart.example'
const GOODS = goods(22, ['Ấm siêu tốc', 'Nồi đất kho cá', 'Chày cối gỗ', 'Muôi dừa', 'Rế tre'])
const money = (amount: number) => `${grouped(amount)} đ`
const shell = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="vi-vn"><head><base href="${BASE}/"/><meta charset="utf-8"/><meta name="generator" content="Joomla! - Open Source Content Management"/><title>${title}</title></head><body class="site com_virtuemart"><div class="header"><a class="brand" href="/"><span class="site-title">Bếp Quê</span></a><ul class="nav menu"><li class="item-101"><a href="/">Trang chủ</a></li><li class="item-110"><a href="/index.php/do-bep">Đồ bếp</a></li></ul><div class="vmCartModule" id="vmCartModule"><div class="total_products">1 sản phẩm</div><div class="total">Tổng <strong>90.000 đ</strong></div><div class="show_cart"><a href="/index.php/cart">Xem giỏ</a></div></div></div><main>${body}</main></body></html>`
const price = (one: Goods) =>
  `<div class="product-price" id="productPrice${one.id}" data-vm="product-prices">${one.old ? `<div class="PricebasePriceWithTax vm-display vm-price-value"><span class="vm-price-desc">Giá gốc: </span><span class="PricebasePriceWithTax">${money(one.old)}</span></div>` : ''}<div class="PricesalesPrice vm-display vm-price-value"><span class="vm-price-desc">Giá bán: </span><span class="PricesalesPrice">${money(one.price)}</span></div><div class="PricediscountAmount vm-display"><span class="vm-price-desc">Giảm: </span><span class="PricediscountAmount">${one.old ? money(one.old - one.price) : ''}</span></div></div>`
const card = (one: Goods) =>
  `<div class="product vm-col vm-col-3"><div class="spacer product-container" data-vm="product-container"><div class="vm-product-media-container"><a title="${one.name}" href="/index.php/do-bep/${one.slug}-detail"><img src="/images/virtuemart/product/resized/bep-${one.id}_200x200.jpg" alt="${one.slug}" class="browseProductImage"/></a></div><div class="vm-product-descr-container-1"><h2><a href="/index.php/do-bep/${one.slug}-detail">${one.name}</a></h2><p class="product_s_desc">${one.text}</p></div><div class="vm3pr-2">${price(one)}</div><div class="vm-details-button"><a href="/index.php/do-bep/${one.slug}-detail" class="product-details">Chi tiết</a></div></div></div>`
const product = (one: Goods) =>
  shell(
    `Đồ bếp : ${one.name}`,
    `<div class="product-container productdetails-view productdetails" data-vm="product-container"><div class="back-to-category"><a href="/index.php/do-bep" class="product-details">Về: Đồ bếp</a></div><h1 itemprop="name">${one.name}</h1><div class="vm-product-container"><div class="vm-product-media-container"><div class="main-image"><a rel="vm-additional-images" href="${BASE}/images/virtuemart/product/bep-${one.id}.jpg"><img src="/images/virtuemart/product/bep-${one.id}.jpg" alt="bep"/></a></div></div><div class="vm-product-details-container"><div class="spacer-buy-area">${price(one)}<div class="addtocart-area"><form method="post" class="product js-recalculate" action="/index.php/do-bep"><div class="addtocart-bar"><input type="text" class="quantity-input" name="quantity[]" value="1"/><span class="addtocart-button"><input type="submit" name="addtocart" class="addtocart-button" value="Thêm vào giỏ" title="Thêm vào giỏ"/></span></div></form></div></div></div></div><div class="product-description"><span class="title">Mô tả</span>${one.text}</div><div class="product-related-products"><h4>Sản phẩm liên quan</h4>${GOODS.filter(
      (other) => other.id !== one.id,
    )
      .slice(0, 2)
      .map(
        (other) =>
          `<div class="product-field-display"><a href="/index.php/do-bep/${other.slug}-detail"><img src="/images/virtuemart/product/resized/bep-${other.id}_90x90.jpg" alt=""/>${other.name}</a>${price(other)}</div>`,
      )
      .join('')}</div></div>`,
  )
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Đồ bếp',
    `<div class="category-view"><h1>Đồ bếp</h1><div class="orderby-displaynumber"><div class="activeOrder"><a href="/index.php/do-bep/by,product_name">Tên</a></div></div><div class="browse-view">${items.map(card).join('')}</div><div class="vm-pagination"><ul><li class="pagination-start"><span class="pagenav">Đầu</span></li>${page === 1 ? '<li><span class="pagenav">1</span></li><li><a href="/index.php/do-bep/results,4-6" class="pagenav">2</a></li><li class="pagination-next"><a title="Tiếp" href="/index.php/do-bep/results,4-6" class="pagenav">Tiếp</a></li>' : '<li><a href="/index.php/do-bep" class="pagenav">1</a></li>'}</ul></div></div>`,
  )

export const virtuemart: Make = {
  name: 'virtuemart',
  base: BASE,
  pages: {
    '/': shell('Bếp Quê', '<h2>Chào mừng</h2>'),
    '/index.php/do-bep': list(1, GOODS.slice(0, 3)),
    '/index.php/do-bep/results,4-6': list(2, GOODS.slice(3)),
    ...Object.fromEntries(GOODS.map((one) => [`/index.php/do-bep/${one.slug}-detail`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/index.php/do-bep/${one.slug}-detail`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `bep-${one.id}.jpg`,
  })),
}
