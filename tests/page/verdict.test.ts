import { describe, expect, test } from 'vitest'
import type { Page, VerdictKind } from '../../src/domain.ts'
import { judge } from '../../src/page/verdict.ts'
import { pageOf, prose } from './pages.ts'

const header =
  '<header><a href="/">Trang chủ</a> <a href="/login">Đăng nhập</a> <a href="/gio-hang">Giỏ hàng</a></header>'
const footer = '<footer>Công ty TNHH Ví Dụ. Trang này được bảo vệ bởi reCAPTCHA. Hotline 1900 0000.</footer>'
const doc = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`
const shop = (title: string, main: string, head = '') => doc(title, `${header}<main>${main}</main>${footer}`, head)
const product = (extra = '') =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Áo sơ mi","offers":{"@type":"Offer","price":"150000"}}</script>${extra}`
const captcha =
  '<script src="https://www.google.com/recaptcha/api.js"></script><div class="g-recaptcha" data-sitekey="x"></div>'
const modal =
  '<div class="modal" style="display:none"><form><input name="u"><input type="password" name="p"></form></div>'
const cloudflare = (title: string) =>
  doc(
    title,
    '<h1>shop.example.vn</h1><p>Checking your browser before accessing.</p><script>window._cf_chl_opt={cType:"managed"};</script><script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1"></script>',
  )
const shell = (rootId: string) =>
  doc(
    'Ứng dụng',
    `<noscript>Bạn cần bật JavaScript để chạy ứng dụng.</noscript><div id="${rootId}"></div><script src="/static/main.js"></script>`,
  )

const url = (to: string, from = 'https://shop.example.vn/san-pham/1') => ({ url: to, requestedUrl: from })
const type = (mime: string) => ({ headers: { 'content-type': mime } })

const cases: readonly (readonly [VerdictKind, string, string, Partial<Page>?])[] = [
  // served
  ['served', 'a product page', shop('Áo sơ mi', `<h1>Áo sơ mi</h1><p>150.000đ</p><p>${prose(400)}</p>`)],
  ['served', 'a product that is out of stock', shop('Áo sơ mi', '<h1>Áo sơ mi</h1><p>Hết hàng</p>', product())],
  [
    'served',
    'out of stock in plain text',
    shop('Áo sơ mi', '<h1>Áo sơ mi</h1><p>Sản phẩm tạm thời không còn hàng, đã bán 120.</p>'),
  ],
  [
    'served',
    'a shop whose footer mentions captcha',
    shop(
      'Áo',
      `<h1>Áo</h1><p>${prose(300)}</p>`,
      '<script src="https://www.google.com/recaptcha/api.js?render=x"></script>',
    ),
  ],
  ['served', 'a full page with a hidden login form', shop('Áo', `<p>${prose(4000)}</p>${modal}`)],
  ['served', 'a medium page with a hidden login form', shop('Áo', `<p>${prose(1200)}</p>${modal}`)],
  ['served', 'a short product page with a login form', shop('Áo', `<h1>Áo sơ mi nam</h1><p>${prose(300)}</p>${modal}`)],
  [
    'served',
    'a listing that asks to log in to comment',
    shop('Bán xe', `<h1>Bán xe máy</h1><p>${prose(500)}</p><p>Vui lòng đăng nhập để bình luận</p>`),
  ],
  [
    'served',
    'an article about removed listings',
    shop(
      'Vì sao tin đăng bị xóa và cách khắc phục?',
      `<h1>Vì sao tin đăng bị xóa và cách khắc phục?</h1><p>${prose(3500)}</p>`,
    ),
  ],
  [
    'served',
    'an article about error 404',
    shop(
      'Lỗi trang không tồn tại là gì, nguyên nhân do đâu',
      `<h1>Lỗi trang không tồn tại là gì, nguyên nhân do đâu</h1><p>${prose(5000)} Trang không tồn tại.</p>`,
    ),
  ],
  ['served', 'a full page with a contact form and captcha', shop('Liên hệ', `<p>${prose(1500)}</p>${captcha}`)],
  [
    'served',
    'a book titled Access',
    shop('Giáo trình Access căn bản', `<h1>Giáo trình Access căn bản</h1><p>${prose(600)}</p>`),
  ],
  [
    'served',
    'a product in a Cloudflare zone with its script',
    shop('Áo', `<p>${prose(700)}</p><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`),
  ],
  [
    'served',
    'a camera for security checks',
    shop('Máy kiểm tra an ninh', `<h1>Máy kiểm tra an ninh cầm tay</h1><p>${prose(600)}</p>`),
  ],
  [
    'served',
    'a state-carrying page without text',
    doc(
      'Áo',
      `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":"${'x'.repeat(5000)}"}</script>`,
    ),
  ],
  ['served', 'a tiny plain page', doc('Áo', '<h1>Áo thun</h1><p>90k</p>')],
  [
    'served',
    'a tiny page with an analytics script',
    doc('Áo', '<h1>Áo thun</h1><p>90k</p><script src="https://stats.example/a.js"></script>'),
  ],
  ['served', 'microdata', shop('Áo', '<div itemscope itemtype="https://schema.org/Product"><h1>Áo</h1></div>')],
  [
    'served',
    'OpenGraph product in a shell',
    doc('Áo', '<div id="root"></div><script src="/m.js"></script>', '<meta property="og:type" content="product">'),
  ],
  [
    'served',
    'a category page',
    shop('Áo nam', Array.from({ length: 40 }, (_, i) => `<a href="/ao-${i}">Áo số ${i} giá ${i}00.000đ</a>`).join(' ')),
  ],
  [
    'served',
    'a search without hits',
    shop(
      'Tìm kiếm',
      `<h1>Kết quả tìm kiếm</h1><p>Không tìm thấy kết quả nào phù hợp với từ khoá.</p><p>${prose(300)}</p>`,
    ),
  ],
  ['served', 'an imported page', shop('Áo', `<h1>Áo</h1><p>${prose(300)}</p>`), { status: null, via: 'import' }],
  [
    'served',
    'a shop that closes at nine',
    shop('Shop Áo', `<h1>Shop Áo</h1><p>Cửa hàng đóng cửa lúc 21 giờ.</p><p>${prose(200)}</p>`),
  ],
  [
    'served',
    'a service that unlocks accounts',
    shop('Mở khoá', '<h1>Mở khoá tài khoản</h1><p>Nhận mở tài khoản bị khoá, giá 200k</p>'),
  ],
  [
    'served',
    'a listing whose path holds login',
    shop('Áo', `<h1>Áo</h1><p>${prose(300)}</p>`),
    url('https://shop.example.vn/login-hoodie', 'https://shop.example.vn/login-hoodie'),
  ],
  ['served', 'JSON', '{"products":[]}', type('application/json')],
  ['served', 'HTML without a content type', shop('Áo', `<p>${prose(300)}</p>`), { headers: {} }],
  ['served', 'HTML said to be octets', shop('Áo', `<p>${prose(300)}</p>`), type('application/octet-stream')],
  // removed
  ['removed', 'status 404', shop('Lỗi', '<p>Không có gì ở đây</p>'), { status: 404 }],
  ['removed', 'status 410', '', { status: 410 }],
  ['removed', 'status 404 with a login form', shop('Đăng nhập', modal), { status: 404 }],
  ['removed', 'status 404 full of suggestions', shop('Áo', `<p>${prose(5000)}</p>`), { status: 404 }],
  [
    'removed',
    'withdrawn for legal reasons',
    doc('Unavailable', '<p>Unavailable for legal reasons</p>'),
    { status: 451 },
  ],
  ['removed', 'a soft 404 in Vietnamese', shop('Shop Áo', '<p>Sản phẩm không tồn tại hoặc đã bị xoá.</p>')],
  ['removed', 'a soft 404 with the other tone placement', shop('Shop Áo', '<p>Tin đăng này đã bị xóa.</p>')],
  ['removed', 'a soft 404 without diacritics', shop('Shop Ao', '<p>San pham nay khong con ton tai</p>')],
  [
    'removed',
    'a soft 404 in decomposed Vietnamese',
    shop('Shop Áo', '<p>Sản phẩm này không tồn tại</p>'.normalize('NFD')),
  ],
  ['removed', 'an expired ad', shop('Chợ', '<p>Tin đăng đã hết hạn</p>')],
  ['removed', 'a soft 404 by title', shop('Không tìm thấy trang | Shop Áo', `<p>${prose(400)}</p>`)],
  [
    'removed',
    'a soft 404 full of suggestions',
    shop('Trang không tồn tại - Shop Áo', `<h1>Trang bạn tìm kiếm không tồn tại</h1><p>${prose(5000)}</p>`),
  ],
  [
    'removed',
    'an English soft 404',
    doc('Page Not Found', '<h1>404</h1><p>The page you are looking for does not exist.</p>'),
  ],
  ['removed', 'an item no longer available', doc('Shop', '<p>This item is no longer available.</p>')],
  [
    'removed',
    'a redirect to the 404 page',
    shop('Shop Áo', `<p>${prose(400)}</p>`),
    url('https://shop.example.vn/404'),
  ],
  ['removed', 'a deleted social post', doc('Facebook', '<p>Nội dung này hiện không khả dụng</p>')],
  ['removed', 'a closed shop', shop('Chợ', '<h1>Gian hàng đã đóng cửa</h1>')],
  ['removed', 'a suspended site', doc('Account Suspended', '<p>This account has been suspended.</p>')],
  [
    'removed',
    'a removed listing said with 403',
    doc('Tin đăng đã bị gỡ', '<h1>Tin đăng đã bị gỡ</h1><p>Liên kết không còn hiệu lực</p>'),
    { status: 403 },
  ],
  [
    'removed',
    'a removed listing on a site with a captcha script',
    shop(
      'Chợ',
      '<h1>Tin không tồn tại</h1>',
      '<script src="https://www.google.com/recaptcha/api.js?render=x"></script>',
    ),
  ],
  [
    'removed',
    'a removed listing with entities',
    shop('Shop', '<p>S&#7843;n ph&#7849;m kh&ocirc;ng t&#7891;n t&#7841;i</p>'),
  ],
  // blocked
  ['blocked', 'Cloudflare with 403', cloudflare('Just a moment...'), { status: 403 }],
  ['blocked', 'Cloudflare with 503', cloudflare('Just a moment...'), { status: 503 }],
  ['blocked', 'Cloudflare with 200', cloudflare('Just a moment...')],
  [
    'blocked',
    'Cloudflare in Vietnamese',
    cloudflare('Chờ một chút...'),
    { status: 403, headers: { 'content-type': 'text/html', 'cf-mitigated': 'challenge' } },
  ],
  [
    'blocked',
    'a challenge with 404',
    cloudflare('Just a moment...'),
    { status: 404, headers: { 'content-type': 'text/html', 'cf-mitigated': 'challenge' } },
  ],
  ['blocked', 'plain 403', doc('403 Forbidden', '<h1>403 Forbidden</h1><hr>nginx'), { status: 403 }],
  ['blocked', '403 without a body', '', { status: 403 }],
  ['blocked', 'rate limited', doc('Too Many Requests', '<p>Slow down</p>'), { status: 429 }],
  ['blocked', 'rate limited with a password field', shop('Shop', modal), { status: 429 }],
  [
    'blocked',
    'Akamai',
    doc(
      'Access Denied',
      "<h1>Access Denied</h1><p>You don't have permission to access this server. Reference #18.2 https://errors.edgesuite.net/18.2</p>",
    ),
    { status: 403 },
  ],
  ['blocked', 'Akamai with 200', doc('Access Denied', '<h1>Access Denied</h1><p>Reference #18.2</p>')],
  [
    'blocked',
    'DataDome',
    doc(
      'shop.example.vn',
      '<script>var dd={host:"geo.captcha-delivery.com"}</script><script src="https://ct.captcha-delivery.com/c.js"></script>',
    ),
    { status: 403 },
  ],
  [
    'blocked',
    'DataDome with 200',
    doc('shop.example.vn', '<script src="https://ct.captcha-delivery.com/c.js"></script>'),
  ],
  [
    'blocked',
    'PerimeterX',
    doc(
      'Access to this page has been denied',
      '<p>Press &amp; Hold to confirm you are a human (and not a bot).</p><div id="px-captcha"></div>',
    ),
    { status: 403 },
  ],
  [
    'blocked',
    'Alibaba slider',
    doc(
      'Verification',
      '<p>Kéo thanh trượt để xác minh</p><script>window._config_={"action":"captcha","x5secdata":"a"}</script>',
    ),
  ],
  ['blocked', 'Alibaba status', doc('', '<script>var a={"rgv587_flag":"sm"}</script>'), { status: 420 }],
  [
    'blocked',
    'AWS WAF',
    doc('', '<script src="https://x.token.awswaf.com/challenge.js"></script>'),
    { status: 202, headers: { 'content-type': 'text/html', 'x-amzn-waf-action': 'challenge' } },
  ],
  [
    'blocked',
    'AWS WAF captcha',
    doc('Human Verification', '<div id="captcha"></div>'),
    { status: 405, headers: { 'content-type': 'text/html', 'x-amzn-waf-action': 'captcha' } },
  ],
  ['blocked', 'a captcha on a short page', doc('Chợ', `<p>Vui lòng xác minh bạn là người để tiếp tục.</p>${captcha}`)],
  ['blocked', 'a captcha alone', doc('Chợ', `${captcha.repeat(2)}<p>Mời bạn hoàn thành bước sau</p>`)],
  [
    'blocked',
    'a redirect to the captcha',
    doc('Chợ', '<div id="main"></div><script src="/v.js"></script>'),
    url('https://shop.example.vn/verify/captcha?next=1'),
  ],
  ['blocked', 'a title of verification', doc('Xác minh bạn là người', '<div></div><script src="/v.js"></script>')],
  [
    'blocked',
    'a cookie wall of a Vietnamese host',
    '<html><body><script>document.cookie="D1N=abc; path=/";window.location.reload(true);</script></body></html>',
  ],
  [
    'blocked',
    'testcookie with slowAES',
    '<html><body><script src="/aes.js"></script><script>function toNumbers(d){}document.cookie="__test="+toHex(slowAES.decrypt(c,2,a,b));location.href="/?i=1"</script></body></html>',
  ],
  [
    'blocked',
    'unusual traffic',
    doc('Sorry', '<p>Our systems have detected unusual traffic from your computer network.</p>'),
  ],
  ['blocked', 'a teapot', doc('Không', '<p>Không</p>'), { status: 418 }],
  // login wall
  ['login-wall', 'status 401', doc('Unauthorized', '<p>401</p>'), { status: 401 }],
  [
    'login-wall',
    'a redirect to the login page',
    doc('Đăng nhập', '<form><input type="password"></form>'),
    url('https://shop.example.vn/dang-nhap?next=%2F1'),
  ],
  [
    'login-wall',
    'a login page with a captcha',
    doc('Đăng nhập', `<h1>Đăng nhập</h1><form><input name="email"><input type="password">${captcha}</form>`),
    url('https://shop.example.vn/login?next=%2F1'),
  ],
  [
    'login-wall',
    'a social network',
    doc(
      'Log in to Facebook',
      '<p>Log in to Facebook to see posts and more.</p><form><input type="password" name="pass"></form>',
    ),
  ],
  [
    'login-wall',
    'words and a password field',
    shop('Chợ', '<p>Đăng nhập để tiếp tục</p><form><input type="password"></form>'),
  ],
  ['login-wall', 'words alone on a tiny page', doc('Chợ', '<p>Bạn cần đăng nhập để xem nội dung này</p>')],
  [
    'login-wall',
    '403 with a login form',
    doc('Đăng nhập', '<p>Vui lòng đăng nhập để tiếp tục</p><form><input type="password"></form>'),
    { status: 403 },
  ],
  // empty shell
  ['empty-shell', 'React', shell('root')],
  ['empty-shell', 'Vue', shell('app')],
  ['empty-shell', 'Next without state', shell('__next')],
  ['empty-shell', 'Angular', doc('Ứng dụng', '<app-root></app-root><script src="/main.js"></script>')],
  ['empty-shell', 'no root that we know', doc('Ứng dụng', '<div class="x1"></div><script src="/main.js"></script>')],
  [
    'empty-shell',
    'a shell with a loader',
    doc('Chợ', '<div id="app"><p>Đang tải...</p></div><script src="/main.js"></script>'),
  ],
  [
    'empty-shell',
    'a shell with an invisible captcha script',
    doc('Chợ', '<div id="root"></div><script src="https://www.google.com/recaptcha/api.js?render=x"></script>'),
  ],
  // error
  ['error', 'status 500', doc('Lỗi', '<p>Lỗi hệ thống</p>'), { status: 500 }],
  [
    'error',
    'status 502 from Cloudflare',
    doc('502: Bad gateway', '<div id="cf-error-details">Bad gateway</div>'),
    { status: 502 },
  ],
  [
    'error',
    'status 503 without a challenge',
    doc('Service Unavailable', '<p>Service Unavailable</p>'),
    { status: 503 },
  ],
  ['error', 'maintenance', doc('Bảo trì', '<p>Website đang bảo trì, vui lòng quay lại sau.</p>')],
  ['error', 'maintenance with 503', doc('Bảo trì', '<p>Website đang bảo trì</p>'), { status: 503 }],
  ['error', 'status 400', '', { status: 400 }],
  ['error', 'a redirect nobody followed', '', { status: 302 }],
  ['error', 'a PDF', '%PDF-1.7 …', type('application/pdf')],
  ['error', 'a PDF said to be HTML', '%PDF-1.7 …'],
  ['error', 'a picture', '\u0089PNG', type('image/png')],
  ['error', 'an empty body', ''],
  ['error', 'a page with nothing in it', '<html><body></body></html>'],
]

describe('judge', () => {
  for (const [kind, name, html, rest] of cases) {
    test(`says ${kind} of ${name}`, () => {
      const verdict = judge(pageOf(html, rest))
      expect(verdict, verdict.reasons.join('; ')).toMatchObject({ kind })
      expect(verdict.reasons.length).toBeGreaterThan(0)
    })
  }

  test('never takes a removed page for a blocked one, nor the other way round, whatever the status', () => {
    for (const [kind, name, html, rest] of cases) {
      if (kind !== 'removed' && kind !== 'blocked') continue
      const other = kind === 'removed' ? 'blocked' : 'removed'
      expect(judge(pageOf(html, { ...rest, status: rest?.status ?? 200 })).kind, name).not.toBe(other)
    }
  })

  test('heeds the words of a site', () => {
    const page = pageOf(shop('Áo', `<h1 class="gone">Áo</h1><p>Đã có người mua mất rồi</p><p>${prose(3500)}</p>`))
    expect(judge(page).kind).toBe('served')
    expect(judge(page, { removed: ['đã có người mua'] }).kind).toBe('removed')
    expect(judge(page, { removed: [/class="gone"/g] }).kind).toBe('removed')
    expect(judge(page, { removed: ['bán hết'] }).kind).toBe('served')
  })

  test('ends on hostile markup', () => {
    for (const piece of ['<', '<!--', '<script', '<h1', '<a href="', '&', '</', '<title>', 'ld+json', '<svg '])
      expect(judge(pageOf(piece.repeat(50_000))).reasons.length).toBeGreaterThan(0)
  })
})
