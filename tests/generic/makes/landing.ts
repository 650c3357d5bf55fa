import type { Make } from './make.ts'

const BASE = 'https://cao-gung-ba-nam.example'
const GOODS = [
  {
    slug: 'cao-gung',
    name: 'Cao Gừng Bà Năm',
    now: '590k',
    price: 590_000,
    was: '890k',
    old: 890_000,
    two: '1tr050',
    three: '1tr5',
    pack: 'hộp',
  },
  {
    slug: 'dau-buoi',
    name: 'Tinh Dầu Bưởi Kích Mọc Tóc',
    now: '299<sup>000</sup>đ',
    price: 299_000,
    was: '450.000đ',
    old: 450_000,
    two: '550k',
    three: '799k',
    pack: 'chai',
  },
  {
    slug: 'goi-thao-duoc',
    name: 'Gối Thảo Dược Ngủ Sâu',
    now: '1.290K',
    price: 1_290_000,
    was: '1.800K',
    old: 1_800_000,
    two: '2tr4',
    three: '3tr3',
    pack: 'chiếc',
  },
] as const
type One = (typeof GOODS)[number]
const shell = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>${title}</title>${head}<meta name="viewport" content="width=device-width"><style id="style_ladi">.ladi-section{position:relative}#PARAGRAPH9{text-decoration:line-through}</style></head><body class="lazyload"><svg style="width:0"></svg><div class="ladi-wraper">${body}</div><script id="script_lazyload" type="text/javascript">window.lazyload_run=function(){}</script><script id="script_event_data" type="application/json">{"COUNTDOWN1":{"type":"countdown","option.countdown_type":"countdown","option.countdown_minute":30},"FORM1":{"type":"form","option.form_config_id":"abc","option.form_captcha":false}}</script></body></html>`
const section = (id: number, body: string) =>
  `<div id="SECTION${id}" class="ladi-section"><div class="ladi-section-background"></div><div class="ladi-container">${body}</div></div>`
const head = (id: string, tag: string, text: string) =>
  `<div id="HEADLINE${id}" class="ladi-element"><${tag} class="ladi-headline">${text}</${tag}></div>`
const product = (one: One) =>
  shell(
    `${one.name} - Ưu đãi hôm nay`,
    `${section(1, `${head('1', 'h3', 'HOTLINE: 0987.654.321')}${head('2', 'h1', one.name)}<div id="IMAGE1" class="ladi-element"><div class="ladi-image"><img class="ladi-image-background" src="https://w.ladi.example/s768x768/5f00/${one.slug}-hero.png" alt="${one.name}" width="768" height="768"></div></div><div id="GROUP2" class="ladi-element"><div class="ladi-group">${head('3', 'h3', 'Giá gốc:')}<div id="PARAGRAPH9" class="ladi-element"><p class="ladi-paragraph"><s>${one.was}</s></p></div>${head('4', 'h3', 'Chỉ còn:')}${head('5', 'h2', `<span style="font-weight:bold">${one.now}</span>`)}</div></div><a href="#FORM1" id="BUTTON1" class="ladi-element"><div class="ladi-button"><p class="ladi-headline">ĐẶT HÀNG NGAY</p></div></a>`)}${section(2, `${head('6', 'h2', 'Vì sao hơn 12.000 khách chọn?')}<div id="PARAGRAPH10" class="ladi-element"><p class="ladi-paragraph">${one.name} nấu tay mẻ nhỏ từ nguyên liệu vườn nhà. Nếu đi tiệm bạn mất 2.000.000đ mỗi liệu trình!</p></div>`)}${section(3, `${head('7', 'h2', 'Ưu đãi combo')}<div id="BOX1" class="ladi-element"><div class="ladi-box">${head('8', 'h3', `1 ${one.pack} ${one.now}`)}${head('9', 'h3', `2 ${one.pack} ${one.two}`)}${head('10', 'h3', `3 ${one.pack} ${one.three} + quà 199k`)}</div></div><div id="COUNTDOWN1" class="ladi-element"><div class="ladi-countdown"><div class="ladi-countdown-background"></div><div id="COUNTDOWN_ITEM1"><span class="hour">00</span></div><div><span class="minute">29</span></div><div><span class="seconds">59</span></div></div></div>`)}${section(4, `<div id="FORM1" class="ladi-element"><form autocomplete="off" method="post" class="ladi-form"><div class="ladi-form-item-container"><input required class="ladi-form-control" name="name" type="text" placeholder="Họ và tên"></div><div class="ladi-form-item-container"><input required class="ladi-form-control" name="phone" type="tel" pattern="(\\+84|0)[0-9]{9}" placeholder="Số điện thoại"></div><select name="form_item1" class="ladi-form-control"><option value="">Chọn combo</option><option value="1">Mua 1 ${one.pack}: ${one.now.replace(/<\/?sup>/g, '.').replace('.đ', 'đ')}</option><option value="2">Mua 2 ${one.pack}: ${one.two}</option><option value="3">Mua 3 ${one.pack}: ${one.three}</option></select><button type="submit" class="ladi-form-button"><p class="ladi-headline">Gửi đơn hàng</p></button></form></div><div id="NOTIFY1" class="ladi-element"><div class="ladi-notify">Chị Hoa (Hà Nội) vừa đặt 3 ${one.pack}</div></div>`)}${section(
      5,
      `${GOODS.filter(({ slug }) => slug !== one.slug)
        .map(
          (other) =>
            `<a class="ladi-element" href="/${other.slug}"><div class="ladi-image"><img src="https://w.ladi.example/s300x300/5f00/${other.slug}-hero.png" alt="${other.name}"></div><h3 class="ladi-headline">${other.name}</h3></a>`,
        )
        .join('')}`,
    )}`,
    `<meta property="og:title" content="${one.name} - Ưu đãi hôm nay"><meta property="og:type" content="website"><meta property="og:image" content="https://w.ladi.example/s1200x628/5f00/${one.slug}-hero.png"><link rel="canonical" href="${BASE}/${one.slug}">`,
  )
const list = (items: readonly One[], page: number) =>
  shell(
    'Sản phẩm nhà Bà Năm',
    `${section(1, head('1', 'h1', 'Sản phẩm nhà Bà Năm'))}${section(2, items.map((one) => `<a class="ladi-element" href="/${one.slug}"><img src="https://w.ladi.example/s300x300/5f00/${one.slug}-hero.png" alt="${one.name}"><h3 class="ladi-headline">${one.name}</h3><p class="ladi-paragraph">${one.now}</p></a>`).join(''))}${section(3, page === 1 ? '<a href="/san-pham?trang=2">Trang 2</a>' : '<a href="/san-pham">Trang 1</a>')}`,
  )
export const landing: Make = {
  name: 'landing',
  base: BASE,
  pages: {
    '/': shell(
      'Bà Năm',
      section(
        1,
        `${head('1', 'h1', 'Bà Năm nấu cao')}<a href="/san-pham" class="ladi-element"><div class="ladi-button"><p>Xem sản phẩm</p></div></a>`,
      ),
    ),
    '/san-pham': list(GOODS.slice(0, 2), 1),
    '/san-pham?trang=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old,
    image: `${one.slug}-hero.png`,
  })),
}
