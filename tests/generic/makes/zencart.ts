import { type Goods, goods, grouped, type Make } from './make.ts'

/** Zen Cart: everything in index.php, the picture written by a script with the plain one in noscript, sold out as a button. */
const BASE = 'https://zencart.example'
const GOODS = goods(5, ['Đèn lồng vải', 'Đèn ông sao', 'Nến sáp ong', 'Giá nến đồng', 'Bấc đèn dầu'])
const money = (amount: number) => `${grouped(amount)}đ`
const link = (one: Goods) => `${BASE}/index.php?main_page=product_info&amp;cPath=3&amp;products_id=${one.id}`
const price = (one: Goods) =>
  one.old
    ? `<span class="normalprice">${money(one.old)} </span>&nbsp;<span class="productSpecialPrice">${money(one.price)}</span><span class="productPriceDiscount"><br />Tiết kiệm:&nbsp;${money(one.old - one.price)}</span>`
    : `<span class="productBasePrice">${money(one.price)}</span>`
const soldOut =
  '<img src="includes/templates/template_default/buttons/vietnamese/button_sold_out.gif" alt="Hết hàng" title=" Hết hàng " width="85" height="22" />'
const box = (id: string, title: string, body: string) =>
  `<div class="leftBoxContainer" id="${id}" style="width: 150px"><h3 class="leftBoxHeading" id="${id}Heading">${title}</h3><div id="${id}Content" class="sideBoxContent">${body}</div></div>`
const special = GOODS[1] as Goods
const shell = (id: string, title: string, canonical: string, body: string) =>
  `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml" dir="ltr" lang="vi"><head><title>${title}, Đèn Hội</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="generator" content="shopping cart program by Zen Cart&reg;, https://www.zen-cart.com eCommerce" /><base href="${BASE}/" />${canonical === '' ? '' : `<link rel="canonical" href="${BASE}/index.php?${canonical}" />`}</head><body id="${id}"><div id="mainWrapper"><div id="headerWrapper"><div id="navMainWrapper"><div id="navMain"><ul class="back"><li><a href="${BASE}/">Trang chủ</a></li><li><a href="${BASE}/index.php?main_page=login">Đăng nhập</a></li><li><a href="${BASE}/index.php?main_page=shopping_cart">Giỏ hàng</a></li></ul></div></div><div id="logoWrapper"><div id="logo"><a href="${BASE}/"><img src="includes/templates/responsive_classic/images/logo.gif" alt="Đèn Hội" title=" Đèn Hội " width="192" height="68" /></a></div><div id="tagline">Thắp sáng từng nhà</div></div></div><table width="100%" border="0" cellspacing="0" cellpadding="0" id="contentMainWrapper"><tr><td id="navColumnOne" class="columnLeft" style="width: 150px">${box('categories', 'Danh mục', `<a class="category-top" href="${BASE}/index.php?main_page=index&amp;cPath=3">Đèn và nến</a>&nbsp;(5)<br /><a class="category-links" href="${BASE}/index.php?main_page=specials">Khuyến mãi ...</a><br /><a class="category-links" href="${BASE}/index.php?main_page=products_all">Tất cả sản phẩm ...</a>`)}${box('specials', `<a href="${BASE}/index.php?main_page=specials">Khuyến mãi &nbsp;[xem]</a>`, `<div class="sideBoxContentItem"><a href="${link(special)}"><img src="images/den-${special.id}.jpg" alt="${special.name}" title=" ${special.name} " width="100" height="80" /><br />${special.name}</a><div>${price(special)}</div></div>`)}${box('currencies', 'Tiền tệ', '<form name="currencies_form" action="index.php" method="get"><select name="currency" onchange="this.form.submit();"><option value="VND" selected="selected">Việt Nam Đồng</option><option value="USD">US Dollar</option></select></form>')}</td><td valign="top"><div id="navBreadCrumb"> <a href="${BASE}/">Trang chủ</a>&nbsp;::&nbsp; ${title}</div>${body}</td></tr></table><div id="navSuppWrapper"><ul><li><a href="${BASE}/index.php?main_page=shippinginfo">Giao hàng</a></li><li><a href="${BASE}/index.php?main_page=privacy">Bảo mật</a></li></ul></div><div id="siteinfoLegal" class="legalCopyright">Copyright &copy; 2026 <a href="${BASE}/">Đèn Hội</a>. Powered by <a href="https://www.zen-cart.com" target="_blank">Zen Cart</a></div></div></body></html>`
const row = (one: Goods, at: number) =>
  `<tr class="productListing-${at % 2 ? 'even' : 'odd'}"><td class="productListing-data" align="center"><a href="${link(one)}"><img src="images/den-${one.id}.jpg" alt="${one.name}" title=" ${one.name} " width="100" height="80" class="listingProductImage" /></a></td><td class="productListing-data"><h3 class="itemTitle"><a href="${link(one)}">${one.name}</a></h3><div class="listingDescription">${one.text.slice(0, 40)}...</div></td><td class="productListing-data" align="right">${price(one)}<br /><br />${one.out ? soldOut : `Thêm: <input type="text" name="products_id[${one.id}]" value="0" size="4" />`}<br /><br /></td></tr>`
const product = (one: Goods, at: number) =>
  shell(
    'productinfoBody',
    one.name,
    `main_page=product_info&amp;products_id=${one.id}`,
    `<div class="centerColumn" id="productGeneral"><form name="cart_quantity" action="${link(one)}&amp;action=add_product" method="post" enctype="multipart/form-data"><div class="navNextPrevWrapper centeredContent"><p class="navNextPrevCounter">Sản phẩm ${at + 1}/5</p><div class="navNextPrevList"><a href="${link(GOODS[(at + 1) % 5] as Goods)}"><img src="includes/templates/template_default/buttons/vietnamese/button_next.gif" alt="Sau" title=" Sau " /></a></div></div><div id="productMainImage" class="centeredContent back"><script type="text/javascript"><!--
document.write('<a href="javascript:popupWindow(\\'${BASE}/index.php?main_page=popup_image&amp;pID=${one.id}\\')"><img src="images/den-${one.id}_MED.jpg" alt="${one.name}" title=" ${one.name} " width="150" height="120" /><br /><span class="imgLink">xem ảnh lớn</span></a>');
//--></script><noscript><a href="${BASE}/index.php?main_page=popup_image&amp;pID=${one.id}" target="_blank"><img src="images/den-${one.id}_MED.jpg" alt="${one.name}" title=" ${one.name} " width="150" height="120" /><br /><span class="imgLink">xem ảnh lớn</span></a></noscript></div><h1 id="productName" class="productGeneral">${one.name}</h1><h2 id="productPrices" class="productGeneral">${price(one)}</h2><div id="productDescription" class="productGeneral biggerText">${one.text}</div><br class="clearBoth" />${one.out ? soldOut : `<div id="cartAdd">Thêm vào giỏ: <input type="text" name="cart_quantity" value="1" maxlength="6" size="4" /><br /><br /><input type="hidden" name="products_id" value="${one.id}" /><input type="image" src="includes/templates/template_default/buttons/vietnamese/button_in_cart.gif" alt="Thêm vào giỏ" title=" Thêm vào giỏ " /></div>`}<ul id="productDetailsList" class="floatingBox back"><li>Mã hàng: DH${one.id}</li><li>Khối lượng gửi: 0.4kg</li><li>${one.out ? 0 : 12} sản phẩm trong kho</li><li>Nhà sản xuất: Làng Hội</li></ul><div id="productDiscountPrices"></div><p id="productDateAdded" class="productGeneral centeredContent">Sản phẩm được thêm vào ngày thứ sáu, 06 tháng 3, 2026.</p></form><div class="centerBoxWrapper" id="alsoPurchased"><h2 class="centerBoxHeading">Khách mua hàng này cũng mua...</h2>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(
        (other) =>
          `<div class="centerBoxContentsAlsoPurch" style="width:33%;"><a href="${BASE}/index.php?main_page=product_info&amp;products_id=${other.id}"><img src="images/den-${other.id}.jpg" alt="${other.name}" width="100" height="80" /></a><br /><a href="${BASE}/index.php?main_page=product_info&amp;products_id=${other.id}">${other.name}</a></div>`,
      )
      .join('')}</div></div>`,
  )
const LIST = `${BASE}/index.php?main_page=index&amp;cPath=3`
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'indexBody',
    'Đèn và nến',
    `main_page=index&amp;cPath=3${page === 2 ? '&amp;page=2' : ''}`,
    `<div class="centerColumn" id="indexProductList"><h1 id="productListHeading">Đèn và nến</h1><div id="productListing"><div id="productsListingTopNumber" class="navSplitPagesResult back">Hiển thị <strong>1</strong> đến <strong>3</strong> (trong <strong>5</strong> sản phẩm)</div><div id="productsListingListingTopLinks" class="navSplitPagesLinks forward">${page === 1 ? `&nbsp;<strong class="current">1</strong>&nbsp;&nbsp;<a href="${LIST}&amp;sort=20a&amp;page=2" title=" Trang 2 ">2</a>&nbsp;&nbsp;<a href="${LIST}&amp;sort=20a&amp;page=2" title=" Trang sau ">[Sau&nbsp;&gt;&gt;]</a>` : `<a href="${LIST}&amp;sort=20a&amp;page=1" title=" Trang trước ">[&lt;&lt;&nbsp;Trước]</a>&nbsp;<a href="${LIST}&amp;sort=20a&amp;page=1" title=" Trang 1 ">1</a>&nbsp;&nbsp;<strong class="current">2</strong>`}</div><br class="clearBoth" /><table width="100%" border="0" cellspacing="0" cellpadding="0" id="cat3Table" class="tabTable"><tr class="productListing-rowheading"><th class="productListing-heading" align="center">Ảnh sản phẩm</th><th class="productListing-heading"><a href="${LIST}&amp;page=1&amp;sort=2a" title="Xếp tăng dần theo tên" class="productListing-heading">Tên hàng</a></th><th class="productListing-heading"><a href="${LIST}&amp;page=1&amp;sort=3a" title="Xếp tăng dần theo giá" class="productListing-heading">Giá</a></th></tr>${items.map(row).join('')}</table></div></div>`,
  )

export const zencart: Make = {
  name: 'zencart',
  base: BASE,
  pages: {
    '/': shell(
      'indexHomeBody',
      'Trang chủ',
      '',
      '<div class="centerColumn" id="indexDefault"><h1 id="indexDefaultHeading">Chào mừng quý khách</h1></div>',
    ),
    '/index.php?main_page=index&cPath=3': list(1, GOODS.slice(0, 3)),
    '/index.php?main_page=index&cPath=3&sort=20a&page=2': list(2, GOODS.slice(3)),
    ...Object.fromEntries(
      GOODS.flatMap((one, at) => [
        [`/index.php?main_page=product_info&cPath=3&products_id=${one.id}`, product(one, at)],
        [`/index.php?main_page=product_info&products_id=${one.id}`, product(one, at)],
      ]),
    ),
  },
  wanted: GOODS.map((one) => ({
    path: `/index.php?main_page=product_info&products_id=${one.id}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `den-${one.id}_MED.jpg`,
    sku: `DH${one.id}`,
    ...(one.out ? { availability: 'OutOfStock' } : {}),
  })),
}
