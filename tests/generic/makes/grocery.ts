import { grouped, type Make } from './make.ts'

const BASE = 'https://cho-que-xanh.example.vn'
const GOODS = [
  {
    id: 'p71',
    slug: 'ca-rot-da-lat',
    name: 'Cà rốt Đà Lạt',
    unit: 'khay 500g',
    price: 18_500,
    old: null,
    kg: 37_000,
    out: false,
  },
  {
    id: 'p72',
    slug: 'thit-ba-roi-heo',
    name: 'Thịt ba rọi heo',
    unit: 'vỉ 300g',
    price: 59_700,
    old: 66_000,
    kg: 199_000,
    out: false,
  },
  {
    id: 'p73',
    slug: 'trung-ga-ta',
    name: 'Trứng gà ta',
    unit: 'hộp 10 quả',
    price: 42_000,
    old: null,
    kg: 4_200,
    out: true,
  },
  {
    id: 'p74',
    slug: 'gao-thom-lua-tom',
    name: 'Gạo thơm lúa tôm',
    unit: 'túi 5kg',
    price: 165_000,
    old: 185_000,
    kg: 33_000,
    out: false,
  },
] as const
type One = (typeof GOODS)[number]
/** "18" "." "500" "đ", each in a span of its own, as a component for prices prints it. */
const split = (amount: number) =>
  `<span class="int" _ngcontent-ng-c7="">${grouped(amount).split('.')[0]}</span><span class="sep" _ngcontent-ng-c7="">.</span><span class="frac" _ngcontent-ng-c7="">${grouped(amount).split('.')[1]}</span><span class="cur" _ngcontent-ng-c7="">đ</span>`
const each = ({ id, kg }: One) => `(${grouped(kg)}đ/${id === 'p73' ? 'quả' : 'kg'})`
const shell = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title} - Chợ Quê Xanh</title><base href="/"><meta property="og:site_name" content="Chợ Quê Xanh"></head><body><app-root _nghost-ng-c1="" ng-version="17.3.0" ng-server-context="ssr"><app-header _ngcontent-ng-c1="" _nghost-ng-c2=""><header _ngcontent-ng-c2=""><a _ngcontent-ng-c2="" routerlink="/" href="/"><img _ngcontent-ng-c2="" src="/assets/logo.svg" alt="Chợ Quê Xanh"></a><div _ngcontent-ng-c2="" class="ship">Giao 2 giờ, phí 15.000đ, miễn phí từ 200.000đ</div><a _ngcontent-ng-c2="" href="tel:19002233">1900 2233</a><nav _ngcontent-ng-c2=""><a _ngcontent-ng-c2="" routerlinkactive="active" href="/nhom/thuc-pham-tuoi">Thực phẩm tươi</a><a _ngcontent-ng-c2="" href="/cua-hang">Cửa hàng</a></nav><app-mini-cart _ngcontent-ng-c2=""><button><mat-icon class="mat-icon">shopping_cart</mat-icon><span class="mat-badge-content">2</span></button><div class="sum">Tạm tính: <b>78.200đ</b></div></app-mini-cart></header></app-header><router-outlet _ngcontent-ng-c1=""></router-outlet>${body}<app-footer _ngcontent-ng-c1=""><footer>Công ty Chợ Quê Xanh, MST 0312345678</footer></app-footer></app-root></body></html>`
const card = (one: One) =>
  `<app-product-tile _nghost-ng-c5="" class="ng-star-inserted"><a _ngcontent-ng-c5="" class="tile" href="/mat-hang/${one.slug}-${one.id}"><img _ngcontent-ng-c5="" loading="lazy" src="https://anh.cho-que-xanh.example.vn/${one.id}/240.webp" alt="${one.name}"><div _ngcontent-ng-c5="" class="tile-name">${one.name} ${one.unit}</div><div _ngcontent-ng-c5="" class="tile-price"><app-price _nghost-ng-c7="">${split(one.price)}</app-price>${one.old ? `<app-price _nghost-ng-c7="" class="was">${split(one.old)}</app-price>` : ''}</div><div _ngcontent-ng-c5="" class="tile-unit">${each(one)}</div></a><button _ngcontent-ng-c5="" mat-flat-button="">Chọn mua</button></app-product-tile>`
const list = (items: readonly One[], page: number) =>
  shell(
    'Thực phẩm tươi',
    `<app-category _nghost-ng-c4="" class="ng-star-inserted"><h1 _ngcontent-ng-c4="">Thực phẩm tươi</h1><div _ngcontent-ng-c4="" class="tiles">${items.map(card).join('<!---->')}<!----></div><app-paginator _ngcontent-ng-c4=""><a ${page === 1 ? 'aria-current="page" ' : ''}href="/nhom/thuc-pham-tuoi">1</a><a ${page === 2 ? 'aria-current="page" ' : ''}href="/nhom/thuc-pham-tuoi?trang=2">2</a></app-paginator></app-category><!---->`,
  )
const product = (one: One) =>
  shell(
    `${one.name} ${one.unit}`,
    `<app-product-detail _nghost-ng-c6="" class="ng-star-inserted"><div _ngcontent-ng-c6="" class="crumbs"><a href="/">Trang chủ</a> / <a href="/nhom/thuc-pham-tuoi">Thực phẩm tươi</a></div><div _ngcontent-ng-c6="" class="cols"><app-gallery _ngcontent-ng-c6=""><img class="main ng-star-inserted" src="https://anh.cho-que-xanh.example.vn/${one.id}/800.webp" alt="${one.name}"></app-gallery><div _ngcontent-ng-c6="" class="info"><h1 _ngcontent-ng-c6="">${one.name} ${one.unit}</h1><div _ngcontent-ng-c6="" class="row"><app-price _nghost-ng-c7="" class="big">${split(one.price)}</app-price><!---->${one.old ? `<app-price _nghost-ng-c7="" class="was" style="text-decoration: line-through">${split(one.old)}</app-price><!---->` : ''}<span _ngcontent-ng-c6="" class="each">${each(one)}</span></div><div _ngcontent-ng-c6="" class="note">Mua từ 3 ${one.unit.split(' ')[0]}: giảm 5%, tối đa 20.000đ</div>${one.out ? '<div _ngcontent-ng-c6="" class="gone ng-star-inserted">Tạm hết hàng</div>' : '<app-qty _ngcontent-ng-c6=""><button>-</button><input type="number" value="1" class="ng-untouched ng-pristine ng-valid"><button>+</button></app-qty><button _ngcontent-ng-c6="" mat-flat-button="" class="buy">Thêm vào giỏ</button>'}<!----><ul _ngcontent-ng-c6=""><li>Xuất xứ: Việt Nam</li><li>Bảo quản: 2-5°C</li></ul></div></div><mat-tab-group _ngcontent-ng-c6=""><div role="tabpanel"><p>${one.name} đóng gói trong ngày, truy xuất bằng mã trên bao bì.</p></div></mat-tab-group><section _ngcontent-ng-c6=""><h2>Đã xem gần đây</h2>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</section></app-product-detail><!---->`,
  )
export const grocery: Make = {
  name: 'grocery',
  base: BASE,
  pages: {
    '/': shell('Đi chợ online', `<app-home _nghost-ng-c3=""><h2>Hôm nay rẻ</h2>${card(GOODS[1])}</app-home>`),
    '/nhom/thuc-pham-tuoi': list(GOODS.slice(0, 2), 1),
    '/nhom/thuc-pham-tuoi?trang=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/mat-hang/${one.slug}-${one.id}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/mat-hang/${one.slug}-${one.id}`,
    title: `${one.name} ${one.unit}`,
    price: one.price,
    listPrice: one.old,
    image: `/${one.id}/800.webp`,
    availability: one.out ? 'OutOfStock' : 'InStock',
  })),
}
