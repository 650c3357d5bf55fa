import type { Make } from './make.ts'

const BASE = 'https://hoi-dap-xe-nodebb.example'
const THREADS = [
  {
    tid: 101,
    title: 'Bán xe đạp touring cũ',
    price: 4_200_000,
    by: 'xe-dap-hue',
    text: 'Mình bán lại xe touring khung cromoly, giá bán 4tr2. Xe còn đẹp, xem tại Huế.',
    image: '/assets/uploads/files/101-xe.jpg',
  },
  {
    tid: 102,
    title: 'Pass lại mũ bảo hiểm xe đạp',
    price: 180_000,
    by: 'thuytien',
    text: 'Pass mũ size M còn mới 90%, 180k bao ship.',
    image: null,
  },
  {
    tid: 103,
    title: 'Tìm mua yên xe đạp cổ',
    price: null,
    by: 'cuong80',
    text: 'Cần tìm mua yên da cổ, tài chính khoảng 600k.',
    image: null,
  },
  {
    tid: 104,
    title: 'Nên thay líp 8 hay 9?',
    price: null,
    by: 'newbie',
    text: 'Nên thay líp nào các bác? Bộ líp 9 thấy báo giá 750k, có đáng không?',
    image: null,
  },
  {
    tid: 105,
    title: 'Đã bán - Đèn xe đạp sạc',
    price: null,
    by: 'thuytien',
    text: 'ĐÃ BÁN. Đèn sạc usb giá 120k.',
    image: null,
  },
]
const slugOf = (title: string) =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
const pathOf = ({ tid, title }: (typeof THREADS)[number]) => `/topic/${tid}/${slugOf(title)}`

const shell = (
  title: string,
  body: string,
  head: string,
  data: unknown,
) => `<!DOCTYPE html><html lang="vi" data-dir="ltr" style="direction: ltr;"><head><title>${title}</title>
<meta name="viewport" content="width=device-width" /><meta name="content-type" content="text/html; charset=UTF-8" /><meta property="og:site_name" content="Hội Xe Đạp" />${head}
<link rel="stylesheet" type="text/css" href="/assets/client.css?v=1" /><script>var config = JSON.parse('{"relative_path":"","siteTitle":"Hội Xe Đạp"}');</script></head>
<body class="page-topic skin-noskin"><div class="layout-container d-flex"><nav component="sidebar/left" class="sidebar sidebar-left"><ul id="main-nav"><li class="nav-item"><a class="nav-link" href="/categories">Danh mục</a></li><li class="nav-item"><a class="nav-link" href="/recent">Mới nhất</a></li><li class="nav-item"><a class="nav-link" href="/tags">Thẻ</a></li><li class="nav-item"><a class="nav-link" href="/users">Thành viên</a></li><li><a href="/login">Đăng nhập</a></li></ul></nav>
<main id="panel" class="d-flex flex-column"><div class="container-lg" id="content">${body}</div></main></div><script id="ajaxify-data" type="application/json">${JSON.stringify(data)}</script></body></html>`

const crumbs = (last: string) =>
  `<ol class="breadcrumb" itemscope itemprop="breadcrumb" itemtype="http://schema.org/BreadcrumbList"><li itemscope itemprop="itemListElement" itemtype="http://schema.org/ListItem" class="breadcrumb-item"><meta itemprop="position" content="1" /><a href="/" itemprop="item"><span itemprop="name">Trang chủ</span></a></li><li component="breadcrumb/current" class="breadcrumb-item active"><span itemprop="name">${last}</span></li></ol>`
const row = (one: (typeof THREADS)[number]) =>
  `<li component="category/topic" class="category-item hover-parent" data-tid="${one.tid}" itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><link itemprop="url" content="${pathOf(one)}" href="${pathOf(one)}" /><meta itemprop="name" content="${one.title}" /><div class="d-flex"><a class="d-inline-block" href="/user/${one.by}"><span title="${one.by}" class="avatar">${one.by[0]}</span></a><div class="flex-grow-1"><h3 component="topic/header" class="title"><a class="text-reset" href="${pathOf(one)}">${one.title}</a></h3><span class="timeago text-muted" title="2026-10-03T05:00:00.000Z"></span></div></div><div class="meta stats"><span title="4">4</span> Bài viết <span>120</span> Lượt xem</div><div component="topic/teaser" class="teaser"><a href="/user/khach">khach</a> <a href="${pathOf(one)}/2">2 ngày trước</a></div></li>`
const list = (threads: typeof THREADS, pager: string) =>
  `${crumbs('Mua bán')}<h1 class="tracking-tight">Mua bán</h1><ul component="category" class="topics-list list-unstyled" itemscope itemtype="https://www.schema.org/ItemList">${threads.map(row).join('')}</ul><div component="pagination" class="text-center pagination-container"><ul class="pagination">${pager}</ul></div>`

const post = (index: number, by: string, content: string) =>
  `<li component="post" class="posts-container" data-index="${index}" data-pid="${900 + index}" data-username="${by}" itemprop="comment" itemtype="http://schema.org/Comment" itemscope><a component="post/anchor" data-index="${index}" id="${index}"></a><meta itemprop="datePublished" content="2026-10-03T05:00:00.000Z"><meta itemprop="dateModified" content=""><div class="post-header"><a class="fw-bold" href="/user/${by}" data-username="${by}" data-uid="3">${by}</a> đã viết vào <a href="/post/${900 + index}" class="timeago" title="2026-10-03T05:00:00.000Z"></a> <span>#${index + 1}</span></div><div component="post/content" class="content text-break" itemprop="text"><p dir="auto">${content}</p></div><div class="post-footer"><a component="post/reply" href="#">Trả lời</a><a component="post/vote-count" href="#">0</a></div></li>`
const thread = (one: (typeof THREADS)[number]) =>
  shell(
    `${one.title} | Hội Xe Đạp`,
    `${crumbs(one.title)}<div itemid="${pathOf(one)}" itemscope itemtype="https://schema.org/DiscussionForumPosting"><meta itemprop="headline" content="${one.title}"><meta itemprop="text" content="${one.title}"><meta itemprop="url" content="${pathOf(one)}"><meta itemprop="datePublished" content="2026-10-03T05:00:00.000Z"><div itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="${one.by}"><meta itemprop="url" content="/user/${one.by}"></div><h1 component="post/header" class="topic-title">${one.title}</h1><div class="topic-info"><a href="/category/5/mua-ban" class="badge">Mua bán</a><span>2 Bài viết</span> <span>77 Lượt xem</span></div><ul component="topic" class="posts timeline list-unstyled" data-tid="${one.tid}" data-cid="5">${post(0, one.by, `${one.text}${one.image === null ? '' : `<br><img class="img-fluid img-markdown" src="${one.image}" alt="xe.jpg">`}`)}${post(1, 'khach', 'Bác ơi 50k bán không?')}</ul></div>`,
    `<meta property="og:title" content="${one.title}" /><meta property="og:type" content="article" /><meta property="og:image" content="${BASE}/assets/logo.png" /><meta property="og:url" content="${BASE}${pathOf(one)}" /><meta name="description" content="${one.text}" /><link rel="canonical" href="${BASE}${pathOf(one)}" />`,
    { tid: one.tid, titleRaw: one.title, posts: [] },
  )
const index = shell(
  'Danh mục | Hội Xe Đạp',
  `<ul class="categories-list list-unstyled" itemscope itemtype="http://www.schema.org/ItemList"><li component="categories/category" data-cid="1"><h2 class="title"><a class="text-reset" href="/category/1/thong-bao" itemprop="url">Thông báo</a></h2></li><li component="categories/category" data-cid="5"><h2 class="title"><a class="text-reset" href="/category/5/mua-ban" itemprop="url">Mua bán</a></h2><div class="description">Rao xe và đồ xe</div></li></ul>`,
  '<meta property="og:type" content="website" />',
  {},
)
const board = (page: number, threads: typeof THREADS) =>
  shell(
    'Mua bán | Hội Xe Đạp',
    list(
      threads,
      `<li class="page-item"><a class="page-link" href="?page=1">1</a></li><li class="page-item"><a class="page-link" href="?page=2">2</a></li>${page === 1 ? '<li class="next page-item"><a class="page-link" href="?page=2" data-page="2"><i class="fa fa-chevron-right"></i></a></li>' : ''}`,
    ),
    page === 1 ? '<link rel="next" href="?page=2" />' : '<link rel="prev" href="?page=1" />',
    {},
  )

export const nodebb: Make = {
  name: 'nodebb',
  base: BASE,
  pages: {
    '/': index,
    '/category/5/mua-ban': board(1, THREADS.slice(0, 3)),
    '/category/5/mua-ban?page=2': board(2, THREADS.slice(3)),
    '/category/1/thong-bao': shell(
      'Thông báo',
      `${crumbs('Thông báo')}<h1>Thông báo</h1><p>Chưa có chủ đề nào.</p>`,
      '',
      {},
    ),
    ...Object.fromEntries(THREADS.map((one) => [pathOf(one), thread(one)])),
  },
  wanted: THREADS.map((one) => ({
    path: pathOf(one),
    title: one.title,
    price: one.price,
    ...(one.price === null ? {} : { seller: one.by, image: one.image }),
  })),
}
