import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Sighting } from '../../src/domain.ts'
import { type Role, SCOPES } from '../../src/store/console/api.ts'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSweep, aVisit, must } from '../store/sample.ts'
import { atDesk, type Desk, sightingsOf } from './desk.ts'
import { ended, ledgerOf, type Program, read, tokenOf } from './programs.ts'

const priced = (sighting: Sighting, amount: number): Sighting => ({
  ...sighting,
  listing: { ...sighting.listing, price: { amount, currency: 'VND', text: `${amount}đ` } },
})

/** One listing seen three times, the last time cheaper and under another title; and another listing. */
async function seenAgain(): Promise<readonly Sighting[]> {
  const [first, second, third, other] = await sightingsOf([
    { key: 'a', flagged: true, at: '2026-11-20T01:00:00.000Z' },
    { key: 'a', flagged: true, at: '2026-11-21T01:00:00.000Z' },
    { key: 'a', flagged: false, at: '2026-11-22T01:00:00.000Z', title: 'Đồng hồ chính hãng a' },
    { key: 'b', flagged: true, at: '2026-11-22T02:00:00.000Z' },
  ])
  return [must(first), must(second), priced(must(third), 99_000), must(other)]
}

interface Capture {
  readonly id: number
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[] | null
}

test('a program follows a listing from sighting to sighting, and fetches what is kept of each', async () => {
  await atDesk({ sightings: await seenAgain() }, async (desk) => {
    const viewer = tokenOf(desk, 'viewer', ['listings'])
    const page = await read<{ items: Capture[]; next: number | null }>(viewer, '/listings/1/history?limit=2')
    expect(page.items.map(({ id }) => id)).toEqual([3, 2])
    expect(must(page.items[0]).changes).toEqual([
      { field: 'price', before: '199.000đ', after: '99000đ' },
      { field: 'title', before: 'Đồng hồ replica a', after: 'Đồng hồ chính hãng a' },
    ])
    expect([must(page.items[1]).changes, page.next]).toEqual([[], 2])
    const last = await read<{ items: Capture[]; next: number | null }>(viewer, '/listings/3/history?after=2')
    expect([last.items.map(({ id, changes }) => [id, changes]), last.next]).toEqual([[[1, null]], null])
    expect(await read(viewer, '/listings/3/differences?with=1')).toEqual({
      ...{ before: 1, after: 3, screenshots: 'none' },
      fields: [
        {
          field: 'price',
          parts: [
            { kind: 'removed', text: '199.000đ' },
            { kind: 'added', text: '99000đ' },
          ],
        },
        {
          field: 'title',
          parts: [
            { kind: 'kept', text: 'Đồng hồ ' },
            { kind: 'removed', text: 'replica ' },
            { kind: 'added', text: 'chính hãng ' },
            { kind: 'kept', text: 'a' },
          ],
        },
      ],
    })
    expect(await read(viewer, '/listings/1/differences?with=2')).toMatchObject({ fields: [], screenshots: 'same' })
    expect((await viewer.get('/listings/1/differences?with=4')).status).toBe(400)
    expect((await viewer.get('/listings/1/differences?with=99')).status).toBe(404)
    const { items } = await read<{ items: { role: string; sha256: string; size: number; href: string }[] }>(
      viewer,
      '/listings/1/files',
    )
    expect(items.map(({ role }) => role)).toEqual(expect.arrayContaining(['page', 'screenshot']))
    for (const { sha256, size, href } of items) {
      const answer = await viewer.get(href.replace('/api/v1', ''))
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect([bytes.byteLength, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256])
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    }
    // A file is fetched through the sighting it belongs to.
    const { sha256 } = must(items.find(({ role }) => role === 'page'))
    expect((await viewer.get(`/listings/4/files/${sha256}`)).status).toBe(404)
  })
})

test('the allow-list is kept by who may be the second person, once for each seller, and in the ledger', async () => {
  await atDesk({ sightings: await seenAgain() }, async (desk) => {
    const wish = { seller: { site: 'cho', key: 's1' }, reason: 'Đại lý, đã xem giấy tờ', days: 30 }
    expect((await tokenOf(desk, 'analyst', SCOPES).post('/allowances', wish)).status).toBe(403)
    const reviewer = tokenOf(desk, 'reviewer', SCOPES)
    for (const wrong of [
      { ...wish, seller: { site: 'cho' } },
      { ...wish, seller: { site: 'cho', key: 'nobody' } },
      { ...wish, days: 9_999 },
      { ...wish, reason: ' ' },
    ])
      expect([wrong, (await reviewer.post('/allowances', wrong)).status]).toEqual([wrong, 400])
    const made = (await (await reviewer.post('/allowances', wish)).json()) as { id: number }
    expect(made).toMatchObject({ officer: 'reviewer', unit: 'QLTT-01', seller: { key: 's1', name: 'Shop An' } })
    expect((await reviewer.post('/allowances', wish)).status).toBe(409)
    const listed = async (query: string) =>
      (await read<{ items: { id: number }[] }>(reviewer, `/allowances${query}`)).items.map(({ id }) => id)
    expect(await listed('')).toEqual([made.id])
    const ending = await reviewer.post(`/allowances/${made.id}/end`, { reason: 'Giấy tờ hết hạn' })
    expect(await ending.json()).toMatchObject({ ended: { officer: 'reviewer', reason: 'Giấy tờ hết hạn' } })
    expect((await reviewer.post(`/allowances/${made.id}/end`, { reason: 'lại' })).status).toBe(409)
    expect([await listed(''), await listed('?past=true')]).toEqual([[], [made.id]])
    for (const action of ['allowed', 'allow-ended'])
      expect([action, (await ledgerOf(desk, action)).map(({ actor }) => actor)]).toEqual([action, ['reviewer']])
  })
})

const sent = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')
const REPLY = { kind: 'reply', received: '2026-11-20', way: 'letter', sender: 'Shop An', text: 'Hàng thật' }

test('a letter comes with a reply or to a case as a file: typed by its bytes, bounded, and only ever saved', async () => {
  await atDesk({ sightings: await seenAgain() }, async (desk) => {
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    await analyst.post('/cases', { title: 'Đồng hồ' })
    // More than a form without a file may hold.
    const scan = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(600_000, 65)])
    const added = await analyst.post('/cases/1/files', { name: '../thư\u0000.pdf', content: sent(scan) })
    expect([added.status, await added.json()]).toMatchObject([201, { name: 'thư .pdf', mediaType: 'application/pdf' }])
    const page = { name: 'x.html', content: sent('<script>alert(1)</script>') }
    const reply = (await (await analyst.post('/listings/2/replies', { ...REPLY, file: page })).json()) as {
      file: { href: string; mediaType: string }
    }
    expect(reply.file.mediaType).toBe('text/plain')
    const letter = await analyst.get(reply.file.href.replace('/api/v1', ''))
    expect([letter.headers.get('content-type'), await letter.text()]).toEqual([
      'application/octet-stream',
      '<script>alert(1)</script>',
    ])
    // Whichever sighting of the listing is asked for.
    expect(await read(analyst, '/listings/3/replies')).toEqual({ items: [reply] })
    expect(await read(analyst, '/listings/4/replies')).toEqual({ items: [] })
    for (const content of ['not base64!', 'QQ', sent(Buffer.from([0, 1, 2, 255])), ''])
      expect([content, (await analyst.post('/cases/1/files', { name: 'x', content })).status]).toEqual([content, 400])
    const large = { name: 'x.txt', content: sent(Buffer.alloc(10 * 1024 * 1024 + 1, 65)) }
    expect((await analyst.post('/cases/1/files', large)).status).toBe(400)
    expect((await read<{ items: object[] }>(analyst, '/cases/1/files')).items.length).toBe(1)
    for (const wrong of [
      { ...REPLY, received: '2999-01-01' },
      { ...REPLY, sender: ' ' },
    ])
      expect((await analyst.post('/listings/2/replies', wrong)).status).toBe(400)
    expect(await ledgerOf(desk, 'replied')).toMatchObject([{ actor: 'analyst', subject: 'sighting:2' }])
    const viewer = tokenOf(desk, 'viewer', SCOPES)
    // Who may not bring a file sends a large one in vain, and its connection serves on.
    const refused = await viewer.post('/cases/1/files', { name: 'x.txt', content: sent(Buffer.alloc(5_000_000, 65)) })
    expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'application/problem+json'])
    const seller = { site: 'cho', key: 's1' }
    const put = async () => (await (await analyst.post('/cases/1/sellers', seller)).json()) as { added: boolean }
    expect([(await put()).added, (await put()).added]).toEqual([true, false])
    expect(await read(viewer, '/cases/1/sellers')).toMatchObject({
      items: [{ ...seller, name: 'Shop An', officer: 'analyst' }],
    })
  })
})

/** A second run of the sweep of the desk's sightings, and one run of another sweep. */
const moreRuns =
  (sightings: readonly Sighting[]) =>
  async (home: string): Promise<void> => {
    const store = await openStore(home, { actor: 'test' })
    const run = await store.sweeps.begin(aSweep())
    const frontier = store.frontier(run)
    for (const [i, sighting] of sightings.entries()) {
      await frontier.add([aRequest(i)])
      const [request] = await frontier.take(1)
      await frontier.record(aVisit(must(request), { sightings: [sighting] }))
    }
    await store.sweeps.end(run, 'finished')
    await store.sweeps.end(await store.sweeps.begin(aSweep({ name: 'other' })), 'finished')
    await store.close()
  }

test('two runs of one sweep stand side by side, kind after kind, in pages', async () => {
  const [kept, lost, fresh] = await sightingsOf(['a', 'b', 'c'].map((key) => ({ key, flagged: true })))
  const later = [{ ...priced(must(kept), 5_000) }, must(fresh)]
  await atDesk({ sightings: [must(kept), must(lost)], before: moreRuns(later) }, async (desk) => {
    const viewer = tokenOf(desk, 'viewer', ['sweeps'])
    interface Told {
      readonly counts: object
      readonly items: readonly { kind: string; key: string; why: string | null; changes: object[] }[]
      readonly next: number | null
    }
    const told = await read<Told>(viewer, '/sweeps/2/compare/1')
    expect(told).toMatchObject({ name: 'weekly', earlier: { id: 1 }, later: { id: 2 } })
    expect(told.counts).toMatchObject({ fresh: 1, changed: 1, back: 0, same: 0 })
    const [first, second, third] = told.items
    expect(first).toMatchObject({ kind: 'fresh', key: 'c', why: null })
    expect(second).toMatchObject({
      ...{ kind: 'changed', key: 'a', before: 1 },
      changes: [{ field: 'price', before: '199000 VND', after: '5000 VND' }],
    })
    expect(third).toMatchObject({ key: 'b', why: expect.stringMatching(/./) })
    const one = await read<Told>(viewer, '/sweeps/1/compare/2?limit=1&offset=1')
    expect([one.items, one.next]).toEqual([[second], 2])
    expect((await read<Told>(viewer, '/sweeps/1/compare/2?kind=fresh')).items).toEqual([first])
    for (const [other, status] of [
      [1, 400],
      [3, 400],
      [99, 404],
    ])
      expect([other, (await viewer.get(`/sweeps/1/compare/${other}`)).status]).toEqual([other, status])
  })
})

interface Made {
  readonly state: string
  readonly problem: string | null
  readonly file: {
    readonly name: string
    readonly sha256: string
    readonly href: string
    readonly head: { readonly seq: number }
  } | null
}

const bytesOf = async (program: Program, { href }: { readonly href: string }): Promise<string> =>
  Buffer.from(await (await program.get(href.replace('/api/v1', ''))).arrayBuffer()).toString()

const decide = (desk: Desk, role: Role) =>
  tokenOf(desk, role, SCOPES).post('/decisions', {
    ...{ sighting: 4, verdict: 'confirm', reason: 'signs-plain', note: 'rõ' },
  })

test('a report is made as a file, frozen where it was asked for, and entered in the ledger before it leaves', async () => {
  const more = { chromium: '/nonexistent/browser' }
  await atDesk({ sightings: await seenAgain(), more }, async (desk) => {
    const viewer = tokenOf(desk, 'viewer', SCOPES)
    const ask = (wish: object) => viewer.post('/report-files', { from: '2026-11-01', to: '2030-12-31', ...wish })
    const csv = async (wish: object) => (await ended(viewer, await ask({ format: 'csv', lang: 'en', ...wish }))) as Made
    const live = await csv({})
    const { seq } = must(live.file).head
    const first = await csv({ as_of: String(seq) })
    expect(first).toMatchObject({ state: 'done', file: { name: 'soi-report-2026-11-01..2030-12-31.csv' } })
    const text = await bytesOf(viewer, must(first.file))
    expect(createHash('sha256').update(text).digest('hex')).toBe(must(first.file).sha256)
    expect((await decide(desk, 'analyst')).status).toBe(201)
    expect((await csv({ as_of: String(seq) })).file).toMatchObject({ sha256: must(first.file).sha256, head: { seq } })
    const now = await csv({})
    expect(must(now.file).head.seq).toBeGreaterThan(seq)
    expect(await bytesOf(viewer, must(now.file))).not.toBe(await bytesOf(viewer, must(live.file)))
    // What was made stays as it was.
    expect(await bytesOf(viewer, must(first.file))).toBe(text)
    const exported = { actor: 'viewer', subject: 'report:2026-11-01..2030-12-31' }
    expect(await ledgerOf(desk, 'exported')).toMatchObject(Array(4).fill(exported))
    for (const format of ['html', 'docx', 'xlsx', 'json']) {
      const made = (await ended(viewer, await ask({ format, kind: 'warning' }))) as Made
      expect([format, made.state]).toEqual([format, 'done'])
    }
    const printed = (await ended(viewer, await ask({ format: 'pdf' }))) as Made
    expect([printed.state, printed.file, printed.problem]).toEqual(['failed', null, expect.stringMatching(/./)])
    const unknown = (await ended(viewer, await ask({ format: 'csv', as_of: '999999' }))) as Made
    expect([unknown.state, unknown.problem]).toEqual(['failed', expect.stringMatching(/999999/)])
    expect((await viewer.post('/report-files', { month: '2026-13', format: 'csv' })).status).toBe(400)
    expect((await viewer.post('/report-files', { format: 'csv' })).status).toBe(400)
    expect((await viewer.get('/report-files/9999/file')).status).toBe(404)
  })
})
