import { ld, type Make } from './make.ts'

const BASE = 'https://may-anh-ips.example'
const THREADS = [
  {
    id: 41,
    title: 'Bán ống kính 50mm ngàm cũ',
    slug: 'ban-ong-kinh-50mm',
    price: 1_200_000,
    by: 'Anh Tuấn',
    text: 'Ống kính 50mm sạch, không mốc. Giá: 1,2 triệu, giao dịch tại Đà Nẵng.',
    image: '/uploads/monthly_2026_10/ong-kinh.jpg',
  },
  {
    id: 42,
    title: 'Thanh lý túi máy ảnh',
    slug: 'thanh-ly-tui',
    price: 300_000,
    by: 'Lan Chi',
    text: 'Túi máy ảnh vải bố còn 95%, để lại 300k.',
    image: null,
  },
  {
    id: 43,
    title: 'Cần mua thẻ nhớ 64GB',
    slug: 'can-mua-the-nho',
    price: null,
    by: 'Hùng',
    text: 'Mình cần mua thẻ nhớ cũ, ngân sách 200k.',
    image: null,
  },
  {
    id: 44,
    title: 'Chụp đêm nên mở khẩu bao nhiêu?',
    slug: 'chup-dem',
    price: null,
    by: 'Hùng',
    text: 'Em mới mua ống 1tr5, chụp đêm hay bị nhoè, xin các bác chỉ giáo.',
    image: null,
  },
]
const pathOf = ({ id, slug }: (typeof THREADS)[number]) => `/topic/${id}-${slug}/`
const shell = (
  title: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi-VN" dir="ltr"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">${head}<link rel="stylesheet" href="${BASE}/uploads/css_built_1/framework.css"></head>
<body class="ipsApp ipsApp_front ipsJS_none ipsClearfix" data-controller="core.front.core.app" data-pageapp="forums" data-pagemodule="forums"><div id="ipsLayout_header"><header><a href="${BASE}/" id="elLogo" accesskey="1"><img src="${BASE}/uploads/logo.png" alt="Hội Máy Ảnh"></a></header><nav data-controller="core.front.core.navBar" class="ipsNavBar_primary"><ul><li><a href="${BASE}/">Duyệt</a></li><li><a href="${BASE}/discover/">Hoạt động</a></li><li><a href="${BASE}/login/">Đăng nhập</a></li></ul></nav></div>
<main id="ipsLayout_body" class="ipsLayout_container"><div id="ipsLayout_contentArea"><nav class="ipsBreadcrumb ipsBreadcrumb_top"><ul data-role="breadcrumbList"><li><a title="Trang chủ" href="${BASE}/"><span>Trang chủ</span></a></li><li><a href="${BASE}/forum/6-mua-ban/"><span>Mua bán</span></a></li></ul></nav><div id="ipsLayout_mainArea">${body}</div></div></main><footer id="ipsLayout_footer"><p id="elCopyright"><a rel="nofollow" href="https://www.invisioncommunity.com/">Powered by Invision Community</a></p></footer></body></html>`
const row = (one: (typeof THREADS)[number]) =>
  `<li class="ipsDataItem ipsDataItem_responsivePhoto" data-rowid="${one.id}" data-location="" data-controller="forums.front.forum.topicRow"><div class="ipsDataItem_main"><h4 class="ipsDataItem_title ipsContained_container"><span class="ipsType_break ipsContained"><a href="${BASE}${pathOf(one)}" title="${one.title}" data-ipshover data-ipshover-target="${BASE}${pathOf(one)}?preview=1"><span>${one.title}</span></a></span></h4><div class="ipsDataItem_meta ipsType_reset ipsType_light"><span>Bởi <a href="${BASE}/profile/3-x/" class="ipsType_break">${one.by}</a>, <time datetime="2026-10-04T01:00:00Z">4 tháng 10</time></span></div></div><ul class="ipsDataItem_stats"><li data-stattype="forums_comments"><span class="ipsDataItem_stats_number">1</span> <span>trả lời</span></li></ul><ul class="ipsDataItem_lastPoster"><li><a href="${BASE}/profile/9-khach/">Khách</a></li><li><a href="${BASE}${pathOf(one)}?do=getLastComment" title="Tới bài cuối"><time datetime="2026-10-05T01:00:00Z">5 tháng 10</time></a></li></ul></li>`
const board = (page: number, threads: typeof THREADS) =>
  shell(
    `Mua bán${page === 2 ? ' - Trang 2' : ''} - Hội Máy Ảnh`,
    `<header class="ipsPageHeader"><h1 class="ipsType_pageTitle">Mua bán</h1></header><div class="ipsBox" data-baseurl="${BASE}/forum/6-mua-ban/"><ul class="ipsPagination" data-pages="2"><li class="ipsPagination_page"><a href="${BASE}/forum/6-mua-ban/">1</a></li><li class="ipsPagination_page"><a href="${BASE}/forum/6-mua-ban/page/2/">2</a></li>${page === 1 ? `<li class="ipsPagination_next"><a href="${BASE}/forum/6-mua-ban/page/2/" rel="next">Tiếp</a></li>` : ''}</ul><ol class="ipsDataList ipsDataList_zebra cForumTopicTable">${threads.map(row).join('')}</ol></div>`,
    `<link rel="canonical" href="${BASE}/forum/6-mua-ban/${page === 2 ? 'page/2/' : ''}">`,
  )
const post = (id: number, by: string, body: string) =>
  `<article id="elComment_${id}" class="cPost ipsBox ipsComment ipsComment_parent"><aside class="ipsComment_author cAuthorPane"><h3 class="ipsType_sectionHead cAuthorPane_author"><strong><a href="${BASE}/profile/3-x/" class="ipsType_break">${by}</a></strong></h3><ul class="cAuthorPane_info"><li data-role="group">Thành viên</li><li data-role="stats">25</li></ul></aside><div class="ipsColumn ipsColumn_fluid"><div id="comment-${id}_wrap" class="ipsComment_content"><div class="ipsComment_meta"><a href="${BASE}/topic/41/#comment-${id}">Đăng <time datetime="2026-10-04T01:00:00Z">4 tháng 10</time></a></div><div class="cPost_contentWrap"><div data-role="commentContent" class="ipsType_normal ipsType_richText ipsPadding_bottom ipsContained"><p>${body}</p></div></div></div></div></article>`
const thread = (one: (typeof THREADS)[number]) =>
  shell(
    `${one.title} - Mua bán - Hội Máy Ảnh`,
    `<div class="ipsPageHeader"><h1 class="ipsType_pageTitle ipsContained_container"><span class="ipsType_break ipsContained"><span>${one.title}</span></span></h1><p>Bởi ${one.by}</p></div><div id="elPostFeed" data-role="commentFeed">${post(one.id * 10, one.by, `${one.text}${one.image === null ? '' : `</p><p><a class="ipsAttachLink ipsAttachLink_image" href="${BASE}${one.image}"><img class="ipsImage ipsImage_thumbnailed" alt="ong.jpg" src="${BASE}${one.image}"></a>`}`)}${post(one.id * 10 + 1, 'Khách', 'Bác bớt còn 100k được không?')}</div>`,
    `<meta property="og:title" content="${one.title}"><meta property="og:type" content="website"><meta property="og:url" content="${BASE}${pathOf(one)}"><meta property="og:image" content="${BASE}/uploads/logo-share.png"><link rel="canonical" href="${BASE}${pathOf(one)}">${ld({ '@context': 'http://schema.org', '@type': 'DiscussionForumPosting', '@id': BASE + pathOf(one), url: BASE + pathOf(one), discussionUrl: BASE + pathOf(one), mainEntityOfPage: { '@type': 'WebPage', '@id': BASE + pathOf(one) }, pageStart: 1, pageEnd: 1, headline: one.title, datePublished: '2026-10-04T01:00:00+0000', dateCreated: '2026-10-04T01:00:00+0000', image: `${BASE}/uploads/monthly_2026_01/avatar.jpg`, author: { '@type': 'Person', name: one.by, image: `${BASE}/uploads/monthly_2026_01/avatar.jpg`, url: `${BASE}/profile/3-x/` }, interactionStatistic: [{ '@type': 'InteractionCounter', userInteractionCount: 88 }], comment: [{ '@type': 'Comment', '@id': '#1', text: 'Bác bớt còn 100k được không?', author: { '@type': 'Person', name: 'Khách' } }], text: one.text })}`,
  )

export const invision: Make = {
  name: 'invision',
  base: BASE,
  pages: {
    '/': shell(
      'Diễn đàn - Hội Máy Ảnh',
      `<section><ol class="ipsList_reset cForumList" data-baseurl="${BASE}/"><li data-categoryid="1" class="cForumRow ipsBox"><h2 class="ipsType_sectionTitle cForumTitle"><a href="${BASE}/forum/1-cho/">Chợ</a></h2><ol class="ipsDataList"><li class="cForumRow ipsDataItem" data-forumid="6"><div class="ipsDataItem_main"><h4 class="ipsDataItem_title"><a href="${BASE}/forum/6-mua-ban/">Mua bán</a></h4></div><ul class="ipsDataItem_lastPoster"><li><a href="${BASE}/topic/41-ban-ong-kinh-50mm/?do=getLastComment" title="Bán ống kính">Bán ống kính</a></li></ul></li></ol></li></ol></section>`,
    ),
    '/forum/6-mua-ban/': board(1, THREADS.slice(0, 2)),
    '/forum/6-mua-ban/page/2/': board(2, THREADS.slice(2)),
    ...Object.fromEntries(THREADS.map((one) => [pathOf(one), thread(one)])),
  },
  wanted: THREADS.map((one) => ({
    path: pathOf(one),
    title: one.title,
    price: one.price,
    ...(one.price === null ? {} : { seller: one.by, ...(one.image === null ? {} : { image: one.image }) }),
  })),
}
