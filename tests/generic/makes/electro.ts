import { grouped, ld, type Make } from './make.ts'

/** A chain for household electrics with its own pages: instalments, gifts and vouchers in dong around the price. */
const BASE = 'https://www.dienmay.example.vn'

interface Fan {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly price: number | null
  readonly old?: number
  readonly flash?: true
  readonly state?: 'Tạm hết hàng' | 'Ngừng kinh doanh'
}

const FANS: readonly Fan[] = [
  { id: 23411, slug: 'quat-dung-nam-gio-q5', name: 'Quạt đứng Nam Gió Q5 55W', price: 690_000, old: 890_000 },
  { id: 23415, slug: 'quat-hop-nam-gio-h2', name: 'Quạt hộp Nam Gió H2 45W', price: 450_000 },
  {
    id: 23418,
    slug: 'quat-tran-trang-khuyet-t8',
    name: 'Quạt trần Trăng Khuyết T8',
    price: 2_190_000,
    old: 2_990_000,
    flash: true,
  },
  {
    id: 23420,
    slug: 'quat-dieu-hoa-suong-som-30l',
    name: 'Quạt điều hòa Sương Sớm 30 lít',
    price: null,
    state: 'Ngừng kinh doanh',
  },
  {
    id: 23422,
    slug: 'quat-lung-nam-gio-l1',
    name: 'Quạt lửng Nam Gió L1',
    price: 520_000,
    old: 600_000,
    state: 'Tạm hết hàng',
  },
]
const money = (amount: number) => `${grouped(amount)}&#x20AB;`
const CDN = 'https://cdn.dienmay.example.vn/Products/Images/1992'
const shell = (title: string, head: string, body: string) =>
  `<!DOCTYPE html><html lang="vi-VN"><head><meta charset="utf-8" /><title>${title}</title>${head}</head><body><div class="banner-media desktop"><a aria-label="slide" data-cate="0" href="/quat"><img src="https://cdn.dienmay.example.vn/banner/topzone.png" alt="Hè mát, giảm đến 500.000đ"></a></div><header class="header theme-xmas" data-sub="0"><div class="header__top"><section><a href="/" class="header__logo"><i class="icon-logo"></i></a><form action="/tim-kiem" class="header__search"><input id="skw" type="text" class="input-search" placeholder="Bạn tìm gì..." name="key" autocomplete="off" /></form><a href="/cart" class="header__cart"><div class="box-cart"><i class="iconnewglobal-whitecart"></i><span class="cart-number"></span></div><span>Giỏ hàng</span></a><a href="javascript:;" class="header__address" id="location-detail">Hồ Chí Minh</a></section></div><div class="header__main"><ul class="main-menu"><li data-id="1992"><a href="/quat"><i class="icon-quat"></i><span>Quạt</span></a></li><li><a href="/tin-tuc"><span>Tin tức</span></a></li></ul></div></header>${body}<footer class="footer v2024"><section class="clearfix"><div class="footer__col"><p class="footer__title">Tổng đài hỗ trợ</p><p>Gọi mua: <a href="tel:19001234">1900 1234</a> (8:00 - 21:30)</p></div></section></footer></body></html>`
const card = (one: Fan) =>
  `<li class=" item  ajaxed __cate_1992" data-index="1" data-id="${one.id}" data-issetup="0" data-maingroup="7" data-pos="1"><a href='/quat/${one.slug}' data-s="Nomal" data-site="2" data-pro="3" data-cache="True" data-name="${one.name}" data-id="${one.id}" data-price="${one.price ?? 0}.0" data-brand="Nam Gió" data-cate="Quạt" data-box="BoxCate" class='main-contain '><div class="item-label"><span class="lb-tragop">Trả chậm 0% trả trước 0đ</span></div><div class="item-img item-img_1992"><img class="lazyload thumb" data-src="${CDN}/${one.id}/${one.slug}-thumb-600x600.jpg" alt="${one.name}" width=210 height=210></div><p class='result-label temp1'><img width='20' height='20' class='lazyload' alt='Giá Rẻ' data-src='https://cdn.dienmay.example.vn/label.png'><span>Giá Rẻ</span></p><h3 >${one.name}</h3><div class="item-compare gray-bg"><span>Cơ</span><span>55 W</span></div>${one.price === null || one.state ? `<div class="box-p"><span>${one.state}</span></div>` : `${one.old ? `<div class="box-p"><p class="price-old black">${money(one.old)}</p><span class="percent">-20%</span></div>` : ''}<strong class="price">${money(one.price)}</strong><div class="item-gift">Quà <b>150.000&#x20AB;</b></div>`}<div class="rating_Compare has_compare has_quantity"><div class="vote-txt"><i class="iconnewglobal-vote"></i><b>4.9</b></div><span>&#x2022; Đã bán 12,3k</span></div></a><div class="item-bottom"><a href="#" class="shiping"></a></div><a href="javascript:;" class="item-ss" onclick="SuggestCompare()"><i></i>So sánh</a></li>`
const box = (one: Fan) => {
  if (one.price === null)
    return '<div class="box04 not_normal"><strong class="productstatus">Ngừng kinh doanh</strong><p>Hãy xem các sản phẩm khác bên dưới.</p></div>'
  if (one.state)
    return `<div class="box04 not_normal"><div class="price-one"><div class="box-price"><p class="box-price-present">${money(one.price)} *</p>${one.old ? `<p class="box-price-old">${money(one.old)}</p>` : ''}</div></div><strong class="productstatus">${one.state}</strong><a class="btn-notify" href="javascript:;">Báo tin khi có hàng</a></div>`
  if (one.flash)
    return `<div class="box04 box_main onlinePrice"><div class="lstPromo"><div class="bs_title"><strong><i class="icon-flash"></i>Giá sốc online</strong><div class="flashsale-timer" data-endtime="2026-11-28T00:00:00">Kết thúc sau <b>01</b>:<b>22</b>:<b>10</b></div></div><div class="bs_price"><strong>${money(one.price)}</strong><em>${money(one.old ?? one.price)}</em><i>(-26%)</i></div><div class="rq_count fscount"><i class="icon-flash"></i><b>3/10</b> suất còn lại</div></div></div>`
  return `<div class="box04 box_normal"><div class="price-one"><div class="box-price"><p class="box-price-present">${money(one.price)} *</p>${one.old ? `<p class="box-price-old">${money(one.old)}</p><p class="box-price-percent">-22%</p>` : ''}<span class="label label--black">Trả chậm 0%</span></div></div><p class="point-use">+345 điểm tích lũy</p></div>`
}
const product = (one: Fan, at: number) =>
  shell(
    `${one.name} giá tốt, giao nhanh`,
    `<meta name="keywords" content="${one.name}" /><meta property="og:title" content="${one.name} giá tốt, giao nhanh" /><meta property="og:image" content="${CDN}/${one.id}/${one.slug}-1-700x467.jpg" /><link rel="canonical" href="${BASE}/quat/${one.slug}" />${
      at < 2
        ? ld({
            '@context': 'https://schema.org',
            '@type': 'Product',
            name: one.name,
            image: [`${CDN}/${one.id}/${one.slug}-1-700x467.jpg`],
            sku: String(one.id),
            brand: { '@type': 'Brand', name: ['Nam Gió'] },
            offers: {
              '@type': 'Offer',
              priceCurrency: 'VND',
              price: one.price,
              availability: 'https://schema.org/InStock',
              itemCondition: 'NewCondition',
            },
            aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.9, reviewCount: 31 },
          })
        : ''
    }`,
    `<section class="detail " data-id="${one.id}" data-cate-id="1992" data-code="0131${one.id}"><ul class="breadcrumb"><li><a href="/quat">Quạt</a></li><li><span>›</span><a href="/quat-nam-gio">Quạt Nam Gió</a></li></ul><div class="box02"><div class="product-name"><h1>${one.name}</h1></div><div class="box02__right"><span class="quantity-sale">Đã bán 1,2k</span><a href="javascript:;" class="ss">So sánh</a></div></div><div class="box_main"><div class="box_left"><div class="box01"><div class="box01__show"><div class="show-tab active" data-gallery-id="featured-images-gallery"><div class="detail-slider owl-carousel"><a href="javascript:void(0)" class="slider-item" data-index="0"><img src="${CDN}/${one.id}/${one.slug}-1-700x467.jpg" alt="${one.name} 1" width="710" height="394" /></a><a href="javascript:void(0)" class="slider-item" data-index="1"><img class="owl-lazy" data-src="${CDN}/${one.id}/${one.slug}-2-700x467.jpg" alt="${one.name} 2" /></a></div></div></div></div><div class="policy"><ul class="policy__list"><li><p>Hư gì <b>đổi nấy 12 tháng</b> tại 2965 siêu thị</p></li><li><p>Giao hàng lắp đặt miễn phí đơn từ 500.000₫</p></li></ul></div></div><div class="box_right">${box(one)}${one.price === null || one.state ? '' : `<div class="block__promo"><div class="pr-top"><p class="pr-txtb">Khuyến mãi trị giá 150.000₫</p><i class="pr-txt">Giá và khuyến mãi dự kiến áp dụng đến 23:59 | 30/11</i></div><div class="pr-content"><div class="divb t3"><span class="nb">1</span><div class="divb-right"><p>Phiếu mua hàng trị giá 100.000₫ áp dụng mua nồi cơm</p></div></div><div class="divb t5"><span class="nb">2</span><div class="divb-right"><p>Nhập mã VNPAY giảm từ 50,000đ đến 200,000đ</p></div></div></div></div><div class="block-button buy"><a href="javascript:;" class="btn-buynow jsBuy" data-value="${one.id}">Mua ngay</a><a href="/tra-gop/${one.slug}" class="btn-installment"><b>Mua trả chậm</b><span>Chỉ từ ${money(Math.round(one.price / 6))}/tháng</span></a></div>`}<p class="callorder">Gọi đặt mua <a href="tel:19001234">1900 1234</a></p></div></div><div class="parameter"><p class="parameter__title">Thông số kỹ thuật</p><ul class="parameter__list active"><li><p class="lileft">Công suất:</p><div class="liright"><span>55 W</span></div></li><li><p class="lileft">Bảo hành:</p><div class="liright"><span>24 tháng</span></div></li></ul></div><div class="box-combo"><p>Mua kèm giá tốt</p><div class="combo-total">Tổng tiền: <strong>${money(1_340_000)}</strong> <span>Tiết kiệm ${money(100_000)}</span></div></div><div class="article__content"><h3>Đặc điểm</h3><p>Quạt chạy êm, tiền điện chừng 30.000đ mỗi tháng.</p></div><div class="related"><p class="related__ttl">Xem thêm sản phẩm khác</p><ul class="listproduct">${FANS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join(
        '',
      )}</ul></div><div class="comment comment--all"><ul class="comment__list"><li class="par"><p class="cmt-top-name">Anh Tư</p><p class="cmt-txt">Hôm trước mua 650.000đ nay lên giá rồi shop ơi</p></li></ul></div></section>`,
  )
const list = () =>
  shell(
    'Quạt giá rẻ, giao nhanh',
    '',
    `<ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><h1>5 Quạt</h1></li></ul><div class="box-filter top-box block-scroll-main cate-1992"><div class="filter-item__title jsTitle"><div class="arrow-filter"></div><span>Giá</span></div><div class="filter-list price"><a href="/quat-duoi-500-ngan" class="c-btnbox">Dưới 500.000đ</a><a href="/quat-tu-500-ngan-den-1-trieu" class="c-btnbox">Từ 500.000đ - 1 triệu</a></div></div><section id="categoryPage" data-id="1992" class="desktops"><div class="box-sort ">Xếp theo: <a href="javascript:;" class="check" data-id="9">Nổi bật</a></div><div class="container-productbox"><ul class="listproduct">${FANS.map(card).join('')}</ul><div class="view-more "><a href="javascript:;">Xem thêm <span class="remain">45</span> Quạt</a></div></div></section>`,
  )

export const electro: Make = {
  name: 'electro',
  base: BASE,
  pages: {
    '/': shell(
      'Điện máy Quê Ta',
      '',
      `<section class="promo-box"><h2>Flash sale</h2><ul class="listproduct">${FANS.slice(0, 2).map(card).join('')}</ul></section>`,
    ),
    '/quat': list(),
    ...Object.fromEntries(FANS.map((one, at) => [`/quat/${one.slug}`, product(one, at)])),
  },
  wanted: FANS.map((one, at) => ({
    path: `/quat/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `${one.slug}-1-700x467.jpg`,
    ...(at < 2 ? { sku: String(one.id) } : {}),
    ...(one.state ? { availability: one.state === 'Tạm hết hàng' ? 'OutOfStock' : 'Discontinued' } : {}),
  })),
}
