import { describe, expect, test } from 'vitest'
import { NO_CHECKS } from '../../src/domain.ts'
import { FACTS } from '../../src/rules/facts.ts'
import type { FactName } from '../../src/rules/schema.ts'
import { subjectOf } from '../../src/rules/subject.ts'
import { listing, theRules } from '../rules/fixture.ts'

const rules = await theRules()
const holds = (fact: FactName, fields: object): string[] | null => {
  const found = FACTS[fact](subjectOf(listing(fields), rules.trie), rules.factLists, NO_CHECKS)
  return found?.map(({ text }) => text) ?? null
}

describe('compatible_part: the name is the machine it fits', () => {
  test.each([
    'Ốp lưng cho iPhone 15 Pro Max chống sốc',
    'Kính cường lực iPhone 13 full màn',
    'Ốp lưng Samsung Galaxy S23 dẻo trong',
    'Dây đeo silicon cho Apple Watch 44mm',
    'Dây đeo tương thích đồng hồ Garmin Fenix',
    'Pin thay thế Dyson V8 dung lượng cao',
    'Lõi lọc dùng cho máy hút bụi Dyson V10',
    'Hộp mực tương thích với Canon LBP 2900',
    'Bao da iPad Air 5',
    'Giá treo tường máy hút bụi Dyson V8',
    'Leather strap for Apple Watch Ultra',
    '[Loại xịn] Kính cường lực iPhone 12',
    'Phụ tùng lắp cho Honda Vision',
    'op lung cho iphone 11 gia re',
  ])('%s', (title) => {
    expect(holds('compatible_part', { title })).not.toBeNull()
  })
  test.each([
    'iPhone 15 Pro Max tặng ốp lưng và cường lực',
    'iPhone 13 kèm sạc cáp cho khách',
    'Ốp lưng Apple chính hãng MagSafe',
    'Củ sạc Apple 20W chính hãng',
    'Pin Samsung zin bóc máy',
    'Túi Gucci đựng vừa MacBook, dùng cho laptop',
    'Dây da Hermes cho Apple Watch',
    'Tai nghe Sony cho iPhone',
    'Giày Nike cho nam',
    'Dây chuyền Tiffany bạc',
    'Dây nịt Gucci khóa vàng',
    'Cho thuê iPhone 15 theo ngày',
    'Quà tặng cho iPhone fan',
    'Máy lọc không khí Xiaomi 4 Lite',
    'Áo thun in hình',
    'CASE máy tính để bàn DELL OPTIPLEX 7060',
    'Hộp đựng đồng hồ Rolex',
  ])('not: %s', (title) => {
    expect(holds('compatible_part', { title })).toBeNull()
  })
})

describe('second_hand: somebody has used it', () => {
  test.each([
    ['Túi Coach đã qua sử dụng', {}],
    ['iPhone 12 64GB cũ đẹp', {}],
    ['Pass lại váy Zara mặc một lần', {}],
    ['Máy ảnh Canon 2hand', {}],
    ['tui coach da qua su dung con dep', {}],
    ['Laptop Dell', { attributes: { 'Tình trạng': 'Đã sử dụng' } }],
    ['Loa JBL', { attributes: { 'Độ mới': 'Like new 98%' } }],
    ['Giày Nike', { description: 'Mình mua về ít dùng nên để lại' }],
    ['Samsung S21 refurbished', {}],
  ])('%s', (title, more) => {
    expect(holds('second_hand', { title, ...more })).not.toBeNull()
  })
  test.each([
    ['Tủ lạnh mới, thu cũ đổi mới', {}],
    ['Nồi chiên giá cũ 2 triệu nay còn 1 triệu', {}],
    ['Áo mẫu cũ xả kho', {}],
    ['Điện thoại mới 100% chưa qua sử dụng', {}],
    ['Túi mới, không phải hàng 2hand', {}],
    ['Thu mua máy cũ giá cao', {}],
    ['Bao tay dùng một lần hộp 100 cái', {}],
    ['Củ sạc nhanh 20W', {}],
    ['Loa JBL', { attributes: { 'Tình trạng': 'Mới' } }],
    ['Loa JBL', { attributes: { 'Tình trạng': 'Chưa sử dụng' } }],
    ['Giày rep like auth 99%', {}],
    ['Laptop HP nguyên seal', { description: 'Danh mục: Điện thoại | Laptop | Hàng cũ' }],
    ['Kem trộn', { description: 'dùng 2 tháng là hết nám' }],
  ])('not: %s', (title, more) => {
    expect(holds('second_hand', { title, ...more })).toBeNull()
  })
})

describe('numbers against goods and origin', () => {
  test.each([
    [{ title: 'Serum dưỡng trắng', description: '8071/2019/ĐKSP' }, ['8071/2019/ĐKSP']],
    [{ title: 'Viên uống đẹp da', description: '4521/23/CBMP-HN' }, ['4521/23/CBMP-HN']],
    [{ title: 'Serum dưỡng trắng', description: '8071/2019/ĐKSP và 4521/23/CBMP-HN' }, null],
    [{ title: 'Combo serum và viên uống', description: '8071/2019/ĐKSP' }, null],
    [{ title: 'Dầu gội trị gàu', description: 'SĐK: VN-18966-15' }, null],
    [{ title: 'Áo thun', description: '8071/2019/ĐKSP' }, null],
  ])('claim_wrong_kind of %j', (fields, quotes) => {
    expect(holds('claim_wrong_kind', fields)).toEqual(quotes)
  })
  test.each([
    [{ description: 'Mã vạch 8934563138165, made in Korea' }, true],
    [{ description: 'Mã vạch 8934563138165', attributes: { 'Xuất xứ': 'Hàn Quốc' } }, true],
    [{ description: 'Mã vạch 8934563138165', attributes: { 'Xuất xứ': 'Việt Nam' } }, false],
    [{ description: 'Mã vạch 8934563138165, sản xuất tại Việt Nam, nhập khẩu từ Hàn Quốc' }, false],
    [{ description: 'Mã vạch 2012345678900, made in Korea' }, false],
    [{ description: 'Mã vạch 8934563138166, made in Korea' }, false],
    [{ description: 'Mã vạch 8934563138165' }, false],
  ])('gtin_prefix_contradicts_origin of %j is %s', (fields, wanted) => {
    expect(holds('gtin_prefix_contradicts_origin', { title: 'Sữa tắm', ...fields }) !== null).toBe(wanted)
  })
  test('what is missing has no words to quote', () => {
    expect(holds('no_registration_number', { title: 'Viên uống giảm cân' })).toEqual([])
    expect(holds('no_registration_number', { title: 'Viên uống giảm cân, số công bố xem ảnh' })).toBeNull()
    expect(holds('no_registration_number', { title: 'Áo thun' })).toBeNull()
    expect(holds('no_seller_identity', { title: 'a', seller: { badges: ['Mall'] } })).toEqual([])
    expect(holds('no_seller_identity', { title: 'a', seller: { name: 'An' } })).toBeNull()
    expect(holds('no_origin_stated', { title: 'a' })).toEqual([])
    expect(holds('no_origin_stated', { title: 'a', attributes: { 'Xuất xứ': 'Việt Nam' } })).toBeNull()
  })
  test('only a badge of the platform makes a shop official, never its name', () => {
    expect(holds('official_shop', { title: 'a', seller: { name: 'x', badges: ['Shopee Mall'] } })).toEqual([
      'Shopee Mall',
    ])
    expect(holds('official_shop', { title: 'a', seller: { name: 'Nike Official Mall' } })).toBeNull()
    expect(holds('official_shop', { title: 'a', seller: { name: 'x', badges: ['Yêu thích', 'Small'] } })).toBeNull()
  })
})
