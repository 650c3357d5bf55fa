import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { queueFor } from '../../src/console/blind.ts'
import { queuePage } from '../../src/console/queue-filter.ts'
import type { Sighting } from '../../src/domain.ts'
import { type Role, SCOPES } from '../../src/store/console/api.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { OPERATOR } from '../store/sample.ts'
import { atDesk, type Desk, sightingsOf, type Visitor } from './desk.ts'
import { tokenOf } from './programs.ts'

const stock = (band: 'high' | 'medium' = 'medium') =>
  sightingsOf(['a', 'b', 'c'].map((key) => ({ key, flagged: true, band })))

const withStore = async <T>({ home }: Desk, work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(home, OPERATOR)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const textOf = async (who: Visitor, path: string): Promise<string> => (await who.get(path)).text()
const PDF = new File(['%PDF-1.7 <script>1</script>'], '../biên bản.pdf')

test('a case is changed, gets files that are only saved, and says that it is late', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    await analyst.post('/listings/1/case', { case: 'new', title: 'Túi xách' })
    const facts = { status: 'waiting', due: '2020-01-31', assignee: 'le.binh', units: 'U1, U2', province: 'Bình Dương' }
    expect((await analyst.post('/cases/1/set', facts)).status).toBe(303)
    expect((await analyst.post('/cases/1/set', { province: 'Atlantis' })).status).toBe(400)
    const page = await textOf(analyst, '/cases/1')
    for (const part of ['case-waiting', '31/01/2020', 'quá hạn', 'le.binh', 'U1, U2', 'Hồ Chí Minh'])
      expect(page).toContain(part)
    expect(await textOf(analyst, '/')).toContain('Hồ sơ quá hạn')
    expect((await analyst.upload('/cases/1/files', {}, PDF)).headers.get('location')).toBe('/cases/1#files')
    expect((await analyst.upload('/cases/1/files', {}, new File([randomBytes(64)], 'x'))).status).toBe(400)
    expect((await analyst.upload('/cases/1/files', {}, null)).status).toBe(400)
    const file = await analyst.get('/cases/1/files/1')
    expect(await file.text()).toBe('%PDF-1.7 <script>1</script>')
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="case-1-file-1.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    })
    expect((await analyst.get('/cases/1/files/2')).status).toBe(404)
  })
})

test('a file that is too large is not read, nor is one of who may not send it', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const [analyst, viewer] = [await desk.as('analyst'), await desk.as('viewer')]
    await analyst.post('/cases', { title: 'Túi xách' })
    const large = new File([new Uint8Array(11 * 1024 * 1024).fill(65)], 'a.txt')
    expect((await analyst.upload('/cases/1/files', {}, large)).status).toBe(413)
    expect((await viewer.upload('/cases/1/files', {}, PDF)).status).toBe(403)
    expect((await analyst.upload('/cases', { title: 'x'.repeat(300 * 1024) }, null)).status).toBe(413)
    await withStore(desk, async (store) => expect((await store.cases.get(1)).attachments).toEqual([]))
  })
})

test('look-alikes of a case are ticked and taken in, each with why', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    await analyst.post('/listings/1/case', { case: 'new', title: 'Túi xách' })
    const page = await textOf(analyst, '/cases/1/alike')
    expect(page).toContain('cùng điện thoại: +84901234567')
    expect([...page.matchAll(/name="pick-(\d+)"/g)].map(([, id]) => id).sort()).toEqual(['2', '3'])
    const added = await analyst.post('/cases/1/alike', { 'pick-2': 'yes', 'pick-x': 'yes' })
    expect(added.headers.get('location')).toBe('/cases/1?added=1')
    const alike = /id="alike".*?<\/section>/s.exec(await textOf(analyst, '/listings/3'))?.[0] ?? ''
    expect([...alike.matchAll(/href="\/listings\/(\d+)/g)].map(([, id]) => id).sort()).toEqual(['1', '2'])
    await withStore(desk, async (store) => expect((await store.cases.get(1)).sightings).toEqual([1, 2]))
  })
})

test('chosen rows get one reason; who must not be the second person is told so', async () => {
  await atDesk({ sightings: await stock('high') }, async (desk) => {
    const reviewer = await desk.as('reviewer')
    const what = { what: 'dismiss/genuine', note: 'có hóa đơn', queue: 'band=high' }
    expect((await reviewer.post('/queue/bulk', what)).status).toBe(400)
    expect((await reviewer.post('/queue/bulk', { ...what, note: ' ', 'pick-1': 'yes' })).status).toBe(400)
    expect((await reviewer.post('/queue/bulk', { ...what, what: 'confirm/signs-plain', 'pick-1': 'yes' })).status).toBe(
      400,
    )
    const done = await reviewer.post('/queue/bulk', { ...what, 'pick-1': 'yes', 'pick-2': 'yes' })
    expect(done.headers.get('location')).toBe('/queue?band=high&done=2')
    const again = await reviewer.post('/queue/bulk', { ...what, 'pick-1': 'yes', 'pick-3': 'yes' })
    expect(again.headers.get('location')).toBe('/queue?band=high&done=1&left=1')
    const said = await textOf(reviewer, '/queue?band=high&done=1&left=1')
    expect(said).toMatch(
      /Giữ nguyên vì người thứ hai phải là người khác, hoặc bạn phải xem lại độc lập: Đồng hồ replica a/,
    )
    expect(said).not.toMatch(/href="[^"]*left=/)
    const taken = await reviewer.post('/queue/bulk', {
      what: 'case/new',
      note: 'Vụ mới',
      'pick-1': 'yes',
      'pick-2': 'yes',
    })
    expect(taken.headers.get('location')).toBe('/cases/1?added=2')
    await withStore(desk, async (store) => {
      expect((await store.decisions.list({ limit: 9 })).map(({ key }) => key)).toEqual(['c', 'b', 'a'])
      expect(
        (await store.ledger.list({ action: 'decided', limit: 9 })).every(({ actor }) => actor === 'reviewer'),
      ).toBe(true)
    })
  })
})

test('the second reviewer sees neither verdict nor name until they have judged; then both see where they differ', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const [analyst, reviewer, investigator, auditor, administrator] = [
      ...[await desk.as('analyst'), await desk.as('reviewer'), await desk.as('investigator')],
      ...[await desk.as('auditor'), await desk.as('administrator')],
    ] as const
    expect((await administrator.post('/reviews/share', { percent: '100' })).status).toBe(303)
    await analyst.post('/listings/1/decide', { verdict: 'dismiss', reason: 'genuine', note: 'lời của người đầu' })
    for (const path of ['/listings/1', '/queue?state=all', '/seller?site=cho&key=s1', '/reviews']) {
      const page = await textOf(reviewer, path)
      for (const trace of ['lời của người đầu', 'standing-dismiss', '<bdi>analyst</bdi>', '<bdi>decided</bdi>'])
        expect([path, trace, page.includes(trace)]).toEqual([path, trace, false])
    }
    expect(await textOf(reviewer, '/reviews')).toContain('/listings/1')
    expect(await textOf(reviewer, '/queue?state=dismiss')).not.toContain('/listings/1')
    expect(await textOf(analyst, '/queue?state=dismiss')).toContain('/listings/1')
    expect(await textOf(auditor, '/listings/1')).toContain('lời của người đầu')
    expect(await textOf(analyst, '/listings/1')).toContain('lời của người đầu')
    const judged = { verdict: 'confirm', reason: 'signs-plain', note: 'rõ dấu hiệu' }
    expect((await analyst.post('/reviews/1', judged)).status).toBe(403)
    expect((await reviewer.post('/reviews/1', { ...judged, note: '' })).status).toBe(400)
    expect((await reviewer.post('/reviews/1', judged)).headers.get('location')).toBe('/listings/1?decided=')
    expect((await investigator.post('/reviews/1', judged)).status).toBe(403)
    for (const who of [analyst, reviewer, auditor]) {
      expect(await textOf(who, '/reviews')).toMatch(/bỏ qua<\/b>.*analyst.*xác nhận nghi vấn<\/b>.*reviewer/s)
      expect(await textOf(who, '/listings/1')).toContain('Hai nhận định khác nhau')
    }
    expect(await textOf(investigator, '/reviews')).toContain('Không có nhận định khác nhau.')
    expect(await textOf(analyst, '/queue')).toContain('href="/listings/1')
  })
})

const first = { verdict: 'dismiss', reason: 'genuine', note: 'lời của người đầu' }

/** A desk where the analyst has dismissed listing 1, and it was drawn for a blind review. */
const atBlindDesk = async (body: (desk: Desk, reviewer: Visitor, analyst: Visitor) => Promise<void>, n = 1) =>
  atDesk({ sightings: (await stock()).slice(0, n) }, async (desk) => {
    await (await desk.as('administrator')).post('/reviews/share', { percent: '100' })
    const analyst = await desk.as('analyst')
    await analyst.post('/listings/1/decide', first)
    await body(desk, await desk.as('reviewer'), analyst)
  })

test('who is to judge blind records no ordinary decision, by no way there is', async () => {
  await atBlindDesk(async (desk, reviewer) => {
    const sent = { verdict: 'confirm', reason: 'signs-plain', note: 'x' }
    const forged = await reviewer.post('/listings/1/decide', sent)
    expect([forged.status, await forged.text()]).toEqual([400, expect.stringContaining('Chưa ghi nhận gì.')])
    expect(
      (await reviewer.post('/listings/1/decide', { ...sent, verdict: 'reopen', reason: 'new-facts' })).status,
    ).toBe(400)
    const ticked = await reviewer.post('/queue/bulk', { what: 'needs-more/look-again', note: 'x', 'pick-1': 'yes' })
    const program = await tokenOf(desk, 'reviewer', SCOPES).post('/decisions', { sighting: 1, ...sent })
    expect(program.status).toBe(409)
    expect(ticked.headers.get('location')).toBe('/queue?done=0&left=1')
    await withStore(desk, async (store) => {
      expect((await store.decisions.list({ limit: 9 })).map(({ officer }) => officer)).toEqual(['analyst'])
      expect(await store.reviews.waitingOn('reviewer', 'cho', 'a')).not.toBeNull()
    })
  })
})

test('a program of who is to judge blind learns no standing', async () => {
  await atBlindDesk(async (desk) => {
    const standing = async (role: Role) => (await tokenOf(desk, role, SCOPES).get('/listings/1/standing')).json()
    expect(await standing('reviewer')).toMatchObject({ standing: 'open' })
    expect(await standing('analyst')).toMatchObject({ standing: 'dismiss' })
    expect(await standing('auditor')).toMatchObject({ standing: 'dismiss' })
  })
})

test('who is to judge a member of a case blind neither makes nor opens its pack, and is told why', async () => {
  await atBlindDesk(async (desk, reviewer, analyst) => {
    await analyst.post('/listings/1/case', { case: 'new', title: 'Túi xách' })
    const name = 'soi-pack-20261120T010203Z.zip'
    await mkdir(join(desk.home, 'packs', 'case-1'), { recursive: true })
    await writeFile(join(desk.home, 'packs', 'case-1', name), 'the first verdict')
    const why = 'hãy xem lại tin đó trước'
    expect(await textOf(analyst, `/cases/1/packs/${name}`)).toBe('the first verdict')
    for (const answer of [await reviewer.post('/cases/1/packs', {}), await reviewer.get(`/cases/1/packs/${name}`)])
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(why)])
    const page = await textOf(reviewer, '/cases/1')
    expect([page.includes(why), page.includes(name)]).toEqual([true, false])
    await reviewer.post('/reviews/1', { verdict: 'dismiss', reason: 'genuine', note: 'x' })
    expect(await textOf(reviewer, `/cases/1/packs/${name}`)).toBe('the first verdict')
  })
})

test('the queue passes over what is to be judged blind: on its pages, in its marks, from listing to listing', async () => {
  await atBlindDesk(async (desk, reviewer, analyst) => {
    const share = async (percent: string) => (await desk.as('administrator')).post('/reviews/share', { percent })
    await share('0')
    for (const id of [2, 3]) await analyst.post(`/listings/${id}/decide`, first)
    const nextOf = async (who: Visitor, id: number) =>
      /href="\/listings\/(\d+)[^"]*" rel="next"/.exec(
        await textOf(who, `/listings/${id}?queue=state%3Ddismiss%26sort%3Doldest`),
      )?.[1]
    const before = async (who: Visitor, id: number) =>
      /href="\/listings\/(\d+)[^"]*" rel="prev"/.exec(
        await textOf(who, `/listings/${id}?queue=state%3Ddismiss%26sort%3Doldest`),
      )?.[1]
    expect([await before(analyst, 2), await nextOf(analyst, 2)]).toEqual(['1', '3'])
    expect([await before(reviewer, 2), await nextOf(reviewer, 2)]).toEqual([undefined, '3'])
    await withStore(desk, async (store) => {
      const page = async (name: string, limit: number) => {
        const asked = { ...queuePage(new URLSearchParams('state=dismiss&sort=newest')), limit }
        const { items, more } = await queueFor({ store, decider: { name, second: true } }, asked)
        return [items.map(({ id }) => id), more]
      }
      expect(await page('analyst', 2)).toEqual([[3, 2], true])
      expect(await page('reviewer', 2)).toEqual([[3, 2], false])
      expect(await page('reviewer', 1)).toEqual([[3], true])
    })
  }, 3)
})

test('counts of decisions on a seller are for who audits: of few listings they tell each verdict', async () => {
  await atBlindDesk(async (desk, reviewer, analyst) => {
    await analyst.post('/listings/2/decide', first)
    const often = 'Cán bộ đã bỏ qua nhiều tin của người bán này'
    const [page, audited] = [reviewer, await desk.as('auditor')].map((who) => textOf(who, '/seller?site=cho&key=s1'))
    expect([(await page)?.includes('<bdi>analyst</bdi>'), (await audited)?.includes('<bdi>analyst</bdi>')]).toEqual([
      false,
      true,
    ])
    expect(await audited).toContain(often)
    const sellers = async (role: Role) =>
      ((await (await tokenOf(desk, role, SCOPES).get('/sellers?q=shop')).json()) as { items: object[] }).items[0]
    expect(await sellers('reviewer')).not.toHaveProperty('decided')
    expect(await sellers('auditor')).toHaveProperty('decided', { dismiss: 2 })
  }, 2)
})

test('a blind page shows nothing that was done because of the first verdict', async () => {
  await atBlindDesk(async (_, reviewer, analyst) => {
    const told = { on: '2026-11-20', channel: 'letter', recipient: 'Sàn Chợ', reference: 'CV-77', note: '' }
    expect((await analyst.post('/listings/1/notices', told)).status).toBe(303)
    const actions = (page: string) =>
      [...page.matchAll(/<td><bdi>([a-z.-]+)<\/bdi><\/td><td><bdi>[a-z]+:\d+<\/bdi>/g)].map(([, action]) => action)
    const [blind, seeing] = [await textOf(reviewer, '/listings/1'), await textOf(analyst, '/listings/1')]
    expect(actions(seeing)).toEqual(expect.arrayContaining(['sighting.record', 'decided', 'notified']))
    expect(actions(blind)).toEqual(['sighting.record'])
    expect([blind.includes('CV-77'), seeing.includes('CV-77')]).toEqual([false, true])
  })
})

test('a seller is put on the allow-list for a time and taken off, by who may be a second person', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const reviewer = await desk.as('reviewer')
    const seller = { site: 'cho', key: 's1' }
    const allow = { ...seller, days: '30', reason: 'có <b>ủy quyền</b>' }
    expect((await reviewer.post('/seller/allow', { ...allow, days: '181' })).status).toBe(400)
    expect((await reviewer.post('/seller/allow', { ...allow, reason: ' ' })).status).toBe(400)
    expect((await reviewer.post('/seller/allow', allow)).headers.get('location')).toBe('/seller?site=cho&key=s1#allow')
    expect((await reviewer.post('/seller/allow', allow)).status).toBe(400)
    expect(await textOf(reviewer, '/seller?site=cho&key=s1')).toMatch(
      /reviewer đưa vào danh sách cho phép đến .*&lt;b&gt;ủy quyền/,
    )
    expect(await textOf(reviewer, '/listings/1')).toContain('tin này được chấm điểm trước đó')
    await reviewer.post('/seller/allow/end', { ...seller, id: '1', reason: 'hết hạn giấy' })
    expect(await textOf(reviewer, '/seller?site=cho&key=s1')).toContain('Không có trong danh sách cho phép.')
    await reviewer.post('/cases', { title: 'Túi xách' })
    expect((await reviewer.post('/seller/case', { ...seller, case: '1' })).headers.get('location')).toBe(
      '/cases/1#sellers',
    )
    expect(await textOf(reviewer, '/cases/1')).toMatch(/\/seller\?site=cho&amp;key=s1"><bdi>Shop An/)
  })
})

test('a score that an allowance lowered says so on every page that shows it', async () => {
  const lowered = (sighting: Sighting): Sighting => {
    const { assessment } = sighting
    const allowed = { id: 1, by: 'le.binh', until: '2099-12-24T17:00:00.000Z', score: 72.5, band: 'high' as const }
    return { ...sighting, assessment: { ...assessment, score: 36.5, band: 'low', allowed } }
  }
  await atDesk({ sightings: (await stock('high')).map(lowered) }, async (desk) => {
    const analyst = await desk.as('analyst')
    await analyst.post('/listings/1/case', { case: 'new', title: 'Túi xách' })
    for (const path of ['/queue', '/listings/1', '/cases/1', '/cases/1/alike', '/seller?site=cho&key=s1'])
      expect([path, await textOf(analyst, path)]).toEqual([
        path,
        expect.stringContaining('được le.binh đưa vào danh sách cho phép đến 24/12/2099: −36'),
      ])
  })
})

test('an answer of the seller is kept with its letter', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    const reply = {
      kind: 'correction',
      received: '2026-11-20',
      way: 'letter',
      sender: 'Shop <i>An</i>',
      text: 'Đã sửa giá',
    }
    expect((await analyst.upload('/listings/1/replies', reply, PDF)).headers.get('location')).toBe(
      '/listings/1#replies',
    )
    expect((await analyst.upload('/listings/1/replies', { ...reply, received: '2099-01-01' }, null)).status).toBe(400)
    expect((await analyst.upload('/listings/1/replies', { ...reply, way: 'pigeon' }, null)).status).toBe(404)
    const page = await textOf(analyst, '/listings/1')
    expect(page).toContain('20/11/2026, đính chính bằng thư: Shop &lt;i&gt;An&lt;/i&gt;')
    const letter = await analyst.get('/listings/1/replies/1')
    expect(letter.headers.get('content-disposition')).toBe('attachment; filename="reply-1.pdf"')
    expect((await analyst.get('/listings/2/replies/1')).status).toBe(404)
  })
})

/** A page with a block of colour that stands somewhere else. */
const pageWith = (top: number): Promise<Buffer> =>
  sharp({ create: { width: 1280, height: 2000, channels: 3, background: '#fff' } })
    .composite([{ input: { create: { width: 300, height: 60, channels: 3, background: '#222' } }, left: 200, top }])
    .png()
    .toBuffer()

const shotOf = async (sighting: Sighting, bytes: Uint8Array): Promise<Sighting> =>
  sighting.capture
    ? {
        ...sighting,
        capture: {
          ...sighting.capture,
          artifacts: [{ role: 'screenshot', mediaType: 'image/png', bytes }],
          marks: new Map([
            [
              sighting.listing.key,
              {
                quotes: [
                  {
                    field: 'title',
                    start: 8,
                    end: 15,
                    boxes: [{ left: 200, top: 400, width: 300, height: 60 }],
                    by: 'whole',
                  },
                ],
                ...{ element: null, pictures: [], artifacts: [], missing: [], remarks: [] },
              },
            ],
          ]),
        },
      }
    : sighting

/** Whether a pixel of an answer's picture is nearer to red, to blue, or to neither. */
async function colourAt(answer: Response, left: number, top: number): Promise<string> {
  const { data } = await sharp(await answer.arrayBuffer())
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [r = 0, g = 0, b = 0] = data
  return r > g + 60 && r > b + 60 ? 'red' : b > r + 60 && b > g + 40 ? 'blue' : 'neither'
}

test('words with signs are framed in the screenshot, and so are the parts that changed between two', async () => {
  const [first, second] = await sightingsOf([
    { key: 'a', flagged: true },
    { key: 'a', flagged: true, title: 'Đồng hồ replica a, nay giảm giá' },
  ])
  if (!first || !second) throw new Error('two sightings')
  const sightings = [await shotOf(first, await pageWith(400)), await shotOf(second, await pageWith(1000))]
  await atDesk({ sightings }, async (desk) => {
    const viewer = await desk.as('viewer')
    const page = await textOf(viewer, '/listings/1?with=2')
    const boxed = /\/listings\/1\/boxed\/[0-9a-f]{64}/.exec(page)?.[0] ?? ''
    const scale = 900 / 1280
    const framed = await viewer.get(boxed)
    expect(framed.headers.get('content-security-policy')).toContain('sandbox')
    // The frame stands just above the words: a red line where the page was white.
    expect(await colourAt(framed, Math.round(350 * scale), Math.round(400 * scale) - 2)).toBe('red')
    expect(await colourAt(await viewer.get(boxed), Math.round(350 * scale), Math.round(700 * scale))).toBe('neither')
    expect(page).toContain('/listings/1/changed/2')
    const changed = await viewer.get('/listings/1/changed/2')
    const around = await sharp(await changed.arrayBuffer()).metadata()
    expect([around.width, around.height]).toEqual([900, 1406])
    const lineAt = async (top: number) => {
      const answer = await viewer.get('/listings/1/changed/2')
      const column = await sharp(await answer.arrayBuffer())
        .extract({ left: Math.round(350 * scale), top: Math.round(top * scale) - 24, width: 1, height: 48 })
        .removeAlpha()
        .raw()
        .toBuffer()
      return Array.from({ length: 48 }, (_, i) => [column[i * 3] ?? 0, column[i * 3 + 2] ?? 0]).some(
        ([r = 0, b = 0]) => b > r + 60,
      )
    }
    expect([await lineAt(400), await lineAt(1000), await lineAt(1600)]).toEqual([true, true, false])
    expect((await viewer.get('/listings/1/changed/99')).status).toBe(404)
  })
})
