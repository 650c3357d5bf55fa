// longer than the rest: one table of whole pages
import { cards, from, theme, woo } from './frames.ts'
import { labelled } from './page.ts'

export const softwareGone = labelled('removed', [
  [
    'Shopee item gone, rendered',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Shopee Việt Nam | Mua và Bán Trên Ứng Dụng Di Động Hoặc Website</title></head><body><div id="main"><div><header><a href="/">Shopee</a><a href="/buyer/signup">Đăng Ký</a><a href="/buyer/login">Đăng Nhập</a></header><div class="product-not-exist__content"><div class="product-not-exist__text">Sản phẩm này không tồn tại.</div><a class="btn" href="/">Trở về trang chủ</a></div><footer>© 2026 Shopee. Tất cả các quyền được bảo lưu.</footer></div></div></body></html>`,
    { ...from('https://shopee.vn/Tui-xach-i.1111.2222'), via: 'browser' as const },
  ],
  [
    'Lazada item gone, with similar goods',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Lazada.vn</title></head><body><div class="lzd-header"><a href="/">Lazada</a><a>Đăng nhập</a><a>Đăng ký</a></div><div class="error-info"><h3 class="error-title">Rất tiếc! Sản phẩm này hiện không còn được bán nữa</h3><p>Hãy xem các sản phẩm tương tự dưới đây</p></div><div class="recommend">${cards(10, 'Đồng hồ nam dây da', '189.000 ₫')}</div></body></html>`,
    from('https://www.lazada.vn/products/dong-ho-i23-s98.html', 404),
  ],
  [
    'Tiki item gone, data answer',
    '{"error":{"code":404,"message":"Sản phẩm không tồn tại"}}',
    from('https://tiki.vn/api/v2/products/55667788', 404, { 'content-type': 'application/json' }),
  ],
  [
    'Chợ Tốt ad gone',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Chợ Tốt - Website Mua Bán, Rao Vặt Trực Tuyến Hàng Đầu Của Người Việt</title></head><body><div id="__next"><header><a href="/">Chợ Tốt</a><input placeholder="Tìm sản phẩm..."></header><div class="NotFound_wrap"><img src="https://static.chotot.com/storage/404.svg"><h1>Tin đăng này đã hết hạn hoặc đã bán.</h1><p>Vui lòng xem các tin đăng tương tự.</p><button>Về trang chủ</button></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"statusCode":404}},"page":"/_error"}</script></body></html>`,
    from('https://www.chotot.com/mua-ban-dong-ho-quan-1-tp-ho-chi-minh/118273645.htm', 404),
  ],
  [
    'Facebook content no longer there, in Vietnamese',
    `<!DOCTYPE html><html lang="vi" id="facebook"><head><meta charset="utf-8"><title>Facebook</title></head><body><div role="banner"><a href="/">Facebook</a><form><input name="email" placeholder="Email hoặc điện thoại"><input type="password" name="pass"><button>Đăng nhập</button></form></div><div role="main"><h2>Bạn hiện không xem được nội dung này</h2><span>Lỗi này thường do chủ sở hữu chỉ chia sẻ nội dung với một nhóm nhỏ, thay đổi người được xem hoặc đã xóa nội dung.</span><a>Đi tới Bảng feed</a><a>Quay lại</a><a>Truy cập Trung tâm trợ giúp</a></div></body></html>`,
    { ...from('https://www.facebook.com/share/p/1AbCdEf/'), via: 'browser' as const },
  ],
  [
    'Facebook Marketplace item gone, in English',
    `<!DOCTYPE html><html lang="en" id="facebook"><head><meta charset="utf-8"><title>Marketplace | Facebook</title></head><body><div role="main"><h2>This listing is no longer available</h2><p>This listing may have been sold, or it may have been removed. Browse other listings near you.</p></div></body></html>`,
    from('https://www.facebook.com/marketplace/item/998877665544/'),
  ],
  [
    'Instagram profile gone',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Instagram</title></head><body><div id="mount_0_0"><a href="/accounts/login/">Đăng nhập</a><a href="/accounts/emailsignup/">Đăng ký</a><main><h2>Rất tiếc, trang này hiện không khả dụng.</h2><div>Liên kết bạn theo dõi có thể bị hỏng hoặc trang này có thể đã bị gỡ. <a href="/">Quay lại Instagram.</a></div></main></div></body></html>`,
    { ...from('https://www.instagram.com/tui.super.fake/', 404), via: 'browser' as const },
  ],
  [
    'TikTok account gone',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Không tìm thấy tài khoản này | TikTok</title></head><body><div id="app"><header>TikTok <button>Đăng nhập</button></header><main><p class="title">Không tìm thấy tài khoản này</p><p>Bạn đang tìm kiếm video? Hãy thử duyệt qua các tác giả, thẻ hashtag và âm thanh thịnh hành của chúng tôi.</p></main></div></body></html>`,
    from('https://www.tiktok.com/@shoptui.1998'),
  ],
  [
    'YouTube channel ended',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>YouTube</title></head><body><ytd-app><div class="yt-alert-message">Tài khoản này đã bị chấm dứt vì chúng tôi nhận được nhiều thông báo khiếu nại về hành vi vi phạm bản quyền của bên thứ ba liên quan đến nội dung mà người dùng đăng tải.</div></ytd-app><script>var ytInitialData = {"alerts":[{"alertRenderer":{"type":"ERROR","text":{"simpleText":"Tài khoản này đã bị chấm dứt"}}}]};</script></body></html>`,
    from('https://www.youtube.com/channel/UCabcdefghijklmnop'),
  ],
  [
    'a soft 404 of a Haravan theme',
    theme(
      'Trang không tìm thấy – Shop Mẫu',
      '<div class="layout-pageNotfound"><h1>404</h1><h2>Không tìm thấy trang</h2><p>Trang bạn đang tìm kiếm có thể đã được di chuyển, xóa bỏ hoặc không tồn tại.</p><a href="/">Trở về trang chủ</a></div>',
    ),
    from('https://shopmau.example/products/ao-khoac-da'),
  ],
  [
    'Sapo 404 with recommended goods beside it',
    theme(
      '404 - Không tìm thấy trang',
      `<section class="page404"><h1>Lỗi không tìm thấy trang</h1><p>Có vẻ như các trang mà bạn đang cố gắng tiếp cận không tồn tại nữa hoặc có thể nó vừa di chuyển.</p><a href="/">Trang chủ</a></section><section class="related"><h2>Có thể bạn quan tâm</h2>${cards(8, 'Giày thể thao nữ', '450.000₫')}</section>`,
      'bizweb.dktcdn.net',
    ),
    from('https://giaynu.mysapo.net/giay-abc', 404),
  ],
  [
    'WooCommerce theme 404',
    woo(
      'Không tìm thấy trang – Cửa hàng Mẫu',
      '<section class="error-404 not-found"><h1 class="page-title">Oops! Không tìm thấy trang này.</h1><p>Có vẻ như không có gì được tìm thấy ở đây. Bạn hãy thử một trong các liên kết bên dưới hoặc tìm kiếm?</p><form role="search"><input type="search" placeholder="Tìm kiếm"></form></section>',
      'error404 theme-flatsome woocommerce-no-js',
    ),
    from('https://cuahangmau.example/san-pham/vi-da/', 404),
  ],
  [
    'OpenCart, product not found',
    `<!DOCTYPE html><html dir="ltr" lang="vi"><head><meta charset="UTF-8" /><title>Không tìm thấy sản phẩm!</title><base href="https://maytinhcu.example/" /><link href="catalog/view/theme/default/stylesheet/stylesheet.css" rel="stylesheet"></head><body><nav id="top"><a href="index.php?route=account/login">Đăng nhập</a></nav><div id="cart"><button>0 sản phẩm - 0đ</button><ul class="dropdown-menu"><li><p class="text-center">Giỏ hàng đang trống!</p></li></ul></div><div id="error-not-found" class="container"><ul class="breadcrumb"><li>Không tìm thấy sản phẩm!</li></ul><div id="content"><h1>Không tìm thấy sản phẩm!</h1><p>Không tìm thấy sản phẩm!</p><div class="buttons"><a href="index.php?route=common/home" class="btn btn-primary">Tiếp tục</a></div></div></div></body></html>`,
    from('https://maytinhcu.example/index.php?route=product/product&product_id=71', 404),
  ],
  [
    'XenForo thread deleted',
    `<!DOCTYPE html><html id="XF" lang="vi-VN" data-app="public" data-template="error" data-logged-in="false"><head><meta charset="utf-8"><title>Oops! We ran into some problems. | Chợ đồng hồ</title></head><body data-template="error"><div class="p-nav"><a href="/login/">Đăng nhập</a><a href="/register/">Đăng ký</a></div><div class="p-body-content"><h1 class="p-title-value">Oops! We ran into some problems.</h1><div class="blockMessage">The requested thread could not be found.</div></div></body></html>`,
    from('https://chodongho.example/threads/rolex-rep.4433/', 404),
  ],
  [
    'a forum thread taken away by a moderator, vBulletin in Vietnamese',
    `<html><head><meta charset="utf-8"><meta name="generator" content="vBulletin 4.2.2"><title>Diễn đàn rao vặt</title></head><body><div class="standard_error"><h2 class="blockhead">Thông báo</h2><div class="blockbody formcontrols"><p class="blockrow restore">Chủ đề không hợp lệ. Nếu bạn theo liên kết từ nơi khác, vui lòng báo cho <a href="sendmessage.php">Ban quản trị</a></p></div></div></body></html>`,
    from('http://raovat.diendan.example/showthread.php?t=8812'),
  ],
  [
    'Shopify storefront 404',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>404 Not Found &ndash; Saigon Streetwear</title><script src="https://cdn.shopify.com/s/files/1/theme.js"></script></head><body class="template-404"><header><a href="/">Saigon Streetwear</a><a href="/cart">Cart</a></header><main><h1>404</h1><p>Page not found</p><a href="/collections/all">Continue shopping</a></main></body></html>`,
    from('https://saigonstreetwear.example/products/old-hoodie', 404),
  ],
  [
    'Shopify store closed',
    `<!DOCTYPE html><html lang="en"><head><title>This store is unavailable</title></head><body><div class="page"><img src="//cdn.shopify.com/shopify-cloud/storefront/unavailable.svg"><h1>Sorry, this store is currently unavailable.</h1><a href="https://www.shopify.com">Start your own store</a></div></body></html>`,
    from('https://replica-hanoi.myshopify.com/', 402, { server: 'cloudflare', 'x-shopid': '1' }),
  ],
  [
    'shop locked by its marketplace',
    theme(
      'Gian hàng tạm khóa',
      '<div class="notice"><h1>Gian hàng này đã bị khóa</h1><p>Gian hàng đã vi phạm quy chế hoạt động của sàn và bị đình chỉ vĩnh viễn. Toàn bộ sản phẩm của gian hàng đã được gỡ xuống.</p></div>',
      'cdn.sanmau.vn',
    ),
    from('https://www.sanmau.example/shop/hang-hieu-gia-re'),
  ],
  [
    'short link expired',
    `<!DOCTYPE html><html><head><title>Link expired</title></head><body><h1>Liên kết đã hết hạn</h1><p>Liên kết bạn truy cập đã hết hạn hoặc đã bị chủ sở hữu xoá.</p></body></html>`,
    from('https://bom.example/AbCdEf', 410),
  ],
  [
    'site taken down by order of an authority',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Thông báo</title></head><body><div class="notice"><h2>THÔNG BÁO</h2><p>Theo yêu cầu của Thanh tra Sở Thông tin và Truyền thông, tên miền này đã bị thu hồi do vi phạm quy định về kinh doanh hàng giả, hàng xâm phạm quyền sở hữu trí tuệ. Website đã ngừng hoạt động.</p></div></body></html>`,
    from('http://dongho-replica.example/'),
  ],
  [
    'Discourse topic gone',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Rất tiếc! Trang này không tồn tại hoặc riêng tư. - Cộng đồng</title><meta name="generator" content="Discourse 3.4.0"></head><body class="crawler"><div id="main-outlet"><h1 class="title">Rất tiếc! Trang này không tồn tại hoặc riêng tư.</h1><div class="page-not-found-topics"><h2>Phổ biến</h2><a href="/t/1">Bán tai nghe cũ</a><h2>Gần đây</h2><a href="/t/2">Mua màn hình</a></div></div></body></html>`,
    from('https://congdong.example.net/t/ban-tai-nghe/771', 404),
  ],
  [
    'seized domain, in English',
    `<html><head><title>Domain Seized</title></head><body><center><h1>This domain name has been seized</h1><p>This domain has been seized by Homeland Security Investigations pursuant to a seizure warrant issued by a United States District Court. It is unlawful to traffic in counterfeit goods (18 U.S.C. § 2320).</p></center></body></html>`,
    from('http://replicabags.example/'),
  ],
  [
    'cPanel account suspended',
    `<!DOCTYPE html><html><head><title>Account Suspended</title></head><body><div class="status-reason"><i class="fas fa-user-times"></i><span>Account Suspended</span></div><section class="contact-info"><p>This Account has been suspended.</p><p>Contact your hosting provider for more information.</p></section></body></html>`,
    from('http://tuixachsi.example/cgi-sys/suspendedpage.cgi', 200, {}, 'http://tuixachsi.example/'),
  ],
  [
    'Vietnamese hosting expired',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Website tạm ngưng</title></head><body><h1>Website này đã hết hạn sử dụng dịch vụ hosting</h1><p>Dịch vụ hosting của website đã hết hạn. Quý khách vui lòng liên hệ nhà cung cấp dịch vụ để gia hạn.</p><p>Hotline kỹ thuật: 1900 0000</p></body></html>`,
    from('http://noithatxyz.example/'),
  ],
  [
    'parked domain for sale',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>giayhieu.example - giayhieu Resources and Information.</title></head><body><div id="sedo"><p>This domain may be for sale by its owner! <a href="https://sedo.com/search/details/?domain=giayhieu.example">Buy this domain</a></p><h2>Related Searches</h2><ul><li>Shoes</li><li>Sneakers</li></ul><p>The Sponsored Listings displayed above are served automatically by a third party. Neither Sedo nor the domain owner maintain any relationship with the advertisers.</p></div></body></html>`,
    from('http://giayhieu.example/'),
  ],
])
