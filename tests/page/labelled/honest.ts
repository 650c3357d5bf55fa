// longer than the rest: one table of whole pages
import { from, theme, woo } from './frames.ts'
import { labelled } from './page.ts'

const product = (name: string, price: string, text = '', extra = '') =>
  `<div class="product-detail"><div class="gallery"><img src="/img/main.jpg" alt="${name}"></div><h1 class="product-title">${name}</h1><div class="price-box"><span class="special-price">${price}</span></div>${extra}<div class="quantity"><input type="number" value="1"><button>Thêm vào giỏ</button><button>Mua ngay</button></div><div class="description">${text}</div></div>`

const soldOut = (name: string, price: string, note: string) =>
  `<div class="product-detail"><img src="/img/main.jpg" alt="${name}"><h1>${name}</h1><span class="price">${price}</span><p class="stock out-of-stock">${note}</p><button disabled>Hết hàng</button></div>`

const windows1258 = (text: string): Uint8Array => {
  // vowels of the code page, with the tones that it puts behind them
  const single: Readonly<Record<string, number>> = {
    Ă: 0xc3,
    ă: 0xe3,
    Đ: 0xd0,
    đ: 0xf0,
    Ơ: 0xd5,
    ơ: 0xf5,
    Ư: 0xdd,
    ư: 0xfd,
    '₫': 0xfe,
    â: 0xe2,
    ê: 0xea,
    ô: 0xf4,
    Â: 0xc2,
    Ê: 0xca,
    Ô: 0xd4,
  }
  const tones: Readonly<Record<string, number>> = {
    '\u0300': 0xcc,
    '\u0301': 0xec,
    '\u0303': 0xde,
    '\u0309': 0xd2,
    '\u0323': 0xf2,
  }
  const bytes: number[] = []
  for (const letter of text) {
    if (single[letter] !== undefined) {
      bytes.push(single[letter])
      continue
    }
    const parts = letter.normalize('NFD')
    const tone = [...parts].find((part) => tones[part] !== undefined)
    const base = [...parts]
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC')
    bytes.push(single[base] ?? base.charCodeAt(0))
    if (tone !== undefined) bytes.push(tones[tone] as number)
  }
  return Uint8Array.from(bytes)
}

const oldShop = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><title>Bán giày da nam</title></head><body><table><tr><td><a href="/">Trang chủ</a></td><td><a href="lienhe.htm">Liên hệ</a></td></tr></table><h1>Giày da nam công sở</h1><p>Giá: 650.000 đồng. Bảo hành mười hai tháng, giao hàng tận nơi. Mời quý khách đến cửa hàng xem mẫu.</p><img src="giay.jpg"></body></html>`

export const honest = labelled('served', [
  [
    'phone out of stock',
    theme('Điện thoại Mẫu X1 – Shop Mẫu', soldOut('Điện thoại Mẫu X1 128GB', '4.990.000₫', 'Sản phẩm tạm hết hàng')),
    from('https://shopmau.example/products/x1'),
  ],
  [
    'goods no longer made, still shown',
    theme('Tủ lạnh Mẫu 200L', soldOut('Tủ lạnh Mẫu 200 lít', '6.490.000₫', 'Sản phẩm ngừng kinh doanh')),
    from('https://dienmaymau.example/tu-lanh-mau-200l'),
  ],
  [
    'goods no longer sold, with others to choose',
    theme(
      'Quạt điều hòa Mẫu Q9',
      `<h1>Quạt điều hòa Mẫu Q9</h1><img src="/q9.jpg"><p>NGỪNG KINH DOANH</p><p>Giá tham khảo: 2.190.000₫</p><h2>Thông số kỹ thuật</h2><table><tr><td>Công suất</td><td>80 W</td></tr><tr><td>Dung tích</td><td>10 lít</td></tr></table><h2>Sản phẩm tương tự</h2><div><a href="/q10">Quạt điều hòa Q10</a> 2.490.000₫</div>`,
    ),
    from('https://dienmaymau.example/quat-q9'),
  ],
  [
    'WooCommerce, sold out',
    woo(
      'Balo laptop – Cửa hàng Mẫu',
      `<div class="product outofstock"><h1 class="product_title entry-title">Balo laptop chống nước</h1><p class="price"><span class="woocommerce-Price-amount amount"><bdi>390.000&nbsp;<span class="woocommerce-Price-currencySymbol">₫</span></bdi></span></p><p class="stock out-of-stock">Hết hàng</p><div class="woocommerce-tabs">Mô tả: ngăn chống sốc, vải dù, chịu nước nhẹ.</div></div>`,
      'single-product woocommerce',
    ),
    from('https://cuahangmau.example/san-pham/balo/'),
  ],
  [
    'WooCommerce says the goods cannot be bought',
    woo(
      'Áo thun – Cửa hàng Mẫu',
      '<div class="product"><h1 class="product_title">Áo thun in hình</h1><p class="price"><span class="amount">150.000 ₫</span></p><p class="stock out-of-stock">Sản phẩm này hiện đã hết hàng và không có sẵn.</p></div>',
    ),
    from('https://cuahangmau.example/san-pham/ao-thun/'),
  ],
  [
    'a notice that goods left the basket',
    woo(
      'Giỏ hàng – Cửa hàng Mẫu',
      '<div class="woocommerce-message">“Áo thun in hình” đã bị xóa khỏi giỏ hàng. <a href="?undo_item=1">Hoàn tác?</a></div><div class="woocommerce-error">Sản phẩm đã bị xoá khỏi giỏ hàng vì không còn tồn tại.</div><form class="woocommerce-cart-form"><table><tr><td>Quần short</td><td>120.000 ₫</td></tr></table></form><div class="cart_totals">Tổng: 120.000 ₫</div>',
      'woocommerce-cart',
    ),
    from('https://cuahangmau.example/gio-hang/'),
  ],
  [
    'empty basket',
    woo(
      'Giỏ hàng – Cửa hàng Mẫu',
      '<p class="cart-empty woocommerce-info">Chưa có sản phẩm nào trong giỏ hàng.</p><p class="return-to-shop"><a href="/cua-hang/">Quay trở lại cửa hàng</a></p>',
      'woocommerce-cart woocommerce-page',
    ),
    from('https://cuahangmau.example/gio-hang/'),
  ],
  [
    'search that found nothing',
    theme(
      'Kết quả tìm kiếm cho "rolex" – Shop Mẫu',
      '<h1>Tìm kiếm</h1><p>Không tìm thấy sản phẩm nào phù hợp với từ khóa "rolex". Vui lòng thử từ khóa khác.</p>',
    ),
    from('https://shopmau.example/search?q=rolex'),
  ],
  [
    'category with nothing in it',
    woo(
      'Túi xách – Cửa hàng Mẫu',
      '<h1>Túi xách</h1><p class="woocommerce-info">Không tìm thấy sản phẩm nào khớp với lựa chọn của bạn.</p>',
      'archive tax-product_cat woocommerce',
    ),
    from('https://cuahangmau.example/danh-muc/tui-xach/'),
  ],
  [
    'search in English, nothing',
    theme(
      'Search: 0 results found for "chanel"',
      '<h1>Search results</h1><p>No results found for “chanel”. Check the spelling or use a different word or phrase.</p>',
    ),
    from('https://saigonstreetwear.example/search?q=chanel'),
  ],
  [
    'poster called 404',
    theme(
      'Áo thun "404 Not Found" cho lập trình viên',
      product(
        'Áo thun "404 Page Not Found"',
        '199.000₫',
        'Áo cotton 100%, in chữ 404 Page Not Found trước ngực. Quà tặng hài hước cho dân lập trình.',
      ),
    ),
    from('https://aothundev.example/products/404-not-found'),
  ],
  [
    'game called Access Denied',
    theme(
      'Board game Access Denied',
      product(
        'Board game "Access Denied" bản tiếng Việt',
        '450.000đ',
        'Trò chơi giải đố cho 2 đến 4 người. Người chơi là hacker tìm cách vượt tường lửa.',
      ),
    ),
    from('https://boardgamevn.example/products/access-denied'),
  ],
  [
    'paint called Blocked',
    theme(
      'Sorry, you have been BLOCKED - hoodie',
      product('Hoodie "Sorry, you have been blocked"', '359.000₫', 'Hoodie nỉ bông, form rộng, in chữ trắng.'),
    ),
    from('https://aothundev.example/products/blocked-hoodie'),
  ],
  [
    'firewall for sale',
    theme(
      'Tường lửa FortiGate 60F',
      product(
        'Thiết bị tường lửa FortiGate 60F',
        '14.500.000₫',
        'Chặn truy cập trái phép, chống DDoS, lọc web, ngăn chặn bot và IP đáng ngờ. Thông báo "Access blocked" cho người dùng khi truy cập trang web bị chặn. Hỗ trợ WAF, IPS, VPN.',
      ),
    ),
    from('https://thietbimang.example/fortigate-60f'),
  ],
  [
    'captcha-solving service',
    theme(
      'Dịch vụ giải captcha giá rẻ',
      product(
        'Gói giải captcha 10.000 lượt',
        '100.000đ',
        'Hỗ trợ reCAPTCHA v2, v3, hCaptcha, FunCaptcha, Cloudflare Turnstile, DataDome. Vượt "Verify you are human", "Just a moment..." tự động. Tích hợp API dễ dàng.',
      ),
    ),
    from('https://giaicaptcha.example/products/goi-10k'),
  ],
  [
    'accounts for sale, with talk of checkpoints',
    theme(
      'Via Facebook cổ',
      product(
        'Via Việt cổ 2012, đã xác minh danh tính',
        '85.000đ',
        'Bảo hành checkpoint 24h, lỗi login đổi mới. Không bảo hành khi tài khoản bị khóa do vi phạm. Tài khoản bị vô hiệu hóa sau khi mua vui lòng liên hệ.',
      ),
    ),
    from('https://viagiare.example/products/via-2012'),
  ],
  [
    'reviews that say the link is dead',
    theme(
      'Khóa học bán hàng',
      product(
        'Khóa học bán hàng online (link Drive)',
        '99.000₫',
        'Gửi link ngay sau thanh toán.',
        '<div class="reviews"><p>Minh: link die rồi shop ơi</p><p>Hoa: link đã bị xóa, không truy cập được, file không tồn tại</p><p>Shop: mình gửi lại link mới rồi ạ</p></div>',
      ),
    ),
    from('https://khoahoc9.example/products/ban-hang'),
  ],
  [
    'contact page with reCAPTCHA',
    theme(
      'Liên hệ',
      '<h1>Liên hệ</h1><form action="/contact" method="post"><input name="name" placeholder="Họ tên"><input name="email" placeholder="Email"><textarea name="body"></textarea><div class="g-recaptcha" data-sitekey="6Le"></div><p>Vui lòng xác nhận bạn không phải là robot</p><button>Gửi</button></form><script src="https://www.google.com/recaptcha/api.js"></script>',
    ),
    from('https://shopmau.example/pages/lien-he'),
  ],
  [
    'comment form with a picture to type off',
    theme(
      'Nồi chiên 5L',
      product(
        'Nồi chiên không dầu 5L',
        '1.290.000₫',
        'Lòng nồi chống dính.',
        '<form class="comment"><textarea></textarea><img src="/captcha.php"><input name="captcha" placeholder="Nhập mã xác nhận"><button>Gửi đánh giá</button></form>',
      ),
    ),
    from('https://giadungmau.example/noi-chien-5l.html'),
  ],
  [
    'a login popup over the product',
    theme(
      'Kem chống nắng',
      `<div class="modal fade" id="login"><h4>Đăng nhập để tiếp tục</h4><p>Bạn phải đăng nhập để thực hiện chức năng này.</p><form><input type="text" name="phone"><input type="password" name="pw"></form></div>${product('Kem chống nắng SPF50 50ml', '245.000₫', 'Không nhờn rít, nâng tông nhẹ.')}`,
    ),
    from('https://myphamxinh.example/products/kem'),
  ],
  [
    'cookie banner over a shop in English',
    theme(
      'Leather wallet',
      `<div id="CybotCookiebotDialog"><h2>This website uses cookies</h2><p>We use cookies to personalise content and ads. By clicking "Accept all" you consent to our cookies.</p><button>Accept all</button><button>Reject all</button></div>${product('Handmade leather wallet', '890.000₫', 'Full-grain leather, eight card slots, handmade in Hoi An.')}`,
    ),
    from('https://hoianleather.example/products/wallet'),
  ],
  [
    'wine shop with an age notice in the page',
    theme(
      'Rượu vang đỏ Chile',
      `<div class="age-popup" style="display:none"><p>Bạn đã đủ 18 tuổi chưa?</p><button>Có</button><button>Không</button></div>${product('Rượu vang đỏ Chile 750ml', '320.000₫', 'Nồng độ 13,5%. Sản phẩm dành cho người trên 18 tuổi. Không lái xe sau khi uống.')}`,
    ),
    from('https://ruouvangnhap.example/products/chile'),
  ],
  [
    'FAQ about locked accounts',
    theme(
      'Câu hỏi thường gặp',
      '<h1>Câu hỏi thường gặp</h1><h3>Vì sao tài khoản của tôi bị khóa?</h3><p>Tài khoản bị khóa khi vi phạm quy chế, ví dụ đăng bán hàng giả. Bạn sẽ thấy thông báo "Tài khoản của bạn đã bị khóa".</p><h3>Vì sao sản phẩm của tôi bị xóa?</h3><p>Sản phẩm đã bị gỡ do vi phạm chính sách đăng bán sẽ không khôi phục được.</p><h3>Vì sao tôi thấy "403 Forbidden"?</h3><p>Có thể địa chỉ IP của bạn bị chặn. Hãy tắt VPN rồi thử lại.</p>',
    ),
    from('https://sanmau.example/pages/faq'),
  ],
  [
    'news about counterfeits taken down',
    theme(
      'Hơn 30.000 sản phẩm giả bị gỡ bỏ',
      '<article><h1>Sàn thương mại điện tử gỡ bỏ hơn 30.000 sản phẩm hàng giả</h1><time>20/11/2026</time><p>Theo Cục Quản lý thị trường, trong quý vừa qua các sàn đã gỡ bỏ hàng giả, khóa hơn 5.000 gian hàng vi phạm. Nhiều website đã bị chặn theo yêu cầu của cơ quan chức năng.</p><p>Đại diện sàn cho biết sản phẩm đã bị gỡ bỏ sẽ không được đăng lại, tài khoản vi phạm bị khóa vĩnh viễn.</p></article>',
    ),
    from('https://tintuc.example/go-bo-hang-gia'),
  ],
  [
    'return policy',
    theme(
      'Chính sách đổi trả',
      '<h1>Chính sách đổi trả</h1><p>Quý khách được đổi trả trong 7 ngày. Không áp dụng với sản phẩm không còn tem mác. Yêu cầu quá thời hạn sẽ bị từ chối.</p>',
    ),
    from('https://shopmau.example/pages/doi-tra'),
  ],
  [
    'blog article',
    woo(
      'Cách phân biệt túi thật giả – Cửa hàng Mẫu',
      '<article class="post"><h1 class="entry-title">Cách phân biệt túi thật và giả</h1><p>Xem đường may, tem, mã QR. Nếu quét mã mà trang báo "không tồn tại" thì có thể là hàng giả.</p></article>',
      'single single-post',
    ),
    from('https://cuahangmau.example/phan-biet-tui/'),
  ],
  [
    'seller on holiday',
    theme(
      'Gian hàng Hoa Mai',
      '<div class="vacation">Người bán đang tạm nghỉ. Shop nghỉ Tết từ 10/2 đến 18/2, đơn hàng sẽ được xử lý sau.</div><h1>Gian hàng Hoa Mai</h1><div><a href="/p/1">Khăn lụa Vạn Phúc</a> <span>250.000₫</span></div><div><a href="/p/2">Áo dài gấm</a> <span>1.150.000₫</span></div>',
    ),
    from('https://sanmau.example/shop/hoamai'),
  ],
  [
    'very short page with a price',
    '<html><head><meta charset="utf-8"><title>Bán Wave 2015</title></head><body><h1>Bán Wave 2015</h1><p>12tr5, chính chủ, LH 0900 000 000 gặp Tú</p><img src="wave.jpg"></body></html>',
    from('http://banxe.example/wave'),
  ],
  [
    'one big picture and a phone number',
    '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Giày hiệu giá xưởng</title><meta property="og:title" content="Giày hiệu giá xưởng"><meta property="og:image" content="https://giayxuong.example/b.jpg"></head><body><img src="/banner1.jpg" width="1200" height="2400" alt="Giày hiệu giá xưởng"><img src="/banner2.jpg" width="1200" height="2400" alt="Bảng giá"><a href="tel:0900000000">Gọi ngay 0900 000 000</a><a href="https://zalo.me/0900000000">Chat Zalo</a></body></html>',
    from('https://giayxuong.example/'),
  ],
  [
    'old shop in Windows-1258',
    '',
    { ...from('http://giaycu.example/giay.htm', 200, { 'content-type': 'text/html' }), body: windows1258(oldShop) },
  ],
  [
    'old shop in UTF-16',
    '',
    {
      ...from('http://maytinhcu.example/', 200, { 'content-type': 'text/html' }),
      body: Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(
          theme('Máy tính cũ', product('Laptop cũ Mẫu T480', '5.900.000₫', 'Máy đẹp, pin tốt, bảo hành ba tháng.')),
          'utf16le',
        ),
      ]),
    },
  ],
  [
    'electronic lock',
    theme(
      'Khóa cửa vân tay',
      product(
        'Khóa cửa vân tay Mẫu L300',
        '3.290.000₫',
        'Tự động khóa tạm thời khi nhập sai 5 lần: màn hình báo "Truy cập bị từ chối". Chức năng chặn mở cửa từ bên ngoài. Tài khoản quản trị bị khóa sau 3 phút không thao tác.',
      ),
    ),
    from('https://khoathongminh.example/l300'),
  ],
  [
    'forum thread with goods',
    `<!DOCTYPE html><html id="XF" lang="vi-VN" data-template="thread_view" data-logged-in="false"><head><meta charset="utf-8"><title>Bán - Đồng hồ Seiko 5 | Chợ đồng hồ</title></head><body data-template="thread_view"><div class="p-nav"><a href="/login/">Đăng nhập</a></div><h1 class="p-title-value">Đồng hồ Seiko 5 còn bảo hành</h1><article class="message"><div class="bbWrapper">Giá 2tr8, fix nhẹ cho người nhiệt tình. LH 0900000000.</div></article><article class="message message--deleted"><div class="messageNotice messageNotice--deleted">Bài viết đã bị xóa bởi Quản trị viên</div></article><article class="message"><div class="bbWrapper">Up cho chủ thớt. Thớt cũ bị xoá rồi à?</div></article><div class="blockMessage">Bạn phải đăng nhập hoặc đăng ký để trả lời ở đây.</div></body></html>`,
    from('https://chodongho.example/threads/seiko-5.551/'),
  ],
  [
    'forum thread with pictures for members only',
    `<!DOCTYPE html><html id="XF" lang="en-US" data-template="thread_view"><head><meta charset="utf-8"><title>WTS - Nike Dunk Low | Sneaker VN</title></head><body data-template="thread_view"><h1 class="p-title-value">WTS Nike Dunk Low, size 42</h1><article class="message"><div class="bbWrapper">Giá 1.800.000đ, ship COD toàn quốc. <div class="messageHide">You must be registered for see images attach</div></div></article><div>You must log in or register to reply here.</div></body></html>`,
    from('https://sneakervn.example/threads/dunk.12/'),
  ],
  [
    'page behind Cloudflare that carries its bot script',
    theme(
      'Giày chạy bộ',
      `${product('Giày chạy bộ nam', '790.000₫', 'Đế EVA nhẹ.')}<script>(function(){function c(){var b=a.contentDocument||a.contentWindow.document;if(b){var d=b.createElement('script');d.innerHTML="window.__CF$cv$params={r:'8e7d',t:'MTcz'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.getElementsByTagName('head')[0].appendChild(a);";}}})();</script>`,
    ),
    from('https://giaychaybo.example/products/nam', 200, { server: 'cloudflare', 'cf-ray': '8e7d' }),
  ],
  [
    'shop with DataDome and PerimeterX tags, served',
    theme(
      'Túi tote',
      product('Túi tote canvas', '129.000₫', 'Vải canvas dày.'),
      'theme.hstatic.net',
      '<script>window.ddjskey="ABC";window.ddoptions={};</script><script src="https://js.datadome.co/tags.js" async></script><script>window._pxAppId="PX123"</script><script src="/PX123/init.js"></script>',
    ),
    from('https://fashionista.example/tui-tote', 200, { 'x-datadome': 'protected' }),
  ],
  [
    'shop behind Imperva, served',
    theme(
      'Tivi 43 inch',
      `${product('Tivi Mẫu 43 inch', '6.790.000₫', 'Độ phân giải 4K.')}<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3&ns=1&cb=1" async></script>`,
    ),
    from('https://sieuthidienmay.example/tivi-43', 200, { 'x-iinfo': '10-1', 'x-cdn': 'Imperva' }),
  ],
  [
    'data of one product',
    '{"id":55,"name":"Túi đeo chéo nữ","price":299000,"error":0,"description":"Sản phẩm không còn tem nếu đã khui","stock":0}',
    from('https://api.sanmau.example/items/55', 200, { 'content-type': 'application/json' }),
  ],
  [
    'data list with an empty error',
    '{"error":null,"error_msg":null,"data":{"items":[{"itemid":1,"name":"Ốp lưng chặn sóng","price":5000000000},{"itemid":2,"name":"Kính cường lực 404","price":2500000000}]}}',
    from('https://shopee.vn/api/v4/search/search_items?keyword=op', 200, { 'content-type': 'application/json' }),
  ],
  [
    'sitemap',
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://shopmau.example/products/a</loc></url><url><loc>https://shopmau.example/products/404</loc></url></urlset>',
    from('https://shopmau.example/sitemap_products_1.xml', 200, { 'content-type': 'application/xml' }),
  ],
  [
    'goods redirected to another domain of the shop',
    theme('Máy khoan pin', product('Máy khoan pin 21V', '690.000₫', 'Kèm hai pin.')),
    {
      ...from('https://dungcu.example/may-khoan?utm_source=old', 200, {}, 'http://dungcugiare.example/may-khoan'),
      redirects: ['http://dungcugiare.example/may-khoan'],
    },
  ],
  [
    'shop that says it is under construction in a corner',
    theme(
      'Áo khoác',
      `<p>Mục Blog đang bảo trì, mong quý khách thông cảm.</p>${product('Áo khoác dù hai lớp', '259.000₫', 'Chống nước nhẹ.')}`,
    ),
    from('https://shopmau.example/products/ao-khoac-du'),
  ],
  [
    'ships only within Vietnam',
    theme(
      'Bonsai mini',
      product(
        'Cây bonsai mini',
        '180.000₫',
        'Sorry, this product is not available for delivery in your country. Chỉ giao hàng tại Việt Nam, không giao ra nước ngoài.',
      ),
    ),
    from('https://cayxanh.example/products/bonsai'),
  ],
  [
    'listing with an old ad beside it that has gone',
    theme(
      'Tin rao: máy giặt cũ',
      `<h1>Máy giặt cũ 8kg</h1><p>1.900.000 đ</p><p>Quận 7, TP.HCM. Máy còn chạy tốt.</p><aside><h3>Tin đã xem</h3><div>Tủ lạnh cũ – Tin đăng không còn tồn tại</div><div>Quạt hơi nước – Tin đã hết hạn</div></aside>`,
    ),
    from('https://raovat.example/may-giat-cu'),
  ],
  [
    'product page answered with 404 by a broken theme',
    theme(
      'Nón sơn mẫu',
      `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Nón thời trang","offers":{"@type":"Offer","price":"320000","priceCurrency":"VND","availability":"https://schema.org/InStock"}}</script>${product('Nón thời trang nam nữ', '320.000₫', 'Chất vải kaki.')}`,
    ),
    from('https://nonmau.example/non-thoi-trang'),
  ],
  [
    'English page about a lost account in a review',
    theme(
      'Spotify Premium 1 year',
      product(
        'Spotify Premium 1 year',
        '350.000₫',
        'Warranty 12 months.',
        '<ul class="reviews"><li>“My account suspended after 2 days, seller replaced it.”</li><li>“Page not found when I click the invite link, this link has expired.”</li><li>“Too many requests error at first, then fine.”</li></ul>',
      ),
    ),
    from('https://taikhoanpre.example/products/spotify'),
  ],
  [
    'member prices beside a full page',
    theme(
      'Linh kiện sỉ',
      `<p>Đăng nhập để xem giá sỉ.</p>${product('Màn hình iPhone 11 zin', 'Liên hệ', 'Giá lẻ 950.000₫. Bảo hành sáu tháng.')}`,
    ),
    from('https://linhkiensi.example/man-hinh-ip11'),
  ],
  [
    'a post on Telegram',
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Kho hàng Quảng Châu – Telegram</title><meta property="og:title" content="Kho hàng Quảng Châu"><meta property="og:description" content="Túi super 1:1 giá 1tr2"></head><body class="widget_frame_base tgme_webpreview"><div class="tgme_channel_info">Kho hàng Quảng Châu <span>1.2K subscribers</span></div><section class="tgme_channel_history js-message_history"><div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="khoqc/12"><div class="tgme_widget_message_text">Túi super 1:1 giá 1tr2, ib nhận ảnh thật. Kênh cũ bị khóa, link cũ die rồi nhé.</div></div></div></section></body></html>`,
    from('https://t.me/s/khoqc'),
  ],
])
