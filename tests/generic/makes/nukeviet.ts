import { type Goods, goods, grouped, type Make, paged } from './make.ts'

const BASE = 'https://noi-that-nukeviet.example'
const GOODS = goods(14, ['Ghế tựa gỗ xà cừ', 'Bàn học chân sắt', 'Kệ sách bậc thang', 'Tủ giày hai cánh', 'Phản gỗ gụ'])
const PRICED: readonly Goods[] = GOODS.map((one, at) =>
  at === 4 ? { id: one.id, slug: one.slug, name: one.name, text: one.text, price: 0 } : one,
)
const money = (amount: number) => `${grouped(amount)} VND`
const pathOf = ({ slug }: Goods) => `/shops/ban-ghe/${slug}.html`
const image = ({ id }: Goods) => `/uploads/shops/2026_09/go-${id}.jpg`
const shell = (title: string, path: string, body: string, head = '') => `<!DOCTYPE html>
<html lang="vi" xmlns="http://www.w3.org/1999/xhtml" prefix="og: http://ogp.me/ns#"><head><title>${title}</title><meta name="description" content="${title} - Cửa hàng"><meta name="author" content="Nội Thất Gỗ"><meta name="copyright" content="Nội Thất Gỗ [info@noi-that.example]"><meta name="generator" content="NukeViet v4.5"><meta http-equiv="Content-Type" content="text/html; charset=utf-8">${head}<link rel="canonical" href="${BASE}${path}"><script>var nv_base_siteurl="/",nv_lang_data="vi",nv_lang_interface="vi",nv_name_variable="nv",nv_fc_variable="op",nv_module_name="shops";</script></head>
<body><noscript><div class="alert alert-danger">Trình duyệt của bạn đã tắt chức năng hỗ trợ JavaScript.</div></noscript><div id="mobilePage"></div><div class="site-banner"></div><nav class="second-nav" id="second-nav"><div class="container"><ul class="breadcrumbs list-none"></ul></div></nav><header><div class="container"><div id="header" class="row"><div class="logo"><a title="Nội Thất Gỗ" href="/"><img src="/uploads/logo.png" alt="Nội Thất Gỗ"></a></div><div class="col-sm-6 text-right"><div class="block clearfix"><div class="block_cart" id="cart_nv4"><div class="block clearfix"><p>Giỏ hàng: <strong>0</strong> sản phẩm</p><p>Tổng tiền: 0 VND</p><a href="/shops/cart/">Xem giỏ hàng</a></div></div></div></div></div></div></header><div id="menusite" class="navbar"><ul class="nav navbar-nav"><li><a class="home" title="Trang nhất" href="/">Trang nhất</a></li><li role="presentation"><a class="dropdown-toggle" href="/news/">Tin Tức</a></li><li role="presentation"><a href="/shops/">Sản phẩm</a></li><li><a href="/contact/">Liên hệ</a></li></ul></div><section><div class="container" id="body"><nav class="third-nav"><div class="row"><div class="breadcrumbs-wrap"><ul class="breadcrumbs list-none" itemscope itemtype="https://schema.org/BreadcrumbList"><li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a href="/" itemprop="item" title="Trang nhất"><span itemprop="name">Trang nhất</span></a><i class="hidden" itemprop="position" content="1"></i></li><li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a href="/shops/ban-ghe/" itemprop="item" title="Bàn ghế"><span class="txt" itemprop="name">Bàn ghế</span></a><i class="hidden" itemprop="position" content="2"></i></li></ul></div></div></nav><div class="row"><div class="col-sm-16 col-md-18 col-sm-push-8">${body}</div><div class="col-sm-8 col-md-6"><div class="panel panel-default"><div class="panel-heading">Danh mục</div><div class="panel-body"><ul id="menu_catalog"><li><a href="/shops/ban-ghe/" title="Bàn ghế">Bàn ghế</a></li></ul></div></div></div></div></div></section><footer id="footer"><p>© Bản quyền thuộc về Nội Thất Gỗ. Chạy trên <a href="https://nukeviet.vn">NukeViet CMS</a></p></footer></body></html>`
const card = (one: Goods) =>
  `<div class="col-sm-12 col-md-8"><div class="thumbnail"><div style="height: 200px"><a href="${pathOf(one)}" title="${one.name}"><img src="/assets/shops/2026_09/go-${one.id}.jpg" alt="${one.name}" class="img-thumbnail" style="max-height:200px"></a></div><div class="caption text-center"><h3><a href="${pathOf(one)}" title="${one.name}">${one.name}</a></h3><p class="price">${one.price === 0 ? 'Liên hệ' : `${one.old === undefined ? '' : `<span class="discounts_money">${money(one.old)}</span> `}<span class="money">${money(one.price)}</span>`}</p><div class="clearfix"><button type="button" class="btn btn-primary btn-xs" onclick="cartorder(this, 0, '${pathOf(one)}'); return !1;">Đặt mua</button></div></div></div></div>`
const [first = [], second = []] = paged(PRICED, 3)
const list = (page: number, items: readonly Goods[]) =>
  shell(
    `Bàn ghế${page === 2 ? ' - Trang 2' : ''}`,
    page === 1 ? '/shops/ban-ghe/' : '/shops/ban-ghe/page-2/',
    `<div id="category"><div class="page-header"><h1>Bàn ghế (5 sản phẩm)</h1></div><div class="viewgrid"><div class="row">${items.map(card).join('')}</div></div><div class="text-center"><ul class="pagination"><li class="${page === 1 ? 'active' : ''}"><a href="${page === 1 ? '#' : '/shops/ban-ghe/'}">1</a></li><li class="${page === 2 ? 'active' : ''}"><a rel="next" title="Trang 2" href="${page === 2 ? '#' : '/shops/ban-ghe/page-2/'}">2</a></li>${page === 1 ? '<li><a rel="next" title="Trang sau" href="/shops/ban-ghe/page-2/">&raquo;</a></li>' : ''}</ul></div></div>`,
  )
const product = (one: Goods) =>
  shell(
    `${one.name} - Bàn ghế`,
    pathOf(one),
    `<div id="fb-root"></div><div itemscope itemtype="http://schema.org/Product" style="display: none"><span itemprop="name">${one.name}</span><img itemprop="image" src="${BASE}${image(one)}" alt="${one.name}"><span itemprop="description">${one.text}</span><span itemprop="mpn">S00000${one.id}</span>${one.price === 0 ? '' : `<span itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">${one.price}</span><span itemprop="priceCurrency">VND</span><span itemprop="availability">Còn hàng</span></span>`}</div><div id="detail"><div class="panel panel-default panel-product-info"><div class="panel-body"><div class="row"><div class="col-xs-24 col-sm-10 text-center"><div class="image"><img src="${image(one)}" alt="${one.name}" class="img-thumbnail" id="imageproduct"></div></div><div class="col-xs-24 col-sm-14"><ul class="product_info"><li><h2>${one.name}</h2></li><li class="text-muted">Đăng ngày 02-10-2026 08:00:00 AM - 61 Lượt xem</li><li>Mã sản phẩm: <strong>S00000${one.id}</strong></li>${one.price === 0 ? '<li>Giá bán: <span class="money">Liên hệ</span></li>' : `<li><p>Giá bán: ${one.old === undefined ? `<span class="money">${money(one.price)}</span>` : `<span class="money">${money(one.price)}</span><span class="discounts_money">${money(one.old)}</span><span class="money">-15%</span>`}</p></li>`}<li>${one.text}</li></ul><hr><div class="well"><div class="row"><div class="col-xs-8">Số lượng</div><div class="col-xs-16"><input type="number" name="num" value="1" min="1" id="pnum" class="pull-left form-control"><span class="help-block pull-left" id="product_number">Trong kho: <strong>${one.out ? 0 : 9}</strong> cái</span></div></div></div><button class="btn btn-warning btn-order" data-id="${one.id}" onclick="cartorder_detail(this, 0, 0); return false;"><em class="fa fa-shopping-cart fa-lg"></em> Đặt mua</button></div></div></div></div><div id="tabs" class="tabs"><nav><ul><li><a href="#section-1"><em class="fa fa-bars"></em><span>Chi tiết sản phẩm</span></a></li></ul></nav><div class="content"><section id="section-1"><p>${one.text}</p></section></div></div><div class="panel panel-default"><div class="panel-heading">Sản phẩm cùng loại</div><div class="panel-body"><div class="viewgrid"><div class="row">${PRICED.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</div></div></div></div></div>`,
    `<meta property="og:title" content="${one.name}"><meta property="og:type" content="website"><meta property="og:description" content="${one.text}"><meta property="og:site_name" content="Nội Thất Gỗ"><meta property="og:image" content="${BASE}${image(one)}"><meta property="og:url" content="${BASE}${pathOf(one)}">`,
  )

export const nukeviet: Make = {
  name: 'nukeviet',
  base: BASE,
  pages: {
    '/': shell(
      'Nội Thất Gỗ',
      '/',
      '<div class="news_column"><div class="panel panel-default"><div class="panel-body"><h2><a href="/news/tin/khai-truong-3.html" title="Khai trương xưởng mới">Khai trương xưởng mới</a></h2><p>Xưởng mới ở Thạch Thất rộng 400m2.</p></div></div></div>',
    ),
    '/news/': shell(
      'Tin Tức',
      '/news/',
      '<div class="news_column"><h2><a href="/news/tin/khai-truong-3.html">Khai trương xưởng mới</a></h2></div>',
    ),
    '/news/tin/khai-truong-3.html': shell(
      'Khai trương xưởng mới - Tin',
      '/news/tin/khai-truong-3.html',
      '<div class="news_column panel panel-default"><h1 class="title margin-bottom-lg">Khai trương xưởng mới</h1><em class="time">Thứ hai - 05/10/2026 08:00</em><div id="news-bodyhtml" class="bodytext margin-bottom-lg"><p>Xưởng mới ở Thạch Thất, vốn đầu tư 2.000.000.000 VND.</p></div></div>',
      '<meta property="og:type" content="article">',
    ),
    '/shops/': list(1, first)
      .replace('/shops/ban-ghe/">\n', '/shops/">\n')
      .replace(`rel="canonical" href="${BASE}/shops/ban-ghe/"`, `rel="canonical" href="${BASE}/shops/"`),
    '/shops/ban-ghe/': list(1, first),
    '/shops/ban-ghe/page-2/': list(2, second),
    ...Object.fromEntries(PRICED.map((one) => [pathOf(one), product(one)])),
  },
  wanted: PRICED.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price === 0 ? null : one.price,
    listPrice: one.old ?? null,
    image: `go-${one.id}.jpg`,
  })),
}
