// longer than the rest: one table of whole pages
import { CF, cloudflareError, from } from './frames.ts'
import { labelled } from './page.ts'

export const softwareBlocked = labelled('blocked', [
  [
    'Cloudflare managed challenge before scripts ran',
    `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="390"></head><body class="no-js"><div class="main-wrapper" role="main"><div class="main-content"><noscript><div id="challenge-error-title"><div class="h2"><span class="icon-wrapper"><div class="heading-icon warning-icon"></div></span><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></div></noscript></div></div><script>(function(){window._cf_chl_opt={cvId: '3',cZone: "dongho24h.example",cType: 'managed',cRay: '8e7d2c1f0a4b09e3',cUPMDTk: "\\/dong-ho-nam?__cf_chl_tk=abc"};var a = document.createElement('script');a.src = '/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8e7d2c1f0a4b09e3';document.getElementsByTagName('head')[0].appendChild(a);}());</script></body></html>`,
    from('https://dongho24h.example/dong-ho-nam', 403, { ...CF, 'cf-mitigated': 'challenge' }),
  ],
  [
    'Cloudflare challenge as a browser saved it, in Vietnamese',
    `<!DOCTYPE html><html lang="vi-VN" dir="ltr"><head><title>Chờ một chút...</title><meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper" role="main"><div class="main-content"><h1 class="zone-name-title h1"><img src="/favicon.ico" class="heading-favicon" alt="Biểu tượng cho giaysneaker.example">giaysneaker.example</h1><p id="cf-spinner-please-wait">Xác minh bạn là con người bằng cách hoàn tất hành động bên dưới.</p><div class="cf-turnstile-wrapper"></div><div id="challenge-body-text" class="core-msg spacer">giaysneaker.example cần phải xem xét sự an toàn của kết nối của bạn trước khi tiếp tục.</div></div></div><div class="footer" role="contentinfo"><div class="footer-inner"><div class="clearfix diagnostic-wrapper"><div class="ray-id">Ray ID: <code>8e7d2c1f0a4b09e3</code></div></div><div class="text-center">Hiệu suất &amp; bảo mật bởi <a href="https://www.cloudflare.com">Cloudflare</a></div></div></div></body></html>`,
    {
      url: 'https://giaysneaker.example/',
      requestedUrl: 'https://giaysneaker.example/',
      status: null,
      headers: {},
      via: 'import' as const,
    },
  ],
  [
    'Cloudflare WAF block, "Sorry, you have been blocked"',
    cloudflareError(
      'Attention Required! | Cloudflare',
      'tuihieu.example',
      '<h1 data-translate="block_headline">Sorry, you have been blocked</h1><h2 class="cf-subheadline"><span data-translate="unable_to_access">You are unable to access</span> tuihieu.example</h2>',
      '<h2 data-translate="blocked_why_headline">Why have I been blocked?</h2><p data-translate="blocked_why_detail">This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p><h2>What can I do to resolve this?</h2><p>You can email the site owner to let them know you were blocked.</p>',
    ),
    from('https://tuihieu.example/collections/all?page=3', 403, CF),
  ],
  [
    'Cloudflare 1015 rate limit',
    cloudflareError(
      'Access denied | www.hangauthentic.example used Cloudflare to restrict access',
      'www.hangauthentic.example',
      '<h1 class="inline-block sm:block sm:mb-2 font-light text-60 lg:text-4xl text-black-dark leading-tight mr-2"><span data-translate="error">Error</span> <span>1015</span></h1><span class="inline-block sm:block heading-ray-id font-mono text-15 lg:text-sm lg:leading-relaxed">Ray ID: 8e7d2c1f0a4b09e3 &bull; 2026-11-20 03:11:08 UTC</span><h2 class="text-gray-600 leading-1.3 text-3xl lg:text-2xl font-light">You are being rate limited</h2>',
      '<h2 class="text-3xl leading-tight font-normal mb-4 text-black-dark antialiased">What happened?</h2><p>The owner of this website (www.hangauthentic.example) has banned you temporarily from accessing this website.</p>',
    ),
    from('https://www.hangauthentic.example/san-pham', 429, { ...CF, 'retry-after': '60' }),
  ],
  [
    'Cloudflare 1006 banned address',
    cloudflareError(
      'Access denied | nuochoaxin.example used Cloudflare to restrict access',
      'nuochoaxin.example',
      '<h1><span data-translate="error">Error</span> <span>1006</span></h1><h2>Access denied</h2>',
      '<h2>What happened?</h2><p>The owner of this website (nuochoaxin.example) has banned your IP address (203.0.113.7).</p>',
    ),
    from('https://nuochoaxin.example/', 403, CF),
  ],
  [
    'Cloudflare edge in plain text',
    'error code: 1020',
    from('https://giaydep.example/nike', 403, { ...CF, 'content-type': 'text/plain; charset=UTF-8' }),
  ],
  [
    'Akamai Access Denied',
    `<HTML><HEAD>
<TITLE>Access Denied</TITLE>
</HEAD><BODY>
<H1>Access Denied</H1>
 
You don't have permission to access "http&#58;&#47;&#47;www&#46;giayhang&#46;example&#47;vi&#47;giay" on this server.<P>
Reference&#32;&#35;18&#46;3f8c1402&#46;1732500000&#46;1a2b3c4d
<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;3f8c1402&#46;1732500000&#46;1a2b3c4d</P>
</BODY>
</HTML>`,
    from('https://www.giayhang.example/vi/giay', 403, { server: 'AkamaiGHost', 'mime-version': '1.0' }),
  ],
  [
    'Imperva Incapsula iframe',
    `<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><meta name="format-detection" content="telephone=no"><meta name="viewport" content="initial-scale=1.0"><meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1"><script type="text/javascript" src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script></head><body style="margin:0px;height:100%"><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=10-12345678-0%200NNN%20RT%281732500000%200%29&incident_id=1234000000000000-56789&edet=12&cinfo=04000000&rpinfo=0&mth=GET" frameborder=0 width="100%" height="100%" marginheight="0px" marginwidth="0px">Request unsuccessful. Incapsula incident ID: 1234000000000000-56789</iframe></body></html>`,
    from('https://sieuthidienmay.example/tivi', 200, {
      'x-iinfo': '10-1234-0 0NNN RT(1732500000 0)',
      'x-cdn': 'Imperva',
    }),
  ],
  [
    'DataDome',
    `<html lang="en"><head><title>fashionista.example</title><style>#cmsg{animation: A 1.5s;}@keyframes A{0%{opacity:0;}99%{opacity:0;}100%{opacity:1;}}</style></head><body style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={'rt':'c','cid':'AHrlqAAAAAMA','hsh':'2211F522B61E269B869FA6EAFFB5E1','t':'bv','s':44111,'e':'abc','host':'geo.captcha-delivery.com'}</script><script data-cfasync="false" src="https://ct.captcha-delivery.com/c.js"></script></body></html>`,
    from('https://fashionista.example/tui', 403, { 'x-datadome': 'protected', server: 'DataDome' }),
  ],
  [
    'HUMAN press and hold',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="px-captcha"><title>Access to this page has been denied</title></head><body><script>window._pxVid="";window._pxUuid="5b0e";window._pxAppId="PXxxxxxxxx";window._pxHostUrl="/xxxxxxxx/xhr";</script><script src="/xxxxxxxx/captcha/captcha.js?a=c&m=0"></script><div class="px-captcha-container"><div class="px-captcha-header">Before we continue...</div><div class="px-captcha-message">Press &amp; Hold to confirm you are a human (and not a bot).</div><div id="px-captcha"></div><div class="px-captcha-refid">Reference ID 5b0e11f2-aaaa-11ef-8000-0242ac120002</div></div></body></html>`,
    from('https://store.example.com/p/55', 403),
  ],
  [
    'AWS WAF challenge, 202',
    `<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title></title>
    <style>body { font-family: "Arial"; }</style>
    <script type="text/javascript">
    window.awsWafCookieDomainList = [];
    window.gokuProps = {"key":"AQIDAHjcYu","iv":"A6wAAAE","context":"x1Yy"};
    </script>
    <script src="https://0a1b2c3d4e5f.edge.sdk.awswaf.com/0a1b2c3d4e5f/challenge.js"></script>
</head>
<body>
    <div id="challenge-container"></div>
    <script type="text/javascript">AwsWafIntegration.saveReferrer();AwsWafIntegration.checkForceRefresh().then((forceRefresh) => {});</script>
    <noscript>
        <h1>JavaScript is disabled</h1>
        In order to continue, we need to verify that you're not a robot.
        This requires JavaScript. Enable JavaScript and then reload the page.
    </noscript>
</body>
</html>`,
    from('https://sandientu.example/dien-thoai', 202, { 'x-amzn-waf-action': 'challenge', server: 'CloudFront' }),
  ],
  [
    'CloudFront 403 by its WAF',
    `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
<TITLE>ERROR: The request could not be satisfied</TITLE>
</HEAD><BODY>
<H1>403 ERROR</H1>
<H2>The request could not be satisfied.</H2>
<HR noshade size="1px">
Request blocked.
We can't connect to the server for this app or website at this time. There might be too much traffic or a configuration error. Try again later, or contact the app or website owner.
<BR clear="all">
If you provide content to customers through CloudFront, you can find steps to troubleshoot and help prevent this error by reviewing the CloudFront documentation.
<BR clear="all">
<HR noshade size="1px">
<PRE>
Generated by cloudfront (CloudFront)
Request ID: 7n0Jm3k8x0A==
</PRE>
</BODY></HTML>`,
    from('https://sandientu.example/laptop', 403, { server: 'CloudFront', 'x-cache': 'Error from cloudfront' }),
  ],
  [
    'F5 request rejected, status 200',
    `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 12873645091827364509<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>`,
    from('https://muasam.nganhang.example/san-pham?id=44', 200, { 'content-type': 'text/html; charset=utf-8' }),
  ],
  [
    'Sucuri firewall',
    `<!DOCTYPE html><html lang="en" xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"><title>Sucuri WebSite Firewall - Access Denied</title></head><body><div id="main-container"><header class="app-header clearfix"><div class="wrap"><a href="https://www.sucuri.net/?utm_source=firewall_block" class="logo"></a><span class="logo-neartext">Website Firewall</span><a href="https://sucuri.net/" class="site-link">Back to sucuri.net</a></div></header><section class="app-content access-denied clearfix"><div class="box center width-max-940"><h1 class="brand-font font-size-xtra no-margin"><i class="icon-circle-red"></i>Access Denied - Sucuri Website Firewall</h1><p class="medium-text code-snippet">If you are the site owner (or you manage this site), please whitelist your IP or if you think this block is an error please <a href="https://support.sucuri.net">open a support ticket</a> and make sure to include the block details (displayed in the box below), so we can assist you in troubleshooting the issue. </p><h2>Block details:</h2><table class="property-table overflow-break-all line-height-16"><tr><td>Your IP:</td><td><span>203.0.113.7</span></td></tr><tr><td>URL:</td><td><span>myphamhan.example/</span></td></tr><tr><td>Block ID:</td><td><span>GEO02</span></td></tr><tr><td>Block reason:</td><td><span>Access from your area is temporarily limited for security reasons.</span></td></tr></table></div></section></div></body></html>`,
    from('https://myphamhan.example/', 403, {
      server: 'Sucuri/Cloudproxy',
      'x-sucuri-id': '19008',
      'x-sucuri-block': 'GEO02',
    }),
  ],
  [
    'StackPath',
    `<!DOCTYPE html><html><head><title>StackPath</title><meta name="viewport" content="width=device-width"></head><body><div class="container"><h1>Site Unavailable</h1><h3>Sorry, you have been blocked</h3><p>This website is using a security service to protect itself from online attacks. The service requires full JavaScript support in order to view the website.</p><p>Please enable JavaScript on your browser and try again.</p><p>Reference ID: 9d1c4f2be8a04c1b</p><p>Protected by <a href="https://www.stackpath.com">StackPath</a></p></div></body></html>`,
    from('https://phukien.example/op-lung', 403, { 'x-hw': '1732500000.cds', 'x-sp-wl': '1' }),
  ],
  [
    'Wordfence advanced block',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><meta name="robots" content="noindex, nofollow"><title>Quyền truy cập của bạn vào trang web này đã bị giới hạn</title></head><body><div class="wf-block"><h1>Your access to this site has been limited by the site owner</h1><p>Your access to this service has been limited. (HTTP response code 503)</p><p>If you think you have been blocked in error, contact the owner of this site for assistance.</p><div><p>If you are a WordPress user with administrative privileges on this site, please enter your email address in the box below and click "Send". You will then receive an email that helps you regain access.</p></div><h2>Block Technical Data</h2><table><tr><th>Block Reason:</th><td>Exceeded the maximum number of page requests per minute for crawlers.</td></tr><tr><th>Time:</th><td>Fri, 20 Nov 2026 3:01:00 GMT</td></tr></table><h3>About Wordfence</h3><p>Wordfence is a security plugin installed on over 5 million WordPress sites. The owner of this site is using Wordfence to manage access to their site.</p><p><em>Generated by Wordfence at Fri, 20 Nov 2026 3:01:00 GMT.<br>Your computer's time: <script>document.write(new Date().toUTCString());</script>.</em></p></div></body></html>`,
    from('https://sachcu.example/danh-muc/truyen/', 503, { 'retry-after': '300', 'x-powered-by': 'PHP/8.1' }),
  ],
  [
    'ModSecurity 406',
    `<head><title>Not Acceptable!</title></head><body><h1>Not Acceptable!</h1><p>An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security.</p></body></html>`,
    from('http://donoithat.example/ban-ghe.html', 406, {
      server: 'Apache',
      'content-type': 'text/html; charset=iso-8859-1',
    }),
  ],
  [
    'Vietnamese host firewall, checking the browser',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Vietnix Firewall - Kiểm tra trình duyệt</title></head><body><div class="box"><img src="https://static.vietnix.vn/logo.svg" alt="Vietnix"><h1>Hệ thống đang kiểm tra trình duyệt của bạn</h1><p>Quá trình này diễn ra tự động. Bạn sẽ được chuyển đến trang web sau ít giây.</p><p>Vui lòng bật JavaScript và Cookie để tiếp tục.</p><small>Anti DDoS by Vietnix</small></div><script>setTimeout(function(){location.reload()},5000)</script></body></html>`,
    from('https://quanaonam.example/', 503, { server: 'nginx' }),
  ],
  [
    'Vietnamese host, address locked after too many requests',
    `<html><head><meta charset="utf-8"><title>Truy cập bị từ chối</title></head><body><center><h2>Truy cập bị từ chối</h2><p>Địa chỉ IP 203.0.113.7 của bạn đã bị tường lửa của BKNS chặn do gửi quá nhiều yêu cầu tới máy chủ.</p><p>Vui lòng liên hệ bộ phận kỹ thuật: 1900 0000 để được hỗ trợ mở chặn.</p></center></body></html>`,
    from('http://thoitrangnu.example/', 403, { server: 'LiteSpeed' }),
  ],
  [
    'a carrier blocks the address of the shop',
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Cảnh báo</title></head><body><div style="text-align:center"><img src="/vnpt.png"><h1>CẢNH BÁO TRUY CẬP</h1><p>Trang web bạn đang truy cập đã bị chặn theo yêu cầu của cơ quan chức năng.</p><p>Website này nằm trong danh sách các trang web có nội dung vi phạm pháp luật. Mọi thắc mắc xin liên hệ tổng đài VNPT 1900 0000.</p></div></body></html>`,
    from('http://canhbao.vnpt.vn/', 200, {}, 'http://hangreplica.example/'),
  ],
  [
    'LiteSpeed reCAPTCHA',
    `<!DOCTYPE html><html><head><meta name="viewport" content="width=device-width, initial-scale=1"><title>Captcha</title><script src="https://www.recaptcha.net/recaptcha/api.js" async defer></script></head><body><div class="main"><h1>Bot Verification</h1><h2>Verifying that you are not a robot...</h2><form id="lsrecaptcha-form" action="/.lsrecap/recaptcha?" method="POST"><div id="recaptchadiv" class="g-recaptcha" data-sitekey="6LewU34UAAAAAHvXqFOcQlm8z1MP1xpGAZCYEeZY" data-callback="onSubmit"></div></form></div></body></html>`,
    from('https://linhkiengiare.example/', 200, {
      server: 'LiteSpeed',
      'cache-control': 'private, no-cache, max-age=0',
    }),
  ],
  [
    'Anubis proof of work',
    `<!doctype html><html lang="vi"><head><title>Making sure you&#39;re not a bot!</title><link rel="stylesheet" href="/.within.website/x/xess/xess.min.css?cachebuster=1.21.3"><script id="anubis_version" type="application/json">"1.21.3"</script><script id="anubis_challenge" type="application/json">{"rules":{"algorithm":"fast","difficulty":4},"challenge":"fe12"}</script></head><body id="top"><main><h1 id="title" class="centered-div">Making sure you&#39;re not a bot!</h1><div class="centered-div"><img id="image" src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p id="status">Loading...</p><script async type="module" src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script><div id="progress" role="progressbar"><div class="bar-inner"></div></div><details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this website has set up Anubis to protect the server against the scourge of AI companies aggressively scraping websites. This can and does cause downtime for the websites, which makes their resources inaccessible for everyone.</p></details><noscript><p>Sadly, you must enable JavaScript to get past this challenge.</p></noscript></div></main><footer><center><p>Protected by <a href="https://github.com/TecharoHQ/anubis">Anubis</a></p></center></footer></body></html>`,
    from('https://diendan.linuxvn.example/threads/ban-may-cu.12/'),
  ],
  [
    'Vercel checkpoint',
    `<!DOCTYPE html><html lang="en" data-astro-cid><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Vercel Security Checkpoint</title></head><body><div class="container"><main><div id="root-border"></div><p id="header-text">We're verifying your browser</p><p id="header-noscript-text">Enable JavaScript to continue</p><a id="footer-text" href="https://vercel.link/security-checkpoint">Website owner? Click here to fix</a></main><footer><p>Vercel Security Checkpoint</p><p>|</p><p>hkg1::1732500000-abc</p></footer></div><script type="module" src="/.well-known/vercel/security/static/challenge.v2.min.js"></script></body></html>`,
    from('https://tattooshop.vercel.app/', 429, { server: 'Vercel', 'x-vercel-mitigated': 'challenge' }),
  ],
  [
    'Fastly client challenge',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Client Challenge</title><link rel="stylesheet" href="/_fs-ch-1T1wmsGaOgGaSxcX/assets/styles.css"></head><body><noscript><div class="noscript-container"><div class="noscript-content"><img src="/_fs-ch-1T1wmsGaOgGaSxcX/assets/errorIcon.svg"><span>JavaScript is disabled in your browser.<br>Please enable JavaScript to proceed.</span></div></div></noscript><div id="loading-error" class="hidden"><span>A required part of this site couldn’t load. This may be due to a browser extension, network issues, or browser settings. Please check your connection, disable any ad blockers, or try using a different browser.</span></div><script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js?reload=true"></script></body></html>`,
    from('https://www.modules.example/', 200, { 'x-served-by': 'cache-hkg17920-HKG' }),
  ],
  [
    'Shopee traffic verification',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Shopee Việt Nam | Mua và Bán Trên Ứng Dụng Di Động Hoặc Website</title></head><body><div id="main"><div class="page-error"><div class="title">Trang không khả dụng</div><div>Rất tiếc, hệ thống đang gặp một số sự cố khi tải trang. Vui lòng đăng nhập và thử lại, hoặc quay lại trang chủ.</div><button>Trở về trang chủ</button></div></div><script src="https://deo.shopeemobile.com/shopee/modules-federation/live/0/verify.js"></script></body></html>`,
    from(
      'https://shopee.vn/verify/traffic/error?home_url=https%3A%2F%2Fshopee.vn&is_logged_in=false&tracking_id=abc&type=4',
      200,
      {},
      'https://shopee.vn/Giay-Sneaker-i.123456.987654321',
    ),
  ],
  [
    'Shopee API refuses a robot',
    '{"tracking_id":"0e3c9c74-aaaa","is_customized":false,"is_login":false,"platform":0,"action_type":2,"redirect_url":"","error":90309999}',
    from('https://shopee.vn/api/v4/pdp/get_pc?shop_id=123456&item_id=987654321', 403, {
      'content-type': 'application/json',
    }),
  ],
  [
    'Lazada slider',
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Captcha Interception</title><script>window._config_ = {"action":"captcha","url":"https://www.lazada.vn/products/_____tmd_____/punish?x5secdata=xdAbC&x5step=1"};</script><script src="https://g.alicdn.com/AWSC/AWSC/awsc.js"></script></head><body><div class="bannar"><div class="warnning-text">Rất tiếc, chúng tôi phát hiện lưu lượng truy cập bất thường từ mạng của bạn.</div><div id="nocaptcha"></div><div class="captcha-tips"><div>Vui lòng kéo thanh trượt để xác minh</div></div></div><script src="https://g.alicdn.com/sd/punish/waf_block.min.js"></script></body></html>`,
    from('https://www.lazada.vn/products/dong-ho-i2345-s9876.html', 200, { bxpunish: '1', server: 'Tengine' }),
  ],
  [
    'Lazada data answer asks for validation',
    'mtopjsonp1({"api":"mtop.global.detail.web.getdetailinfo","data":{"url":"https://acs-m.lazada.vn:443//h5/mtop.global.detail.web.getdetailinfo/1.0/_____tmd_____/punish?x5secdata=xd&x5step=2&action=captcha"},"ret":["FAIL_SYS_USER_VALIDATE","RGV587_ERROR::SM::Hệ thống đang bận, vui lòng thử lại sau"],"v":"1.0"})',
    from('https://acs-m.lazada.vn/h5/mtop.global.detail.web.getdetailinfo/1.0/', 200, {
      'content-type': 'application/json;charset=UTF-8',
    }),
  ],
  [
    'TikTok Shop security check',
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Security Check</title><script src="https://lf16-cdn-tos.tiktokcdn-us.com/obj/static-tx/secsdk/secsdk-captcha/captcha.js"></script></head><body><div id="captcha_container"><div class="captcha_verify_bar"><div>Xác minh để tiếp tục:</div></div><div class="captcha_verify_slide--slidebar">Kéo thanh trượt để ghép đúng mảnh ghép</div><div class="captcha_verify_action">Làm mới · Báo cáo sự cố</div></div></body></html>`,
    from('https://shop.tiktok.com/view/product/1729384756', 200),
  ],
  [
    'Facebook, temporarily blocked',
    `<!DOCTYPE html><html lang="vi" id="facebook"><head><meta charset="utf-8"><title>Bạn tạm thời bị chặn | Facebook</title></head><body><div role="main"><h2>Bạn tạm thời bị chặn</h2><p>Có vẻ như bạn đang sử dụng sai tính năng này bằng cách tiến hành quá nhanh. Bạn đã bị chặn sử dụng tính năng này tạm thời.</p><p>Nếu bạn cho rằng nội dung này không vi phạm Tiêu chuẩn cộng đồng của chúng tôi, hãy cho chúng tôi biết.</p></div></body></html>`,
    from('https://m.facebook.com/marketplace/hanoi/', 200),
  ],
  [
    'Instagram, wait a few minutes',
    `{"message":"Please wait a few minutes before you try again.","require_login":true,"igweb_rollout":true,"status":"fail"}`,
    from('https://www.instagram.com/api/v1/users/web_profile_info/?username=shop.tui', 429, {
      'content-type': 'application/json; charset=utf-8',
    }),
  ],
  [
    'nginx rate limit, bare',
    `<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>\r\n<center><h1>429 Too Many Requests</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>`,
    from('https://batdongsanvn.example/tin', 429, { server: 'nginx' }),
  ],
  [
    'nginx forbids, bare',
    `<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body bgcolor="white">\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>`,
    from('https://chobanle.example/cua-hang', 403, { server: 'openresty' }),
  ],
  [
    'Google sorry page',
    `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"><title>https://www.google.com/search?q=site:shopee.vn</title></head><body><form id="captcha-form" action="index" method="post"><div id="recaptcha" class="g-recaptcha"></div></form><hr><b>Giới thiệu về trang này</b><br><br>Hệ thống của chúng tôi đã phát hiện lưu lượng truy cập bất thường từ mạng máy tính của bạn. Trang này kiểm tra xem có thực sự bạn đang gửi yêu cầu hay không chứ không phải là robot.<br><br>Địa chỉ IP: 203.0.113.7<br>Thời gian: 2026-11-20T03:00:00Z</body></html>`,
    from('https://www.google.com/sorry/index?continue=https://www.google.com/search', 429),
  ],
  [
    'a forum that asks for a wait, XenForo flood',
    `<!DOCTYPE html><html id="XF" lang="vi-VN" dir="LTR" data-app="public" data-template="error"><head><meta charset="utf-8"><title>Rất tiếc! Chúng tôi gặp phải một số vấn đề. | Diễn đàn mua bán</title></head><body data-template="error"><div class="p-body"><div class="p-title"><h1 class="p-title-value">Rất tiếc! Chúng tôi gặp phải một số vấn đề.</h1></div><div class="p-body-content"><div class="blockMessage">Địa chỉ IP của bạn đã bị cấm. Lý do: Quá nhiều truy cập tự động.</div></div></div></body></html>`,
    from('https://diendanmuaban.example/threads/ban-dong-ho.9981/', 403),
  ],
])
