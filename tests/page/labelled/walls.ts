// longer than the rest: one table of whole pages
import { at, doc, json, labelled, shop, status } from './page.ts'

const form =
  '<form method="post"><input name="email" placeholder="E-mail"><input type="password" name="pass"><button>Đăng nhập</button></form>'
const facebook = (path: string) => at(path, 'https://www.facebook.example/groups/1/posts/2')

export const loginWalls = labelled('login-wall', [
  [
    'a social network in Vietnamese',
    doc(
      'Đăng nhập Facebook',
      `<h2>Đăng nhập Facebook</h2><p>Bạn phải đăng nhập để tiếp tục.</p>${form}<a href="/recover">Quên mật khẩu?</a>`,
    ),
    facebook('https://www.facebook.example/login/?next=%2Fgroups'),
  ],
  ['a social network in English', doc('Log into Facebook', `<p>You must log in to continue.</p>${form}`)],
  [
    'a private group',
    doc(
      'Hội mua bán | Facebook',
      `<h1>Hội mua bán</h1><p>Nhóm riêng tư · 12K thành viên</p><p>Tham gia nhóm này để xem bài viết.</p>${form}`,
    ),
  ],
  [
    'photographs',
    doc('Login • Instagram', `<p>Log in to see photos and videos from friends.</p>${form}`),
    at('https://www.instagram.example/accounts/login/?next=%2Fp%2F1'),
  ],
  [
    'photographs in Vietnamese',
    doc(
      'Instagram',
      '<p>Đăng nhập để xem ảnh và video của shop này.</p><a href="/accounts/login">Đăng nhập</a> <a href="/signup">Đăng ký</a>',
    ),
  ],
  [
    'short videos',
    doc(
      'Đăng nhập | TikTok',
      '<h2>Đăng nhập vào TikTok</h2><p>Sử dụng mã QR</p><p>Số điện thoại / Email / Tên người dùng</p>',
    ),
    at('https://www.tiktok.example/login?redirect_url=x'),
  ],
  ['a messenger', doc('Đăng nhập tài khoản', `<h2>Đăng nhập tài khoản Zalo để kết nối với ứng dụng web</h2>${form}`)],
  [
    'a professional network',
    doc('Sign Up', `<h1>Join to view full profiles</h1><p>Already on it? Sign in</p>${form}`),
    at('https://www.network.example/authwall?trk=x'),
  ],
  [
    'a marketplace',
    doc('Đăng nhập ngay để bắt đầu mua sắm', `<h1>Đăng nhập</h1>${form}<p>Bạn mới biết đến sàn? Đăng ký</p>`),
    at('https://san.example.vn/buyer/login?next=%2F'),
  ],
  ['a forum', doc('Diễn đàn', `<p>Bạn chưa đăng nhập hoặc bạn không có quyền truy cập trang này.</p>${form}`)],
  [
    'a forum with 403',
    doc('Diễn đàn', '<h1>Lỗi</h1><p>Bạn phải đăng nhập hoặc đăng ký để xem nội dung này.</p>'),
    status(403),
  ],
  [
    'a forum in English',
    doc('Forum', '<div class="blockMessage">You must be logged-in to do that.</div>'),
    status(403),
  ],
  [
    'members of a shop',
    shop(
      'Khu vực đại lý',
      `<h1>Khu vực dành cho đại lý</h1><p>Vui lòng đăng nhập tài khoản đại lý để xem sản phẩm.</p>${form}`,
    ),
  ],
  [
    'a shop behind one password',
    doc(
      'Shop Mẫu – Opening Soon',
      '<h1>Opening Soon</h1><p>Enter store using password</p><form><input type="password" name="password"><button>Enter</button></form>',
    ),
    at('https://shop.example.vn/password'),
  ],
  [
    'a post behind a password',
    shop(
      'Được bảo vệ: Bảng giá sỉ',
      '<p>Nội dung này được bảo mật. Hãy nhập mật khẩu để xem tiếp:</p><form><input type="password"></form>',
    ),
  ],
  ['a private video', doc('Video', '<p>Video riêng tư. Đăng nhập nếu bạn đã được cấp quyền xem video này.</p>')],
  [
    'basic authentication',
    doc('401 Authorization Required', '<center><h1>401 Authorization Required</h1></center>'),
    status(401, { 'www-authenticate': 'Basic realm="shop"' }),
  ],
  [
    'an API that wants a token',
    '{"error":{"message":"An access token is required to request this resource.","type":"OAuthException","code":104}}',
    json(400),
  ],
  ['an API that wants a login', '{"code":"UNAUTHORIZED","message":"Vui lòng đăng nhập"}', json()],
])

export const consentWalls = labelled('consent-wall', [
  [
    'a search company',
    doc(
      'Before you continue',
      '<h1>Before you continue to YouTube</h1><p>We use cookies and data to deliver and maintain services.</p><form><button>Reject all</button><button>Accept all</button></form>',
    ),
    at('https://consent.example.com/m?continue=x', 'https://www.example.com/watch?v=1'),
  ],
  [
    'a search company in Vietnamese',
    doc(
      'Trước khi bạn tiếp tục',
      '<h1>Trước khi bạn tiếp tục</h1><p>Chúng tôi sử dụng cookie và dữ liệu để cung cấp dịch vụ.</p><button>Từ chối tất cả</button><button>Chấp nhận tất cả</button>',
    ),
  ],
  [
    'a newspaper',
    doc(
      'Privacy choices',
      '<h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data. You may accept or manage your choices.</p><button>Manage options</button><button>Accept all</button>',
    ),
  ],
  [
    'a portal',
    doc(
      'Consent',
      '<p>Your privacy is important to us. To continue to the site, please agree to our use of cookies.</p><button name="agree" value="agree">I agree</button>',
    ),
    at('https://guce.example.com/consent?sessionId=1'),
  ],
  [
    'a platform of consent alone',
    doc(
      'Shop',
      '<div id="onetrust-banner"><p>This site uses cookies. By clicking “Accept all cookies” you agree to the storing of cookies on your device.</p><button>Accept all cookies</button><button>Reject all</button></div><script src="/otSDKStub.js"></script>',
    ),
  ],
  [
    'agree in Vietnamese',
    doc(
      'Chính sách cookie',
      '<p>Để tiếp tục, bạn cần đồng ý với việc sử dụng cookie và xử lý dữ liệu cá nhân.</p><button>Đồng ý</button><button>Từ chối</button>',
    ),
  ],
  [
    'terms first',
    doc(
      'Điều khoản',
      '<h1>Điều khoản sử dụng</h1><p>Bạn cần đồng ý với điều khoản sử dụng để tiếp tục truy cập trang này.</p><button>Tôi đồng ý</button>',
    ),
  ],
  [
    'an age gate',
    doc(
      'Rượu Mẫu',
      '<h2>Bạn đã đủ 18 tuổi chưa?</h2><p>Website có nội dung về đồ uống có cồn.</p><a href="?age=1">Tôi đã đủ 18 tuổi</a> <a href="https://example.com">Chưa đủ</a>',
    ),
  ],
  [
    'an age gate in English',
    doc(
      'Vape Shop',
      '<p>You must be 21 or older to enter this website.</p><button>Yes, I am over 21</button><button>No</button>',
    ),
  ],
  [
    'a content warning of blogs',
    doc(
      'Content warning',
      '<h1>Sensitive content warning</h1><p>This blog may contain content only suitable for adults. Click to continue.</p><a href="?zx=1">I understand and I wish to continue</a>',
    ),
  ],
])

export const geoDifferent = labelled('geo-different', [
  [
    'a shop in English',
    doc(
      'Not available',
      '<h1>This product is not available in your country</h1><p>Please choose another shipping destination.</p>',
    ),
  ],
  ['a site in English', doc('Sorry', '<p>Our website is currently unavailable in your region.</p>')],
  [
    'a site with 403',
    doc('Unavailable', '<h1>Sorry</h1><p>This content is not available in your location.</p>'),
    status(403),
  ],
  [
    'a newspaper with 451',
    doc(
      '451',
      '<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area and therefore access cannot be granted at this time.</p>',
    ),
    status(451),
  ],
  [
    'a network by country',
    doc(
      'Access denied',
      '<h1>Error 1009</h1><h2>Access denied</h2><p>The owner of this website has banned the country or region your IP address is in (VN) from accessing this website.</p>',
    ),
    status(403),
  ],
  [
    'a cloud network by country',
    doc(
      'ERROR',
      '<h1>403 ERROR</h1><p>The Amazon CloudFront distribution is configured to block access from your country.</p>',
    ),
    status(403),
  ],
  ['a video', doc('Video', '<p>The uploader has not made this video available in your country</p>')],
  ['a video in Vietnamese', doc('Video', '<p>Video này không có ở quốc gia của bạn</p>')],
  ['a shop in Vietnamese', doc('Sàn Mẫu', '<p>Sản phẩm này không được bán tại khu vực của bạn.</p>')],
  [
    'a service in Vietnamese',
    doc('Thông báo', '<p>Rất tiếc, dịch vụ hiện chưa hỗ trợ tại quốc gia hoặc khu vực của bạn.</p>'),
  ],
  [
    'delivery to one place only',
    shop(
      'Siêu thị Mẫu',
      '<p>Sản phẩm chỉ giao hàng tại TP. Hồ Chí Minh. Vui lòng chọn khu vực giao hàng để xem giá và tình trạng còn hàng.</p>',
    ),
  ],
  [
    'a place to choose first',
    doc(
      'Siêu thị Mẫu',
      '<h1>Chọn tỉnh/thành phố của bạn</h1><p>Vui lòng chọn khu vực để xem sản phẩm và khuyến mãi.</p><ul><li>Hà Nội</li><li>TP. Hồ Chí Minh</li><li>Đà Nẵng</li><li>Cần Thơ</li></ul>',
    ),
  ],
  [
    'a country to choose first',
    doc(
      'Select your country',
      '<h1>Choose your country or region</h1><ul><li>Australia</li><li>Singapore</li><li>United States</li></ul>',
    ),
  ],
  [
    'only for its own country',
    doc('Store', '<p>This store only ships to the United States. You appear to be visiting from Vietnam.</p>'),
  ],
  [
    'foreign addresses shut out',
    doc('Thông báo', '<p>Website chỉ cho phép truy cập từ Việt Nam. Địa chỉ IP nước ngoài không được hỗ trợ.</p>'),
    status(403),
  ],
  ['an API by country', '{"status":"error","message":"This item is not available in your country"}', json()],
])
