/** A shop of the sample market. All names, numbers and addresses are invented. */
export interface Shop {
  readonly slug: string
  readonly name: string
  readonly location: string
  readonly phone: string | null
  readonly badges: readonly string[]
  readonly taxCode: string | null
  readonly joined: string
  readonly rating: string
  readonly followers: string
  readonly about: string
}

const shop = (
  slug: string,
  name: string,
  location: string,
  more: Partial<Omit<Shop, 'slug' | 'name' | 'location'>> = {},
): Shop => ({
  slug,
  name,
  location,
  phone: null,
  badges: [],
  taxCode: null,
  joined: '2 năm trước',
  rating: '4,8',
  followers: '1,2k',
  about: 'Gian hàng cá nhân.',
  ...more,
})

const COMPANY = { badges: ['Doanh nghiệp đã xác minh'], joined: '6 năm trước', rating: '4,9' }

export const SHOPS: readonly Shop[] = [
  shop('thiet-bi-an-phu', 'Thiết Bị Bán Hàng An Phú', 'TP. Hồ Chí Minh', {
    ...COMPANY,
    phone: '0900 000 101',
    taxCode: '0300000101',
    followers: '18,4k',
    about: 'Máy in, máy quét và vật tư cho cửa hàng. Có xuất hóa đơn VAT cho mọi đơn hàng.',
  }),
  shop('may-mac-hoa-dong', 'May Mặc Hoa Đồng', 'Nam Định', {
    ...COMPANY,
    phone: '0900 000 112',
    taxCode: '0600000112',
    followers: '9,7k',
    about: 'Xưởng may gia đình từ 2012, thiết kế và may tại xưởng.',
  }),
  shop('tui-nha-lua', 'Túi Nhà Lụa', 'Hà Nội', {
    badges: ['Yêu thích'],
    phone: '0900 000 123',
    followers: '6,1k',
    about: 'Túi và ví tự thiết kế, may thủ công tại Hà Đông.',
  }),
  shop('dong-ho-tan-thoi', 'Đồng Hồ Tân Thời', 'Đà Nẵng', {
    ...COMPANY,
    phone: '0900 000 134',
    taxCode: '0400000134',
    followers: '22k',
    about: 'Đại lý đồng hồ, bảo hành tại cửa hàng. Phiếu bảo hành và hóa đơn kèm theo máy.',
  }),
  shop('phu-kien-minh-chau', 'Phụ Kiện Minh Châu', 'TP. Hồ Chí Minh', {
    badges: ['Yêu thích'],
    phone: '0900 000 145',
    followers: '31k',
    about: 'Phụ kiện điện thoại và máy tính, đổi mới trong 7 ngày.',
  }),
  shop('gia-dung-bep-am', 'Gia Dụng Bếp Ấm', 'Bắc Ninh', { ...COMPANY, taxCode: '2300000156', followers: '14k' }),
  shop('nha-thuoc-thao-moc', 'Sức Khỏe Thảo Mộc Xanh', 'Hà Nội', {
    ...COMPANY,
    phone: '1800 0016',
    taxCode: '0100000167',
    followers: '11k',
    about: 'Thực phẩm bảo vệ sức khỏe và mỹ phẩm đã công bố, có hóa đơn và nhãn phụ.',
  }),
  shop('vuon-que-be-tam', 'Vườn Quê Bé Tám', 'Bến Tre', { phone: '0900 000 178', followers: '4,3k' }),
  shop('sach-cu-goc-pho', 'Sách Cũ Góc Phố', 'Huế', { phone: '0900 000 189', followers: '2,8k' }),
  shop('le-hoi-viet', 'Đồ Trang Trí Lễ Hội Việt', 'Hải Phòng', { phone: '0900 000 190', followers: '3,9k' }),
  shop('me-va-be-soc-nau', 'Mẹ Và Bé Sóc Nâu', 'Cần Thơ', { badges: ['Yêu thích'], followers: '7,5k' }),
  shop('in-an-dai-cat', 'In Ấn Đại Cát', 'Hà Nội', { ...COMPANY, taxCode: '0100000204', phone: '0900 000 204' }),
  shop('chi-hang-don-nha', 'Chị Hằng Dọn Nhà', 'Hà Nội', {
    phone: '0900 000 215',
    joined: '3 tháng trước',
    followers: '12',
  }),
  shop('kho-hang-hieu-88', 'Kho Hàng Hiệu 88', 'TP. Hồ Chí Minh', {
    phone: '0900 000 888',
    joined: '2 tháng trước',
    rating: '4,1',
    followers: '640',
    about: 'Hàng hiệu giá sinh viên. Ib để xem thêm mẫu.',
  }),
  shop('sneaker-zone-vn', 'Sneaker Zone VN', 'Hà Nội', {
    phone: 'O9OO.OOO.877',
    joined: '5 tháng trước',
    rating: '4,3',
  }),
  shop('yen-xach-tay', 'Yến Order Hàn Nhật', 'Quảng Ninh', { phone: '0900 000 866', joined: '1 năm trước' }),
  shop('tap-hoa-cua-khau', 'Tạp Hóa Cửa Khẩu', 'Tây Ninh', {
    phone: '0900 000 855',
    joined: '3 tháng trước',
    rating: '4,0',
  }),
  shop('khoi-store', 'Khói Store', 'TP. Hồ Chí Minh', {
    phone: '09OO OOO 844',
    joined: '1 tháng trước',
    followers: '210',
  }),
  shop('thao-duoc-ba-doi', 'Thảo Dược Ông Lang Ba Đời', 'Thanh Hóa', {
    phone: '0900 000 833',
    joined: '8 tháng trước',
  }),
  shop('dich-vu-so-24h', 'Dịch Vụ Số 24h', 'Toàn quốc', {
    phone: '0900 000 822',
    joined: '1 tháng trước',
    followers: '58',
  }),
]
