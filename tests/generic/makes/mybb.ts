import type { Make } from './make.ts'

const BASE = 'https://dien-dan-loa-mybb.example'
const THREADS = [
  {
    tid: 7,
    title: 'Cần bán loa bookshelf tự đóng',
    price: 2_600_000,
    by: 'Thợ Mộc',
    text: 'Cần bán đôi loa tự đóng, thùng gỗ sồi. Giá ra đi 2.600.000 VNĐ, bao test 7 ngày.',
    image: 'attachment.php?aid=14',
  },
  {
    tid: 8,
    title: 'Thanh lý dây loa',
    price: 150_000,
    by: 'minhaudio',
    text: 'Dây loa dài 3m, 150 nghìn một cặp, ai lấy inbox.',
    image: null,
  },
  {
    tid: 9,
    title: '[Cần mua] Mâm than cũ',
    price: null,
    by: 'Đĩa Than',
    text: 'Mình cần mua mâm than, giá dưới 3 triệu.',
    image: null,
  },
  {
    tid: 10,
    title: 'Xin tư vấn amply cho phòng 15m2',
    price: null,
    by: 'Gà Mờ',
    text: 'Ngân sách 5tr nên mua gì ạ?',
    image: null,
  },
]
const shell = (
  title: string,
  nav: string,
  body: string,
) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><!-- start: x -->
<html xml:lang="vi" lang="vi" xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title><link rel="alternate" type="application/rss+xml" title="Bài mới (RSS 2.0)" href="${BASE}/syndication.php" /><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><script type="text/javascript" src="${BASE}/jscripts/jquery.js?ver=1823"></script><script type="text/javascript">var cookieDomain = ""; var my_post_key = "x"; var use_xmlhttprequest = "1";</script></head>
<body><div id="container"><div id="header"><div id="logo"><div class="wrapper"><a href="${BASE}/index.php"><img src="${BASE}/images/logo.png" alt="Diễn Đàn Loa" title="Diễn Đàn Loa" /></a><ul class="menu top_links"><li><a href="${BASE}/search.php" class="search">Tìm</a></li><li><a href="${BASE}/memberlist.php" class="memberlist">Thành viên</a></li></ul></div></div><div id="panel"><span class="welcome">Chào khách! <a href="${BASE}/member.php?action=login" class="login">Đăng nhập</a></span></div></div>
<div id="content"><div class="wrapper"><div class="navigation"><a href="${BASE}/index.php">Diễn Đàn Loa</a><img src="${BASE}/images/nav_sep.png" alt="›" />${nav}</div><br />${body}</div></div>
<div id="footer"><a href="${BASE}/misc.php?action=help">Trợ giúp</a> Powered By <a href="https://mybb.com" target="_blank" rel="noopener">MyBB</a>, © 2002-2026 MyBB Group.</div></div></body></html>`
const row = ({ tid, title, by }: (typeof THREADS)[number]) =>
  `<tr class="inline_row"><td align="center" class="trow1 forumdisplay_regular" width="2%"><span class="thread_status newfolder" title="Có bài mới.">&nbsp;</span></td><td class="trow1 forumdisplay_regular"><div><span> <span class="subject_new" id="tid_${tid}"><a href="showthread.php?tid=${tid}">${title}</a></span></span><div class="author smalltext"><a href="member.php?action=profile&amp;uid=3">${by}</a></div></div></td><td align="center" class="trow1 forumdisplay_regular"><a href="javascript:MyBB.whoPosted(${tid});">1</a></td><td align="center" class="trow1 forumdisplay_regular">310</td><td class="trow1 forumdisplay_regular" style="white-space: nowrap; text-align: right;"><span class="lastpost smalltext">10-05-2026, 09:12 AM<br /><a href="showthread.php?tid=${tid}&amp;action=lastpost">Last Post</a>: <a href="member.php?action=profile&amp;uid=9">khach</a></span></td></tr>`
const board = (threads: typeof THREADS, pager: string) =>
  shell(
    'Diễn Đàn Loa - Chợ loa',
    '<span class="active">Chợ loa</span>',
    `<div class="float_left"><div class="pagination"><span class="pages">Trang (2):</span>${pager}</div></div><table border="0" cellspacing="0" cellpadding="5" class="tborder clear"><tr><td class="thead" colspan="5"><strong>Chợ loa</strong></td></tr><tr><td class="tcat" colspan="2"><a href="forumdisplay.php?fid=2&amp;sortby=subject&amp;order=asc">Chủ đề</a></td><td class="tcat">Trả lời</td><td class="tcat">Xem</td><td class="tcat">Bài cuối</td></tr>${threads.map(row).join('')}</table>`,
  )
const post = (pid: number, by: string, text: string, image: string | null) =>
  `<a name="pid${pid}" id="pid${pid}"></a><div class="post classic " id="post_${pid}"><div class="post_author scaleimages"><div class="author_avatar"><a href="member.php?action=profile&amp;uid=3"><img src="${BASE}/images/default_avatar.png" alt="" width="55" height="55" /></a></div><div class="author_information"><strong><span class="largetext"><a href="${BASE}/member.php?action=profile&amp;uid=3">${by}</a></span></strong> <br /><span class="smalltext">Thành viên<br /></span></div><div class="author_statistics">Bài viết: 12<br />Chủ đề: 3<br />Tham gia: Jan 2024</div></div><div class="post_content"><div class="post_head"><div class="float_right"><strong><a href="showthread.php?tid=7&amp;pid=${pid}#pid${pid}">#1</a></strong></div><span class="post_date">10-05-2026, 09:00 AM</span></div><div class="post_body scaleimages" id="pid_${pid}">${text}${image === null ? '' : `<br /><fieldset><legend><strong>Tệp đính kèm</strong></legend><a href="${image}" target="_blank"><img src="${image}" class="attachment" alt="" title="Tên: loa.jpg" /></a></fieldset>`}</div></div></div>`
const thread = ({ tid, title, by, text, image }: (typeof THREADS)[number]) =>
  shell(
    title,
    `<a href="forumdisplay.php?fid=2">Chợ loa</a><img src="${BASE}/images/nav_sep.png" alt="›" /><span class="active">${title}</span>`,
    `<div class="threadrating"></div><table border="0" class="tborder tfixed clear"><tr><td class="thead"><div><strong>${title}</strong></div></td></tr><tr><td id="posts_container"><div id="posts">${post(tid * 10, by, text, image)}${post(tid * 10 + 1, 'khach', 'Chỗ khác bán 99.000đ.', null)}</div></td></tr></table>`,
  )
const NEXT =
  '<span class="pagination_current">1</span><a href="forumdisplay.php?fid=2&amp;page=2" class="pagination_page">2</a> <a href="forumdisplay.php?fid=2&amp;page=2" class="pagination_next">Next &raquo;</a>'

export const mybb: Make = {
  name: 'mybb',
  base: BASE,
  pages: {
    '/': shell(
      'Diễn Đàn Loa',
      '',
      `<table class="tborder"><thead><tr><td class="thead" colspan="4"><div><strong><a href="forumdisplay.php?fid=1">Khu chợ</a></strong></div></td></tr></thead><tbody><tr><td class="trow1"><span class="forum_status forum_on"></span></td><td class="trow1"><strong><a href="forumdisplay.php?fid=2">Chợ loa</a></strong><div class="smalltext">Mua bán loa</div></td><td class="trow1">4</td><td class="trow1"><span class="smalltext"><a href="showthread.php?tid=7&amp;action=lastpost" title="Cần bán loa"><strong>Cần bán loa...</strong></a><br />bởi <a href="member.php?action=profile&amp;uid=9">khach</a></span></td></tr></tbody></table>`,
    ),
    '/forumdisplay.php?fid=2': board(THREADS.slice(0, 2), NEXT),
    '/forumdisplay.php?fid=2&page=2': board(
      THREADS.slice(2),
      '<a href="forumdisplay.php?fid=2" class="pagination_previous">&laquo; Previous</a> <a href="forumdisplay.php?fid=2" class="pagination_page">1</a><span class="pagination_current">2</span>',
    ),
    ...Object.fromEntries(THREADS.map((one) => [`/showthread.php?tid=${one.tid}`, thread(one)])),
  },
  wanted: THREADS.map(({ tid, title, price, by, image }) => ({
    path: `/showthread.php?tid=${tid}`,
    title,
    price,
    ...(price === null ? {} : { seller: by, image: image === null ? null : `/${image}` }),
  })),
}
