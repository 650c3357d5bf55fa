import { rm } from 'node:fs/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { entryHash } from '../../src/store/ledger.ts'
import { type NewReply, openStore, type Store } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, type SightingWish } from './sample.ts'
import { tampered } from './tampering.ts'

const homes: string[] = []
afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true, force: true }))))

const WATCH =
  'Đồng hồ nam dây thép không gỉ mặt xanh chống nước đi mưa rửa tay thoải mái bảo hành mười hai tháng giao hàng toàn quốc kiểm tra trước khi nhận'

interface Wish extends SightingWish {
  readonly description?: string
  readonly phone?: string
}

const sightingOf = ({ description, phone, ...wish }: Wish) => {
  const made = aSighting(wish)
  const contacts = phone ? [{ kind: 'phone' as const, value: phone, text: phone, field: 'description' }] : []
  return { ...made, listing: { ...made.listing, description: description ?? null, contacts } }
}

const aStore = async (wishes: readonly Wish[], now?: () => string): Promise<{ home: string; store: Store }> => {
  const home = await newHome()
  homes.push(home)
  const store = await openStore(home, { actor: 'nguyen.an', ...(now ? { now } : {}) })
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  await frontier.add([aRequest(1)])
  await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings: wishes.map(sightingOf) }))
  return { home, store }
}

const three: readonly Wish[] = ['a', 'b', 'c'].map((key) => ({ key, flagged: true }))
const actionsOf = async (store: Store) =>
  (await store.ledger.list({ limit: 100 })).map(({ action }) => action).reverse()
const entriesOf = async (store: Store) => [...(await store.ledger.list({ limit: 100 }))].reverse()
const problemsOf = async (store: Store) =>
  (await store.verify()).problems.map(({ kind, subject, detail }) => `${kind} ${subject} ${detail}`)

describe('a case', () => {
  test('keeps what was set, by whom, with an entry for each change; what stands already changes nothing', async () => {
    const { store } = await aStore(three)
    const id = await store.cases.create('Đồng hồ', 'le.binh', 'QLTT-01')
    await store.cases.add(id, [1, 2])
    const changes = [
      { field: 'status', value: 'confirmed' },
      { field: 'due', value: '2026-12-01' },
      { field: 'units', value: ' QLTT-01,QLTT-02 ' },
    ] as const
    expect(await store.cases.set(id, changes, 'le.binh')).toBe(3)
    expect(await store.cases.set(id, changes, 'le.binh')).toBe(0)
    expect(await store.cases.set(id, [{ field: 'due', value: null }])).toBe(1)
    const file = {
      name: 'biên bản.pdf',
      mediaType: 'application/pdf',
      size: 3,
      sha256: await store.blobs.put(Buffer.from('pdf')),
    }
    await store.cases.attach(id, file)
    const seller = { site: 'cho', key: 's1', name: 'Shop An' }
    expect(await store.cases.addSeller(id, seller)).toBe(true)
    expect(await store.cases.addSeller(id, { ...seller, name: 'Shop An mới' })).toBe(false)
    const kept = await store.cases.note(id, ' gọi lại ')
    expect(await store.cases.get(id)).toMatchObject({
      ...{ status: 'confirmed', units: ['QLTT-01', 'QLTT-02'], due: null, province: null, sightings: [1, 2] },
      ...{ createdBy: 'le.binh', attachments: [file], sellers: [seller] },
    })
    expect(await store.cases.notes(id, 9)).toEqual([kept])
    expect(kept).toMatchObject({ text: 'gọi lại', officer: 'nguyen.an' })
    expect((await actionsOf(store)).slice(-8)).toEqual([
      ...['case.add', 'case.set', 'case.set', 'case.set', 'case.set', 'case.attach', 'case.seller', 'case.note'],
    ])
    expect(await problemsOf(store)).toEqual([])
    await store.close()
  })

  test.each([
    ['a status there is not', (store: Store) => store.cases.set(1, [{ field: 'status', value: 'guilty' }])],
    ['a day there is not', (store: Store) => store.cases.set(1, [{ field: 'due', value: '2026-02-31' }])],
    ['a case there is not', (store: Store) => store.cases.set(9, [{ field: 'due', value: null }])],
    ['a seller nobody saw', (store: Store) => store.cases.addSeller(1, { site: 'cho', key: 'x', name: null })],
    ['an empty note', (store: Store) => store.cases.note(1, ' ')],
  ])('refuses %s, and enters nothing', async (_, act) => {
    const { store } = await aStore(three)
    await store.cases.create('Đồng hồ')
    const before = await store.ledger.head()
    await expect(act(store)).rejects.toThrow(BadInput)
    expect(await store.ledger.head()).toEqual(before)
    await store.close()
  })
})

describe('listings like a listing', () => {
  test('the same contact, and nearly the same words; not another trade', async () => {
    const { store } = await aStore([
      { key: 'a', flagged: true, description: WATCH, phone: '+84901234567' },
      { key: 'b', flagged: false, description: `${WATCH.replace('mặt xanh', 'mặt đen')} liên hệ ngay` },
      {
        key: 'c',
        flagged: false,
        description: 'Nồi cơm điện hai lít lòng chống dính nắp gài tiết kiệm điện hàng còn mới nguyên hộp',
      },
      { key: 'd', flagged: false, phone: '+84901234567' },
    ])
    const { item } = await store.sightings.get(1)
    expect(await store.likeness.contact('phone', '+84901234567', 10)).toEqual([4, 1])
    expect(await store.likeness.contact('zalo', '+84901234567', 10)).toEqual([])
    const near = await store.likeness.text(item.listing, 10)
    expect(near.map(({ sighting }) => sighting)).toEqual([1, 2])
    expect(near[0]?.share).toBe(1)
    expect(near[1]?.share).toBeGreaterThan(0.6)
    expect(await store.likeness.text({ ...item.listing, title: 'Nồi', description: null }, 10)).toEqual([])
    await store.close()
  })
})

describe('the allow-list', () => {
  const seller = { site: 'cho', key: 's1', name: 'Shop An' }

  test('is dated, has a reason, expires, and can be ended; verify looks at it', async () => {
    let now = '2026-11-25T03:04:05.678Z'
    const { store } = await aStore(three, () => now)
    const made = await store.allowances.add({ seller, reason: 'có ủy quyền', days: 30, unit: 'QLTT-01' }, 'le.binh')
    expect(made).toMatchObject({ by: 'le.binh', until: '2026-12-25T03:04:05.678Z', lowers: 50 })
    expect(store.allowances.inForce({ ...seller, name: 'Tên khác' }, '2026-12-25T03:04:05.677Z')?.id).toBe(1)
    expect(store.allowances.inForce(seller, made.until)).toBeNull()
    expect(store.allowances.inForce(seller, '2026-11-24T00:00:00.000Z')).toBeNull()
    expect(store.allowances.inForce({ ...seller, site: 'khac' }, now)).toBeNull()
    await expect(store.allowances.add({ seller, reason: 'x', days: 10, unit: null })).rejects.toThrow(/in force/)
    now = '2026-11-26T00:00:00.000Z'
    await store.allowances.end(1, 'hết ủy quyền')
    expect(store.allowances.inForce(seller, now)).toBeNull()
    expect(store.allowances.inForce(seller, '2026-11-25T12:00:00.000Z')?.id).toBe(1)
    await expect(store.allowances.end(1, 'x')).rejects.toThrow(/over already/)
    const told = (await entriesOf(store)).slice(-2)
    // Subjects go along in every pack: which seller it is stands in the body alone.
    expect(told.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'allowed allowance:1',
      'allow-ended allowance:1',
    ])
    expect(JSON.parse(must(told[0]).body)).toMatchObject({ id: 1, site: 'cho', sellerKey: 's1', sellerName: 'Shop An' })
    expect(await problemsOf(store)).toEqual([])
    await store.close()
  })

  test('entered when subjects named the seller verifies as before', async () => {
    const { home, store } = await aStore(three)
    await store.allowances.add({ seller, reason: 'x', days: 10, unit: null })
    const last = must((await entriesOf(store)).at(-1))
    await store.close()
    const subject = 'seller:cho:s1'
    const old = await tampered(home, (db) => {
      const values = [subject, entryHash({ ...last, subject }), last.seq]
      db.prepare('update ledger set subject = ?, hash = ? where seq = ?').run(...values)
    })
    const again = await openStore(old, { actor: 'an' })
    expect((await entriesOf(again)).at(-1)?.subject).toBe(subject)
    expect(await problemsOf(again)).toEqual([])
    await again.close()
  })

  test.each([
    [{ seller, reason: ' ', days: 10, unit: null }],
    [{ seller, reason: 'x', days: 181, unit: null }],
    [{ seller, reason: 'x', days: 0, unit: null }],
    [{ seller: { ...seller, key: 'nobody' }, reason: 'x', days: 10, unit: null }],
  ])('refuses %j', async (wish) => {
    const { store } = await aStore(three)
    await expect(store.allowances.add(wish)).rejects.toThrow(BadInput)
    await store.close()
  })
})

describe('blind second review', () => {
  const decide = (store: Store, sighting: number, verdict: 'dismiss' | 'confirm', officer: string) =>
    store.decisions.add(
      {
        about: { sighting },
        verdict,
        reason: verdict === 'dismiss' ? 'genuine' : 'signs-plain',
        note: null,
        unit: null,
      },
      officer,
    )

  test('draws what holds, at the share that is set; the lot stands in the ledger whether it fell or not', async () => {
    const { store } = await aStore(['a', 'b', 'c'].map((key) => ({ key, flagged: true, band: 'medium' })))
    expect(store.reviews.share()).toBe(0.05)
    await store.reviews.setShare(0, 'admin')
    await decide(store, 1, 'dismiss', 'an')
    await store.reviews.setShare(1, 'admin')
    await decide(store, 2, 'dismiss', 'an')
    await decide(store, 3, 'confirm', 'an')
    const drawn = (await store.ledger.list({ action: 'drawn', limit: 9 })).map(({ body }) => JSON.parse(body)).reverse()
    expect(drawn.map(({ decision, share, picked }) => [decision, share, picked])).toEqual([
      [1, 0, 0],
      [2, 1_000_000, 1],
      [3, 1_000_000, 1],
    ])
    expect(drawn.every(({ draw }) => Number.isInteger(draw) && draw >= 0 && draw < 1_000_000)).toBe(true)
    expect((await store.reviews.waitingFor('binh', 9)).map(({ sighting }) => sighting)).toEqual([2, 3])
    expect(await store.reviews.waitingFor('an', 9)).toEqual([])
    await store.close()
  })

  test('a first dismissal in the high band is not drawn: it waits for its second person', async () => {
    const { store } = await aStore(three)
    await store.reviews.setShare(1)
    await decide(store, 1, 'dismiss', 'an')
    expect(await store.reviews.waitingFor('binh', 9)).toEqual([])
    await decide(store, 1, 'dismiss', 'chi')
    expect(await store.reviews.waitingFor('binh', 9)).toHaveLength(1)
    expect(await store.reviews.waitingFor('chi', 9)).toEqual([])
    await store.close()
  })

  test('where the two differ the listing is open again, and both find it', async () => {
    const { store } = await aStore(['a', 'b'].map((key) => ({ key, flagged: true, band: 'medium' })))
    await store.reviews.setShare(1)
    await decide(store, 1, 'dismiss', 'an')
    await decide(store, 2, 'dismiss', 'an')
    const again = { verdict: 'confirm', reason: 'signs-plain', note: 'rõ', unit: null } as const
    await expect(store.reviews.judge(1, again, 'an')).rejects.toThrow(/themselves/)
    await expect(store.reviews.judge(1, { ...again, reason: 'genuine' }, 'binh')).rejects.toThrow(BadInput)
    expect((await store.reviews.judge(1, again, 'binh')).second).toMatchObject({ officer: 'binh', agrees: false })
    await expect(store.reviews.judge(1, again, 'chi')).rejects.toThrow(/already/)
    await store.reviews.judge(2, { ...again, verdict: 'dismiss', reason: 'genuine' }, 'binh')
    expect(await store.decisions.standing('cho', 'a')).toBe('open')
    expect(await store.decisions.standing('cho', 'b')).toBe('dismiss')
    for (const officer of ['an', 'binh'])
      expect((await store.reviews.disagreements({ officer }, 9)).map(({ key }) => key)).toEqual(['a'])
    expect(await store.reviews.disagreements({ officer: 'chi' }, 9)).toEqual([])
    expect(await store.reviews.figures()).toEqual({ drawn: 2, judged: 2, agreed: 1 })
    expect(await problemsOf(store)).toEqual([])
    await store.close()
  })
})

test('several decisions at once: all of them, or none', async () => {
  const { store } = await aStore(three)
  const one = (sighting: number) =>
    ({ about: { sighting }, verdict: 'needs-more', reason: 'ask-platform', note: null, unit: null }) as const
  expect(await store.decisions.addAll([one(1), one(2)], 'an')).toHaveLength(2)
  const before = await store.ledger.head()
  await expect(store.decisions.addAll([one(3), one(9)], 'an')).rejects.toThrow(/no sighting 9/)
  expect(await store.ledger.head()).toEqual(before)
  expect(await store.decisions.standing('cho', 'c')).toBe('open')
  await store.close()
})

test('a reply stands with the listing, in every sighting of it', async () => {
  const { store } = await aStore(three)
  const reply: NewReply = {
    ...{ sighting: 1, kind: 'reply', received: '2026-11-25', way: 'letter', sender: 'Shop An', unit: 'QLTT-01' },
    ...{ text: 'Hàng chính hãng', file: null },
  }
  await store.replies.add(reply, 'le.binh')
  expect(await store.replies.of('cho', 'a')).toMatchObject([{ ...reply, officer: 'le.binh', key: 'a' }])
  expect(await store.replies.of('cho', 'b')).toEqual([])
  await expect(store.replies.add({ ...reply, received: '2099-01-01' })).rejects.toThrow(BadInput)
  await expect(store.replies.add({ ...reply, text: ' ' })).rejects.toThrow(BadInput)
  expect(await actionsOf(store)).toContain('replied')
  expect(await problemsOf(store)).toEqual([])
  await store.close()
})

test.each([
  ['case_change', `update case_change set value = 'closed'`, 'case'],
  ['case_change', 'delete from case_change', 'case'],
  ['case_seller', `update case_seller set seller_name = 'x'`, 'case'],
  ['case_attachment', `update case_attachment set name = 'x'`, 'case'],
  ['allowance', `update allowance set until = '2099-01-01T00:00:00.000Z'`, 'allowance'],
  ['allowance_end', 'delete from allowance_end', 'allowance'],
  ['review_draw', 'update review_draw set picked = 0', 'review'],
  ['blind_review', 'update blind_review set agrees = 1', 'review'],
  ['reply', `update reply set text = 'x'`, 'reply'],
  ['notice', `update notice set channel = 'phone'`, 'notice'],
  ['notice', 'delete from notice', 'notice'],
  ['case_file', `update case_file set unit = 'x'`, 'case'],
])('an edit of %s behind our back is found: %s', async (_, statement, kind) => {
  const { home, store } = await aStore(['a'].map((key) => ({ key, flagged: true, band: 'medium' })))
  const id = await store.cases.create('Đồng hồ', 'an', 'QLTT-01')
  const seller = { site: 'cho', key: 's1', name: 'Shop An' }
  await store.cases.set(id, [{ field: 'status', value: 'confirmed' }])
  await store.cases.addSeller(id, seller)
  const sha256 = await store.blobs.put(Buffer.from('pdf'))
  await store.cases.attach(id, { name: 'a.pdf', mediaType: 'application/pdf', size: 3, sha256 })
  await store.allowances.add({ seller, reason: 'x', days: 10, unit: null })
  await store.allowances.end(1, 'y')
  await store.reviews.setShare(1)
  await store.decisions.add(
    { about: { sighting: 1 }, verdict: 'dismiss', reason: 'genuine', note: null, unit: null },
    'an',
  )
  await store.reviews.judge(1, { verdict: 'confirm', reason: 'signs-plain', note: null, unit: null }, 'binh')
  const said = { kind: 'reply', received: '2026-11-25', way: 'letter', sender: 'Shop', text: 'đúng' } as const
  await store.replies.add({ ...said, sighting: 1, file: null, unit: null })
  const told = {
    channel: 'portal',
    toldOn: '2026-11-03',
    recipient: null,
    reference: null,
    note: null,
    unit: null,
  } as const
  await store.notices.add({ ...told, about: { sighting: 1 } })
  expect(await problemsOf(store)).toEqual([])
  await store.close()
  const again = await openStore(await tampered(home, (db) => db.exec(statement)), { actor: 'an' })
  expect((await again.verify()).problems.map((problem) => problem.kind)).toContain(kind)
  await again.close()
})
