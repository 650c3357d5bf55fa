import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { CASE_BOUNDS, findAlike, LISTING_BOUNDS } from '../../src/casework/alike.ts'
import { decideAll } from '../../src/casework/bulk.ts'
import { fileType, keepFile } from '../../src/casework/upload.ts'
import type { Allowed, Picture } from '../../src/domain.ts'
import { BadInput } from '../../src/errors.ts'
import { withPack } from '../../src/evidence/verify/verify.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { runSoi } from '../store/run-soi.ts'
import { aRequest, aSighting, aSweep, aVisit, hashOf, must, newHome, type SightingWish } from '../store/sample.ts'

const homes: string[] = []
afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true, force: true }))))

interface Wish extends SightingWish {
  readonly description?: string
  readonly contacts?: readonly { readonly kind: 'phone' | 'website' | 'bank-account'; readonly value: string }[]
  readonly pdq?: string
  readonly quality?: number
}

const pictureOf = (key: string, pdq: string, quality: number): Picture => ({
  ...{ url: `https://cho.example/${key}.jpg`, sha256: hashOf(`${key}${pdq}`), mediaType: 'image/jpeg', size: 5 },
  ...{ width: 100, height: 100, pdq, quality, words: [] },
})

const sightingOf = ({ description, contacts, pdq, quality, ...wish }: Wish) => {
  const made = aSighting(wish)
  const given = (contacts ?? []).map((each) => ({ ...each, text: each.value, field: 'description' }))
  const pictures = pdq ? { seen: [pictureOf(wish.key, pdq, quality ?? 100)], missed: [], files: [] } : null
  return { ...made, pictures, listing: { ...made.listing, description: description ?? null, contacts: given } }
}

const aStore = async (wishes: readonly Wish[]): Promise<{ home: string; store: Store }> => {
  const home = await newHome()
  homes.push(home)
  const store = await openStore(home, { actor: 'nguyen.an' })
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  await frontier.add([aRequest(1)])
  await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings: wishes.map(sightingOf) }))
  return { home, store }
}

const WORDS =
  'Túi xách da bò thật màu nâu khóa vàng có dây đeo chéo kèm hộp và thẻ bảo hành nhận đổi trả trong bảy ngày kể từ ngày nhận hàng'
const PDQ = '0f'.repeat(32)
const NEAR = `0e${'0f'.repeat(31)}`
const FAR = 'f0'.repeat(32)

describe('listings like those of a case', () => {
  const wishes: readonly Wish[] = [
    { key: 'a', flagged: true, description: WORDS, pdq: PDQ, contacts: [{ kind: 'bank-account', value: '0123 VCB' }] },
    { key: 'account', flagged: false, contacts: [{ kind: 'bank-account', value: '0123 VCB' }], pdq: NEAR },
    { key: 'picture', flagged: false, pdq: NEAR },
    { key: 'text', flagged: false, description: WORDS.replace('màu nâu', 'màu đen') },
    { key: 'none', flagged: false, pdq: FAR, description: 'Bán nồi cơm điện cũ còn dùng tốt' },
    { key: 'a', flagged: true, description: WORDS, pdq: PDQ },
    { key: 'account', flagged: false, contacts: [{ kind: 'bank-account', value: '0123 VCB' }] },
  ]

  test('are found by account, picture and words, the strongest first, each listing once, none of its own', async () => {
    const { store } = await aStore(wishes)
    const { alike, more } = await findAlike(store, [1], CASE_BOUNDS)
    expect(alike.map(({ row, like }) => [row.id, row.key, like])).toEqual([
      [7, 'account', 1],
      [3, 'picture', 1],
      [4, 'text', 1],
    ])
    expect(alike[0]?.reasons).toEqual([
      { kind: 'contact', contact: 'bank-account', value: '0123 VCB' },
      { kind: 'image', distance: 1 },
    ])
    expect(alike[2]?.reasons).toMatchObject([{ kind: 'text' }])
    expect(more).toBe(false)
    await store.close()
  })

  test('a website names nobody, a picture of nothing shows nothing, and bounds are said', async () => {
    const site = [{ kind: 'website' as const, value: 'san.example' }]
    const { store } = await aStore([
      { key: 'a', flagged: true, contacts: site, pdq: PDQ, quality: 20 },
      { key: 'b', flagged: true, contacts: site, pdq: PDQ },
    ])
    expect(await findAlike(store, [1], CASE_BOUNDS)).toEqual({ alike: [], more: false })
    const phone = [{ kind: 'phone' as const, value: '+84901234567' }]
    const many = await aStore(Array.from({ length: 30 }, (_, i) => ({ key: `${i}`, flagged: false, contacts: phone })))
    const { alike, more } = await findAlike(many.store, [1], LISTING_BOUNDS)
    expect([alike.length, more]).toEqual([12, true])
    await store.close()
    await many.store.close()
  })
})

describe('a file that an officer brings', () => {
  test.each([
    ['%PDF-1.7 …', 'application/pdf'],
    ['PK\u0003\u0004…', 'application/zip'],
    ['<script>alert(1)</script>', 'text/plain'],
    ['Biên bản làm việc\r\n\tngày 25', 'text/plain'],
  ])('%j is %s', (text, type) => expect(fileType(Buffer.from(text))).toBe(type))

  test('is typed by its bytes and bounded, and its name is only a name', async () => {
    const { store } = await aStore([{ key: 'a', flagged: true }])
    expect(fileType(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]))).toBeNull()
    expect(fileType(Buffer.from([0xc3, 0x28]))).toBeNull()
    for (const bytes of [new Uint8Array(), Buffer.from([0, 1, 2]), new Uint8Array(10 * 1024 * 1024 + 1).fill(65)])
      await expect(keepFile(store.blobs, 'x', bytes, 'vi')).rejects.toThrow(BadInput)
    expect((await keepFile(store.blobs, '../../etc/\u202epass\nwd', Buffer.from('a'), 'vi')).name).toBe('pass wd')
    await store.close()
  })
})

test('one reason for many: the second person must be another one, and each is a decision of its own', async () => {
  const { store } = await aStore([
    { key: 'high', flagged: true },
    { key: 'a', flagged: true, band: 'medium' },
    { key: 'b', flagged: true, band: 'medium' },
  ])
  const wish = { verdict: 'dismiss', reason: 'genuine', note: 'có hóa đơn', unit: null } as const
  const an = { name: 'an', second: true }
  expect(await decideAll(store, { ...wish, sightings: [1, 2] }, an)).toEqual({ recorded: 2, refused: [] })
  expect(await store.decisions.standing('cho', 'high')).toBe('pending')
  const again = await decideAll(store, { ...wish, sightings: [1, 3, 3] }, an)
  expect(again).toMatchObject({ recorded: 1, refused: [{ sighting: 1, why: 'own' }] })
  const binh = await decideAll(store, { ...wish, sightings: [1] }, { name: 'binh', second: false })
  expect(binh).toMatchObject({ recorded: 0, refused: [{ why: 'second' }] })
  expect((await store.decisions.list({ limit: 9 })).map(({ key }) => key)).toEqual(['b', 'a', 'high'])
  await store.close()
})

describe('soi case', () => {
  test('sets, notes, attaches, takes a seller in, finds look-alikes, and shows it all', async () => {
    const { home, store } = await aStore([
      { key: 'a', flagged: true, description: WORDS },
      { key: 'b', flagged: false, description: WORDS },
    ])
    await store.close()
    const file = join(home, 'biên bản.txt')
    await writeFile(file, 'Biên bản')
    await runSoi(home, ['case', 'create', 'Túi xách'])
    await runSoi(home, ['case', 'add', '1', '1'])
    const set = ['case', 'set', '1', '--status', 'waiting', '--province', 'Bình Dương', '--due', '2020-01-31']
    expect((await runSoi(home, set)).text).toBe('Case 1: 3 fields set.')
    expect((await runSoi(home, ['case', 'note', '1', 'gọi lại'])).code).toBe(0)
    expect((await runSoi(home, ['case', 'attach', '1', file])).text).toContain('SHA-256')
    expect((await runSoi(home, ['case', 'seller', '1', 'cho', 's1'])).text).toBe('Shop An is in case 1.')
    expect((await runSoi(home, ['case', 'alike', '1'])).text).toMatch(
      /^2 {2}Đồng hồ b .* – \d\d % of the text is the same \(like sighting 1\)$/,
    )
    const alike = await runSoi(home, ['case', 'alike', '1', '--json'])
    expect(alike.out.map((line) => JSON.parse(line).row.key)).toEqual(['b'])
    const { text } = await runSoi(home, ['case', 'show', '1'])
    for (const part of [
      'waiting for an answer',
      'Units: QLTT 4',
      'Hồ Chí Minh',
      '2020-01-31 (overdue)',
      'biên bản.txt',
      'gọi lại',
    ])
      expect(text).toContain(part)
  })

  test.each([
    [['case', 'set', '1'], 65],
    [['case', 'set', '1', '--province', 'Atlantis'], 65],
    [['case', 'set', '1', '--status', 'guilty'], 65],
    [['case', 'attach', '1', '/nowhere/x.pdf'], 66],
    [['case', 'note', '9', 'x'], 65],
    [['allow', 'add', 'cho', 's1', '--reason', 'x', '--days', '181'], 65],
    [['reply', '1', '--received', '2026-11-25', '--way', 'pigeon', '--from', 'x', '--text', 'x'], 65],
  ])('%j ends with %i', async (argv, code) => {
    const { home, store } = await aStore([{ key: 'a', flagged: true }])
    await store.cases.create('Túi xách')
    await store.close()
    expect((await runSoi(home, argv)).code).toBe(code)
  })
})

describe('the allow-list', () => {
  test('by the command line: added, listed, ended', async () => {
    const { home, store } = await aStore([{ key: 'a', flagged: true }])
    await store.close()
    const add = ['allow', 'add', 'cho', 's1', '--reason', 'có ủy quyền', '--days', '30']
    expect((await runSoi(home, add)).text).toMatch(/^Allowance 1 is in force until \d{4}-/)
    expect((await runSoi(home, add)).code).toBe(65)
    expect((await runSoi(home, ['allow', 'list'])).text).toContain('in force  Shop An [cho]: by nguyen.an until')
    expect((await runSoi(home, ['allow', 'end', '1', '--reason', 'hết'])).text).toBe('Allowance 1 has ended.')
    expect(JSON.parse((await runSoi(home, ['allow', 'list', '--json'])).text)).toMatchObject({ state: 'ended' })
  })

  test('a lowered score says so wherever it is shown, and its band of before still asks for two', async () => {
    const home = await newHome()
    homes.push(home)
    const store = await openStore(home, { actor: 'nguyen.an' })
    const frontier = store.frontier(await store.sweeps.begin(aSweep()))
    await frontier.add([aRequest(1)])
    const made = aSighting({ key: 'a', flagged: true })
    const allowed: Allowed = {
      ...{ id: 1, by: 'le.binh', at: '2026-11-01T00:00:00.000Z', until: '2026-12-24T17:00:00.000Z' },
      ...{ reason: 'có ủy quyền', lowers: 50 },
    }
    const lowered = { id: 1, by: 'le.binh', until: allowed.until, score: 82, band: 'high' as const }
    const assessment = { ...made.assessment, score: 41, band: 'low' as const, allowed: lowered }
    const sightings = [{ ...made, assessment, checks: { ...made.checks, allowed } }]
    await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings }))
    expect((await store.sightings.get(1)).item.checks?.allowed).toEqual(allowed)
    expect((await store.sightings.list({ limit: 1 }))[0]?.allowed).toEqual(lowered)
    const dismissal = { about: { sighting: 1 }, verdict: 'dismiss', reason: 'genuine', note: null, unit: null } as const
    await store.decisions.add(dismissal, 'an')
    expect(await store.decisions.standing('cho', 'a')).toBe('pending')
    await store.close()
    const line = 'allow-listed by le.binh until 2026-12-24: −41 (82 by the signs alone)'
    expect((await runSoi(home, ['show', '1'])).text).toContain(line)
    expect((await runSoi(home, ['list'])).text).toContain('41 (82 − 41)')
  })
})

test('a reply and its letter travel with the pack, and the pack verifies', async () => {
  const { home, store } = await aStore([{ key: 'a', flagged: true }])
  await store.close()
  const file = join(home, 'thư.pdf')
  await writeFile(file, '%PDF-1.7 trả lời')
  const reply = [
    'reply',
    '1',
    '--received',
    '2026-11-25',
    '--way',
    'letter',
    '--from',
    'Shop <b>An</b>',
    '--file',
    file,
  ]
  expect((await runSoi(home, [...reply, '--text', 'Hàng chính hãng'])).text).toBe('Reply 1 is kept.')
  const zip = join(home, 'pack.zip')
  const packed = await runSoi(home, ['pack', '1', '--output', zip, '--partial', '--no-pdf'])
  expect([packed.code, packed.err]).toEqual([0, expect.anything()])
  await withPack(zip, { lang: 'en' }, async ({ result, contents }) => {
    expect(result.checks.filter(({ ok }) => ok === false)).toEqual([])
    const said = JSON.parse((await contents?.text('data/pack.json')) ?? '')
    const [kept] = said.sightings[0].replies
    expect(kept).toMatchObject({ way: 'letter', text: 'Hàng chính hãng', officer: 'nguyen.an' })
    expect((await contents?.bytes(kept.file.path))?.toString()).toBe('%PDF-1.7 trả lời')
    const report = (await contents?.text('data/report.html')) ?? ''
    expect(report).toContain('Shop &lt;b&gt;An&lt;/b&gt;')
    expect(report).toContain('reply of the seller kept')
  })
})

test('soi ledger who names second reviews that differ', async () => {
  const { home, store } = await aStore([{ key: 'a', flagged: true, band: 'medium' }])
  await store.reviews.setShare(1)
  await store.decisions.add(
    { about: { sighting: 1 }, verdict: 'dismiss', reason: 'genuine', note: null, unit: null },
    'an',
  )
  await store.reviews.judge(1, { verdict: 'confirm', reason: 'signs-plain', note: null, unit: null }, 'binh')
  await store.close()
  const { text } = await runSoi(home, ['ledger', 'who'])
  expect(text).toMatch(
    /Second reviews that differ[\s\S]*replica a – first: an: dismissed [\s\S]*second: binh: suspicion confirmed/,
  )
  expect(JSON.parse((await runSoi(home, ['ledger', 'who', '--json'])).text).disagreements).toHaveLength(1)
})
