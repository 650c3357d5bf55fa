// longer than the rest: one table of whole pages
import { bare, from, theme, woo } from './frames.ts'
import { labelled } from './page.ts'

const small = (title: string, main: string) =>
  bare(
    title,
    `<nav><a href="/">Trang chủ</a> <a href="/gioi-thieu">Giới thiệu</a> <a href="/lien-he">Liên hệ</a></nav>${main}<footer>Cơ sở Mẫu – 0900 000 000</footer>`,
  )

/** Pages with so few words that one phrase might decide. */
export const scant = [
  ...labelled('served', [
    [
      'clinic that closed one service',
      small(
        'Spa Mẫu',
        '<h1>Chăm sóc da</h1><p>Dịch vụ tắm trắng tạm ngưng, các dịch vụ khác vẫn hoạt động. Giá từ hai trăm nghìn.</p>',
      ),
      from('https://spa.example/'),
    ],
    [
      'shop moved',
      small(
        'Giày Mẫu',
        '<h1>Giày Mẫu</h1><p>Cửa hàng đã chuyển sang địa chỉ mới: 45 phố Thử. Địa chỉ cũ đã đóng cửa.</p>',
      ),
      from('https://giaymau.example/'),
    ],
    [
      'account for games, no price',
      small(
        'Acc game',
        '<h1>Acc Liên Quân trắng thông tin</h1><p>Bảo hành trọn đời, acc bị khóa đổi acc mới. Ib Zalo 0900000000.</p>',
      ),
      from('https://accgame.example/'),
    ],
    [
      'link in a bio',
      bare(
        'Tuixinh.hn',
        '<img src="ava.jpg"><h1>@tuixinh.hn</h1><a href="https://shopee.vn/tuixinh">Shopee</a><a href="https://www.facebook.com/tuixinh">Facebook</a><a href="https://zalo.me/0900">Zalo</a>',
      ),
      from('https://linktr.ee/tuixinh.hn'),
    ],
    [
      'sticker with a warning',
      small(
        'Tem dán',
        '<h1>Tem "Cấm truy cập"</h1><p>Tem dán cửa: “Khu vực hạn chế, không được vào”. In theo yêu cầu.</p>',
      ),
      from('https://inan.example/tem'),
    ],
    [
      'sign for an access door',
      small('Bảng hiệu', '<h1>Bảng "No Access – Authorized Personnel Only"</h1><p>Mica 3mm, giá theo kích thước.</p>'),
      from('https://inan.example/bang'),
    ],
    [
      'vending robot',
      small(
        'Robot',
        '<h1>Robot phục vụ nhà hàng</h1><p>Robot tự tránh người, bạn không phải là kỹ sư vẫn dùng được.</p>',
      ),
      from('https://robot.example/'),
    ],
    [
      'exam papers',
      small('Đề thi', '<h1>500 đề thi lớp 9</h1><p>Sách in, bìa mềm. Nhắn tin để nhận báo giá.</p>'),
      from('https://sach.example/de'),
    ],
    [
      'code for a promotion ran out',
      small(
        'Khuyến mãi',
        '<h1>Mã giảm giá tháng 11</h1><p>Mã FREESHIP đã hết hạn. Mã SALE11 còn hạn đến 30/11. Áp dụng cho mọi đôi giày.</p>',
      ),
      from('https://giaymau.example/km'),
    ],
    [
      'listing that ends tomorrow',
      small('Đấu giá', '<h1>Đấu giá bình gốm cổ</h1><p>Tin hết hạn sau 1 ngày. Giá khởi điểm 3 triệu.</p>'),
      from('https://daugia.example/binh'),
    ],
    [
      'VPS seller with a suspended example',
      small(
        'Hosting',
        '<h1>Hosting giá rẻ</h1><p>Cách xử lý khi website báo “Account Suspended” hoặc “Error establishing a database connection”: liên hệ kỹ thuật 24/7.</p>',
      ),
      from('https://hostre.example/'),
    ],
    [
      'gallery that only scripts enlarge',
      bare(
        'Album áo cưới',
        '<h1>Album áo cưới</h1><img src="1.jpg"><img src="2.jpg"><img src="3.jpg"><script src="lightbox.js"></script>',
      ),
      from('https://aocuoi.example/'),
    ],
    [
      'guest book with a picture code',
      small(
        'Sổ góp ý',
        '<h1>Sổ góp ý</h1><form><textarea name="y"></textarea><img src="captcha.png"><p>Nhập mã xác nhận để tiếp tục</p></form>',
      ),
      from('https://giaymau.example/gop-y'),
    ],
    [
      'account page of the shop with goods viewed',
      theme('Sản phẩm đã xem', '<h1>Sản phẩm đã xem</h1><p>Bạn chưa xem sản phẩm nào.</p>'),
      from('https://shopmau.example/pages/da-xem'),
    ],
    [
      'wish list, nothing',
      woo(
        'Yêu thích',
        '<h1>Danh sách yêu thích</h1><p>Sản phẩm đã được xóa khỏi danh sách yêu thích. Chưa có sản phẩm nào.</p>',
      ),
      from('https://cuahangmau.example/yeu-thich/'),
    ],
    [
      'order tracking',
      theme(
        'Tra cứu đơn hàng',
        '<h1>Tra cứu đơn hàng</h1><p>Không tìm thấy đơn hàng? Vui lòng kiểm tra lại mã.</p><form><input></form>',
      ),
      from('https://shopmau.example/pages/tra-cuu'),
    ],
    [
      'page about counterfeits',
      small(
        'Cảnh báo',
        '<h1>Cảnh báo hàng giả</h1><p>Nhiều gian hàng giả mạo thương hiệu đã bị khóa. Hãy mua tại cửa hàng chính thức.</p>',
      ),
      from('https://hieu.example/canh-bao'),
    ],
    [
      'shop front whose products need a call',
      small('Cơ khí', '<h1>Máy ép phế liệu</h1><p>Truy cập bị giới hạn tốc độ? Gọi chúng tôi.</p><img src="m.jpg">'),
      from('https://cokhi.example/'),
    ],
    [
      'under 18 not served, text only',
      small(
        'Thuốc lào',
        '<h1>Thuốc lào Tiên Lãng</h1><p>Không bán cho người dưới 18 tuổi. Gói 100g, liên hệ đặt hàng.</p>',
      ),
      from('https://thuoclao.example/'),
    ],
  ]),
  ...labelled('blocked', [
    [
      'GoDaddy firewall',
      '<html><head><title>GoDaddy Security - Access Denied</title></head><body><h1>Access Denied - GoDaddy Website Firewall</h1><h2>If you are the site owner (or you manage this site), please whitelist your IP.</h2><p>Block details: Your IP: 203.0.113.7 URL: shop.example/ Block ID: BNP005</p></body></html>',
      from('https://shop.example/', 200),
    ],
    [
      'Tencent EdgeOne',
      bare(
        'Restricted Access',
        '<h1>567 Restricted Access</h1><p>Your request has been blocked by the security policy of the site. Request ID: 16788</p>',
      ),
      from('https://abc.example/', 567),
    ],
    [
      'CleanTalk',
      bare(
        'Website is protected',
        '<h1>Anti-Crawler Protection is checking your browser and IP 203.0.113.7 for spam bots</h1><p>To continue, please enable cookies. You will be redirected in 3 seconds.</p><p>Anti-Crawler Protection by CleanTalk</p>',
      ),
      from('https://shopwp.example/', 403),
    ],
    [
      'Citrix',
      '<html><head><title>Error</title></head><body>Http/1.1 Internal Server Error 43531337: The transaction has been blocked by the Web App Firewall. Access denied.</body></html>',
      from('https://sieu.example/', 200),
    ],
    [
      'Barracuda',
      '<html><body><h2>The request / response that are contrary to the Web server security policies defined by the administrator have been blocked.</h2></body></html>',
      from('https://sieu.example/a', 200),
    ],
    [
      'All In One Security',
      bare('403', '<h1>403 Forbidden</h1><p>You do not have permission to access this document.</p>'),
      from('https://shopwp.example/x', 403),
    ],
    [
      'aaPanel firewall in Chinese panel, English page',
      bare(
        'Sorry, your request appears abnormal',
        '<h2>Your request has been intercepted by the site firewall</h2><p>Please complete the slider to continue</p>',
      ),
      from('https://nho.example/', 200),
    ],
    [
      'LinkedIn',
      '<html><head><script>window.onload=function(){var trk="bf";location.href="https://www.linkedin.com/authwall?trk="+trk;}</script></head></html>',
      from('https://www.linkedin.com/company/x', 999),
    ],
    [
      'Amazon dogs',
      bare(
        'Robot Check',
        '<h4>Enter the characters you see below</h4><p>Sorry, we just need to make sure you\'re not a robot. For best results, please make sure your browser is accepting cookies.</p><form action="/errors/validateCaptcha"><input name="field-keywords"></form>',
      ),
      from('https://www.amazon.com/dp/B0', 200),
    ],
    [
      'too many, Vietnamese 429',
      bare('Quá nhiều yêu cầu', '<h1>429</h1><p>Quá nhiều yêu cầu. Vui lòng thử lại sau ít phút.</p>'),
      from('https://api.example/', 200),
    ],
  ]),
  ...labelled('removed', [
    [
      'MyBB thread',
      bare(
        'Diễn đàn',
        '<table><tr><td><strong>Diễn đàn</strong></td></tr><tr><td>The specified thread does not exist.</td></tr></table>',
      ),
      from('https://mybb.example/thread-9.html', 200),
    ],
    [
      'Magento 404',
      bare(
        '404 Not Found',
        '<h1>Whoops, our bad...</h1><p>The page you requested was not found, and we have a fine guess why.</p>',
      ),
      from('https://mag.example/a.html', 404),
    ],
    [
      'PrestaShop gone',
      bare('Shop', '<h1>This product is no longer available.</h1><p>Search again what you are looking for</p>'),
      from('https://presta.example/9-a.html', 410),
    ],
    [
      'Zalo group gone',
      bare('Zalo', '<p>Link tham gia nhóm không còn hiệu lực</p>'),
      from('https://zalo.me/g/abc', 200),
    ],
    [
      'Facebook page gone, older words',
      bare(
        'Không tìm thấy trang',
        '<h2>Rất tiếc, nội dung này hiện không hiển thị</h2><p>Liên kết bạn đã theo có thể đã hết hạn hoặc trang chỉ hiển thị với một đối tượng không bao gồm bạn.</p>',
      ),
      from('https://www.facebook.com/tui', 404),
    ],
    [
      'ad hidden by its owner',
      bare('Rao vặt', '<h1>Tin đăng đã bị người bán ẩn</h1><p>Bạn có thể xem tin khác.</p>'),
      from('https://rao.example/tin/9', 200),
    ],
    [
      'shop that is no more on its builder',
      bare(
        'Website không tồn tại',
        '<h1>Website không tồn tại</h1><p>Website bạn truy cập chưa được đăng ký hoặc đã hết hạn sử dụng.</p>',
      ),
      from('https://cu.mysapo.net/', 200),
    ],
    [
      'Google site gone',
      bare(
        'Error 404 (Not Found)!!1',
        '<p><b>404.</b> <ins>That’s an error.</ins><p>The requested URL was not found on this server. <ins>That’s all we know.</ins>',
      ),
      from('https://sites.google.com/view/tui', 404),
    ],
    [
      'Apache 404',
      '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on this server.</p><p>Additionally, a 403 Forbidden error was encountered while trying to use an ErrorDocument to handle the request.</p></body></html>',
      from('http://a.example/b', 404),
    ],
  ]),
  ...labelled('login-wall', [
    [
      'phpBB',
      bare(
        'Diễn đàn - Đăng nhập',
        '<h2>Diễn đàn yêu cầu bạn đăng ký và đăng nhập để xem chuyên mục này.</h2><form><input type="text"><input type="password"></form>',
      ),
      from('https://phpbb.example/viewforum.php?f=2', 403),
    ],
    [
      'basic authentication of nginx',
      '<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>nginx</center></body></html>',
      from('https://kin.example/', 401, { 'www-authenticate': 'Basic realm="kin"' }),
    ],
  ]),
  ...labelled('error', [
    [
      'Magento down',
      bare(
        'Service Temporarily Unavailable',
        '<h1>Service Temporarily Unavailable</h1><p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems.</p>',
      ),
      from('https://mag.example/', 503),
    ],
    [
      'OpenCart maintenance',
      bare(
        'Bảo trì',
        '<h1>Bảo trì</h1><center><h2>Chúng tôi đang thực hiện bảo trì định kỳ. Website sẽ trở lại sớm nhất có thể.</h2></center>',
      ),
      from('https://oc.example/', 503),
    ],
    [
      'Heroku',
      bare('Application Error', '<iframe src="https://www.herokucdn.com/error-pages/application-error.html"></iframe>'),
      from('https://x.herokuapp.com/', 503),
    ],
    [
      'WordPress briefly',
      bare('Bảo trì', '<p>Tạm thời không sử dụng được do bảo trì theo lịch. Hãy kiểm tra lại sau một phút.</p>'),
      from('https://wp.example/', 200),
    ],
  ]),
]
