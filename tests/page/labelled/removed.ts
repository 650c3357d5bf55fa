// longer than the rest: one table of whole pages
import { at, doc, json, labelled, shop, status } from './page.ts'

const suggestions = Array.from(
  { length: 12 },
  (_, n) =>
    `<div class="card"><a href="/sp-${n}.html">Áo khoác gió nam mẫu ${n}</a> <span>${n + 1}99.000₫</span></div>`,
).join('\n')

export const removed = labelled('removed', [
  // marketplaces
  [
    'a marketplace item, in the manner of an orange one',
    doc(
      'Shop Cam | Mua và bán trên ứng dụng',
      '<div id="main"><div>Sản phẩm này không tồn tại</div><a href="/">Trở về trang chủ</a></div><script src="/pc.js"></script>',
    ),
  ],
  [
    'an item taken down for its content',
    shop(
      'Chợ Mẫu',
      '<div class="empty"><img src="/ghost.png"><p>Sản phẩm này đã bị gỡ do vi phạm chính sách đăng bán.</p></div>',
    ),
  ],
  [
    'an item no longer on sale, in English',
    doc(
      'Online marketplace',
      `<h3>Sorry! This product is no longer available.</h3><p>But we found similar items for you.</p>${suggestions}`,
    ),
  ],
  [
    'an item that is not sold any more',
    shop('Sàn Mẫu', `<h2>Rất tiếc, sản phẩm này không còn được bán nữa</h2><p>Bạn có thể tham khảo</p>${suggestions}`),
  ],
  [
    'an item the marketplace stopped trading',
    shop('Sàn Mẫu', '<h1>Sản phẩm đã ngừng kinh doanh</h1><p>Mời bạn xem sản phẩm khác.</p>'),
  ],
  [
    'a link to an item that is wrong',
    shop('Sàn Mẫu', '<p>Không tìm thấy sản phẩm bạn yêu cầu.</p><a href="/">Về trang chủ</a>'),
  ],
  [
    'a classified that its seller hid',
    shop(
      'Chợ Rao',
      '<div><b>Tin đăng không còn tồn tại</b><p>Tin này đã được người bán ẩn hoặc đã bán. Xem các tin tương tự bên dưới.</p></div>' +
        suggestions,
    ),
  ],
  ['a classified that ran out', shop('Chợ Rao', `<p>Tin rao này đã hết hạn hiển thị.</p>${suggestions}`)],
  [
    'a classified refused by the moderators',
    shop('Chợ Rao', '<h1>Tin đăng đã bị từ chối hoặc bị xóa bởi quản trị viên</h1>'),
  ],
  [
    'a shop that was locked',
    shop('Sàn Mẫu', '<h1>Gian hàng này đã bị khóa</h1><p>Vui lòng quay lại sau hoặc chọn gian hàng khác.</p>'),
  ],
  ['a shop on holiday for good', shop('Sàn Mẫu', '<p>Shop này đã ngừng hoạt động</p>')],
  ['an account that is gone', doc('Chợ Rao', '<p>Tài khoản này không tồn tại hoặc đã bị khóa.</p>')],
  [
    'an ad that ended, in English',
    doc('Classifieds', '<h1>This ad has been removed by the seller</h1><p>Here are similar ads.</p>'),
  ],
  [
    'a listing that ended',
    doc('Auctions', '<p>This listing was ended by the seller because the item is no longer available.</p>'),
  ],
  [
    'a soft 404 that suggests twelve others',
    shop(
      'Không tìm thấy sản phẩm - Shop Mẫu',
      `<h1>Không tìm thấy sản phẩm</h1><p>Sản phẩm bạn đang tìm không có hoặc đã bị xoá khỏi cửa hàng.</p>${suggestions}`,
    ),
  ],
  [
    'a soft 404 of a shop engine',
    shop(
      '404 Không tìm thấy – Shop Mẫu',
      '<h1>404</h1><p>Trang bạn yêu cầu không tồn tại. Click vào đây để tiếp tục mua sắm.</p>',
    ),
  ],
  [
    'a soft 404 of a page builder',
    doc(
      'Oops! That page can&rsquo;t be found.',
      '<h1>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>',
    ),
  ],
  ['a soft 404 in capitals', shop('SHOP MẪU', '<h2>RẤT TIẾC! TRANG BẠN TÌM KIẾM KHÔNG TỒN TẠI</h2>')],
  ['a soft 404 without accents', shop('Shop Mau', '<p>Xin loi, trang ban tim khong ton tai hoac da bi xoa</p>')],
  [
    'a soft 404 in English',
    doc('Shop', "<p>We couldn't find the page you were looking for.</p><a href='/'>Continue shopping</a>"),
  ],
  [
    'a redirect to the not-found page',
    shop('Shop Mẫu', `<h1>Gợi ý cho bạn</h1>${suggestions}`),
    at('https://shop.example.vn/khong-tim-thay.html'),
  ],
  [
    '404 of a server',
    doc('404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>'),
    status(404),
  ],
  [
    '410 of a server',
    doc('410 Gone', '<h1>Gone</h1><p>The requested resource is no longer available on this server.</p>'),
    status(410),
  ],
  [
    '404 with a captcha in the page',
    shop('Không tìm thấy', '<p>Không tìm thấy trang</p><form><div class="g-recaptcha" data-sitekey="k"></div></form>'),
    status(404),
  ],
  [
    '404 that a content network passed on',
    shop(
      'Không tìm thấy',
      '<p>Trang không tồn tại</p><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
    ),
    status(404, { server: 'cloudflare' }),
  ],
  // social
  [
    'a social post that is gone or hidden',
    doc(
      'Facebook',
      '<div><span>Bạn hiện không xem được nội dung này</span><p>Lỗi này thường do chủ sở hữu chỉ chia sẻ nội dung với một nhóm nhỏ, thay đổi người được xem hoặc đã xóa nội dung.</p><a href="/login">Đăng nhập</a></div>',
    ),
  ],
  [
    'a social post that is gone, in English',
    doc(
      'Facebook',
      "<h2>This content isn't available right now</h2><p>When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted.</p><a href='/login'>Log in</a>",
    ),
  ],
  [
    'a profile that is gone',
    doc(
      'Page not found',
      "<h2>Sorry, this page isn't available.</h2><p>The link you followed may be broken, or the page may have been removed.</p>",
    ),
  ],
  ['a video that is gone', doc('Video', '<p>Video này không còn nữa do tài khoản đã bị chấm dứt.</p>')],
  [
    'a short video that is gone, in English',
    doc('TikTok', '<p>Video currently unavailable</p><p>Looking for videos? Try browsing our trending creators.</p>'),
  ],
  ['an account nobody has', doc('TikTok', "<p>Couldn't find this account</p><p>Looking for videos?</p>")],
  ['an account nobody has, in Vietnamese', doc('Mạng xã hội', '<p>Không tìm thấy tài khoản này</p>')],
  ['a group that was closed', doc('Mạng xã hội', '<p>Nhóm này không tồn tại hoặc đã bị giải tán</p>')],
  // hosts and registrars
  [
    'hosting that was suspended',
    doc(
      'Account Suspended',
      '<h1>Account Suspended</h1><p>This Account has been suspended. Contact your hosting provider for more information.</p>',
    ),
  ],
  [
    'hosting that ran out',
    doc(
      'Thông báo',
      '<h1>Website này đã hết hạn dịch vụ</h1><p>Quý khách vui lòng liên hệ nhà cung cấp để gia hạn hosting.</p>',
    ),
  ],
  [
    'hosting that was locked',
    doc(
      'Tạm khóa',
      '<p>Website đang tạm khóa do chưa thanh toán phí duy trì. Vui lòng liên hệ bộ phận kinh doanh.</p>',
    ),
  ],
  [
    'a shop of a builder that is closed',
    doc(
      'Cửa hàng không khả dụng',
      '<p>Sorry, this shop is currently unavailable.</p><p>Are you the store owner? Log in here.</p>',
    ),
    status(402),
  ],
  [
    'a domain that ran out',
    doc(
      'Tên miền hết hạn',
      '<h2>Tên miền này đã hết hạn</h2><p>Chủ thể vui lòng gia hạn trước khi tên miền bị thu hồi.</p>',
    ),
  ],
  [
    'a parked domain',
    doc(
      'shop-mau.example',
      '<h1>shop-mau.example</h1><p>This domain may be for sale. Related searches: shoes, watches, bags.</p><script src="https://parking.example/park.js"></script>',
    ),
  ],
  [
    'a parked domain in Vietnamese',
    doc(
      'Tên miền đang được rao bán',
      '<p>Tên miền shop-mau.example đang được rao bán. Liên hệ để mua tên miền này.</p>',
    ),
  ],
  [
    'a parked domain that says so',
    doc('shop-mau.example', '<p>This domain is parked free, courtesy of the registrar. Buy this domain.</p>'),
  ],
  // answers in JSON
  ['an API that does not know the item', '{"error":{"code":404,"message":"Product not found"}}', json()],
  ['an API that says it in Vietnamese', '{"success":false,"message":"Sản phẩm không tồn tại"}', json()],
  ['an API with status 404', '{"message":"Not Found"}', json(404)],
])
