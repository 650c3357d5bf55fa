export interface Section {
  readonly slug: string
  readonly name: string
  readonly sign: string
}

/** The market's own categories of goods, in the order of the menu. */
export const SECTIONS: readonly Section[] = [
  { slug: 'dong-ho-trang-suc', name: 'Đồng hồ & Trang sức', sign: '⌚' },
  { slug: 'thoi-trang', name: 'Thời trang', sign: '👕' },
  { slug: 'tui-giay', name: 'Túi & Giày', sign: '👜' },
  { slug: 'dien-tu', name: 'Điện tử & Phụ kiện', sign: '🎧' },
  { slug: 'suc-khoe-lam-dep', name: 'Sức khỏe & Làm đẹp', sign: '🌿' },
  { slug: 'me-be', name: 'Mẹ & Bé', sign: '🧸' },
  { slug: 'nha-cua', name: 'Nhà cửa & Đời sống', sign: '🏠' },
  { slug: 'thuc-pham', name: 'Thực phẩm', sign: '🍯' },
  { slug: 'van-phong-dich-vu', name: 'Văn phòng & Dịch vụ', sign: '🖨️' },
]

/** The pseudo-category that holds everything. */
export const ALL: Section = { slug: 'tat-ca', name: 'Tất cả sản phẩm', sign: '🛒' }
