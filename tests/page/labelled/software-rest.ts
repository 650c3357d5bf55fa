// longer than the rest: one table of whole pages
import { CF, cloudflareError, from, theme } from './frames.ts'
import { labelled } from './page.ts'

export const softwareWalls = [
  ...labelled('login-wall', [
    [
      'Shopee sends a shop page to the login',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Đăng nhập ngay và bắt đầu mua sắm! | Shopee Việt Nam</title></head><body><div id="main"></div><script src="https://deo.shopeemobile.com/shopee/login.js"></script></body></html>`,
      from(
        'https://shopee.vn/buyer/login?next=https%3A%2F%2Fshopee.vn%2Fsearch%3Fkeyword%3Dtui',
        200,
        {},
        'https://shopee.vn/search?keyword=tui',
      ),
    ],
    [
      'Facebook group asks for a login',
      `<!DOCTYPE html><html lang="vi" id="facebook"><head><meta charset="utf-8"><title>Đăng nhập Facebook</title></head><body><div id="globalContainer"><div class="login_form_container"><form id="login_form" action="/login/device-based/regular/login/?next=https%3A%2F%2Fwww.facebook.com%2Fgroups%2F1" method="post"><div>Bạn phải đăng nhập để tiếp tục.</div><input type="text" name="email" id="email" placeholder="Email hoặc số điện thoại"><input type="password" name="pass" id="pass" placeholder="Mật khẩu"><button name="login" type="submit">Đăng nhập</button><a href="/recover/initiate/">Quên tài khoản?</a></form></div></div></body></html>`,
      from(
        'https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Fgroups%2F123',
        200,
        {},
        'https://www.facebook.com/groups/123',
      ),
    ],
    [
      'Instagram login',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Đăng nhập • Instagram</title></head><body><div id="mount_0_0"><form id="loginForm"><input name="username" aria-label="Số điện thoại, tên người dùng hoặc email"><input name="password" type="password" aria-label="Mật khẩu"><button>Đăng nhập</button></form><a>Đăng nhập bằng Facebook</a><a>Quên mật khẩu?</a><p>Bạn không có tài khoản? Đăng ký</p></div></body></html>`,
      from(
        'https://www.instagram.com/accounts/login/?next=%2Fshop.tui%2F',
        200,
        {},
        'https://www.instagram.com/shop.tui/',
      ),
    ],
    [
      'Zalo asks to scan a code',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Đăng nhập Zalo</title></head><body><div id="app"><h2>Zalo</h2><p>Đăng nhập tài khoản Zalo để kết nối với ứng dụng Zalo Web</p><ul><li>VỚI MÃ QR</li><li>VỚI SỐ ĐIỆN THOẠI</li></ul><p>Chỉ dùng để đăng nhập Zalo trên máy tính</p><form><input type="tel" placeholder="Số điện thoại"><input type="password" placeholder="Mật khẩu"><button>Đăng nhập với mật khẩu</button></form></div></body></html>`,
      from(
        'https://id.zalo.me/account/login?continue=https%3A%2F%2Fchat.zalo.me%2F',
        200,
        {},
        'https://chat.zalo.me/?g=abcd',
      ),
    ],
    [
      'forum members only, XenForo in Vietnamese',
      `<!DOCTYPE html><html id="XF" lang="vi-VN" data-template="login" data-logged-in="false"><head><meta charset="utf-8"><title>Đăng nhập | Chợ đồng hồ</title></head><body data-template="login"><div class="p-body-content"><div class="blockMessage">Bạn phải đăng nhập hoặc đăng ký để xem nội dung này.</div><form action="/login/login" method="post" class="block"><dl><dt>Tên hoặc địa chỉ email</dt><dd><input name="login"></dd></dl><dl><dt>Mật khẩu</dt><dd><input type="password" name="password"></dd></dl><button>Đăng nhập</button></form></div></body></html>`,
      from('https://chodongho.example/threads/rolex.4434/', 403),
    ],
    [
      'wholesale shop, prices for members only',
      theme(
        'Đăng nhập đại lý',
        '<div class="login"><h1>Đăng nhập</h1><p>Vui lòng đăng nhập để tiếp tục. Chỉ đại lý đã được duyệt mới xem được sản phẩm.</p><form method="post" action="/account/login"><input type="email" name="email"><input type="password" name="password"><button>Đăng nhập</button></form></div>',
      ),
      from(
        'https://siquanao.example/account/login?checkout_url=/collections/all',
        200,
        {},
        'https://siquanao.example/collections/all',
      ),
    ],
    [
      'password-protected Shopify shop',
      `<!doctype html><html lang="en" class="password-page"><head><meta charset="utf-8"><title>Hanoi Bags &ndash; Opening Soon</title></head><body class="template-password"><header><h1>Hanoi Bags</h1></header><main><h2>Opening soon</h2><p>Be the first to know when we launch.</p><details><summary>Enter using password</summary><form method="post" action="/password"><input type="password" name="password"><button>Enter</button></form></details></main></body></html>`,
      from('https://hanoibags.example/password', 200, {}, 'https://hanoibags.example/'),
    ],
  ]),
  ...labelled('consent-wall', [
    [
      'YouTube before you continue',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trước khi bạn tiếp tục đến với YouTube</title></head><body><h1>Trước khi bạn tiếp tục đến với YouTube</h1><p>Chúng tôi sử dụng cookie và dữ liệu để cung cấp và duy trì các dịch vụ của Google, theo dõi sự cố ngừng dịch vụ và ngăn chặn hành vi gửi thư rác.</p><form action="https://consent.youtube.com/save" method="POST"><button>Từ chối tất cả</button><button>Chấp nhận tất cả</button></form></body></html>`,
      from(
        'https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Da',
        200,
        {},
        'https://www.youtube.com/watch?v=a',
      ),
    ],
    [
      'age gate of a wine shop',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Xác nhận độ tuổi</title></head><body><div class="agegate"><img src="/logo.png"><h1>Bạn đã đủ 18 tuổi chưa?</h1><p>Website có giới thiệu sản phẩm rượu. Bạn cần xác nhận đủ 18 tuổi trở lên để truy cập.</p><a class="btn" href="?age=1">Tôi đã đủ 18 tuổi</a><a class="btn" href="https://google.com">Tôi chưa đủ 18 tuổi</a></div></body></html>`,
      from('https://ruouvangnhap.example/'),
    ],
    [
      'age gate of a vape shop, in English',
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Age Verification</title></head><body><div class="modal"><h2>Age Verification</h2><p>You must be 18 or older to enter this site. Products contain nicotine. Nicotine is an addictive chemical.</p><button>Yes, I am over 18</button><button>No, exit</button></div></body></html>`,
      from('https://podvape.example/age-verification?return=/pods', 200, {}, 'https://podvape.example/pods'),
    ],
    [
      'cookie wall, whole page',
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>We value your privacy</title></head><body><div class="gdpr"><h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on a device, such as cookies, and process personal data. You need to accept cookies to continue to the site, or subscribe.</p><button>Accept all</button><button>Manage options</button></div></body></html>`,
      from('https://outlet-fashion.example/en/bags'),
    ],
  ]),
  ...labelled('geo-different', [
    [
      'Cloudflare 1009 country ban',
      cloudflareError(
        'Access denied | outlet.example used Cloudflare to restrict access',
        'outlet.example',
        '<h1><span>Error</span> <span>1009</span></h1><h2>Access denied</h2>',
        '<h2>What happened?</h2><p>The owner of this website (outlet.example) has banned the country or region your IP address is in (VN) from accessing this website.</p>',
      ),
      from('https://outlet.example/sale', 403, CF),
    ],
    [
      'product not sold in this region, TikTok Shop',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>TikTok Shop</title></head><body><div id="app"><p>Sản phẩm này không có sẵn ở quốc gia hoặc khu vực của bạn</p></div></body></html>`,
      from('https://www.tiktok.com/shop/pdp/1729000000'),
    ],
    [
      'site closed to visitors from Europe, 451',
      `<!DOCTYPE html><html><head><title>Unavailable due to legal reasons</title></head><body><h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time.</p></body></html>`,
      from('https://www.bagoutlet.example/', 451),
    ],
    [
      'only for visitors in Vietnam',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Thông báo</title></head><body><h1>Rất tiếc!</h1><p>Dịch vụ này hiện không khả dụng tại quốc gia của bạn. Website chỉ phục vụ khách hàng truy cập từ Việt Nam.</p></body></html>`,
      from('https://sieuthi.example/', 403),
    ],
    [
      'YouTube, not made available in this country',
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>YouTube</title></head><body><div class="reason">Video unavailable</div><div class="subreason">The uploader has not made this video available in your country</div></body></html>`,
      from('https://www.youtube.com/watch?v=abcdefghijk'),
    ],
  ]),
]

export const softwareRest = [
  ...labelled('empty-shell', [
    [
      'React root',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"/><link rel="icon" href="/favicon.ico"/><title>React App</title><script defer="defer" src="/static/js/main.0a1b.js"></script><link href="/static/css/main.css" rel="stylesheet"></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`,
      from('https://shoplive.example/p/12'),
    ],
    [
      'Angular root',
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Siêu thị Mẫu</title><base href="/"></head><body><app-root><div class="loading"><img src="assets/loading.gif" alt=""></div></app-root><script src="runtime.js" type="module"></script><script src="main.js" type="module"></script></body></html>`,
      from('https://sieuthimau.example/danh-muc/sua'),
    ],
    [
      'Nuxt root',
      `<!doctype html><html><head><title>Nhà sách</title><script>window.__NUXT__={serverRendered:false}</script></head><body><div id="__nuxt"><style>#nuxt-loading{color:#fff}</style><div id="nuxt-loading" aria-live="polite" role="status"><div>Loading...</div></div></div><script src="/_nuxt/app.js"></script></body></html>`,
      from('https://nhasach.example/sach/1'),
    ],
    [
      'Next without its data',
      `<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><title>Chợ Mẫu</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{}},"page":"/item/[id]","query":{},"buildId":"x","nextExport":true,"isFallback":false}</script><script src="/_next/static/chunks/main.js"></script></body></html>`,
      from('https://chomau.example/item/55'),
    ],
    [
      'Shopee to an ordinary visitor',
      `<!DOCTYPE html><html lang="vi" class="classic"><head><meta charset="utf-8"><title>Shopee Việt Nam | Mua và Bán Trên Ứng Dụng Di Động Hoặc Website</title><meta name="description" content="Mua sắm trực tuyến hàng triệu sản phẩm ở tất cả ngành hàng."></head><body><div id="modal"></div><div id="main"></div><script src="https://deo.shopeemobile.com/shopee/bundle.js" defer></script><noscript>Shopee cần JavaScript để hoạt động.</noscript></body></html>`,
      from('https://shopee.vn/Giay-i.12.34'),
    ],
  ]),
  ...labelled('error', [
    [
      'PHP fell over',
      `<br />\n<b>Fatal error</b>:  Uncaught Error: Call to a member function get_price() on bool in /home/shop/public_html/wp-content/themes/shop/single.php:31\nStack trace:\n#0 {main}\n  thrown in <b>/home/shop/public_html/wp-content/themes/shop/single.php</b> on line <b>31</b><br />`,
      from('https://shoploi.example/san-pham/a', 500),
    ],
    [
      'WordPress without its database',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>Lỗi cơ sở dữ liệu</title></head><body id="error-page"><div class="wp-die-message"><h1>Lỗi kết nối đến cơ sở dữ liệu</h1></div></body></html>`,
      from('https://myphamxinh.example/', 500),
    ],
    [
      'WordPress critical error',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>WordPress &rsaquo; Lỗi</title></head><body id="error-page"><div class="wp-die-message"><p>Đã có lỗi nghiêm trọng trên website này.</p><p><a href="https://wordpress.org/documentation/article/faq-troubleshooting/">Tìm hiểu thêm về cách khắc phục lỗi WordPress.</a></p></div></body></html>`,
      from('https://myphamxinh.example/shop/', 500),
    ],
    [
      'under maintenance, status 503',
      theme(
        'Website đang bảo trì',
        '<h1>Website đang bảo trì</h1><p>Chúng tôi đang nâng cấp hệ thống để phục vụ quý khách tốt hơn. Vui lòng quay lại sau.</p>',
      ),
      from('https://thoitrangabc.example/', 503, { 'retry-after': '3600' }),
    ],
    [
      'under maintenance, status 200',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Bảo trì</title></head><body><h1>Hệ thống đang bảo trì</h1><p>Website đang được bảo trì, nâng cấp. Quý khách vui lòng quay lại sau. Xin cảm ơn!</p></body></html>`,
      from('https://dienmaymau.example/'),
    ],
    [
      'Cloudflare 522',
      cloudflareError(
        'phukienoto.example | 522: Connection timed out',
        'phukienoto.example',
        '<h1><span>Connection timed out</span> <span>Error code 522</span></h1>',
        "<h2>What happened?</h2><p>The initial connection between Cloudflare's network and the origin web server timed out. As a result, the web page can not be displayed.</p><h2>What can I do?</h2><p>Please try again in a few minutes.</p><div>Browser Working</div><div>Hong Kong Cloudflare Working</div><div>phukienoto.example Host Error</div>",
      ),
      from('https://phukienoto.example/', 522, CF),
    ],
    [
      'Cloudflare 1016',
      cloudflareError(
        'Origin DNS error | shopcu.example | Cloudflare',
        'shopcu.example',
        '<h1><span>Error</span> <span>1016</span></h1><h2>Origin DNS error</h2>',
        "<h2>What happened?</h2><p>You've requested a page on a website (shopcu.example) that is on the Cloudflare network. Cloudflare is currently unable to resolve your requested domain (shopcu.example).</p>",
      ),
      from('https://shopcu.example/', 530, CF),
    ],
    [
      'nginx 502',
      `<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0 (Ubuntu)</center>\r\n</body>\r\n</html>`,
      from('https://linhkien.example/', 502, { server: 'nginx/1.18.0 (Ubuntu)' }),
    ],
    [
      'ASP.NET server error',
      `<!DOCTYPE html><html><head><title>Runtime Error</title></head><body bgcolor="white"><span><H1>Server Error in '/' Application.<hr width=100% size=1 color=silver></H1><h2> <i>Runtime Error</i> </h2></span><b> Description: </b>An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely.</body></html>`,
      from('http://thietbi.example/product.aspx?id=3', 500, {
        server: 'Microsoft-IIS/10.0',
        'x-powered-by': 'ASP.NET',
      }),
    ],
    [
      'Laravel 500',
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Server Error</title></head><body class="antialiased"><div class="relative flex"><div class="px-4 text-lg border-r">500</div><div class="ml-4 text-lg uppercase">Server Error</div></div></body></html>`,
      from('https://banhang.example/sp/9', 500),
    ],
    [
      'data answer that failed',
      '{"code":500,"message":"Internal server error","data":null}',
      from('https://api.sanmau.example/items/9', 500, { 'content-type': 'application/json' }),
    ],
  ]),
  ...labelled('not-a-listing', [
    [
      'default nginx page',
      `<!DOCTYPE html><html><head><title>Welcome to nginx!</title><style>html { color-scheme: light dark; }</style></head><body><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p><p>For online documentation and support please refer to <a href="http://nginx.org/">nginx.org</a>.</p><p><em>Thank you for using nginx.</em></p></body></html>`,
      from('http://shopmoi.example/'),
    ],
    [
      'default Apache page of Ubuntu',
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><head><title>Apache2 Ubuntu Default Page: It works</title></head><body><div class="main_page"><div class="page_header floating_element"><span class="floating_element">Apache2 Ubuntu Default Page</span></div><div class="content_section_text"><p>This is the default welcome page used to test the correct operation of the Apache2 server after installation on Ubuntu systems. If you can read this page, it means that the Apache HTTP server installed at this site is working properly. You should replace this file (located at /var/www/html/index.html) before continuing to operate your HTTP server.</p></div></div></body></html>`,
      from('http://192.0.2.10/'),
    ],
    [
      'directory listing',
      `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><html><head><title>Index of /uploads</title></head><body><h1>Index of /uploads</h1><table><tr><th>Name</th><th>Last modified</th><th>Size</th></tr><tr><td><a href="/">Parent Directory</a></td><td></td><td>-</td></tr><tr><td><a href="a.jpg">a.jpg</a></td><td>2024-01-02 10:10</td><td>120K</td></tr></table></body></html>`,
      from('http://shopmoi.example/uploads/'),
    ],
    [
      'new Vietnamese host, nothing put there yet',
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Tên miền tenmienmoi.example đã được đăng ký</title></head><body><h1>Tên miền này đã được đăng ký tại Mắt Bão</h1><p>Website đang trong quá trình xây dựng. Nếu bạn là chủ sở hữu tên miền, vui lòng đăng nhập trang quản lý để cấu hình.</p></body></html>`,
      from('http://tenmienmoi.example/'),
    ],
  ]),
]
