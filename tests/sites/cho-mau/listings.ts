import { FLAGGED } from './flagged.ts'
import { goods, type SampleListing } from './goods.ts'
import { HONEST } from './honest.ts'

/** Every listing of the sample market that can be read, honest and flagged mixed as a market mixes them. */
export const LISTINGS: readonly SampleListing[] = [...HONEST, ...FLAGGED].sort(
  (a, b) => ((a.id * 7919) % 1009) - ((b.id * 7919) % 1009),
)

/** Linked from their categories like any other, and never served: each stands for one verdict. */
export const UNREADABLE: Readonly<Record<'removed' | 'blocked' | 'login-wall', SampleListing>> = {
  removed: goods({
    id: 630001,
    title: 'Đồng hồ thông minh Tân Thời S1',
    price: '990.000đ',
    dong: 990000,
    section: 'dong-ho-trang-suc',
    shop: 'dong-ho-tan-thoi',
    picture: 'watch',
    description: 'Đã gỡ.',
  }),
  blocked: goods({
    id: 630002,
    title: 'Máy ảnh film cũ chụp tốt',
    price: '1tr5',
    dong: 1500000,
    used: true,
    section: 'dien-tu',
    shop: 'chi-hang-don-nha',
    picture: 'camera',
    description: 'Bị chặn.',
  }),
  'login-wall': goods({
    id: 630003,
    title: 'Rượu vang Đà Lạt 750 ml (chỉ thành viên trên 18 tuổi)',
    price: '145.000đ',
    dong: 145000,
    section: 'thuc-pham',
    shop: 'vuon-que-be-tam',
    picture: 'bottle',
    description: 'Phải đăng nhập.',
  }),
}

/** What the category pages list. */
export const SHELF: readonly SampleListing[] = [...LISTINGS, ...Object.values(UNREADABLE)]

export type { SampleListing } from './goods.ts'
