import { describe, expect, test } from 'vitest'
import { quotesOf } from './fixture.ts'

const copies = "{ words: ['@copies'] }"

describe('words', () => {
  test('match whole words only', () => {
    expect(quotesOf('{ words: [rep] }', { title: 'Áo rep đẹp' })).toEqual(['rep'])
    expect(quotesOf('{ words: [rep] }', { title: 'Prepaid reply' })).toBeNull()
  })
  test('quote the seller’s own characters, hidden wording included', () => {
    expect(quotesOf(copies, { title: 'Áo S.U.P.E.R f.a.k.e nha' })).toEqual(['S.U.P.E.R f.a.k.e'])
    expect(quotesOf(copies, { title: 'Áo 𝐬𝐮𝐩𝐞𝐫 fаke nha' })).toEqual(['𝐬𝐮𝐩𝐞𝐫 fаke'])
  })
  test('do not join across a comma, a sentence or a line', () => {
    expect(quotesOf('{ words: [tay gấu] }', { title: 'Áo in tay, gấu viền' })).toBeNull()
    expect(quotesOf('{ words: [tay gấu] }', { description: 'Bán tay\ngấu bông' })).toBeNull()
    expect(quotesOf('{ words: [tay gấu] }', { title: 'bán tay gấu' })).toEqual(['tay gấu'])
  })
  test('# stands for any number, glued to its unit or not', () => {
    const when = "{ words: ['giảm # kg'] }"
    expect(quotesOf(when, { title: 'giảm 7kg ngay' })).toEqual(['giảm 7kg'])
    expect(quotesOf(when, { title: 'giảm 12 kg ngay' })).toEqual(['giảm 12 kg'])
    expect(quotesOf(when, { title: 'giảm 7kgs' })).toBeNull()
  })
})

describe('marks', () => {
  test('a word written with other marks is another word', () => {
    expect(quotesOf(copies, { title: 'Hàng lâu năm để lại' })).toBeNull()
    expect(quotesOf(copies, { title: 'Hàng lậu giá mềm' })).toEqual(['Hàng lậu'])
  })
  test('a phrase without marks counts in text without marks', () => {
    expect(quotesOf(copies, { title: 'dien thoai hang lau gia mem' })).toEqual(['hang lau'])
  })
  test('a phrase without marks does not count inside text that is written with marks', () => {
    expect(quotesOf(copies, { title: 'Điện thoại chạy hang lau pin khỏe lắm nhé' })).toBeNull()
  })
  test('one word without marks needs to be marked as usable so', () => {
    expect(quotesOf('{ words: [túi] }', { title: 'ban tui da bo dep' })).toBeNull()
    expect(quotesOf('{ words: [{ term: túi, plain: text }] }', { title: 'ban tui da bo dep' })).toEqual(['tui'])
    expect(quotesOf('{ words: [{ term: hàng lậu, plain: never }] }', { title: 'ban hang lau re' })).toBeNull()
  })
})

describe('conditions', () => {
  test('near and apart look a number of words around, within one field', () => {
    const near = '{ words: [fake], near: { words: [túi], within: 3 } }'
    expect(quotesOf(near, { title: 'túi đẹp fake' })).toEqual(['túi', 'fake'])
    expect(quotesOf(near, { title: 'túi một hai ba bốn fake' })).toBeNull()
    expect(quotesOf(near, { title: 'túi', description: 'fake' })).toBeNull()
    expect(quotesOf('{ words: [rep], apart: { words: [inbox], within: 2 } }', { title: 'rep inbox nhanh' })).toBeNull()
  })
  test('near may ask for a side, and for the same clause', () => {
    const after = '{ words: [bán], near: { words: [fake], within: 3, side: after } }'
    expect(quotesOf(after, { title: 'bán túi fake' })).toEqual(['bán', 'fake'])
    expect(quotesOf(after, { title: 'fake túi bán' })).toBeNull()
    const before = '{ words: [fake], near: { words: [bán], within: 3, side: before } }'
    expect(quotesOf(before, { title: 'fake túi bán' })).toBeNull()
    const clause = '{ words: [bán], near: { words: [fake], within: 3, same_clause: true } }'
    expect(quotesOf(clause, { description: 'Shop bán túi. Fake không' })).toBeNull()
    expect(quotesOf(clause, { description: 'Shop bán túi, fake đẹp' })).toEqual(['bán', 'fake'])
    const apart = '{ words: [rep], apart: { words: [inbox], within: 4, same_clause: true } }'
    expect(quotesOf(apart, { description: 'Giày rep. Inbox nhé' })).toEqual(['rep'])
  })
  test('braces stand for each of their alternatives', () => {
    const when = "{ words: ['{bán|nhận} đồ {giả|nhái|}'] }"
    expect(quotesOf(when, { title: 'nhận đồ nhái' })).toEqual(['nhận đồ', 'nhận đồ nhái'])
    expect(quotesOf(when, { title: 'bán đồ' })).toEqual(['bán đồ'])
    expect(quotesOf(when, { title: 'mua đồ giả' })).toBeNull()
    expect(() => quotesOf("{ words: ['{bán|nhận đồ'] }", { title: 'x' })).toThrow(/without its/)
  })
  test('count takes a phrase and the words inside it for one', () => {
    const when = '{ words: [khói thơm, khói, vị], count: 2 }'
    expect(quotesOf(when, { title: 'khói thơm' })).toBeNull()
    expect(quotesOf(when, { title: 'khói thơm đủ vị' })).toEqual(['khói', 'khói thơm', 'vị'])
  })
  test('count wants different words, not the same one often', () => {
    const when = '{ words: [khói, hơi, vị], count: 2 }'
    expect(quotesOf(when, { title: 'khói khói khói' })).toBeNull()
    expect(quotesOf(when, { title: 'khói đủ vị' })).toEqual(['khói', 'vị'])
  })
  test('in, not and missing bind to fields', () => {
    expect(quotesOf('{ words: [fake], in: [description] }', { title: 'fake' })).toBeNull()
    const noBrand = '{ all: [{ words: [fake] }, { missing: brand }] }'
    expect(quotesOf(noBrand, { title: 'fake' })).toEqual(['fake'])
    expect(quotesOf(noBrand, { title: 'fake', brand: 'Gucci' })).toBeNull()
    expect(quotesOf('{ all: [{ words: [fake] }, { not: { words: [móng] } }] }', { title: 'móng fake' })).toBeNull()
  })
  test('context words set the scene and are not quoted', () => {
    const when = '{ all: [{ words: [fake] }, { words: [túi], context: true }] }'
    expect(quotesOf(when, { title: 'túi fake' })).toEqual(['fake'])
    expect(quotesOf(when, { title: 'móng fake' })).toBeNull()
  })
  test('a pattern runs on folded text and quotes the original', () => {
    expect(
      quotesOf("{ pattern: 'shop(?:rep|fake)', in: [seller] }", { title: 'a', seller: { name: 'SHOPＦake.vn' } }),
    ).toEqual(['SHOPＦake'])
  })
  test('an attribute is judged by its name and its value together', () => {
    const when = '{ attribute: { key: [tem phụ], value: [không] } }'
    expect(quotesOf(when, { title: 'a', attributes: { 'Tem phụ': 'không có' } })).toEqual(['không'])
    expect(quotesOf(when, { title: 'a', attributes: { 'Bảo hành': 'không có' } })).toBeNull()
  })
  test('a quantity is read with its thousands', () => {
    const when = '{ all: [{ number: { of: mah, above: 55000 } }, { words: [pin] }] }'
    expect(quotesOf(when, { title: 'pin 100.000mAh' })).toContain('100.000mAh')
    expect(quotesOf(when, { title: 'pin 20.000 mAh' })).toBeNull()
  })
  test('a price floor needs the brand, the goods and a real price', () => {
    const when = '{ all: [{ floor: bag }, { words: [mới] }] }'
    expect(quotesOf(when, { title: 'Túi Gucci mới', price_vnd: 200_000 })).toEqual(['Túi', 'Gucci', 'mới'])
    expect(quotesOf(when, { title: 'Túi Gucci mới', price_vnd: 1 })).toBeNull()
    expect(quotesOf(when, { title: 'Túi Gucci mới', price_vnd: null })).toBeNull()
    expect(quotesOf(when, { title: 'Túi vải mới', price_vnd: 200_000 })).toBeNull()
  })
})

describe('facts', () => {
  test('registration numbers are told from placeholders', () => {
    expect(quotesOf('{ fact: has_cosmetic_number }', { title: 'Số 71846/18/CBMP-QLD' })).toEqual(['71846/18/CBMP-QLD'])
    expect(quotesOf('{ fact: placeholder_number }', { title: 'Số 71846/18/CBMP-QLD' })).toBeNull()
    expect(quotesOf('{ fact: placeholder_number }', { title: 'Số 123456/22/CBMP-HN' })).toEqual(['123456/22/CBMP-HN'])
    expect(quotesOf('{ fact: has_drug_number }', { title: 'SĐK VD-25305-16' })).toEqual(['VD-25305-16'])
  })
  test('a lookalike is one letter away from a brand and no honest name', () => {
    expect(quotesOf('{ fact: brand_lookalike }', { title: 'Giày Adidos' })).toEqual(['Adidos'])
    expect(quotesOf('{ fact: brand_lookalike }', { title: 'Giày Adidas' })).toBeNull()
    expect(quotesOf('{ fact: brand_lookalike }', { title: 'Adidos Bakery' })).toBeNull()
  })
  test('a brand in decorative letters is not hidden; one in look-alike letters or with dots is', () => {
    expect(quotesOf('{ fact: brand_disguised }', { title: '𝐆𝐮𝐜𝐜𝐢 bag' })).toBeNull()
    expect(quotesOf('{ fact: brand_disguised }', { title: 'G.u.c.c.i bag' })).toEqual(['G.u.c.c.i'])
    expect(quotesOf('{ fact: brand_disguised }', { title: 'Guссi bag' })).toEqual(['Guссi'])
  })
  test('a price is hidden when only a message tells it', () => {
    expect(quotesOf('{ fact: price_hidden }', { title: 'a', price_text: 'ib giá' })).toEqual([])
    expect(quotesOf('{ fact: price_hidden }', { title: 'a', price_text: '120k', price_vnd: 120_000 })).toBeNull()
    expect(quotesOf('{ fact: price_masked }', { title: 'a', price_text: '2xx k' })).toEqual(['2xx k'])
  })
})
