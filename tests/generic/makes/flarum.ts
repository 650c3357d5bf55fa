import type { Make } from './make.ts'

const BASE = 'https://cho-cay-flarum.example'
const THREADS = [
  {
    id: 31,
    slug: 'ban-bonsai-sanh-nam-dien',
    title: 'Bán bonsai sanh Nam Điền',
    price: 1_850_000,
    by: 'hoanglam',
    text: 'Mình cần bán cây sanh dáng trực, cao 60cm. Giá 1tr850, fix nhẹ cho anh em có thiện chí. Xem cây tại Nam Định.',
  },
  {
    id: 32,
    slug: 'thanh-ly-chau-gom-phu-lang',
    title: 'Thanh lý chậu gốm Phù Lãng',
    price: 220_000,
    by: 'gomque',
    text: 'Thanh lý 5 chậu gốm, 220k một chậu. Ship toàn quốc, phí ship 35k.',
  },
  {
    id: 33,
    slug: 'can-mua-lan-phi-diep',
    title: 'Cần mua lan phi điệp 5 cánh trắng',
    price: null,
    by: 'lanrung',
    text: 'Em cần mua giò lan phi điệp tầm 500k đến 1 triệu, bác nào có để lại cho em.',
  },
  {
    id: 34,
    slug: 'hoi-cach-cham-sen-da',
    title: 'Hỏi cách chăm sen đá mùa mưa',
    price: null,
    by: 'moitap',
    text: 'Chậu sen đá em mua 50k ở chợ bị úng, mọi người giúp em với ạ?',
  },
  {
    id: 35,
    slug: 'mai-chieu-thuy-mini',
    title: '[BÁN] Mai chiếu thuỷ mini',
    price: 390_000,
    by: 'hoanglam',
    text: 'Mai chiếu thuỷ lá nhí, giá: 390.000đ/chậu. Liên hệ 0900 000 123.',
  },
]

const shell = (
  title: string,
  noscript: string,
  payload: unknown,
  head = '',
) => `<!doctype html><html dir="ltr" lang="vi"><head>
<meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="${BASE}/assets/forum.css?v=a1"><meta name="viewport" content="width=device-width">${head}</head>
<body><div id="app" class="App"><div id="app-navigation" class="App-navigation"></div><div id="drawer" class="App-drawer"><header id="header" class="App-header"><div id="header-navigation" class="Header-navigation"></div><div class="container"><div class="Header-title"><a href="${BASE}" id="home-link">Chợ Cây Cảnh</a></div><div id="header-primary" class="Header-primary"></div></div></header></div>
<main class="App-content"><div id="content"></div><div id="flarum-loading" style="display: none">Đang tải…</div>
<noscript><div class="Alert"><div class="container">Trang này xem tốt nhất với trình duyệt hiện đại có bật JavaScript.</div></div></noscript>
<div id="flarum-content"><noscript id="flarum-content">${noscript}</noscript></div></main></div><div id="modal"></div><div id="alerts"></div>
<script>document.getElementById('flarum-loading').style.display = 'block'; var flarum = {extensions: {}};</script><script src="${BASE}/assets/forum.js?v=b2"></script>
<script id="flarum-json-payload" type="application/json">${JSON.stringify(payload)}</script></body></html>`

/** What the forum says of itself on every page. */
const FORUM = {
  type: 'forums',
  id: '1',
  attributes: {
    title: 'Chợ Cây Cảnh',
    description: 'Nơi trao đổi cây cảnh, chậu, đất và kinh nghiệm chăm cây. '.repeat(12),
    baseUrl: BASE,
    basePath: '',
    apiUrl: `${BASE}/api`,
    welcomeTitle: 'Chào mừng đến với Chợ Cây Cảnh',
    welcomeMessage: 'Đọc nội quy trước khi đăng. Giao dịch trực tiếp được khuyến khích. '.repeat(12),
    themePrimaryColor: '#4D698E',
    allowSignUp: true,
    defaultRoute: '/all',
    canViewForum: true,
    canStartDiscussion: false,
  },
}
const resource = ({ id, title, slug }: (typeof THREADS)[number]) => ({
  type: 'discussions',
  id: String(id),
  attributes: { title, slug: `${id}-${slug}`, commentCount: 2, createdAt: '2026-10-02T03:00:00+00:00' },
})
const list = (threads: typeof THREADS, more: string) =>
  `<div class="container"><h2>Tất cả thảo luận</h2><ul>${threads.map(({ id, slug, title }) => `<li><a href="${BASE}/d/${id}-${slug}">${title}</a></li>`).join('')}</ul>${more}</div>`
const index = (title: string, threads: typeof THREADS, more: string) =>
  shell(title, list(threads, more), {
    resources: [FORUM, ...threads.map(resource)],
    session: { userId: 0, csrfToken: 'x' },
    apiDocument: { data: threads.map(resource) },
  })

const post = (by: string, text: string) =>
  `<article><div class="PostUser"><h3 class="PostUser-name">${by}</h3></div><div class="Post-body"><p>${text}</p></div></article><hr>`
const thread = (one: (typeof THREADS)[number]) =>
  shell(
    `${one.title} - Chợ Cây Cảnh`,
    `<div class="container"><h1>${one.title}</h1><div>${post(one.by, one.text)}${post('khachquen', 'Bên kia bán 99k thôi bác ơi, up giúp.')}</div></div>`,
    {
      resources: [FORUM],
      apiDocument: {
        data: { ...resource(one), relationships: { posts: { data: [{ type: 'posts', id: String(one.id * 10) }] } } },
        included: [
          {
            type: 'posts',
            id: String(one.id * 10),
            attributes: {
              number: 1,
              contentType: 'comment',
              contentHtml: `<p>${one.text}</p>`,
              createdAt: '2026-10-02T03:00:00+00:00',
            },
            relationships: { user: { data: { type: 'users', id: '4' } } },
          },
          { type: 'users', id: '4', attributes: { username: one.by, displayName: one.by, slug: one.by } },
        ],
      },
    },
    `<link rel="canonical" href="${BASE}/d/${one.id}-${one.slug}"><meta name="description" content="${one.text}">`,
  )

export const flarum: Make = {
  name: 'flarum',
  base: BASE,
  pages: {
    '/': index('Chợ Cây Cảnh', THREADS.slice(0, 3), `<a href="${BASE}/?page=2">Trang sau »</a>`),
    '/?page=2': index('Trang 2 - Chợ Cây Cảnh', THREADS.slice(3), `<a href="${BASE}/?page=1">« Trang trước</a>`),
    ...Object.fromEntries(THREADS.map((one) => [`/d/${one.id}-${one.slug}`, thread(one)])),
  },
  wanted: THREADS.map(({ id, slug, title, price, by }) => ({
    path: `/d/${id}-${slug}`,
    title,
    price,
    ...(price === null ? {} : { seller: by }),
    image: null,
  })),
}
