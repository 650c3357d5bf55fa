import { status } from './page.ts'

/** Served from this address, asked for there. */
export const from = (url: string, code = 200, headers: Readonly<Record<string, string>> = {}, requestedUrl = url) => ({
  ...status(code, headers),
  url,
  requestedUrl,
})

/** What Cloudflare answers of itself, whether it refuses or cannot reach the shop. */
export const cloudflareError = (
  title: string,
  host: string,
  heading: string,
  what: string,
  footer = true,
) => `<!DOCTYPE html>
<!--[if lt IE 7]> <html class="no-js ie6 oldie" lang="en-US"> <![endif]-->
<!--[if gt IE 8]><!--> <html class="no-js" lang="en-US"> <!--<![endif]-->
<head>
<title>${title}</title>
<meta charset="UTF-8" />
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<meta http-equiv="X-UA-Compatible" content="IE=Edge" />
<meta name="robots" content="noindex, nofollow" />
<meta name="viewport" content="width=device-width,initial-scale=1" />
<link rel="stylesheet" id="cf_styles-css" href="/cdn-cgi/styles/main.css" />
</head>
<body>
  <div id="cf-wrapper">
    <div id="cf-error-details" class="p-0">
      <header class="mx-auto pt-10 lg:pt-6 lg:px-8 w-240 lg:w-full mb-15 antialiased">
        ${heading}
      </header>
      <section class="w-240 lg:w-full mx-auto mb-8 lg:px-8"><div id="what-happened-section">${what}</div></section>
      ${
        footer
          ? `<div class="cf-error-footer cf-wrapper w-240"><p class="text-13">
<span class="cf-footer-item sm:block sm:mb-1">Cloudflare Ray ID: <strong class="font-semibold">8e7d2c1f0a4b09e3</strong></span>
<span class="cf-footer-separator sm:hidden">&bull;</span>
<span id="cf-footer-item-ip">Your IP: <button type="button" id="cf-footer-ip-reveal">Click to reveal</button></span>
<span class="cf-footer-item"><span>Performance &amp; security by</span> <a rel="noopener noreferrer" href="https://www.cloudflare.com/5xx-error-landing">Cloudflare</a></span></p></div>`
          : ''
      }
    </div>
  </div>
  <!-- ${host} -->
</body>
</html>`

export const CF = { server: 'cloudflare', 'cf-ray': '8e7d2c1f0a4b09e3-HKG' }

/** So many goods in a row. */
export const cards = (n: number, name: string, price: string) =>
  Array.from(
    { length: n },
    (_, i) =>
      `<div class="product-item"><a href="/products/${i + 11}"><img src="/img/${i}.jpg" alt="${name} ${i + 1}"></a><h3><a href="/products/${i + 11}">${name} ${i + 1}</a></h3><span class="price">${price}</span></div>`,
  ).join('')

/** A Haravan or Sapo theme: mini cart, search box, login popup and all. */
export const theme = (title: string, main: string, host = 'theme.hstatic.net', head = '') => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="//${host}/1000/styles.css">${head}</head>
<body id="shop"><header class="header"><div class="topbar">Miễn phí vận chuyển cho đơn từ 499k · Hotline 0900 000 000</div>
<a href="/" class="logo"><img src="//${host}/1000/logo.png" alt="logo"></a><form action="/search"><input type="text" name="q" placeholder="Tìm kiếm sản phẩm..."></form>
<div id="site-account"><p>Đăng nhập tài khoản</p><form action="/account/login" method="post"><input type="email" name="customer[email]"><input type="password" name="customer[password]"><div class="sitebox-recaptcha">This site is protected by reCAPTCHA and the Google <a href="https://policies.google.com/privacy">Privacy Policy</a> and <a href="https://policies.google.com/terms">Terms of Service</a> apply.</div><button>Đăng nhập</button></form></div>
<div id="site-cart"><p>Giỏ hàng</p><p>Hiện chưa có sản phẩm</p><p>TỔNG TIỀN: 0₫</p></div></header>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/collections/all">Sản phẩm</a></li><li><a href="/collections/sale">Khuyến mãi</a></li><li><a href="/blogs/news">Tin tức</a></li><li><a href="/pages/lien-he">Liên hệ</a></li></ul></nav>
<main>${main}</main>
<footer><h4>Về chúng tôi</h4><p>Hộ kinh doanh Mẫu, số 12 ngõ 3 đường Thử, Đống Đa, Hà Nội. Điện thoại 0900 000 000.</p><ul><li><a href="/pages/chinh-sach-doi-tra">Chính sách đổi trả</a></li><li><a href="/pages/bao-mat">Chính sách bảo mật</a></li></ul><p>© 2026 Bản quyền thuộc về Shop Mẫu</p></footer></body></html>`

/** A WordPress theme with WooCommerce. */
export const woo = (title: string, main: string, bodyClass = 'woocommerce') => `<!DOCTYPE html>
<html lang="vi"><head><meta charset="UTF-8"><title>${title}</title><meta name="generator" content="WordPress 6.6.2"><meta name="generator" content="WooCommerce 9.3.3"><link rel="stylesheet" href="/wp-content/themes/flatsome/assets/css/flatsome.css"></head>
<body class="${bodyClass} lightbox nav-dropdown-has-arrow"><a class="skip-link screen-reader-text" href="#main">Bỏ qua nội dung</a><div id="wrapper"><header id="header"><a href="/">Cửa hàng Mẫu</a><ul class="nav"><li><a href="/cua-hang/">Cửa hàng</a></li><li><a href="/gioi-thieu/">Giới thiệu</a></li><li><a href="/tai-khoan/">Đăng nhập</a></li><li><a href="/gio-hang/">Giỏ hàng / 0 ₫</a><p class="woocommerce-mini-cart__empty-message empty">Chưa có sản phẩm trong giỏ hàng.</p></li></ul></header>
<main id="main">${main}</main><footer id="footer">Copyright 2026 © <strong>Flatsome Theme</strong></footer></div></body></html>`

/** A page without any frame. */
export const bare = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`
