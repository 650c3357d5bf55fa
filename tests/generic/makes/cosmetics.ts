import { grouped, type Make } from './make.ts'

/** A shop for cosmetics: the market price and what is saved beside its own, prices of other sizes, a timed sale. */
const BASE = 'https://mypham.example'

interface Care {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly english: string
  readonly brand: string
  readonly price: number
  readonly old?: number
  readonly deal?: true
  readonly out?: true
}

const CARES: readonly Care[] = [
  {
    id: 7301,
    slug: 'sua-rua-mat-la-sen-150ml',
    name: 'Sữa Rửa Mặt Lá Sen Dịu Nhẹ 150ml',
    english: 'Gentle Lotus Cleanser',
    brand: 'Lá Sen',
    price: 165_000,
    old: 210_000,
  },
  {
    id: 7304,
    slug: 'kem-chong-nang-cu-den-50ml',
    name: 'Kem Chống Nắng Củ Đen SPF50 50ml',
    english: 'Daily Sun Cream SPF50',
    brand: 'Củ Đen',
    price: 289_000,
    old: 385_000,
    deal: true,
  },
  {
    id: 7307,
    slug: 'son-duong-gac-4g',
    name: 'Son Dưỡng Gấc 4g',
    english: 'Gac Lip Balm',
    brand: 'Lá Sen',
    price: 59_000,
  },
  {
    id: 7310,
    slug: 'nuoc-hoa-hong-tra-xanh-200ml',
    name: 'Nước Hoa Hồng Trà Xanh 200ml',
    english: 'Green Tea Toner',
    brand: 'Củ Đen',
    price: 142_000,
    old: 180_000,
    out: true,
  },
]
const money = (amount: number) => `${grouped(amount)} ₫`
const link = (one: Care) => `${BASE}/san-pham/${one.slug}-${one.id}.html`
const shell = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"></head><body><div id="header" class="header_main"><div class="container"><a class="logo_site" href="${BASE}/"><img src="https://media.mypham.example/images/logo.svg" alt="Bích Vân Beauty"></a><form id="search_mini_form" action="${BASE}/catalogsearch/result" method="get"><input id="search" type="text" name="q" placeholder="Tìm sản phẩm, thương hiệu bạn mong muốn..."></form><div class="item_header"><a href="${BASE}/checkout/cart"><span class="counter_number_cart">0</span></a></div></div><div class="menu_cate"><ul><li><a href="${BASE}/danh-muc/cham-soc-da-c4.html">Chăm Sóc Da</a></li><li><a href="${BASE}/he-thong-cua-hang">Cửa hàng</a></li></ul></div></div>${body}<div id="footer"><div class="container"><p>Hotline: 1800 1234 (miễn phí, 08-22h)</p><p>Giao nhanh 2H, miễn phí từ 90.000 ₫</p></div></div></body></html>`
const card = (one: Care) =>
  `<div class="ProductGridItem__itemOuter col-lg-3"><div class="ProductGridItem__item item_sp_hasaki"><div class="width_common"><a href="${link(one)}" class="block_info_item_sp width_common card-body" data-product="${one.id}" data-price="${one.price}" data-name="${one.english}" data-brand="${one.brand}"><div class="img_item"><img class="img_thumb lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://media.mypham.example/catalog/product/thumb/mp-${one.id}_img_220x220.jpg" alt="${one.name}"></div><div class="info_item"><div class="width_common txt_color_1 space_bottom_3"><strong class="item_giamoi txt_16">${money(one.price)}</strong>${one.old ? `<span class="item_giacu txt_12 right">${money(one.old)}</span><span class="discount_percent2">22%</span>` : ''}</div><div class="width_common txt_brand_name">${one.brand}</div><div class="width_common space_bottom_3"><div class="vn_names">${one.name}</div></div><div class="block_count_by"><span class="txt_12">4.8 (90)</span> <span class="item_count_by">1.234</span></div></div></a>${one.out ? '<div class="tamhet">Tạm hết hàng</div>' : ''}</div></div></div>`
const product = (one: Care) =>
  shell(
    `${one.name} | Bích Vân Beauty`,
    `<div class="container"><div class="breadcrumb_site"><ul><li><a href="${BASE}/">Trang chủ</a></li><li><a href="${BASE}/danh-muc/cham-soc-da-c4.html">Chăm Sóc Da</a></li><li>${one.name}</li></ul></div><div class="product_detail width_common"><div class="left_detail"><div class="slider_thumb"><div class="item_thumb"><a href="https://media.mypham.example/catalog/product/mp-${one.id}_img_800x800.jpg" class="item_gallery"><img src="https://media.mypham.example/catalog/product/mp-${one.id}_img_450x450.jpg" alt="${one.name}"></a></div></div></div><div class="right_detail info_product_detail"><form id="product_addtocart_form" action="${BASE}/checkout/cart/add" method="post"><input type="hidden" name="product" value="${one.id}"><div class="width_common"><a class="thuonghieu" href="${BASE}/thuong-hieu/${one.brand.length}.html"><strong>${one.brand}</strong></a></div><h1 class="title_name">${one.name}</h1><h2 class="txt_999">${one.english}</h2><div class="block_rating"><span>90 đánh giá</span> | <span>59 Hỏi đáp</span> | <span class="txt_sku">Mã sản phẩm: 4220${one.id}</span></div>${one.deal ? '<div class="block_flashdeal"><div class="title_deal"><strong>FLASH DEAL</strong> <span class="time">Kết thúc trong 02:11:40</span></div><div class="progress"><span>Đã bán 7/50 suất, còn sale 20.000 ₫ mỗi khách</span></div></div>' : ''}<div class="block_price_detail width_common"><div><span id="product-final_price" class="txt_price">${money(one.price)}</span> <span class="note_vat">(Đã bao gồm VAT)</span></div>${one.old ? `<div class="width_common"><span>Giá thị trường: </span><span class="txt_thitruong">${money(one.old)}</span> - <span>Tiết kiệm: </span><span class="txt_tietkiem">${money(one.old - one.price)}</span> <span class="txt_percent">(22%)</span></div>` : ''}</div><div class="block_attribute"><div class="name_attribute">Dung Tích: <span>150ml</span></div><div class="list_attribute"><label class="item_attribute active"><span>150ml</span><span class="price_attribute">${money(one.price)}</span></label><label class="item_attribute"><span>Mini 20ml</span><span class="price_attribute">${money(35_000)}</span></label></div></div><div class="block_qty"><span>Số lượng:</span><input name="qty" value="1"></div><div class="block_btn">${one.out ? '<button type="button" class="btn btn_disabled" disabled>Tạm hết hàng</button>' : '<button type="submit" class="btn btn_addcart">Giỏ hàng</button><button type="button" class="btn btn_site_1">Mua ngay NowFree 2H</button>'}</div></form></div><div class="box_qua_tang"><p>Nhập mã DAMPHE giảm 15.000 ₫ cho đơn từ 249.000 ₫</p><p>Tặng kèm mặt nạ trị giá 25.000 ₫</p></div></div><div class="tab_detail"><h2>Thông số sản phẩm</h2><table class="tb_info_sanpham"><tr><td>Barcode</td><td>893000${one.id}</td></tr><tr><td>Thương Hiệu</td><td>${one.brand}</td></tr><tr><td>Xuất xứ thương hiệu</td><td>Việt Nam</td></tr></table><p>${one.name} dịu nhẹ cho da.</p></div><div class="block_related"><h3>Sản phẩm tương tự</h3><div class="row">${CARES.filter(
      ({ id }) => id !== one.id,
    )
      .map(card)
      .join('')}</div></div></div>`,
  )
const LIST = `${BASE}/danh-muc/cham-soc-da-c4.html`
const list = (page: number, items: readonly Care[]) =>
  shell(
    'Chăm Sóc Da | Bích Vân Beauty',
    `<div class="container"><h1 class="txt_title">Chăm Sóc Da</h1><div class="filter_bar"><div class="item_filter"><strong>Khoảng giá</strong><label><input type="checkbox"> Dưới 500.000 ₫</label></div></div><div class="ProductGrid__grid row">${items.map(card).join('')}</div><div class="pagination_site"><ul class="list_pagination">${page === 1 ? `<li class="item active"><a href="${LIST}">1</a></li><li class="item"><a href="${LIST}?p=2">2</a></li><li class="item next"><a href="${LIST}?p=2"><i class="icon_right"></i></a></li>` : `<li class="item"><a href="${LIST}?p=1">1</a></li><li class="item active"><a href="${LIST}?p=2">2</a></li>`}</ul></div></div>`,
  )

export const cosmetics: Make = {
  name: 'cosmetics',
  base: BASE,
  pages: {
    '/': shell(
      'Bích Vân Beauty',
      `<div class="container"><div class="block_deal"><h2>Flash Deals</h2><div class="row">${CARES.slice(1, 3).map(card).join('')}</div></div></div>`,
    ),
    '/danh-muc/cham-soc-da-c4.html': list(1, CARES.slice(0, 2)),
    '/danh-muc/cham-soc-da-c4.html?p=1': list(1, CARES.slice(0, 2)),
    '/danh-muc/cham-soc-da-c4.html?p=2': list(2, CARES.slice(2)),
    ...Object.fromEntries(CARES.map((one) => [link(one).slice(BASE.length), product(one)])),
  },
  wanted: CARES.map((one) => ({
    path: link(one).slice(BASE.length),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `mp-${one.id}_img_`,
    sku: `4220${one.id}`,
    ...(one.out ? { availability: 'OutOfStock' } : {}),
  })),
}
