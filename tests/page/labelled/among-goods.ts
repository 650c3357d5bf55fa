import { bare, from } from './frames.ts'
import { labelled } from './page.ts'

const nav = '<nav><a href="/">Trang chủ</a> <a href="/login">Đăng nhập</a> <a href="/cart">Giỏ hàng</a></nav>'
const many = (name: string) =>
  Array.from({ length: 9 }, (_, i) => `<li><a href="/p${i}">${name} ${i + 1}</a> ${i + 2}15.000₫</li>`).join('')
const page = (title: string, main: string) =>
  bare(title, `${nav}${main}<footer>Hotline 0900 000 000. Bản quyền 2026.</footer>`)
/** Honest pages with the words of graves and walls beside their goods, and graves beside suggestions. */
export const amongGoods = [
  ...labelled('served', [
    [
      'category with sold-out and stopped goods',
      page(
        'Nồi cơm',
        `<h1>Nồi cơm điện</h1><ul>${many('Nồi cơm')}</ul><p>Sản phẩm ngừng kinh doanh: Nồi cơm Z1, Z2.</p>`,
      ),
      from('https://a1.example/noi'),
    ],
    [
      'shop says which address it gave up',
      page(
        'Tiệm trà',
        `<h1>Tiệm trà</h1><ul>${many('Trà')}</ul><p>Trang Facebook cũ đã bị khóa, mời theo dõi trang mới.</p>`,
      ),
      from('https://a2.example/'),
    ],
    [
      'seller warns of impostors',
      page('Son', `<h1>Son môi</h1><ul>${many('Son')}</ul><p>Tài khoản giả mạo shop đã bị xóa.</p>`),
      from('https://a3.example/'),
    ],
    [
      'single product, discontinued, price shown',
      page('Máy in', '<h1>Máy in Z5</h1><p>2.350.000₫</p><p>Sản phẩm đã ngừng kinh doanh. Tham khảo Z6.</p>'),
      from('https://a4.example/z5'),
    ],
    [
      'single product, out of stock, English',
      page(
        'Lamp',
        '<h1>Brass lamp</h1><p>$45</p><p>This item is currently unavailable. Notify me when back in stock.</p>',
      ),
      from('https://a5.example/lamp'),
    ],
    [
      'classified in million',
      page(
        'Bán nhà trọ',
        '<h1>Phòng trọ quận 9</h1><p>Giá 2,5 triệu/tháng. Khu dân cư yên tĩnh, hạn chế ra vào sau 23h, không được phép nấu ăn.</p>',
      ),
      from('https://a6.example/p'),
    ],
    [
      'thread in a forum with "must be logged in to download"',
      page(
        'WTS túi',
        '<h1>[HN] Thanh lý túi</h1><p>Giá 900k, ảnh bên dưới.</p><p>Bạn phải đăng nhập để tải tập tin đính kèm.</p>',
      ),
      from('https://a7.example/t/1'),
    ],
    [
      'article on Cloudflare',
      page(
        'Lỗi 1020',
        `<h1>Lỗi 1020 của Cloudflare là gì?</h1><p>${'Khi truy cập, người dùng có thể thấy thông báo Access denied. Nguyên nhân thường là tường lửa của chủ trang. '.repeat(9)}</p>`,
      ),
      from('https://a8.example/blog/1020'),
    ],
    [
      'anti-theft tag',
      page(
        'Tem từ',
        '<h1>Cổng từ an ninh</h1><p>Chống trộm cho shop. Báo động khi có hoạt động bất thường. Giá liên hệ.</p>',
      ),
      from('https://a9.example/tem'),
    ],
    [
      'shop with a notice of a slow system',
      page(
        'Vé xe',
        `<h1>Vé xe Tết</h1><ul>${many('Vé')}</ul><p>Hệ thống đang quá tải, quý khách vui lòng đặt qua điện thoại.</p>`,
      ),
      from('https://a10.example/ve'),
    ],
    [
      'newsletter with consent',
      page(
        'Nến thơm',
        '<h1>Nến thơm</h1><p>185.000₫</p><p>Tôi đồng ý với điều khoản sử dụng và chính sách cookie.</p>',
      ),
      from('https://a11.example/nen'),
    ],
    [
      'stores to choose from',
      page('Bún chả', '<h1>Bún chả Mẫu</h1><p>Chọn tỉnh/thành phố của bạn để xem thực đơn. Hà Nội: 45k một suất.</p>'),
      from('https://a12.example/'),
    ],
  ]),
  ...labelled('removed', [
    [
      'goods of a small shop gone',
      page('Không tìm thấy', '<h1>Rất tiếc, sản phẩm bạn tìm không còn tồn tại</h1>'),
      from('https://b1.example/p'),
    ],
    [
      'goods gone with others in a row',
      page('Sản phẩm không tồn tại', `<h1>Sản phẩm không tồn tại</h1><h3>Gợi ý cho bạn</h3><ul>${many('Giày')}</ul>`),
      from('https://b2.example/p'),
    ],
    [
      'goods gone with one other',
      page('Shop', '<h1>Sản phẩm này không còn được bán trên sàn</h1><p>Xem thử: Ví da 250.000₫</p>'),
      from('https://b3.example/p'),
    ],
    [
      'post taken down by a platform',
      bare('Bài viết', '<p>Bài viết này đã bị gỡ vì vi phạm Tiêu chuẩn cộng đồng.</p>'),
      from('https://b4.example/p'),
    ],
    ['shop banned', bare('Shop', '<h2>Cửa hàng này đã bị khóa</h2>'), from('https://b5.example/s')],
    ['English: user not found', bare('User not found', '<h1>User not found</h1>'), from('https://b6.example/u', 404)],
    ['English: link expired', bare('Oops', '<p>This link has expired.</p>'), from('https://b7.example/u', 200)],
    [
      '410 with a form for a message',
      page('Tin đã gỡ', '<h1>Tin đã bị gỡ</h1><form><textarea name="m"></textarea></form>'),
      from('https://b8.example/u', 410),
    ],
  ]),
  ...labelled('blocked', [
    [
      'captcha of a classified site',
      bare(
        'Xác nhận',
        '<p>Vui lòng nhập mã xác nhận bên dưới để tiếp tục.</p><form><input name="code"><div class="g-recaptcha"></div></form>',
      ),
      from('https://c1.example/'),
    ],
    [
      'refusal with a form for a message',
      bare(
        'Access denied',
        '<h1>Access denied</h1><p>Your IP has been blocked.</p><form><textarea name="why" placeholder="Tell us what you were doing"></textarea></form>',
      ),
      from('https://c2.example/', 200),
    ],
    [
      'Vietnamese refusal, 403 in the title',
      bare('403 - Truy cập bị từ chối', '<p>Bạn không có quyền truy cập vào trang này.</p>'),
      from('https://c3.example/', 200),
    ],
    [
      'too many, English',
      bare('Slow down', '<p>You have made too many requests. Please try again later.</p>'),
      from('https://c4.example/', 200),
    ],
    [
      'hCaptcha alone',
      bare(
        'Human check',
        '<script src="https://js.hcaptcha.example/1/api.js"></script><form><div class="h-captcha"></div><button>Continue</button></form>',
      ),
      from('https://c5.example/', 200),
    ],
    [
      'turnstile alone',
      bare(
        'Đang xác minh',
        '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script><div class="cf-turnstile"></div><p>Vui lòng chờ trong giây lát</p>',
      ),
      from('https://c6.example/', 200),
    ],
  ]),
]
