import { expect, test } from 'vitest'
import { goodsGroupOf } from '../../src/normalise/goods-group.ts'
import { stepsOf } from '../text/steps.ts'

/** Title, category, what it is. */
const ROWS: readonly (readonly [string, string | null, string | null])[] = [
  ['Hộp 900g vị vani', 'Sữa bột', 'milk'],
  ['Sữa rửa mặt trà xanh 100ml', null, 'cosmetics'],
  ['SỮA BỘT hộp thiếc 900g', null, 'milk'],
  ['sua rua mat tra xanh', null, 'cosmetics'],
  ['Viên uống đẹp da 60 viên', null, 'functional-food'],
  ['Thuốc ho trẻ em chai 100ml', null, 'medicine'],
  ['Thuốc lá cuộn tay', null, 'tobacco'],
  ['Thuốc bảo vệ thực vật gói 10g', null, 'agriculture'],
  ['Thuốc nhuộm tóc phủ bạc', null, null],
  ['Ốp lưng điện thoại trong suốt', null, 'electronics'],
  ['Giày chạy bộ', 'Thời trang > Giày > Giày nam', 'fashion'],
  ['Serum 30ml', 'Mẹ & Bé > Mỹ phẩm', 'cosmetics'],
  ['Bộ 3 món chính hãng', 'Khác', null],
  ['Kệ giày gỗ 5 tầng', null, null],
  ['Sách dạy làm bánh', null, null],
  ['Phần mềm bản quyền giao ngay qua thư kèm hóa đơn VAT', null, null],
  ['Bán hóa đơn các ngành', null, 'money-papers'],
  ['women_shoes size 38', 'women_shoes', 'fashion'],
  ['Sơn nước nội thất', null, 'household'],
  ['𝗞𝗲𝗺 𝗰𝗵𝗼̂́𝗻𝗴 𝗻𝗮̆́𝗻𝗴 50g', null, 'cosmetics'],
  ['', null, null],
]

test.each(ROWS)('%s [%s]: %s', (title, category, group) => {
  expect(goodsGroupOf({ title, category })).toBe(group)
})

test('a title and a category without end take no more steps than long ones', () => {
  const reading = (times: number) =>
    stepsOf(() => goodsGroupOf({ title: 'ghế '.repeat(times), category: 'x '.repeat(times) }))
  const long = reading(300)
  expect(long).toBeGreaterThan(300)
  expect(reading(100_000)).toBe(long)
})
