import type { Make } from './make.ts'

const BASE = 'https://cau-ca-smf.example'
const THREADS = [
  {
    id: 210,
    title: 'Bán cần lure 2m1',
    price: 650_000,
    by: 'bacho',
    text: 'Cần lure 2m1 đặc nối rỗng, giá 650k. Hàng xài được 2 lần.',
  },
  {
    id: 211,
    title: 'Bán phao câu đài tự làm',
    price: 45_000,
    by: 'phaoxua',
    text: 'Phao bấc tự làm, đồng giá 45.000đ/cây, mua 5 tặng 1.',
  },
  {
    id: 212,
    title: 'Mồi nào nhạy cho cá chép?',
    price: null,
    by: 'camoi',
    text: 'Mình dùng mồi 30k một gói mà cá không ăn, ai biết chỉ với?',
  },
  {
    id: 213,
    title: 'Cần tìm máy câu size 3000',
    price: null,
    by: 'haidang',
    text: 'Cần tìm máy câu 3000, giá khoảng 800k trở lại.',
  },
]
const shell = (
  title: string,
  tree: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi-VN"><head><meta charset="UTF-8"><link rel="stylesheet" href="${BASE}/Themes/default/css/index.css?smf214_1"><script>var smf_theme_url = "${BASE}/Themes/default"; var smf_scripturl = "${BASE}/index.php"; var smf_charset = "UTF-8";</script><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">${head}<link rel="contents" href="${BASE}/index.php"></head>
<body id="chrome" class="action_messageindex board_3"><div id="footerfix"><div id="top_section"><div class="inner_wrap"><ul class="floatleft" id="top_info"><li class="welcome">Chào mừng đến với <strong>Hội Câu Cá</strong>.</li><li class="button_login"><a href="${BASE}/index.php?action=login" class="open">Đăng nhập</a></li></ul></div></div><div id="header"><h1 class="forumtitle"><a id="top" href="${BASE}/index.php">Hội Câu Cá</a></h1></div>
<div id="wrapper"><div id="upper_section"><div id="inner_section"><div id="main_menu"><ul class="dropmenu menu_nav"><li class="button_home"><a class="active" href="${BASE}/index.php"><span class="textmenu">Trang chủ</span></a></li><li class="button_search"><a href="${BASE}/index.php?action=search"><span class="textmenu">Tìm kiếm</span></a></li></ul></div><div class="navigate_section"><ul><li><a href="${BASE}/index.php"><span>Hội Câu Cá</span></a></li>${tree}</ul></div></div></div><div id="content_section"><div id="main_content_section">${body}</div></div></div></div>
<div id="footer"><ul><li class="copyright"><a href="${BASE}/index.php?action=credits">SMF 2.1.4 &copy; 2026</a>, <a href="https://www.simplemachines.org" target="_blank" class="new_win">Simple Machines</a></li></ul></div></body></html>`
const row = ({ id, title, by }: (typeof THREADS)[number]) =>
  `<div class="windowbg"><div class="board_icon"><img src="${BASE}/Themes/default/images/post/xx.png" alt=""></div><div class="info info_block"><div><div class="message_index_title"><span class="preview"><span id="msg_${id}9"><a href="${BASE}/index.php?topic=${id}.0">${title}</a></span></span></div><p class="floatleft">Started by <a href="${BASE}/index.php?action=profile;u=5">${by}</a>, Tháng Mười 05, 2026</p></div></div><div class="board_stats centertext"><p>Trả lời: 1<br>Đọc: 93</p></div><div class="lastpost"><p><a href="${BASE}/index.php?topic=${id}.msg${id}9#new">Tháng Mười 06, 2026</a><br>bởi <a href="${BASE}/index.php?action=profile;u=8">khach</a></p></div></div>`
const board = (threads: typeof THREADS, pager: string) =>
  shell(
    'Chợ đồ câu',
    '<li class="last"><span class="dividers"> &#9658; </span><a href="?board=3.0"><span>Chợ đồ câu</span></a></li>',
    `<div id="display_head" class="information"><h2 class="display_title">Chợ đồ câu</h2></div><div class="pagesection"><div class="pagelinks floatleft">${pager}</div></div><div id="messageindex"><div class="title_bar" id="topic_header"><div class="info"><a href="${BASE}/index.php?board=3.0;sort=subject">Chủ đề</a></div></div><div id="topic_container">${threads.map(row).join('')}</div></div>`,
  )
const post = (id: number, by: string, title: string, text: string) =>
  `<div class="windowbg" id="msg${id}"><div class="post_wrapper"><div class="poster"><h4><span class="off"></span><a href="${BASE}/index.php?action=profile;u=5" title="Xem hồ sơ ${by}">${by}</a></h4><ul class="user_info"><li class="membergroup">Thành viên</li><li class="postcount">Bài viết: 25</li></ul></div><div class="postarea"><div class="keyinfo"><div id="subject_${id}" class="subject_title subject_hidden"><a href="${BASE}/index.php?msg=${id}" rel="nofollow">${title}</a></div><div class="postinfo"><span class="messageicon"></span><a href="${BASE}/index.php?msg=${id}" rel="nofollow" class="smalltext">Tháng Mười 05, 2026, 08:00:00 AM</a></div></div><div class="post"><div class="inner" data-msgid="${id}" id="msg_${id}">${text}</div></div></div></div></div><hr class="post_separator">`
const thread = ({ id, title, by, text }: (typeof THREADS)[number]) =>
  shell(
    title,
    `<li><a href="${BASE}/index.php?board=3.0"><span>Chợ đồ câu</span></a></li><li class="last"><a href="${BASE}/index.php?topic=${id}.0"><span>${title}</span></a></li>`,
    `<div id="display_head" class="information"><h2 class="display_title"><span id="top_subject">${title}</span></h2><p>Started by ${by}, Tháng Mười 05, 2026</p></div><div id="forumposts"><form>${post(id * 10, by, title, text)}${post(id * 10 + 1, 'khach', `Trả lời: ${title}`, 'Mua chỗ em 20k thôi.')}</form></div>`,
    `<link rel="canonical" href="${BASE}/index.php?topic=${id}.0">`,
  )

export const smf: Make = {
  name: 'smf',
  base: BASE,
  pages: {
    '/': shell(
      'Hội Câu Cá - Trang chủ',
      '',
      `<div id="boardindex_table"><div class="main_container"><div class="cat_bar" id="category_1"><h3 class="catbg">Khu mua bán</h3></div><div id="category_1_boards"><div id="board_3" class="up_contain"><div class="board_icon"><a href="${BASE}/index.php?board=3.0" class="board_on"></a></div><div class="info"><a class="subject mobile_subject" href="${BASE}/index.php?board=3.0" id="b3">Chợ đồ câu</a><div class="board_description"><p>Rao cần, máy, mồi</p></div></div><div class="lastpost"><p><strong>Bài cuối: </strong>by <a href="${BASE}/index.php?action=profile;u=8">khach</a> in <a href="${BASE}/index.php?topic=210.msg2109#new" title="Re: Bán cần">Re: Bán cần lure</a></p></div></div></div></div></div>`,
    ),
    '/index.php?board=3.0': board(
      THREADS.slice(0, 2),
      `<span class="pages">Trang</span><span class="current_page">1</span> <a class="nav_page" href="${BASE}/index.php?board=3.20">2</a> <a class="nav_page" href="${BASE}/index.php?board=3.20"><span class="main_icons next_page"></span></a>`,
    ),
    '/index.php?board=3.20': board(
      THREADS.slice(2),
      `<span class="pages">Trang</span><a class="nav_page" href="${BASE}/index.php?board=3.0">1</a> <span class="current_page">2</span>`,
    ),
    ...Object.fromEntries(THREADS.map((one) => [`/index.php?topic=${one.id}.0`, thread(one)])),
  },
  wanted: THREADS.map(({ id, title, price, by }) => ({
    path: `/index.php?topic=${id}.0`,
    title,
    price,
    ...(price === null ? {} : { seller: by, image: null }),
  })),
}
