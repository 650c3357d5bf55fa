import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { provinceOf } from '../../src/normalise/provinces.ts'

test.each<[string, string | null]>([
  ['Hà Nội', 'Hà Nội'],
  ['ha noi', 'Hà Nội'],
  ['HN', 'Hà Nội'],
  ['TP. Hồ Chí Minh', 'Hồ Chí Minh'],
  ['TP.HCM', 'Hồ Chí Minh'],
  ['tphcm', 'Hồ Chí Minh'],
  ['Sài Gòn', 'Hồ Chí Minh'],
  ['SG', 'Hồ Chí Minh'],
  ['Q1', 'Hồ Chí Minh'],
  ['Q.10', 'Hồ Chí Minh'],
  ['quận 7', 'Hồ Chí Minh'],
  ['Gò Vấp', 'Hồ Chí Minh'],
  ['BMT', 'Đắk Lắk'],
  ['Buôn Ma Thuột, Đắk Lắk', 'Đắk Lắk'],
  ['Daklak', 'Đắk Lắk'],
  ['Da Nang, Vietnam', 'Đà Nẵng'],
  ['Hue, Vietnam', 'Huế'],
  ['Thừa Thiên Huế', 'Huế'],
  ['Bình Dương', 'Hồ Chí Minh'],
  ['Dĩ An', 'Hồ Chí Minh'],
  ['Vũng Tàu', 'Hồ Chí Minh'],
  ['Bà Rịa - Vũng Tàu', 'Hồ Chí Minh'],
  ['Hải Dương', 'Hải Phòng'],
  ['Hoà Bình', 'Phú Thọ'],
  ['Nam Định', 'Ninh Bình'],
  ['Nha Trang', 'Khánh Hòa'],
  ['TX. Sơn Tây, Hà Nội', 'Hà Nội'],
  ['Phường Hòa Khánh Bắc, Quận Liên Chiểu, Đà Nẵng', 'Đà Nẵng'],
  ['12 Xa Lộ Hà Nội, Thủ Đức, TP HCM', 'Hồ Chí Minh'],
  ['45 Nguyễn Huệ, Q1', 'Hồ Chí Minh'],
  ['45 Nguyen Hue', null],
  ['15 Đã bán (3) Hồ Chí Minh', 'Hồ Chí Minh'],
  ['15 Đã bán Hồ Chí Minh', 'Hồ Chí Minh'],
  ['123 Nguyễn Trãi Quận 5 TP HCM', 'Hồ Chí Minh'],
  ['Lê Lợi, TP. Vinh, Nghệ An', 'Nghệ An'],
  ['TP Huế', 'Huế'],
  ['Huyện Châu Thành, tỉnh Bến Tre', 'Vĩnh Long'],
  ['Thị trấn Mỏ Cày, Bến Tre', 'Vĩnh Long'],
  ['Phú Quốc, Kiên Giang, VN', 'An Giang'],
  ['Tân Phú, Đồng Nai', 'Đồng Nai'],
  ['Q. Tân Phú, TPHCM', 'Hồ Chí Minh'],
  ['Pleiku', 'Gia Lai'],
  ['Quy Nhơn - Bình Định', 'Gia Lai'],
  ['Đà Lạt', 'Lâm Đồng'],
  ['Thủ Dầu Một, Bình Dương 820000', 'Hồ Chí Minh'],
  // Ambiguous, abroad, or no place.
  ['Hà Nội, HCM', null],
  ['Hà Nội - Đà Nẵng - Sài Gòn', null],
  ['ĐN', null],
  ['Châu Thành', null],
  ['Tân Phú', null],
  ['Nước ngoài', null],
  ['Hàn Quốc', null],
  ['Toàn quốc', null],
  ['329 Hà Huy Tập', null],
  ['Đường Bắc Kạn', null],
  ['Hà Đông Silk', null],
  ['', null],
])('%j is in %j', (text, province) => {
  expect(provinceOf(text)).toBe(province)
})

test('there are 34 provinces of today, 63 of before, and each is found by its own name', () => {
  const file = fileURLToPath(new URL('../../data/reference/provinces.yaml', import.meta.url))
  const { provinces } = parse(readFileSync(file, 'utf8')) as {
    provinces: { name: string; code: string; of: { name: string }[] }[]
  }
  const before = provinces.flatMap(({ of }) => of.map(({ name }) => name))
  expect([provinces.length, new Set(provinces.map(({ code }) => code)).size]).toEqual([34, 34])
  expect([before.length, new Set(before).size]).toEqual([63, 63])
  for (const { name, of } of provinces) {
    expect(provinceOf(name)).toBe(name)
    for (const old of of) expect(provinceOf(`Tỉnh ${old.name}`)).toBe(name)
  }
})
