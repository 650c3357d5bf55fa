import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Unavailable } from '../../src/errors.ts'
import { parseMoney, priceInPost } from '../../src/normalise/money.ts'
import { offeredPost, offeredThread } from '../../src/normalise/post-listing.ts'
import { modelFrom, POST_MODEL, readWith } from '../../src/normalise/post-model.ts'
import { offerInPost } from '../../src/normalise/post-offer.ts'
import { hashOf, learnPosts, optionsIn } from '../measure/learn-posts.ts'
import { measurePosts, postRows } from '../measure/posts.ts'

describe('the table of posts as sellers write them', () => {
  const figures = measurePosts()

  test('holds every kind, and enough of each', () => {
    const count = (kind: string) => postRows().filter((row) => row.kind === kind).length
    expect(count('offer')).toBeGreaterThan(150)
    for (const kind of ['wanted', 'sold', 'question', 'other']) expect(count(kind), kind).toBeGreaterThanOrEqual(20)
  })
  test('is read at its price', () => expect(figures.price, figures.misses.join('\n')).toBeGreaterThanOrEqual(0.985))
  test('is read as offer or not', () => expect(figures.offer, figures.misses.join('\n')).toBeGreaterThanOrEqual(0.985))
  test('loses no offer', () => {
    const lost = postRows()
      .filter(({ kind }) => kind === 'offer')
      .filter(({ text }) => offeredPost(null, { text, source: 't' }) === null)
    expect(lost.map(({ text }) => text)).toEqual([])
  })
})

test('the model was learned from the table as it is now: npm run measure -- posts --learn', () => {
  expect(JSON.parse(readFileSync(POST_MODEL, 'utf8')).learnedFrom).toBe(hashOf(postRows()))
})

test('a model of one author reads most posts of another', () => {
  const rows = postRows()
  try {
    readWith(learnPosts(rows.filter(({ origin }) => origin === 'city' || origin === 'province')))
    const { price, offer } = measurePosts(rows.filter(({ origin }) => origin === 'mixed-3'))
    expect(offer).toBeGreaterThan(0.85)
    expect(price).toBeGreaterThan(0.85)
  } finally {
    readWith(null)
  }
})

describe('a model that cannot be used is named, with what to do, and ends what needs it', () => {
  const whole = JSON.parse(readFileSync(POST_MODEL, 'utf8'))
  test.each([
    ['half of it', JSON.stringify(whole).slice(0, 1000)],
    ['nothing', ''],
    ['no weights', JSON.stringify({ ...whole, kind: undefined })],
    ['too few weights of a word', JSON.stringify({ ...whole, kind: { giá: [1, 2] } })],
    ['kinds in another order', JSON.stringify({ ...whole, kinds: whole.kinds.toReversed() })],
  ])('%s', (_, text) => {
    const folder = mkdtempSync(join(tmpdir(), 'soi-model-'))
    try {
      const file = join(folder, 'model.json')
      writeFileSync(file, text)
      expect(() => modelFrom(pathToFileURL(file))).toThrow(Unavailable)
      expect(() => modelFrom(pathToFileURL(file))).toThrow(/model\.json.*measure -- posts --learn/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  test('none at all', () => {
    expect(() => modelFrom(new URL('none.json', POST_MODEL))).toThrow(/ENOENT.*put back/)
  })
})

describe('of a post with thousands of figures', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => `mẫu ${i} giá ${200 + (i % 300)}k`).join(', ')
  test('those that it begins and ends with are weighed', () => {
    const few = optionsIn(many(20)).length
    expect(few).toBeGreaterThanOrEqual(20)
    expect(optionsIn(many(1500)).length).toBeLessThanOrEqual(160)
  })
  test('the price asked is found at either end', () => {
    expect(priceInPost(`Bán loa kéo giá 350k. ${many(600)}`)?.amount).toBe(350_000)
    const [first, last] = [optionsIn(many(600))[0]?.value, optionsIn(`${many(600)}\nchốt giá 777k`).at(-1)?.value]
    expect([first, last]).toEqual([200_000, 777_000])
  })
})

describe('the price in a post', () => {
  test.each([
    ['1 hộp 120k, 3 hộp 330k', 120_000],
    ['Sỉ 90k từ 10 cái, lẻ 120k', 120_000],
    ['giá cũ 500 nay 350', 350_000],
    ['Giá shop 2tr, em để lại 1tr4', 1_400_000],
    ['Ship 30k, cọc 100k, giá 750k', 750_000],
    ['Chỗ khác bán 450k, bên em 380k', 380_000],
    ['Giá 1450 fix nhẹ', 1_450_000],
    ['pass 1m2 đôi giày size 42', 1_200_000],
    ['LH 0912.345.678 giá 199k', 199_000],
    ['> Bán loa 1tr3\nMình để 900k thôi', 900_000],
    ['[QUOTE=an]giá 1tr3[/QUOTE] Mình để 900k', 900_000],
    ['gia si 60k gia le 85k', 85_000],
    ['Con này hai triệu tư không bớt', 2_400_000],
    ['Bán đất 1 tỷ 950 còn lộc', 1_950_000_000],
    ['Máy cũ 3 triệu 8 bà con xem ở vườn', 3_800_000],
    ['Bán 1 triệu 2 đôi giày cũ', 1_000_000],
    ['Giá: 1 4 5 k, có sẵn', 145_000],
    ['áo len 5 chục 1 cái, lấy 10 cái 4 trăm', 50_000],
    ['1 lít mật ong rừng 450k', 450_000],
    ['can 2 lít 260k, chai 500ml 75k', 260_000],
    ['samba low 270, dunk 290, gazelle 260, chưa ship', 270_000],
    ['GKĐ: 200k, bước giá: 20k', 200_000],
    ['Học phí 399k, tặng tài liệu', 399_000],
    ['Giá trong nước 5tr6, em để các bác 3tr950', 3_950_000],
    ['Chai 100ml 250k, lấy 5 chai 200k/chai', 250_000],
  ])('%j asks %j', (text, amount) => {
    expect(priceInPost(text)?.amount).toBe(amount)
  })

  test.each([
    'Giá ib, giá gốc 2tr',
    'Giá thị trường 500k, inbox báo giá',
    'Tặng kèm ốp 150k, giá liên hệ',
    'cọc 200k giữ hàng',
    'Trao đổi: em có 42115, cần 42143',
    'Loại 20 củ, đào rừng, giá ib',
    'Rẻ hơn hãng 5-6 củ, giá liên hệ',
  ])('%j names no price asked', (text) => {
    expect(priceInPost(text)).toBeNull()
  })

  test('is the very piece of the post, and reads the same by itself', () => {
    for (const { text } of postRows()) {
      const price = priceInPost(text)
      if (price === null) continue
      expect(text.slice(price.start, price.end)).toBe(price.text)
      if (price.currency === 'VND') expect(parseMoney(price.text, { assume: 'VND' })?.amount).toBe(price.amount)
    }
  })

  test('never throws, whatever is written', () => {
    const words = fc.constantFrom(
      'giá',
      '350k',
      '1tr2',
      '> ',
      '[quote]',
      '[/quote]',
      '~~',
      '\n',
      '1xx',
      '🔥',
      '-',
      '₫',
      'còn',
      'cũ',
      '2',
      'cái',
      '0912345678',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const price = priceInPost(text)
          if (price !== null) expect(text.slice(price.start, price.end)).toBe(price.text)
          const { offer } = offerInPost(null, text)
          expect(offer >= 0 && offer <= 1).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what a post is', () => {
  test('the title counts', () => {
    expect(offerInPost('Cần mua: loa kéo cũ', 'ngân sách 1tr').kind).toBe('wanted')
  })

  test.each([
    ['bác ơi 2tr có đi không em qua lấy', 'question'],
    ['Thu mua xác máy, giá cao, alo em', 'wanted'],
    ['Kệ sách 300k - đã xong, xoá bài giúp em', 'sold'],
    ['Cần nhân viên bán hàng part time 25k/h', 'other'],
    ['Ai muốn mua xe đạp cho con không ạ, 500k thôi', 'offer'],
    ['Update: còn bàn học 400k, ghế xoay đã có chủ', 'offer'],
  ])('%j is %s', (text, kind) => expect(offerInPost(null, text).kind).toBe(kind))

  test('an advert that asks its readers a question stays an offer', () => {
    expect(offerInPost(null, 'Bạn bị nám lâu năm không hết? Kem bên em 350k/hộp, ib để được tư vấn').kind).toBe('offer')
  })

  test('whoever buys and sells money or invoices offers', () => {
    expect(offerInPost(null, 'Thu mua đô la, euro tiền mặt giá cao').kind).toBe('offer')
  })

  test('a long description is not judged by a word in its middle', () => {
    const filler = 'Chất liệu cao cấp, đường may chắc chắn. '.repeat(6)
    const text = `Giày nam đế cao giá 500k. ${filler} Nhiều bạn cho em hỏi bảo quản. ${filler} Ship toàn quốc.`
    expect(offerInPost(null, text).kind).toBe('offer')
  })

  test('words that say nothing are no reason to drop a post', () => {
    const text = { text: 'Hàng như hình', source: 't' }
    expect(offeredPost(null, text)).toEqual({ title: text, description: text, price: null })
  })
})

describe('a thread of a forum', () => {
  const found = (text: string) => ({ text, source: 't' })

  test('in a section of sales its first post is a listing, with the price of its title or its words', () => {
    expect(offeredThread('Diễn đàn / Mua bán', found('Loa kéo 1tr2'), found('Như hình'))?.price).toEqual({
      text: '1tr2',
      source: 't~price',
    })
  })
  test('elsewhere only one whose title offers', () => {
    expect(offeredThread('Thảo luận', found('Loa kéo nghe rất hay'), found('Mua 1tr2 ở tiệm quen'))).toBeNull()
    expect(offeredThread('Thảo luận', found('Bán loa kéo'), found('Giá 1tr2 lh 0909123456'))?.price?.text).toBe('1tr2')
  })
  test('wanted, sold and asked threads are none', () => {
    const titles = ['[Cần mua] Loa kéo', '[Đã bán] Loa kéo 1tr2', 'Cho em hỏi loa này giá bao nhiêu?']
    for (const title of titles)
      expect(offeredThread('Mua bán', found(title), found('Như tiêu đề, 1tr2')), title).toBeNull()
  })
})
