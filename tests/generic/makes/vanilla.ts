import type { Make } from './make.ts'

const BASE = 'https://hoi-guitar-vanilla.example'
const THREADS = [
  {
    id: 1,
    slug: 'ban-dan-guitar',
    title: 'Bán đàn guitar gỗ thông',
    price: 1_500_000,
    by: 'dayso5',
    text: 'Cần bán đàn guitar gỗ thông, giá 1tr5, còn bảo hành 6 tháng.',
  },
  {
    id: 2,
    slug: 'thanh-ly-pedal',
    title: 'Thanh lý pedal',
    price: 800_000,
    by: 'trongcom',
    text: 'Thanh lý pedal overdrive giá 800k.',
  },
  {
    id: 3,
    slug: 'hoi-day-dan',
    title: 'Hỏi về dây đàn',
    price: null,
    by: 'moichoi',
    text: 'Mọi người cho hỏi dây 200k có tốt không?',
  },
]
type Thread = (typeof THREADS)[number]
const pathOf = ({ id, slug }: Thread) => `/discussion/${id}/${slug}`
const shell = (title: string, body: string, section: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title} - Hội Guitar</title><link rel="stylesheet" href="/applications/dashboard/design/style.css?v=3.3"></head><body id="vanilla_discussions_index" class="Vanilla Discussions isDesktop ${section}"><div id="Frame"><div class="Banner"><h1 class="SiteTitle"><a href="/">Hội Guitar</a></h1><a href="/entry/signin">Đăng nhập</a></div><div id="Content" class="ContentColumn">${body}</div></div></body></html>`
const row = (one: Thread) =>
  `<li id="Discussion_${one.id}" class="Item ItemDiscussion Read"><div class="ItemContent Discussion"><div class="Title"><a href="${pathOf(one)}">${one.title}</a></div><div class="Meta Meta-Discussion"><span class="MItem MCount CommentCount"><span title="1 bình luận" class="Number">1</span></span><span class="MItem LastCommentBy">Mới nhất bởi <a href="/profile/khach">khach</a></span><span class="MItem Category"><a href="/categories/mua-ban">Mua bán</a></span></div></div></li>`
const list = (threads: readonly Thread[], pager: string) =>
  shell(
    'Thảo luận',
    `<h2 class="sr-only">Danh sách thảo luận</h2><ul class="DataList Discussions">${threads.map(row).join('')}</ul><div class="PageControls Bottom"><div class="Pager PagerLinkCount-5">${pager}</div></div>`,
    'Section-DiscussionList',
  )
const author = (name: string) =>
  `<div class="AuthorWrap"><span class="Author"><a title="${name}" href="/profile/${name}" class="PhotoWrap"><img src="/uploads/n${name}.jpg" alt="${name}" class="ProfilePhoto"></a><a href="/profile/${name}" class="Username">${name}</a></span></div>`
const thread = (one: Thread) =>
  shell(
    one.title,
    `<span class="Breadcrumbs"><span class="CrumbLabel HomeCrumb"><a href="/"><span>Trang chủ</span></a></span> › <span class="CrumbLabel Last"><a href="/categories/mua-ban"><span>Mua bán</span></a></span></span><div class="MessageList Discussion"><div class="PageTitle"><h1>${one.title}</h1></div><div id="Discussion_${one.id}" class="Item ItemDiscussion isOriginalPoster"><div class="Discussion"><div class="Item-Header DiscussionHeader">${author(one.by)}<div class="Meta DiscussionMeta"><span class="MItem DateCreated"><a href="${pathOf(one)}" rel="nofollow"><time datetime="2026-10-03T05:00:00+00:00">3/10</time></a></span></div></div><div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent">${one.text}</div></div></div></div></div></div><div class="CommentsWrap"><ul class="MessageList DataList Comments"><li class="Item ItemComment" id="Comment_9${one.id}"><div class="Comment">${author('khach')}<div class="Item-Body"><div class="Message userContent">Chỗ mình 100k thôi.</div></div></div></li></ul></div>`,
    'Section-Discussion',
  )

export const vanilla: Make = {
  name: 'vanilla',
  base: BASE,
  pages: {
    '/': list(
      THREADS.slice(0, 2),
      '<a href="/discussions/p1" class="Highlight p-1">1</a><a href="/discussions/p2" class="p-2">2</a><a href="/discussions/p2" class="Next" rel="next">»</a>',
    ),
    '/discussions/p2': list(
      THREADS.slice(2),
      '<a href="/discussions" class="Previous" rel="prev">«</a><a href="/discussions/p2" class="Highlight p-2">2</a>',
    ),
    ...Object.fromEntries(THREADS.map((one) => [pathOf(one), thread(one)])),
  },
  wanted: THREADS.map((one) => ({
    path: pathOf(one),
    title: one.title,
    price: one.price,
    ...(one.price === null ? {} : { seller: one.by, image: null }),
  })),
}
