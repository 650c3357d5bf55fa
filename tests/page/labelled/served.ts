// longer than the rest: one table of whole pages
import { prose } from '../pages.ts'
import { at, doc, json, labelled, shop, status } from './page.ts'

const captcha =
  '<form action="/contact"><textarea name="m"></textarea><script src="https://www.google.com/recaptcha/api.js"></script><div class="g-recaptcha" data-sitekey="k"></div><button>Gửi</button></form>'
const goods = (text: string) =>
  `<h1>Giày thể thao nam GT-01</h1><p class="price">450.000₫</p><p>${text}</p><button>Thêm vào giỏ</button>`

export const served = labelled('served', [
  ['sold out', shop('Giày thể thao', goods('Hết hàng. Sản phẩm tạm hết, vui lòng để lại số điện thoại.'))],
  [
    'sold out in English',
    shop('Running shoe', '<h1>Running shoe</h1><p>$45.00</p><p>Sold out. This item is currently out of stock.</p>'),
  ],
  [
    'sold out with structured data',
    shop(
      'Giày',
      `${goods('Sản phẩm này hiện đã bán hết.')}<script type="application/ld+json">{"@type":"Product","name":"Giày","offers":{"@type":"Offer","availability":"https://schema.org/OutOfStock"}}</script>`,
    ),
  ],
  [
    'a classified that was sold, still shown',
    shop(
      'Bán xe máy',
      '<h1>Bán xe máy cũ biển Hà Nội</h1><p>12.500.000 đ</p><p>Đã bán. Xe chính chủ, máy êm, giấy tờ đầy đủ, đi được 20.000 km.</p>',
    ),
  ],
  [
    'a discontinued model with its page',
    shop('Điện thoại X1', `<h1>Điện thoại X1</h1><p>Ngừng kinh doanh</p><p>${prose(500)}</p>`),
  ],
  ['a contact form with a captcha', shop('Giày', `${goods(prose(200))}<h3>Liên hệ</h3>${captcha}`)],
  ['a short page with a captcha in its contact form', shop('Giày', `${goods('Da bò thật.')}${captcha}`)],
  [
    'a cookie banner over a shop',
    shop(
      'Giày',
      `${goods(prose(300))}<div class="cookie"><p>Chúng tôi sử dụng cookie để cải thiện trải nghiệm. Bằng cách tiếp tục, bạn đồng ý với chính sách cookie.</p><button>Chấp nhận tất cả</button></div>`,
    ),
  ],
  [
    'a cookie banner over a short page',
    shop(
      'Shoes',
      '<h1>Leather shoes</h1><p>$45.00</p><p>Made by hand.</p><button>Add to cart</button><div>We value your privacy. We use cookies. <button>Accept all</button></div>',
    ),
  ],
  [
    'an age notice on a page that is shown',
    shop(
      'Rượu vang',
      `<h1>Rượu vang đỏ 750 ml</h1><p>350.000₫</p><p>Không bán cho người dưới 18 tuổi.</p><p>${prose(300)}</p>`,
    ),
  ],
  [
    'goods that are delivered to one city only',
    shop(
      'Bánh kem',
      `<h1>Bánh kem sinh nhật 20 cm</h1><p>280.000₫</p><p>Shop chỉ giao hàng tại Hà Nội. ${prose(300)}</p>`,
    ),
  ],
  [
    'goods not shipped abroad',
    shop(
      'Mug',
      '<h1>Ceramic mug</h1><p>$12.00</p><p>Not available in all countries: ships within Vietnam. Add to cart. Glazed by hand, dishwasher safe, 350 ml, four colours to choose from.</p>',
    ),
  ],
  [
    'a price for members',
    shop(
      'Máy khoan',
      '<h1>Máy khoan cầm tay 12 V</h1><p>Đăng nhập để xem giá đại lý</p><p>Bảo hành 12 tháng, pin kèm theo, hàng có sẵn tại kho Hà Nội, giao trong ngày.</p>',
    ),
  ],
  [
    'a page with a login box',
    shop('Áo', `<h1>Áo len</h1><p>200.000₫</p><p>${prose(400)}</p><form><input type="password"></form>`),
  ],
  [
    'a search without hits',
    shop(
      'Kết quả tìm kiếm',
      '<h1>Tìm kiếm: giày xanh</h1><p>Không tìm thấy sản phẩm nào phù hợp với từ khóa giày xanh.</p>',
    ),
    at('https://shop.example.vn/search?q=giay+xanh', 'https://shop.example.vn/search?q=giay+xanh'),
  ],
  [
    'a search without hits in English',
    shop('Search', '<h1>Search results</h1><p>No products were found matching your selection.</p>'),
    at('https://shop.example.vn/?s=x', 'https://shop.example.vn/?s=x'),
  ],
  [
    'a category that is empty',
    shop('Giày trẻ em', '<h1>Giày trẻ em</h1><p>Chưa có sản phẩm nào trong danh mục này.</p>'),
  ],
  [
    'a category',
    shop(
      'Giày',
      Array.from({ length: 20 }, (_, n) => `<a href="/g-${n}">Giày số ${n}</a> <b>${n + 1}00.000₫</b>`).join(' '),
    ),
  ],
  [
    'a cleaner that removes',
    shop(
      'Nước tẩy',
      '<h1>Nước tẩy mốc 404 gel</h1><p>55.000₫</p><p>Vết mốc được xóa sạch sau 15 phút, không còn tồn tại mùi hôi.</p>',
    ),
  ],
  [
    'a lock that blocks',
    shop(
      'Ổ khóa',
      '<h1>Ổ khóa chống trộm</h1><p>99.000₫</p><p>Mọi truy cập trái phép bị chặn, báo động 110 dB khi phát hiện hoạt động bất thường.</p>',
    ),
  ],
  [
    'a robot for sale',
    shop(
      'Robot',
      '<h1>Robot hút bụi</h1><p>3.990.000₫</p><p>Tôi không phải robot thông thường: lau, hút, tự giặt giẻ.</p>',
    ),
  ],
  [
    'a hoodie named 404',
    shop(
      'Áo 404 Not Found',
      '<h1>Áo hoodie “404 Not Found”</h1><p>250.000₫</p><p>Áo nỉ bông in chữ, đủ cỡ S–XXL, giao toàn quốc, đổi trả trong 7 ngày.</p>',
    ),
  ],
  [
    'a review that quotes a wall',
    shop(
      'VPN',
      `<h1>Thẻ VPN 12 tháng</h1><p>199.000₫</p><p>Dùng khi nội dung không khả dụng ở quốc gia của bạn. ${prose(700)}</p>`,
    ),
  ],
  [
    'a policy of removing',
    shop(
      'Quy chế',
      `<h1>Quy chế hoạt động</h1><p>Tin đăng vi phạm sẽ bị gỡ. Tài khoản vi phạm bị khóa. ${prose(2500)}</p>`,
    ),
  ],
  [
    'a product in a zone with a script of its network',
    shop(
      'Áo',
      `<h1>Áo gió</h1><p>150.000₫</p><p>${prose(300)}</p><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`,
    ),
    status(200, { server: 'cloudflare' }),
  ],
  [
    'a product of a shop under a bot manager',
    shop(
      'Áo',
      `<h1>Áo gió</h1><p>150.000₫</p><p>${prose(300)}</p><script>window._pxAppId="PX1"</script><script src="https://js.datadome.co/tags.js"></script>`,
    ),
  ],
  [
    'a notice that a site will be maintained',
    shop('Áo', `<h1>Áo gió</h1><p>150.000₫</p><p>Website sẽ bảo trì từ 0h đến 2h ngày mai.</p><p>${prose(300)}</p>`),
  ],
  [
    'a sale of domains',
    shop(
      'Tên miền',
      `<h1>Đăng ký tên miền .vn</h1><p>450.000₫/năm</p><p>Kiểm tra tên miền đã hết hạn, mua lại tên miền. ${prose(600)}</p>`,
    ),
  ],
  [
    'a social post that was served',
    doc(
      'Shop Mẫu - Bài viết',
      `<article><h2>Shop Mẫu</h2><p>Túi da thật giá 450k, inbox để đặt hàng.</p><p>${prose(260)}</p></article><div>Đăng nhập hoặc đăng ký để tham gia trò chuyện</div>`,
    ),
  ],
  [
    'a channel of messages',
    doc(
      'Kênh bán hàng – Telegram',
      `<div class="tgme_widget_message_text">Giày nam 300k ship toàn quốc</div><div class="tgme_widget_message_text">${prose(250)}</div>`,
    ),
  ],
  ['an API', '{"products":[{"id":1,"title":"Áo","price":"150000"}]}', json()],
  [
    'an API with a message in its goods',
    '{"item":{"name":"Thẻ báo lỗi not found","message":"Access denied sticker"},"error":null,"error_msg":null}',
    json(),
  ],
  ['an API without hits', '{"data":[],"total":0}', json()],
])

export const notListings = labelled('not-a-listing', [
  [
    'a server just installed',
    doc(
      'Welcome to nginx!',
      '<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>',
    ),
  ],
  [
    'another server just installed',
    doc(
      'Apache2 Debian Default Page: It works',
      '<p>This is the default welcome page used to test the correct operation of the Apache2 server after installation on Debian systems.</p>',
    ),
  ],
  ['a bare greeting', '<html><body><h1>It works!</h1></body></html>'],
  [
    'a folder',
    doc('Index of /images', '<h1>Index of /images</h1><pre><a href="../">../</a> <a href="a.jpg">a.jpg</a></pre>'),
  ],
  [
    'hosting that is ready',
    doc(
      'Default Web Site Page',
      '<p>If you are the owner of this website, please contact your hosting provider. Your hosting account is ready, upload your website files.</p>',
    ),
  ],
  [
    'a site under construction',
    doc('Website đang xây dựng', '<h1>Website đang được xây dựng</h1><p>Vui lòng quay lại sau.</p>'),
  ],
  ['a shop that opens soon', doc('Coming soon', '<h1>Coming Soon</h1><p>We are launching our new online store.</p>')],
])

export const errors = labelled('error', [
  ['a document', '%PDF-1.7\n1 0 obj', { headers: { 'content-type': 'application/pdf' } }],
  ['a picture', '\u0089PNG\r\n', { headers: { 'content-type': 'image/png' } }],
  ['an archive', 'PK\u0003\u0004', { headers: { 'content-type': 'application/zip' } }],
  ['a database that is away', doc('Database Error', '<h1>Error establishing a database connection</h1>'), status(500)],
  ['a database that is away, with 200', doc('Lỗi', '<h1>Error establishing a database connection</h1>')],
  [
    'a script that broke',
    '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function in /home/shop/public_html/index.php:12',
    status(200),
  ],
  ['a site that broke', doc('Lỗi', '<p>Đã có lỗi xảy ra, vui lòng thử lại sau.</p>')],
  ['a site that broke, in English', doc('Error', '<h1>Something went wrong</h1><p>Please try again later.</p>')],
  ['500', doc('500 Internal Server Error', '<h1>Internal Server Error</h1>'), status(500)],
  ['502', doc('502 Bad Gateway', '<center><h1>502 Bad Gateway</h1></center><hr>nginx'), status(502)],
  [
    'a network that cannot reach the shop',
    doc(
      'shop.example.vn | 522: Connection timed out',
      '<div id="cf-error-details"><h1>Connection timed out <span>Error code 522</span></h1></div>',
    ),
    status(522),
  ],
  ['overload', doc('503 Service Temporarily Unavailable', '<h1>503 Service Temporarily Unavailable</h1>'), status(503)],
  [
    'bandwidth used up',
    doc(
      '509 Bandwidth Limit Exceeded',
      '<p>The server is temporarily unable to service your request due to the site owner reaching his bandwidth limit.</p>',
    ),
    status(509),
  ],
  [
    'maintenance in Vietnamese',
    doc('Bảo trì hệ thống', '<h1>Hệ thống đang bảo trì</h1><p>Chúng tôi sẽ trở lại sau ít phút.</p>'),
  ],
  [
    'maintenance in English',
    doc('Maintenance', '<h1>We&rsquo;ll be back soon!</h1><p>We are performing scheduled maintenance.</p>'),
    status(503),
  ],
  ['an upgrade', doc('Thông báo', '<p>Website đang nâng cấp, xin quý khách vui lòng quay lại sau!</p>')],
  ['an API that broke', '{"status":500,"error":"Internal Server Error"}', json(500)],
  ['an API that broke, with 200', '{"success":false,"error":"Internal server error"}', json()],
])

export const shells = labelled('empty-shell', [
  ['an application', doc('Sàn Mẫu', '<div id="app"></div><script src="/static/js/main.js"></script>')],
  [
    'an application that loads',
    doc(
      'Sàn Mẫu',
      '<div id="root"><div class="loading">Đang tải…</div></div><script type="module" src="/assets/index.js"></script>',
    ),
  ],
  [
    'an application that wants scripts',
    doc(
      'Sàn Mẫu',
      '<noscript>You need to enable JavaScript to run this app.</noscript><div id="main"></div><script src="/pc.js"></script>',
    ),
  ],
  [
    'an application with a frame and no goods',
    doc(
      'Sàn Mẫu',
      '<div id="__next"><header>Sàn Mẫu</header></div><script src="/_next/static/chunks/main.js"></script>',
    ),
  ],
])
