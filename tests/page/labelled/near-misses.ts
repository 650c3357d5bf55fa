// longer than the rest: one table of whole pages
import { bare, CF, from, theme, woo } from './frames.ts'
import { labelled } from './page.ts'

const goods = (name: string, price: string, text = '') =>
  `<div class="product"><img src="/a.jpg" alt="${name}"><h1>${name}</h1><span class="price">${price}</span><p>${text}</p></div>`
const some = [
  ...labelled('served', [
    [
      'repair of air conditioners',
      theme('Bảo trì máy lạnh tại nhà', goods('Bảo trì máy lạnh', '150.000đ', 'Vệ sinh, bảo trì định kỳ, thay gas.')),
      from('https://dienlanh.example/products/bao-tri'),
    ],
    [
      'upkeep of websites as a service, tiny',
      bare('Dịch vụ bảo trì website', '<h1>Dịch vụ bảo trì website</h1><p>Từ 500k mỗi tháng. Zalo 0900000000</p>'),
      from('https://webgiare.example/'),
    ],
    [
      'chain of shops in a footer, tiny page',
      bare('Kẹo lạc', '<h1>Kẹo lạc</h1><p>35.000đ</p><footer>Hệ thống bán lẻ bánh kẹo miền Bắc</footer>'),
      from('https://banhkeo.example/keo-lac'),
    ],
    [
      'system that sells, without a price',
      bare(
        'Yến sào',
        '<h1>Yến sào Khánh Hòa</h1><img src="y.jpg"><p>Có lợi cho sức khỏe. Hệ thống bán hàng toàn quốc.</p>',
      ),
      from('https://yensao.example/yen'),
    ],
    [
      'laptop with more memory',
      bare('Dell cũ', '<h1>Dell 7490 cũ</h1><p>Máy đã được nâng cấp SSD 512GB, RAM 16GB. Giá 6tr5. Không lỗi.</p>'),
      from('https://raovat24.example/dell-7490'),
    ],
    [
      'classified with million prices',
      bare(
        'Nhượng bàn phím cơ',
        '<h1>Nhượng bàn phím cơ</h1><p>1tr2, máy có lỗi nhẹ phím space. Tin này mình đăng lại do tin cũ bị xóa.</p>',
      ),
      from('https://raovat24.example/ban-phim'),
    ],
    [
      'reviews must be written signed in',
      woo(
        'Tai nghe',
        '<div class="product"><h1>Tai nghe chụp tai</h1><p class="price"><span class="amount">350.000 ₫</span></p><div id="reviews"><p>Bạn phải <a href="/tai-khoan">đăng nhập</a> để gửi đánh giá.</p><p>Chỉ những khách hàng đã đăng nhập và mua sản phẩm này mới có thể đưa ra đánh giá.</p></div></div>',
      ),
      from('https://cuahangmau.example/san-pham/tai-nghe/'),
    ],
    [
      'comments must be written signed in, English theme',
      woo(
        'Mechanical keyboard',
        '<h1>Mechanical keyboard</h1><p class="price">$49.00</p><p class="must-log-in">You must be <a href="/wp-login.php">logged in</a> to post a comment.</p>',
      ),
      from('https://keebs.example/product/kb'),
    ],
    [
      'a gap in the list of a shop',
      theme(
        'Bộ sưu tập',
        '<h1>Bộ sưu tập mùa hè</h1><div><a href="/products/1">Váy hoa</a> 350.000₫</div><div><a href="/products/2">Chân váy</a> 250.000₫</div><div><a href="/products/3">Áo sơ mi</a> 290.000₫ <em>Ngừng kinh doanh</em></div>',
      ),
      from('https://shopmau.example/collections/he'),
    ],
    [
      'collection with sold out goods and a drawer for signing in',
      theme(
        'Giày nữ',
        `<h1>Giày nữ</h1>${Array.from({ length: 6 }, (_, i) => `<div><a href="/products/g${i}">Giày búp bê ${i}</a> <span>${i + 2}50.000₫</span> <b>Hết hàng</b></div>`).join('')}`,
        'bizweb.dktcdn.net',
      ),
      from('https://giaynu.mysapo.net/giay-nu'),
    ],
    [
      'domain seller',
      bare(
        'Tên miền đẹp',
        '<h1>Tên miền đẹp</h1><p>giaydep.vn – 25.000.000đ. Kiểm tra xem tên miền đã được đăng ký hay chưa.</p>',
      ),
      from('https://tenmiendep.example/'),
    ],
    [
      'a bag called Seized, in English',
      theme(
        'Seized Vintage bag',
        goods('Vintage bag from a seized shipment', '1.200.000₫', 'Auctioned after the goods were seized by customs.'),
      ),
      from('https://daugia.example/products/bag'),
    ],
    [
      'door viewer with 403 in its name',
      theme('Chuông cửa 403', goods('Chuông cửa có hình 403', '890.000₫', 'Chặn ghi âm trái phép.')),
      from('https://khoathongminh.example/chuong-403'),
    ],
    [
      'robot vacuum',
      theme(
        'Robot hút bụi',
        goods(
          'Robot hút bụi lau nhà',
          '4.990.000₫',
          'Không phải robot nào cũng leo được thảm. Kết nối ứng dụng, đăng nhập tài khoản để điều khiển.',
        ),
      ),
      from('https://giadungmau.example/robot'),
    ],
    [
      'group with posts shown',
      bare(
        'Hội mua bán túi hiệu',
        '<h1>Hội mua bán túi hiệu</h1><p>Nhóm công khai · 12.345 thành viên</p><div>Thanh lý túi 2tr5, inbox</div><div>Bạn cần đăng nhập để bình luận.</div>',
      ),
      from('https://mxh.example/groups/tui'),
    ],
    [
      'shop open, one branch closed',
      theme(
        'Hệ thống cửa hàng',
        '<h1>Hệ thống cửa hàng</h1><p>12 Lý Thường Kiệt, Hà Nội. Mở cửa 8h–21h.</p><p>Chi nhánh Cầu Giấy: cửa hàng đã đóng cửa từ 1/10.</p>',
      ),
      from('https://shopmau.example/pages/cua-hang'),
    ],
    [
      'review of a shop that was blocked',
      theme(
        'Ốp lưng',
        `${goods('Ốp lưng silicon', '49.000₫')}<button>Mua ngay</button><div>Đánh giá: “Shop chặn mình luôn”, “you have been blocked by seller, lol”</div>`,
      ),
      from('https://sanmau.example/op-lung'),
    ],
  ]),
  ...labelled('blocked', [
    [
      'Cloudflare new interstitial, English',
      bare(
        'Just a moment...',
        '<div class="main-wrapper"><h1>shop9.example</h1><h2>Performing security verification</h2><p>This website uses a security service to protect against malicious bots. This page is displayed while the website verifies you are not a bot.</p><div>Ray ID: 9a1b2c3d4e5f6071</div><div>Performance and Security by Cloudflare | Privacy</div></div>',
      ),
      { ...from('https://shop9.example/'), status: null, headers: {}, via: 'import' as const },
    ],
    [
      'Akamai behind a proxy that changes the status',
      '<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You don\'t have permission to access "http://www.hang.example/" on this server.<p>Reference #18.9b1c1ab8.1732500000.11aa22bb</p></body></html>',
      from('https://www.hang.example/', 200),
    ],
    [
      'go-away',
      bare(
        'Checking you are not a bot',
        '<main><h1 id="title">Checking you are not a bot</h1><p>Checking your browser before allowing access.</p><details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this website has set up go-away to protect the server.</p></details></main>',
      ),
      from('https://git.vnforum.example/', 418),
    ],
    [
      'Wordfence lockout',
      bare(
        '503 Service Temporarily Unavailable',
        '<h1>Your access to this site has been temporarily limited by the site owner</h1><p>Your access to this service has been limited. (HTTP response code 503)</p><p>You have been temporarily locked out of this system. This means that you will not be able to log in for a while.</p><p>Generated by Wordfence at Fri, 20 Nov 2026.</p>',
      ),
      from('https://sachcu.example/wp-login.php', 503),
    ],
    [
      'Radware',
      '<html><head><title>Radware Captcha Page</title></head><body><div id="cnt"><h1>We apologize for the inconvenience...</h1><p>...but your activity and behavior on this site made us think that you are a bot.</p><p>Please solve this CAPTCHA to request unblock to the website</p><div class="h-captcha"></div></div></body></html>',
      from('https://validate.perfdrive.com/abc/captcha?ssa=1', 200, {}, 'https://www.muahang.example/p/1'),
    ],
    [
      'Kasada',
      '<html><head></head><body><script>window.KPSDK={};KPSDK.now=typeof performance!=="undefined";</script><script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7-437e-a3be-862e0f06eea3/ips.js?tkrm_alpekz_s1.3=abc"></script></body></html>',
      from('https://ve.example/san-pham', 429, { 'x-kpsdk-ct': 'abc' }),
    ],
    [
      'Imunify360',
      '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>One moment, please...</title></head><body><h1>Please wait while your request is being verified...</h1><form id="wsidchk-form" style="display:none;" action="/z0f76a1d14fd21a8fb5fd0d03e0fdc3d3cedae52f" method="GET"><input type="hidden" id="wsidchk" name="wsidchk"/></form><script>(function(){var west=+((+!+[])+(+!+[]));document.getElementById("wsidchk").value=west;document.getElementById("wsidchk-form").submit();})();</script></body></html>',
      from('https://noithatcu.example/', 200),
    ],
    [
      'host firewall in Vietnamese, 200',
      bare(
        'Xác thực người dùng',
        '<h1>Vui lòng xác thực để tiếp tục truy cập</h1><p>Hệ thống phát hiện lưu lượng truy cập bất thường từ địa chỉ IP của bạn. Nhấn vào ô bên dưới để tiếp tục.</p><div class="g-recaptcha"></div>',
      ),
      from('https://maybom.example/'),
    ],
    [
      'address banned by the shop software',
      bare('Forbidden', '<p>IP của bạn đã bị cấm truy cập website này.</p>'),
      from('https://maybom.example/', 200),
    ],
    [
      'too fast, in Vietnamese',
      bare('Thông báo', '<p>Bạn đã thao tác quá nhanh, vui lòng thử lại sau 30 giây.</p>'),
      from('https://raovat24.example/', 200),
    ],
    [
      'Fortinet web filter',
      '<html><head><title>Web Filter Violation</title></head><body><h3>Web Page Blocked</h3><p>You have tried to access a web page that is in violation of your Internet usage policy.</p><p>Category: Counterfeit</p><p>URL: http://replica.example/</p><p>Powered By FortiGuard</p></body></html>',
      from('http://replica.example/', 403),
    ],
    [
      'Cloudflare ban, plain',
      'error code: 1010',
      from('https://abc.example/', 403, { 'content-type': 'text/plain; charset=UTF-8', server: 'cloudflare' }),
    ],
  ]),
  ...labelled('removed', [
    [
      'phpBB topic gone, 200',
      bare(
        'Diễn đàn - Thông tin',
        '<div class="panel" id="message"><h2 class="message-title">Information</h2><p>The requested topic does not exist.</p></div>',
      ),
      from('https://ddphpbb.example/viewtopic.php?t=9'),
    ],
    [
      'SMF topic gone',
      bare(
        'Có lỗi xảy ra!',
        '<div id="fatal_error"><h3>Có lỗi xảy ra!</h3><div>The topic or board you are looking for appears to be either missing or off limits to you.</div></div>',
      ),
      from('https://smf.example/index.php?topic=5.0', 404),
    ],
    [
      'thread gone, 200, no known software',
      bare('Thông báo', '<p>Chủ đề này đã bị xóa hoặc không tồn tại.</p><a href="/">Quay lại</a>'),
      from('https://dd.example/t/55'),
    ],
    [
      'goods gone, heading only',
      theme('Shop', '<h1>Sản phẩm không tồn tại hoặc đã bị xóa</h1><a href="/">Về trang chủ</a>'),
      from('https://shopmau.example/products/zz'),
    ],
    [
      'account ended, English',
      bare(
        'Account terminated',
        '<h1>This account has been terminated</h1><p>due to multiple third-party claims of trademark infringement.</p>',
      ),
      from('https://vid.example/u/1'),
    ],
    [
      'WordPress in English',
      woo(
        'Page not found',
        '<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>',
        'error404',
      ),
      from('https://keebs.example/product/old', 404),
    ],
    [
      'Telegram channel closed',
      bare('Telegram', "<div>This channel cannot be displayed because it violated Telegram's Terms of Service.</div>"),
      from('https://t.me/s/closed'),
    ],
    [
      'platform has closed for good',
      bare(
        'Thông báo ngừng hoạt động',
        '<h1>Thông báo</h1><p>Sàn thương mại điện tử Mẫu đã chính thức dừng hoạt động từ ngày 31/12/2025. Cảm ơn quý khách đã đồng hành.</p>',
      ),
      from('https://sancu.example/'),
    ],
  ]),
  ...labelled('error', [
    [
      'upgrade notice',
      bare('Shop Mẫu', '<h2>Website đang tạm dừng phục vụ để bảo trì, mong quý khách quay lại sau 2 giờ</h2>'),
      from('https://shopmau.example/'),
    ],
    [
      'system is busy',
      bare('Lỗi', '<p>Hệ thống đang bận, vui lòng thử lại sau.</p>'),
      from('https://shopmau.example/p/1'),
    ],
    [
      'went wrong in Vietnamese',
      bare('Lỗi', '<h1>Đã có lỗi xảy ra</h1><p>Vui lòng tải lại trang.</p>'),
      from('https://shopmau.example/p/1', 200),
    ],
    [
      'Varnish',
      '<html><head><title>503 Backend fetch failed</title></head><body><h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 12345</p><hr><p>Varnish cache server</p></body></html>',
      from('https://dienmaymau.example/', 503),
    ],
    [
      'Cloudflare 521, copy without a status',
      bare(
        'shopcu.example | 521: Web server is down',
        '<div id="cf-wrapper"><div id="cf-error-details"><h1>Web server is down <span>Error code 521</span></h1><p>The web server is not returning a connection. As a result, the web page is not displaying.</p></div></div>',
      ),
      { ...from('https://shopcu.example/'), status: null, headers: CF },
    ],
  ]),
  ...labelled('login-wall', [
    [
      'Haravan sign-in after a redirect',
      theme(
        'Tài khoản',
        '<h1>Đăng nhập</h1><form action="/account/login"><input name="customer[email]"><input type="password" name="customer[password]"><button>Đăng nhập</button></form><a>Quên mật khẩu?</a>',
      ),
      from('https://sikho.example/account/login', 200, {}, 'https://sikho.example/collections/all'),
    ],
    [
      'forum asks for signing in to see the thread',
      bare('Thông báo', '<p>Bạn cần đăng nhập để xem nội dung này và trả lời.</p><form><input type="password"></form>'),
      from('https://dd.example/t/9'),
    ],
    [
      'TikTok asks for signing in',
      bare(
        'Đăng nhập | TikTok',
        '<h2>Đăng nhập vào TikTok</h2><div>Sử dụng mã QR</div><div>Số điện thoại / Email / TikTok ID</div>',
      ),
      from('https://www.tiktok.com/login?redirect_url=x', 200, {}, 'https://www.tiktok.com/@shop'),
    ],
  ]),
]

/** A shop's frame without any price in it. */
const frame = (title: string, main: string, head = '') =>
  bare(
    title,
    `<header><a href="/">Trang chủ</a> <a href="/san-pham">Sản phẩm</a> <a href="/lien-he">Liên hệ</a> <a href="/gio-hang">Giỏ hàng</a></header><main>${main}</main><footer>Cửa hàng Mẫu, 12 ngõ 3 phố Thử, Hà Nội. Điện thoại 0900 000 000. Giờ mở cửa 8h đến 21h. Chính sách bảo hành, vận chuyển và thanh toán.</footer>`,
    head,
  )
const many = Array.from(
  { length: 7 },
  (_, i) => `<div><a href="/sp-${i}">Bánh mứt mẫu ${i}</a> <b>${i + 3}5.000đ</b></div>`,
).join('')

const others = [
  ...labelled('served', [
    [
      'drawer slides, price on request',
      bare('Ray trượt', '<h1>Ngăn kéo thanh trượt bi 3 tầng</h1><img src="a.jpg"><p>Giá: liên hệ 0900 000 000</p>'),
      from('https://phukientu.example/ray'),
    ],
    [
      'contact page, no price anywhere',
      frame(
        'Liên hệ',
        '<h1>Liên hệ với chúng tôi</h1><form method="post"><input name="ten"><textarea name="noidung"></textarea><div class="g-recaptcha" data-sitekey="6L"></div><label>Tôi không phải là người máy</label><button>Gửi</button></form>',
      ),
      from('https://maunho.example/lien-he'),
    ],
    [
      'genuine goods are verified here',
      frame(
        'Xác thực sản phẩm chính hãng | Cửa hàng Mẫu',
        '<h1>Tra cứu tem chống giả</h1><p>Nhập mã dưới lớp cào để xác thực sản phẩm chính hãng.</p><form><input name="ma"><button>Tra cứu</button></form>',
      ),
      from('https://maunho.example/xac-thuc'),
    ],
    [
      'order is confirmed',
      frame('Xác nhận đơn hàng', '<h1>Xác nhận đơn hàng</h1><p>Cảm ơn bạn đã đặt hàng. Mã đơn: DH123.</p>'),
      from('https://maunho.example/xac-nhan'),
    ],
    [
      '403 patterns',
      frame(
        '403 mẫu thiệp cưới đẹp',
        '<h1>403 mẫu thiệp cưới đẹp nhất</h1><p>Thiệp cưới in theo yêu cầu, giao trong ba ngày. Giá theo số lượng.</p>',
      ),
      from('https://thiepcuoi.example/403-mau'),
    ],
    [
      '500 stories',
      frame(
        '500 câu chuyện đạo đức',
        '<h1>500 câu chuyện đạo đức</h1><p>Sách bìa mềm, 320 trang. Liên hệ để có giá tốt.</p>',
      ),
      from('https://sachcu.example/500'),
    ],
    [
      'a novel whose name begins as an answer for what is gone',
      frame(
        'Gone Girl – tiểu thuyết',
        '<h1>Gone Girl</h1><p>Tiểu thuyết trinh thám, bìa mềm. Còn hàng, liên hệ cửa hàng.</p>',
      ),
      from('https://sachcu.example/gone-girl'),
    ],
    [
      'captcha explained',
      frame(
        'Captcha là gì? Cách gắn vào website',
        '<h1>Captcha là gì?</h1><p>Captcha giúp phân biệt người và máy. Bài này hướng dẫn gắn captcha vào biểu mẫu.</p>',
      ),
      from('https://webgiare.example/captcha-la-gi'),
    ],
    [
      'scent with a wall’s word in its name',
      frame(
        'Forbidden Euphoria nước hoa nữ',
        '<h1>Forbidden Euphoria</h1><p>Hương hoa trái, chai 100ml. Liên hệ để có giá.</p>',
      ),
      from('https://nuochoaxin.example/forbidden'),
    ],
    [
      'alcohol not for the young, many goods',
      frame('Rượu quê', `<h1>Rượu quê</h1><p>Sản phẩm này không được bán cho người dưới 18 tuổi.</p>${many}`),
      from('https://ruouque.example/'),
    ],
    [
      'closed on Sundays',
      frame(
        'Tiệm hoa',
        '<h1>Tiệm hoa Mẫu</h1><p>Cửa hàng không hoạt động vào Chủ nhật. Bó hoa sinh nhật, giá từ hai trăm nghìn.</p>',
      ),
      from('https://tiemhoa.example/'),
    ],
    [
      'a question about what was not found',
      frame(
        'Phụ tùng xe máy',
        `<h1>Phụ tùng xe máy</h1>${many}<p>Không tìm thấy sản phẩm bạn cần? Gọi ngay 0900 000 000.</p>`,
      ),
      from('https://phutung.example/'),
    ],
    [
      'a question about what was not found, English',
      frame('Parts', `<h1>Parts</h1>${many}<p>Can't find the product you're looking for? Contact us on Zalo.</p>`),
      from('https://parts.example/'),
    ],
    [
      'texts of the basket in the page of a category',
      frame('Bánh mứt', `<h1>Bánh mứt</h1>${many}<div class="toast">Sản phẩm đã được xóa khỏi giỏ hàng</div>`),
      from('https://banhmut.example/'),
    ],
    [
      'delivers in one town, many goods',
      frame('Bánh mì', `<h1>Bánh mứt tươi</h1><p>Chỉ giao hàng tại TP.HCM.</p>${many}`),
      from('https://banhmi.example/'),
    ],
    [
      'prices for members, goods for all',
      frame(
        'Linh kiện',
        '<div class="modal"><form><input type="password"></form></div><h1>Màn hình zin</h1><p>Vui lòng đăng nhập để xem giá. Bảo hành sáu tháng, hàng có sẵn tại kho Hà Nội.</p>',
      ),
      from('https://linhkiensi.example/mh'),
    ],
    [
      'item temporarily unavailable',
      bare(
        'Ceramic teapot',
        '<h1>Ceramic teapot</h1><img src="t.jpg"><p>This item is temporarily unavailable. Handmade in Bat Trang.</p>',
      ),
      from('https://battrang.example/teapot'),
    ],
    [
      'camera that sees what is unusual',
      frame(
        'Camera trong nhà',
        '<h1>Camera trong nhà 2K</h1><p>Phát hiện hoạt động bất thường, báo về điện thoại. Cần đăng nhập tài khoản trên ứng dụng.</p>',
      ),
      from('https://camera.example/2k'),
    ],
    [
      'wifi is put right',
      bare('Sửa wifi', '<h1>Sửa lỗi kết nối wifi tại nhà</h1><p>Gọi 0900 000 000, có mặt sau 30 phút.</p>'),
      from('https://suawifi.example/'),
    ],
  ]),
  ...labelled('blocked', [
    [
      'FortiWeb',
      '<html><head><title>Web Page Blocked!</title></head><body><h2>Web Page Blocked!</h2><p>The page cannot be displayed. Please contact the administrator for additional information.</p><p>URL: www.shop.example/</p><p>Client IP: 203.0.113.7</p><p>Attack ID: 20000051</p><p>Message ID: 001234567890</p></body></html>',
      from('https://www.shop.example/', 500),
    ],
    [
      'Azure Front Door',
      '<!DOCTYPE html><html lang="en"><head><title>Service unavailable</title></head><body><div id="content"><div id="message"><h2>The request is blocked.</h2></div><div id="errorref"><span>0abcdZQAAAAB1234-HKG</span></div></div></body></html>',
      from('https://shop.example/', 403, { 'x-azure-ref': '0abcd' }),
    ],
    [
      'Alibaba Cloud',
      '<!doctypehtml><html lang="zh-cn"><head><meta charset="utf-8"><title>405</title></head><body data-spm="7663354"><div data-spm="1998410538"><div class="header"><div class="message">很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。<div>您的请求ID是: <strong>781bad0a17</strong></div></div></div><script src="//errors.aliyun.com/error.js?s=3"></script></div></body></html>',
      from('https://hangtrung.example/', 405, { server: 'Tengine' }),
    ],
    [
      'Google front end',
      '<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error 403 (Forbidden)!!1</title><a href=//www.google.com/><span id=logo aria-label=Google></span></a><p><b>403.</b> <ins>That’s an error.</ins><p>Your client does not have permission to get URL <code>/</code> from this server. <ins>That’s all we know.</ins></html>',
      from('https://shop.example/', 403),
    ],
    [
      'Vietnamese firewall, 403, with a reference',
      bare(
        'Yêu cầu bị chặn',
        '<h1>Yêu cầu của bạn đã bị chặn</h1><p>Tường lửa ứng dụng web phát hiện hành vi đáng ngờ. Mã sự kiện: 7f3a2b. Vui lòng liên hệ quản trị viên.</p>',
      ),
      from('https://thuocnam.example/', 200),
    ],
    [
      'carrier page, no reason',
      bare(
        'Website bị chặn',
        '<p>Trang web bạn đang truy cập đã bị chặn. Vui lòng liên hệ Viettel 198 để biết thêm chi tiết.</p>',
      ),
      from('http://black.example/', 200),
    ],
    [
      'Bunny Shield',
      bare(
        'Establishing a secure connection ...',
        '<div class="box"><h1>Establishing a secure connection ...</h1><p>We are checking your connection to keep this website safe. This only takes a moment.</p><noscript>Please enable JavaScript</noscript></div><script src="/.bunny-shield/assets/challenge.js"></script>',
      ),
      from('https://vaydep.example/', 403),
    ],
    [
      'DDoS-Guard',
      '<!DOCTYPE html><html><head><title>DDoS-Guard</title><script src="/.well-known/ddos-guard/js-challenge/index.js"></script></head><body data-ddg-origin="true"><h1>Checking your browser before accessing shop.example</h1><p>DDoS protection by DDoS-Guard</p></body></html>',
      from('https://shop.example/', 403, { server: 'ddos-guard' }),
    ],
    [
      'Discuz needs a moment',
      bare('Thông báo hệ thống', '<p>Xin lỗi, bạn truy cập quá nhanh. Vui lòng chờ 10 giây rồi thử lại.</p>'),
      from('https://dd.example/', 200),
    ],
  ]),
  ...labelled('removed', [
    [
      'article by its editors taken away',
      frame(
        'Trang không tồn tại',
        '<h1>Trang bạn tìm không tồn tại</h1><p>Trang có thể đã bị xóa hoặc đổi địa chỉ. Kiểm tra lại đường dẫn.</p>',
      ),
      from('https://maunho.example/a', 200),
    ],
    [
      'goods withdrawn, 200, with others beside',
      frame(
        'Sản phẩm đã ngừng bán',
        `<h1>Sản phẩm này đã bị gỡ bỏ</h1><p>Người bán đã gỡ sản phẩm. Xem sản phẩm khác:</p>${many}`,
      ),
      from('https://maunho.example/b', 200),
    ],
    [
      'Etsy style, sold and gone',
      bare('Marketplace', '<h1>Sorry, this item is no longer available</h1><p>The seller has removed it.</p>'),
      from('https://m.example/l/1', 410),
    ],
    [
      'domain taken back',
      bare('Thông báo', '<p>Tên miền giaday.example đã bị thu hồi theo quyết định xử phạt vi phạm hành chính.</p>'),
      from('http://giaday.example/', 200),
    ],
    [
      'file host: file removed for a complaint',
      bare(
        'Link Share',
        '<h1>File not found</h1><p>The file has been removed because of a complaint by the owner of a trademark.</p>',
      ),
      from('https://share.example/f/1', 200),
    ],
    [
      'profile gone, English',
      bare(
        'Profile',
        '<h2>This profile is no longer available</h2><p>The link may be broken or the profile may have been removed.</p>',
      ),
      from('https://soc.example/u', 200),
    ],
  ]),
]

/** Pages close to what they are not: honest ones with a wall's words, walls and graves with few of them. */
export const nearMisses = [...some, ...others]
