import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkClaims } from '../../src/checks/claims.ts'
import { comparable } from '../../src/checks/comparable.ts'
import { gatherChecks, listedChecks } from '../../src/checks/gather.ts'
import { type Lookups, NO_REGISTRIES } from '../../src/checks/lookups.ts'
import { clustersOf, storePrice } from '../../src/checks/medians.ts'
import { referencePrice } from '../../src/checks/price.ts'
import { loadReference, referenceOf } from '../../src/checks/reference.ts'
import { type Checks, NO_CHECKS, type RegistryKind, type RegistryRecord, type SeenPrice } from '../../src/domain.ts'
import { assess } from '../../src/rules/score.ts'
import { listing, theRules } from '../rules/fixture.ts'

const AT = '2026-11-20T00:00:00.000Z'
const SEEN = { sellerUrl: null, at: AT }
const reference = await loadReference(fileURLToPath(new URL('../../data/reference', import.meta.url)))

/** kind → `by key` → rows. */
const registries = (
  rows: Partial<Record<RegistryKind, Record<string, RegistryRecord[]>>>,
  asOf = '2026-11-01',
): Lookups => ({
  snapshot: async (kind) => (rows[kind] ? { kind, source: 'Cục', asOf, sha256: 'a'.repeat(64) } : null),
  find: async (kind, by, key) => rows[kind]?.[`${by} ${key}`] ?? [],
})
const CREAM = { number: '4521/23/CBMP-HN', name: 'Kem dưỡng Hoa Sen', holder: 'Công ty TNHH Mỹ phẩm Liên Đài' }
const cosmetics = (record: RegistryRecord) => registries({ cosmetics: { 'number 4521/23/CBMP-HN': [record] } })
const endOf = async (lookups: Lookups, fields: object) => {
  const [claim] = await checkClaims(listing(fields), AT, lookups)
  return [claim?.state, claim?.reason, claim?.snapshot?.asOf ?? null]
}

describe('claims followed up', () => {
  const text = { title: 'Kem dưỡng Hoa Sen', description: 'Số 04521/23/CBMP-HN' }
  test.each([
    ['no registry of the kind', NO_REGISTRIES, text, ['not checked', null, null]],
    ['there, and the product is named', cosmetics(CREAM), text, ['in registry', null, '2026-11-01']],
    [
      'there, only the holder is named',
      cosmetics(CREAM),
      { ...text, title: 'Kem Liên Đài' },
      ['in registry', null, '2026-11-01'],
    ],
    [
      'there, and neither is named',
      cosmetics(CREAM),
      { ...text, title: 'Serum Ngọc Trai' },
      ['other holder', null, '2026-11-01'],
    ],
    [
      'a record that names only what all creams are called',
      cosmetics({ ...CREAM, name: 'Kem dưỡng da', holder: '' }),
      { ...text, title: 'Serum Ngọc Trai' },
      ['in registry', null, '2026-11-01'],
    ],
    ['withdrawn', cosmetics({ ...CREAM, status: 'Đã thu hồi' }), text, ['in registry', 'withdrawn', '2026-11-01']],
    ['not there', registries({ cosmetics: {} }), text, ['not in registry', null, '2026-11-01']],
    [
      'given out after an old snapshot',
      registries({ cosmetics: {} }, '2022-01-01'),
      text,
      ['not checked', null, '2022-01-01'],
    ],
    [
      'dated after the page',
      NO_REGISTRIES,
      { title: 'a', description: '4521/27/CBMP-HN' },
      ['malformed', 'year', null],
    ],
    [
      'placeholder, never looked up',
      cosmetics(CREAM),
      { title: 'a', description: '123456/22/CBMP-HN' },
      ['placeholder', 'serial', null],
    ],
    [
      'a tax code has its check digit only',
      NO_REGISTRIES,
      { title: 'a', description: 'MST 0100233488' },
      ['valid form', null, null],
    ],
  ])('%s', async (_, lookups, fields, wanted) => {
    expect(await endOf(lookups, fields)).toEqual(wanted)
  })
})

test('a number of a kind that such goods are never given is told so, whatever the registry says', async () => {
  const fits = async (title: string) =>
    (await checkClaims(listing({ title, description: '4521/23/CBMP-HN' }), AT, cosmetics(CREAM)))[0]?.fitsGoods
  expect(await fits('Viên uống đẹp da')).toBe(false)
  expect(await fits('Serum dưỡng da')).toBe(true)
  expect(await fits('Áo thun')).toBeNull()
})

describe('what lists say of seller and goods', () => {
  const gather = (lookups: Lookups, fields: object, sellerUrl: string | null = null) =>
    gatherChecks(listing(fields), { sellerUrl, at: AT }, { reference, lookups, clusters: async () => new Map() })
  const kinds = (checks: Checks) => checks.standings.map(({ kind, by }) => `${kind} ${by}`)

  test('an offender by tax code, and more weakly by name', async () => {
    const offenders = registries({
      offenders: { 'tax 0100233488': [{ name: 'A' }], 'name kho hang tong': [{ name: 'Kho Hàng Tổng' }] },
    })
    expect(kinds(await gather(offenders, { title: 'a', description: 'MST 0100233488' }))).toEqual(['offender tax-code'])
    expect(kinds(await gather(offenders, { title: 'a', description: 'MST 0100233489' }))).toEqual([])
    const named = await gather(offenders, { title: 'a', seller: { name: 'Kho Hàng Tổng' } })
    expect(named.standings[0]).toMatchObject({ by: 'name', quote: { field: 'seller.name', text: 'Kho Hàng Tổng' } })
  })
  test('an offender by the telephone, however the listing writes it', async () => {
    const offenders = registries({ offenders: { 'number +84912345678': [{ name: 'A', phone: '0912 345 678' }] } })
    const found = await gather(offenders, { title: 'a', description: 'Ib zalo O9I2.345.678 nhé' })
    expect(found.standings[0]).toMatchObject({ kind: 'offender', by: 'phone', quote: { text: 'O9I2.345.678' } })
    expect(kinds(await gather(offenders, { title: 'a', seller: { phone_text: '0912345679' } }))).toEqual([])
  })
  test('whose mark the brand is', async () => {
    const marks = registries({ trademarks: { 'name vans': [{ name: 'VANS', holder: 'Vans, Inc.' }] } })
    expect(kinds(await gather(marks, { title: 'a', brand: 'Vans' }))).toEqual(['trademark name'])
    expect(kinds(await gather(marks, { title: 'Giày Vans' }))).toEqual([])
  })
  test('recalled goods by number and by the name in the title, with the seller’s words', async () => {
    const recalls = registries({
      recalls: {
        'name siro ho bao nhi': [{ name: 'Siro ho Bảo Nhi' }],
        'number VD-25305-16': [{ number: 'VD-25305-16' }],
      },
    })
    expect(kinds(await gather(recalls, { title: 'a', description: 'SĐK VD-25305-16' }))).toEqual(['recalled number'])
    const named = await gather(recalls, { title: 'Combo 3 chai siro ho Bảo Nhi 100ml' })
    expect(named.standings[0]?.quote?.text).toBe('siro ho Bảo Nhi')
  })
  test('an authorised seller by the shop’s address, for its own brand only', async () => {
    const sellers = registries({
      'authorised-sellers': { 'url shopee.vn/nike_vn': [{ brand: 'Nike', seller: 'Nike VN' }] },
    })
    expect(kinds(await gather(sellers, { title: 'Giày Nike' }, 'https://www.shopee.vn/nike_vn/?sp=1'))).toEqual([
      'authorised seller-url',
    ])
    expect(kinds(await gather(sellers, { title: 'Giày Adidas' }, 'https://shopee.vn/nike_vn'))).toEqual([])
    expect(kinds(await gather(sellers, { title: 'Giày Nike', seller: { name: 'Nike VN' } }))).toEqual([])
  })
  test('the list that comes with Soi goes by the host, and a look-alike host is another host', () => {
    const at = (url: string, title: string) => listedChecks(listing({ title, url }), reference).standings.length
    expect(at('https://www.nike.com/vn/t/pegasus', 'Giày Nike Pegasus')).toBe(1)
    expect(at('https://nike.com.shop-vn.example/t', 'Giày Nike Pegasus')).toBe(0)
    expect(at('https://www.nike.com/vn', 'Giày Adidas')).toBe(0)
  })
})

const ratio = (title: string, price_vnd: number, more: object = {}) =>
  referencePrice(listing({ title, price_vnd, price_text: `${price_vnd}đ`, ...more }), reference)

describe('prices', () => {
  test('the row that names more words of the goods is the reference', () => {
    expect(ratio('Tai nghe AirPods Pro 2 chính hãng', 450_000)).toMatchObject({ id: 'apple-airpods-pro', ratio: 0.1 })
    expect(ratio('Máy sấy tóc Dyson Supersonic', 800_000)).toMatchObject({ id: 'dyson-hair', ratio: 0.1 })
    expect(ratio('Máy sấy tóc', 800_000, { brand: 'Dyson' })).toMatchObject({ id: 'dyson-hair' })
    expect(ratio('Máy sấy tóc Kangaroo', 800_000)).toBeNull()
  })
  test.each([
    ['Dây đồng hồ G-Shock', 90_000, {}],
    ['Ốp lưng cho iPhone 15', 50_000, {}],
    ['Nước hoa Chanel Bleu chiết 10ml', 250_000, {}],
    ['Combo 2 nước hoa Dior Sauvage', 900_000, {}],
    ['Set nước hoa Dior mini', 300_000, {}],
    ['iPhone 15 trả góp 0%', 990_000, {}],
    ['iPhone 15 128GB', 990_000, { price_text: '990.000đ/tháng' }],
    ['iPhone 15 128GB', 500_000, { description: 'Giá là giá cọc, còn lại trả khi nhận' }],
    ['iPhone 15 128GB', 500_000, { price_text: 'từ 500.000đ' }],
    ['Túi Gucci đã qua sử dụng', 2_000_000, {}],
    ['Túi Gucci', 2_000_000, { attributes: { 'Tình trạng': 'Đã sử dụng' } }],
    ['Hộp đựng đồng hồ Rolex', 200_000, {}],
    ['Cho thuê túi Chanel', 300_000, {}],
    ['Mô hình đồng hồ Rolex', 300_000, {}],
    ['Tai nghe in-ear, không phải AirPods', 229_000, {}],
    ['Tai nghe AirPods Pro', 123_456, {}],
    ['Tai nghe AirPods Pro', 999, {}],
  ])('%s at %i is not compared', (title, price, more) => {
    expect(ratio(title, price, more)).toBeNull()
  })
  test('a listing without a price is not cheap', () => {
    expect(referencePrice(listing({ title: 'Tai nghe AirPods Pro' }), reference)).toBeNull()
    expect(comparable(listing({ title: 'Tai nghe AirPods Pro' }))).toBe(false)
  })

  const seen = (price: number, seller: string, more: Partial<SeenPrice> = {}): SeenPrice => ({
    ...{
      brand: 'Acme',
      category: 'Nhà > Nồi',
      title: 'Nồi Acme',
      priceText: `${price}`,
      price,
      seller,
      day: '2026-11-01',
    },
    ...more,
  })
  const market = [210, 190, 201, 205, 195, 198, 201, 220].map((thousand, at) => seen(thousand * 1000, `s${at % 3}`))
  const asked = (price_vnd: number) =>
    listing({ title: 'Nồi Acme', brand: 'ACME', category: 'Đồ bếp/Nồi', price_vnd, price_text: `${price_vnd}đ` })
  test('eight listings of three sellers make a market; fewer do not', () => {
    expect(storePrice(asked(40_000), clustersOf(market))).toMatchObject({
      basis: 'store',
      n: 8,
      low: 201_000,
      outlier: true,
      confidence: 'L',
    })
    expect(storePrice(asked(180_000), clustersOf(market))?.outlier).toBe(false)
    expect(storePrice(asked(40_000), clustersOf(market.slice(1)))).toBeNull()
    expect(storePrice(asked(40_000), clustersOf(market.map((each) => ({ ...each, seller: 's' }))))).toBeNull()
  })
  test('one absurd price among them does not move the median', () => {
    const odd = [...market, seen(900_000_000, 's9'), seen(1_000, 's8')]
    expect(storePrice(asked(40_000), clustersOf(odd))).toMatchObject({ low: 201_000, outlier: true })
  })
  test('sets and accessories are no part of it', () => {
    const sets = market.map((each) => ({ ...each, title: 'Combo 3 nồi Acme' }))
    expect(clustersOf(sets).size).toBe(0)
  })
})

describe('the list of prices', () => {
  test('is dated, and lies well above the floors of the rules for the same goods', async () => {
    expect(reference.prices.filter(({ as_of }) => as_of > '2026-12-31')).toEqual([])
    const { floors } = parse((await theRules()).files.get('prices.yaml') ?? '') as {
      floors: { name: string; brand: string[]; goods: string[]; below: number }[]
    }
    const compared = floors.flatMap(({ name, brand, goods, below }) => {
      const found = ratio(`${goods[0]} ${brand[0]}`, below)
      return found ? [[name, found.ratio] as const] : []
    })
    expect(compared.length).toBeGreaterThan(5)
    expect(compared.filter(([, share]) => share > 0.8)).toEqual([])
  })
  test.each([
    ['low: 5000', 'low: 900000', /"low" is above "high"/],
    ['confidence: M', 'confidence: X', /prices\.yaml:\d+: .*confidence/],
    ['id: a', 'ids: a', /unknown key ids/],
  ])('refuses %s → %s by line', (from, to, message) => {
    const row = `prices:\n  - id: a\n    brand: [A]\n    goods: [b]\n    low: 5000\n    high: 9000\n    source: s\n    as_of: 2026-01-01\n    confidence: M\n`
    expect(() => referenceOf(row.replace(from, to), 'sellers: []\n')).toThrow(message)
    expect(referenceOf(row, 'sellers: []\n').prices).toHaveLength(1)
  })
})

describe('judging', () => {
  const fields = { title: 'Serum Ngọc Trai', description: 'Số 04521/23/CBMP-HN', price_vnd: 150_000 }
  test('the same listing, rules and checks give the same bytes, after JSON too', async () => {
    const rules = await theRules()
    const input = listing(fields)
    const checks = await gatherChecks(input, SEEN, {
      reference,
      lookups: cosmetics(CREAM),
      clusters: async () => new Map(),
    })
    const first = JSON.stringify(assess(input, rules, checks))
    expect(first).toContain('fact-number-other-holder')
    expect(JSON.stringify(assess(input, rules, JSON.parse(JSON.stringify(checks))))).toBe(first)
    expect(JSON.stringify(assess(input, rules))).not.toContain('fact-number-other-holder')
  })
  test('without checks a claim is judged by its form alone', async () => {
    const rules = await theRules()
    const input = listing({ title: 'Kem', description: '4521/45/CBMP-HN' })
    expect(assess(input, rules, NO_CHECKS)).toEqual(assess(input, rules))
    expect(assess(input, rules).signals.map(({ rule }) => rule)).toContain('fact-number-malformed')
  })
  test('an official badge lowers a score where it can be seen, and never what the seller says himself', async () => {
    const rules = await theRules()
    const judged = (title: string, badges: string[]) =>
      assess(listing({ title, price_vnd: 189_000, seller: { name: 'x', badges } }), rules, {
        ...NO_CHECKS,
        price: referencePrice(listing({ title, price_vnd: 189_000 }), reference),
      })
    const title = 'Loa Marshall Emberton chính hãng fullbox'
    const [plain, official] = [judged(title, []), judged(title, ['Mall'])]
    expect(official.score).toBeLessThan(plain.score)
    expect(official.excused.map(({ rule }) => rule)).toContain('fact-official-shop')
    const copy = judged('Loa Marshall Emberton rep 1:1', ['Mall'])
    expect(copy.excused.map(({ rule }) => rule)).not.toContain('fact-official-shop')
  })
  test('price alone never decides: such a rule does not load', async () => {
    const { small, ruleYaml } = await import('../rules/fixture.ts')
    for (const when of ['{ number: { of: price_ratio, below: 0.1 } }', '{ fact: price_outlier_in_store }'])
      expect(() => small({ 'counterfeit/one.yaml': ruleYaml({ id: 'one', when }) })).toThrow(
        /price alone never decides/,
      )
  })
})
