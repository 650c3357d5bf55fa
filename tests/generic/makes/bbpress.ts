import type { Make } from './make.ts'

const BASE = 'https://me-va-be-bbpress.example'
const THREADS = [
  {
    id: 501,
    title: 'Thanh lý xe đẩy em bé',
    slug: 'thanh-ly-xe-day',
    price: 750_000,
    by: 'Mẹ Bống',
    text: 'Nhà mình thanh lý xe đẩy gấp gọn, giá 750k, qua Cầu Giấy lấy giúp mình.',
    image: '/wp-content/uploads/2026/10/xe-day.jpg',
  },
  {
    id: 502,
    title: 'Bán yếm ăn dặm may tay',
    slug: 'ban-yem-an-dam',
    price: 35_000,
    by: 'Tiệm Nhà Sóc',
    text: 'Yếm may tay hai lớp, 35k/cái, combo 3 cái 95k.',
    image: null,
  },
  {
    id: 503,
    title: 'Bé 8 tháng ăn mấy bữa?',
    slug: 'be-8-thang',
    price: null,
    by: 'Mẹ Tôm',
    text: 'Các mẹ cho em hỏi bé 8 tháng ăn mấy bữa, máy xay 400k có đủ dùng không ạ?',
    image: null,
  },
]
const pathOf = ({ slug }: (typeof THREADS)[number]) => `/forums/topic/${slug}/`
const shell = (
  title: string,
  cls: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8" /><title>${title}</title>${head}<meta name="generator" content="WordPress 6.6" /><link rel="stylesheet" id="bbp-default-css" href="${BASE}/wp-content/plugins/bbpress/templates/default/css/bbpress.min.css?ver=2.6.11" media="all" /></head>
<body class="${cls} bbpress wp-embed-responsive no-js"><div class="wp-site-blocks"><header><h1 class="site-title"><a href="${BASE}/">Hội Mẹ Và Bé</a></h1><nav><ul><li><a href="${BASE}/forums/">Diễn đàn</a></li><li><a href="${BASE}/bai-viet/">Bài viết</a></li></ul></nav></header><main id="wp--skip-link--target"><article><h1 class="entry-title">${title.split(' – ')[0]}</h1><div class="entry-content"><div id="bbpress-forums" class="bbpress-wrapper">${body}</div></div></article></main><footer><p>Tự hào dùng WordPress</p></footer></div></body></html>`
const crumb = (last: string) =>
  `<div class="bbp-breadcrumb"><p><a href="${BASE}" class="bbp-breadcrumb-home">Trang chủ</a> <span class="bbp-breadcrumb-sep">›</span> <a href="${BASE}/forums/" class="bbp-breadcrumb-root">Diễn đàn</a> <span class="bbp-breadcrumb-sep">›</span> <span class="bbp-breadcrumb-current">${last}</span></p></div>`
const row = (one: (typeof THREADS)[number]) =>
  `<ul id="bbp-topic-${one.id}" class="loop-item-0 user-id-4 bbp-parent-forum-20 post-${one.id} topic type-topic status-publish hentry"><li class="bbp-topic-title"><a class="bbp-topic-permalink" href="${BASE}${pathOf(one)}">${one.title}</a><p class="bbp-topic-meta"><span class="bbp-topic-started-by">Bắt đầu bởi: <a href="${BASE}/forums/users/u4/" title="Xem hồ sơ" class="bbp-author-link"><span class="bbp-author-name">${one.by}</span></a></span></p></li><li class="bbp-topic-voice-count">2</li><li class="bbp-topic-reply-count">1</li><li class="bbp-topic-freshness"><a href="${BASE}${pathOf(one)}" title="${one.title}">2 tuần trước</a></li></ul>`
const board = (page: number, threads: typeof THREADS) =>
  shell(
    'Góc thanh lý – Hội Mẹ Và Bé',
    'forum-template-default single single-forum',
    `${crumb('Góc thanh lý')}<div class="bbp-pagination"><div class="bbp-pagination-count">Đang xem 2 chủ đề</div><div class="bbp-pagination-links">${page === 1 ? `<span aria-current="page" class="page-numbers current">1</span> <a class="page-numbers" href="${BASE}/forums/forum/goc-thanh-ly/page/2/">2</a> <a class="next page-numbers" href="${BASE}/forums/forum/goc-thanh-ly/page/2/">→</a>` : `<a class="prev page-numbers" href="${BASE}/forums/forum/goc-thanh-ly/">←</a>`}</div></div><ul id="bbp-forum-20" class="bbp-topics"><li class="bbp-header"><ul class="forum-titles"><li class="bbp-topic-title">Chủ đề</li></ul></li><li class="bbp-body">${threads.map(row).join('')}</li></ul>`,
  )
const post = (id: number, kind: string, by: string, body: string) =>
  `<div id="post-${id}" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">04/10/2026 lúc 9:00 sáng</span><a href="#post-${id}" class="bbp-reply-permalink">#${id}</a></div></div><div class="loop-item-0 user-id-4 bbp-parent-forum-20 post-${id} ${kind} type-${kind} status-publish hentry"><div class="bbp-reply-author"><a href="${BASE}/forums/users/u4/" title="Xem hồ sơ ${by}" class="bbp-author-link"><span class="bbp-author-avatar"><img alt="" src="https://secure.gravatar.example/avatar/0a?s=80" class="avatar avatar-80 photo" height="80" width="80" /></span><span class="bbp-author-name">${by}</span></a><div class="bbp-author-role">Người tham gia</div></div><div class="bbp-reply-content"><p>${body}</p></div></div>`
const thread = (one: (typeof THREADS)[number]) =>
  shell(
    `${one.title} – Hội Mẹ Và Bé`,
    'topic-template-default single single-topic',
    `${crumb(one.title)}<div class="bbp-template-notice info"><ul><li class="bbp-topic-description">Chủ đề này có 1 trả lời, cập nhật lần cuối 2 tuần trước.</li></ul></div><ul id="topic-${one.id}-replies" class="forums bbp-replies"><li class="bbp-header"><div class="bbp-reply-author">Tác giả</div><div class="bbp-reply-content">Bài viết</div></li><li class="bbp-body">${post(one.id, 'topic', one.by, `${one.text}${one.image === null ? '' : `<br /><img decoding="async" src="${BASE}${one.image}" alt="" class="wp-image-77" />`}`)}${post(one.id + 100, 'reply', 'Mẹ Khác', 'Mình mua mới có 250k thôi.')}</li></ul>`,
    `<link rel="canonical" href="${BASE}${pathOf(one)}" />`,
  )

export const bbpress: Make = {
  name: 'bbpress',
  base: BASE,
  pages: {
    '/': shell(
      'Diễn đàn – Hội Mẹ Và Bé',
      'forum-archive',
      `<ul id="forums-list-0" class="bbp-forums"><li class="bbp-body"><ul id="bbp-forum-20" class="loop-item-0 post-20 forum type-forum hentry"><li class="bbp-forum-info"><a class="bbp-forum-title" href="${BASE}/forums/forum/goc-thanh-ly/">Góc thanh lý</a><div class="bbp-forum-content">Đồ cũ cho bé</div></li><li class="bbp-forum-topic-count">3</li></ul></li></ul>`,
    ),
    '/forums/forum/goc-thanh-ly/': board(1, THREADS.slice(0, 2)),
    '/forums/forum/goc-thanh-ly/page/2/': board(2, THREADS.slice(2)),
    ...Object.fromEntries(THREADS.map((one) => [pathOf(one), thread(one)])),
  },
  wanted: THREADS.map((one) => ({
    path: pathOf(one),
    title: one.title,
    price: one.price,
    ...(one.price === null ? {} : { seller: one.by, image: one.image }),
  })),
}
