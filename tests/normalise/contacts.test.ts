import { describe, expect, test } from 'vitest'
import { contactsIn } from '../../src/normalise/contacts.ts'

const found = (text: string): string[] => contactsIn(text, 'description').map(({ kind, value }) => `${kind} ${value}`)

describe('contacts', () => {
  test.each([
    ['LH 0912.345.678', ['phone +84912345678']],
    ['gọi 0912 345 678 nhé', ['phone +84912345678']],
    ['o912 345 678', ['phone +84912345678']],
    ['O9l2.345.678', ['phone +84912345678']],
    ['0.9.1.2.3.4.5.6.7.8', ['phone +84912345678']],
    ['0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', ['phone +84912345678']],
    ['⓪⑨①②③④⑤⑥⑦⑧', ['phone +84912345678']],
    ['０９１２３４５６７８', ['phone +84912345678']],
    ['+84 912 345 678', ['phone +84912345678']],
    ['không chín một hai ba bốn năm sáu bảy tám', ['phone +84912345678']],
    ['0912 345 678 - 0987 654 321', ['phone +84912345678', 'phone +84987654321']],
    ['01681234567', ['phone +84381234567']],
    ['(028) 3822 1234', ['phone +842838221234']],
    ['Zalo: 0912345678', ['phone +84912345678', 'zalo +84912345678']],
    ['zalo.me/0912345678', ['zalo +84912345678', 'phone +84912345678']],
    ['zalo.me/g/abcxyz123', ['zalo g/abcxyz123']],
    ['https://www.facebook.com/profile.php?id=100012345', ['facebook 100012345']],
    ['fb.com/shop.xinh', ['facebook shop.xinh']],
    ['vào t.me/hangxin88 xem', ['telegram hangxin88']],
    ['tele @hangxin88', ['telegram hangxin88']],
    ['mail shop.xinh@gmail.com', ['email shop.xinh@gmail.com']],
    ['STK 0123456789012 Vietcombank', ['bank-account 0123456789012']],
    ['MST: 0100233488', ['tax-code 0100233488']],
    ['xem thêm tại hangxin.vn', ['website hangxin.vn']],
  ])('%j holds %j', (text, contacts) => {
    expect(found(text)).toEqual(contacts)
  })

  test.each([
    '09xx xxx 678',
    'giá 1.290.000.000đ',
    'mã vạch 8934567890123',
    'CCCD 001203012345',
    'hotline 1900 1234',
    'size 38 39 40 41 42 43 44',
    'không chính xác lắm',
    'SKU 84912345678',
    'mã đơn 0912345678',
    'v.v và A.B.C, file.tar',
    'ngày 12.10.2025 đến 15.10.2025',
  ])('%j holds no contact', (text) => {
    expect(found(text)).toEqual([])
  })

  test('a contact keeps what was written and where', () => {
    expect(contactsIn('alo O9l2.345.678 nha', 'seller.phone_text')).toEqual([
      { kind: 'phone', value: '+84912345678', text: 'O9l2.345.678', field: 'seller.phone_text' },
    ])
  })
})
