import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SCOPES } from '../../src/store/console/api.ts'
import { must } from '../store/sample.ts'
import { atDesk, type Desk, sightingsOf } from './desk.ts'
import { ended, ledgerOf, type Program, read, tokenOf } from './programs.ts'

const DAILY = '# Every morning\nname: gốm\ntargets: [https://cho.example/]\nschedule: { cron: "0 6 * * *" }\n'
const fileOf = ({ home }: Desk, name: string) => readFile(join(home, 'sweeps', name), 'utf8')

interface Plan {
  readonly file: string
  readonly text: string
  readonly sha256: string
  readonly state: string
  readonly schedule: { readonly cron: string } | null
  readonly next: string | null
}

const problemOf = async (answer: Response): Promise<readonly [number, string]> => [
  answer.status,
  ((await answer.json()) as { detail: string }).detail,
]

test('a program plans a sweep and its schedule, edits what it read, and nothing of anybody else', async () => {
  await atDesk({}, async (desk) => {
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    const save = (body: object) => analyst.post('/plans/save', body)
    const checked = await (await analyst.post('/plans/check', { text: DAILY })).json()
    expect(checked).toMatchObject({ faults: [], name: 'gốm', schedule: { cron: '0 6 * * *' } })
    expect((await read<{ items: object[] }>(analyst, '/plans')).items).toEqual([])
    const made = (await (await save({ text: DAILY.replaceAll('\n', '\r\n') })).json()) as Plan
    expect(made).toMatchObject({
      file: 'gom.yaml',
      text: DAILY,
      state: 'waiting',
      next: expect.stringMatching(/T23:00/),
    })
    expect(await fileOf(desk, 'gom.yaml')).toBe(DAILY)
    const byHand = DAILY.replace(/schedule.*\n/, '')
    expect((await save({ file: 'gom.yaml', base: 'ab'.repeat(32), text: byHand })).status).toBe(409)
    expect((await save({ file: 'gom.yaml', text: byHand })).status).toBe(409)
    expect((await save({ file: 'none.yaml', base: made.sha256, text: byHand })).status).toBe(404)
    expect((await save({ file: '../gom.yaml', text: byHand })).status).toBe(404)
    const edited = (await (await save({ file: 'gom.yaml', base: made.sha256, text: byHand })).json()) as Plan
    expect(edited).toMatchObject({ schedule: null, state: 'by-hand', next: null })
    const faults: readonly (readonly [string, RegExp])[] = [
      [`${DAILY}nme: x\n`, /line 5: .*nme/],
      [DAILY.replace('0 6 *', '61 6 *'), /cron/],
      [DAILY.replace('https://cho.example/', 'http://127.0.0.1/'), /line 3/],
      [`${DAILY}allow_private: true\n`, /allow_private/],
      [`${DAILY}session: { state: /etc/passwd, hosts: [cho.example] }\n`, /session/],
      [DAILY, /gom\.yaml is called gốm already/],
    ]
    for (const [text, words] of faults) {
      const other = text === DAILY ? text : text.replace('name: gốm', 'name: khác')
      const [status, detail] = await problemOf(await save({ text: other }))
      expect([text, status, detail]).toEqual([text, 400, expect.stringMatching(words)])
      const { faults: told } = (await (await analyst.post('/plans/check', { text: other })).json()) as {
        faults: { text: string }[]
      }
      expect([text, told.length > 0]).toEqual([text, true])
    }
    expect((await analyst.post('/plans/delete', { file: 'gom.yaml', base: made.sha256 })).status).toBe(409)
    expect((await analyst.post('/plans/delete', { file: 'gom.yaml', base: edited.sha256 })).status).toBe(200)
    await expect(fileOf(desk, 'gom.yaml')).rejects.toThrow(/ENOENT/)
    const entries = await ledgerOf(desk, 'setting-changed')
    expect(entries.map(({ actor, subject, body }) => [actor, subject, body.text])).toEqual([
      ['analyst', 'setting:sweep/gốm', byHand],
      ['analyst', 'setting:sweep/gốm', byHand],
      ['analyst', 'setting:sweep/gốm', DAILY],
    ])
  })
})

interface List {
  readonly list: { readonly id: number; readonly entries: number }
  readonly added: number
  readonly refused: readonly { readonly entry: number; readonly why: string }[]
}

test('a watch-list takes what an officer may bring, and tells what it does not take', async () => {
  await atDesk({}, async (desk) => {
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    const put = async (body: object) => analyst.post('/watch-lists', { name: 'gốm sứ', ...body })
    const word = (value: string) => ({ kind: 'word', value })
    const first = (await (
      await put({
        entries: [
          word('gốm "Minh Long", loại 1'),
          { kind: 'url', value: 'http://169.254.169.254/latest' },
          word('=1+1'),
          { kind: 'phone', value: '0901 234 567', note: 'bán ở chợ' },
          { kind: 'word', value: 'x', site: 'nowhere' },
          word('+84 rẻ'),
        ],
      })
    ).json()) as List
    expect(first).toMatchObject({ added: 3, list: { entries: 3 } })
    expect(first.refused).toEqual([
      { entry: 1, why: 'private' },
      { entry: 2, why: 'formula' },
      { entry: 4, why: 'site' },
    ])
    const at = `/watch-lists/${first.list.id}`
    const held = await read<{ items: { kind: string; value: string }[]; next: number | null }>(analyst, `${at}?limit=2`)
    expect(held).toMatchObject({
      items: [{ value: 'gốm "Minh Long", loại 1' }, { kind: 'phone', value: expect.stringMatching(/901234567/) }],
      next: 2,
    })
    expect(await ledgerOf(desk, 'exported')).toMatchObject([
      { actor: 'analyst', subject: 'watch-list:gốm sứ', body: { entries: 3, from: 0, sent: 2 } },
    ])
    expect((await tokenOf(desk, 'viewer', SCOPES).get(at)).status).toBe(403)
    const more = (await (await put({ entries: [word('+84 rẻ'), word('bát tràng')] })).json()) as List
    expect([more.added, more.list.entries]).toEqual([1, 4])
    const instead = (await (await put({ entries: [word('lụa')], replace: true })).json()) as List
    expect(instead.list).toMatchObject({ id: first.list.id, entries: 1 })
    for (const wrong of [
      { entries: [word('hai\ndòng')] },
      { entries: [] },
      { entries: [word('=1')] },
      { name: '../x', entries: [word('lụa')] },
    ])
      expect([wrong, (await put(wrong)).status]).toEqual([wrong, 400])
    expect((await tokenOf(desk, 'viewer', SCOPES).post(`${at}/delete`, {})).status).toBe(403)
    expect((await analyst.post(`${at}/delete`, {})).status).toBe(200)
    expect((await analyst.get(at)).status).toBe(404)
    expect((await ledgerOf(desk, 'setting-changed')).map(({ body }) => body.after)).toEqual([null, 1, 4, 3])
  })
})

interface Tip {
  readonly status: string
  readonly assignee: string | null
  readonly dueAt: string
  readonly mergedInto: number | null
  readonly merged: readonly number[]
  readonly check: string | null
  readonly sightings: readonly number[]
  readonly cases: readonly number[]
  readonly history: readonly { readonly action: string; readonly actor: string; readonly note: string | null }[]
}

const tipAt = (program: Program, number: number) => read<Tip>(program, `/tips/${number}`)

test('a program works on tips on sellers as officers do; tips on officers are not there for it', async () => {
  const sightings = await sightingsOf([{ key: 'a', flagged: true }])
  const more = { checkUrl: async () => ({ sweep: 1, flagged: [1] }) }
  await atDesk({ sightings, more }, async (desk) => {
    await (await desk.as('auditor')).post('/conduct/add', {
      kind: 'official-conduct',
      text: 'cán bộ Quảng Lạ báo trước',
    })
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    expect((await analyst.get('/tips/1')).status).toBe(404)
    const tell = (text: string) =>
      analyst.post('/tips', { text, url: `https://shop.example/${text.length}`, contact: 'tèo@thư.vn' })
    await tell('Shop bán túi giả')
    await tell('Chợ bán đồng hồ nhái')
    await analyst.post('/cases', { title: 'Túi' })
    const work = (part: string, body: object, number = 1) => analyst.post(`/tips/${number}/${part}`, body)
    expect(await (await work('assignee', { assignee: 'reviewer' })).json()).toMatchObject({
      ...{ assignee: 'reviewer', status: 'working' },
    })
    for (const assignee of ['auditor', 'viewer', 'nobody'])
      expect([assignee, (await work('assignee', { assignee })).status]).toEqual([assignee, 400])
    expect(await (await work('due', { day: '2027-01-15' })).json()).toMatchObject({ dueAt: '2027-01-15T17:00:00.000Z' })
    await work('notes', { text: 'Đã gọi cho sàn' })
    expect((await work('merge', { into: 1 })).status).toBe(400)
    expect((await work('merge', { into: 9 })).status).toBe(404)
    expect(await (await work('merge', { into: 2 })).json()).toMatchObject({ mergedInto: 2 })
    expect((await tipAt(analyst, 2)).merged).toEqual([1])
    expect((await read<{ items: { number: number }[] }>(analyst, '/tips')).items.map(({ number }) => number)).toEqual([
      2,
    ])
    expect(await (await work('split', {})).json()).toMatchObject({ mergedInto: null })
    expect((await work('split', {})).status).toBe(400)
    expect((await work('check', {})).status).toBe(202)
    while (['waiting', 'running'].includes((await tipAt(analyst, 1)).check ?? ''))
      await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await tipAt(analyst, 1)).sightings).toEqual([1])
    expect(await (await work('case', { case: 1 })).json()).toMatchObject({ cases: [1] })
    expect(await read(analyst, '/cases/1')).toMatchObject({ sightings: [1] })
    expect((await work('case', { case: 77 })).status).toBe(400)
    expect((await work('status', { status: 'done' })).status).toBe(400)
    expect(await (await work('status', { status: 'done', note: 'Gian hàng đã đóng' })).json()).toMatchObject({
      status: 'done',
    })
    const tip = await tipAt(analyst, 1)
    expect(tip.history.map(({ action, note }) => [action, note])).toEqual([
      ['add', null],
      ['assign', null],
      ['due', null],
      ['note', 'Đã gọi cho sàn'],
      ['merge', null],
      ['unmerge', null],
      ['check', null],
      ['case', null],
      ['status', 'Gian hàng đã đóng'],
    ])
    const done = await read<{ items: { number: number }[] }>(analyst, '/tips?status=done')
    expect(done.items.map(({ number }) => number)).toEqual([1])
    expect((await read<{ items: object[] }>(analyst, '/tips?assignee=reviewer')).items).toEqual([])
    const everything = JSON.stringify([tip, done, await tipAt(analyst, 2)])
    expect([everything.includes('tèo'), everything.includes('Quảng')]).toEqual([false, false])
    expect((await work('erase', {})).status).toBe(200)
    for (const role of ['viewer', 'auditor', 'administrator'] as const)
      expect([role, (await tokenOf(desk, role, SCOPES).get('/tips/1')).status]).toEqual([role, 403])
    // Who worked on it stands with the tip, and not in the ledger.
    expect((await ledgerOf(desk, 'tip-entered')).every(({ actor }) => actor === 'tips')).toBe(true)
  })
})

const RULE = 'counterfeit/replica-of-brand.yaml'

interface Effect {
  readonly state: string
  readonly problem: string | null
  readonly effect: {
    readonly page: string
    readonly sound: boolean
    readonly listings: number
    readonly noLongerFlagged: object
  } | null
}

test('a program asks what a rule file would change; only an officer accepts it', async () => {
  const stock = await sightingsOf([
    { key: 'a', flagged: true, title: 'Ví Prada 1:1' },
    { key: 'b', flagged: false, title: 'Đồng hồ treo tường gỗ' },
  ])
  await atDesk({ sightings: stock }, async (desk) => {
    const reviewer = tokenOf(desk, 'reviewer', SCOPES)
    const { text, file } = await read<{ text: string; file: string }>(reviewer, '/rules/replica-of-brand')
    expect(file).toBe(RULE)
    const ask = async (body: object) => (await ended(reviewer, await reviewer.post('/rule-effects', body))) as Effect
    const weaker = text.replace('strength: 0.75', 'strength: 0.05')
    const { state, effect } = await ask({ file: RULE, text: weaker, last: 100 })
    expect([state, must(effect).sound, must(effect).listings]).toEqual(['done', true, 2])
    expect(must(effect).noLongerFlagged).toMatchObject({ count: 1, first: [{ sighting: 1, to: { band: 'low' } }] })
    const broken = await ask({ file: RULE, text: `${text}colour: red\n` })
    expect([broken.state, broken.effect, broken.problem]).toEqual(['failed', null, expect.stringMatching(/colour/)])
    expect((await reviewer.post('/rule-effects', { file: RULE, text })).status).toBe(409)
    for (const wrong of ['../escape.yaml', '/etc/passwd', 'counterfeit/../../x.yaml'])
      expect([wrong, (await reviewer.post('/rule-effects', { file: wrong, text })).status]).toEqual([wrong, 400])
    // Nothing changed, until an officer accepts what stands in the console.
    expect((await read<{ text: string }>(reviewer, '/rules/replica-of-brand')).text).toBe(text)
    expect(await ledgerOf(desk, 'rules-changed')).toEqual([])
    const officer = await desk.as('reviewer')
    const { page } = must(effect)
    await officer.get(page)
    expect((await officer.post(`${page}/accept`, { reason: 'Báo nhầm nhiều' })).headers.get('location')).toBe(page)
    expect((await read<{ text: string }>(reviewer, '/rules/replica-of-brand')).text).toBe(weaker)
    const program = tokenOf(desk, 'investigator', SCOPES)
    expect((await program.post('/rule-effects', { file: RULE, text: weaker })).status).toBe(403)
  })
}, 600_000)

test('who audits asks for the head of the ledger, for who saw what, and for where two officers differed', async () => {
  const sightings = await sightingsOf([{ key: 'a', flagged: true, band: 'medium' }])
  await atDesk({ sightings }, async (desk) => {
    await (await desk.as('administrator')).post('/reviews/share', { percent: '100' })
    const decision = { sighting: 1, verdict: 'confirm', reason: 'signs-plain', note: 'rõ' }
    await tokenOf(desk, 'analyst', SCOPES).post('/decisions', decision)
    const auditor = tokenOf(desk, 'auditor', SCOPES)
    const { head, actions } = await read<{ head: { seq: number; hash: string }; actions: string[] }>(
      auditor,
      '/ledger/head',
    )
    const [newest] = (await read<{ items: { seq: number; hash: string }[] }>(auditor, '/ledger?limit=1')).items
    expect(newest).toMatchObject({ seq: head.seq, hash: head.hash })
    expect(actions).toContain('decided')
    const seen = await read<{ items: { id: number; account: string; action: string }[]; next: number }>(
      auditor,
      '/access?account=analyst&limit=1',
    )
    expect(seen.items).toMatchObject([{ account: 'analyst', action: 'api.write' }])
    expect(await read(auditor, '/reviews')).toEqual({ figures: { drawn: 1, judged: 0, agreed: 0 }, disagreements: [] })
    // Not for who is to judge it blind.
    for (const path of ['/reviews', '/access', '/ledger/head'])
      expect([path, (await tokenOf(desk, 'reviewer', SCOPES).get(path)).status]).toEqual([path, 403])
  })
})
