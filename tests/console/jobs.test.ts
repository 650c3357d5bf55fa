import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Unavailable } from '../../src/errors.ts'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { type Role, SCOPES } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { checkInChild } from '../../src/tips/check.ts'
import { html, serve } from '../collect/servers.ts'
import { productPage } from '../faults/world.ts'
import { must } from '../store/sample.ts'
import { atDesk, sightingsOf } from './desk.ts'
import { ended as endOf, ledgerOf, type Program, tokenOf } from './programs.ts'

interface Job {
  readonly id: number
  readonly state: string
  readonly self: string
  readonly problem: string | null
  readonly pack: { readonly name: string; readonly bytes: number; readonly href: string } | null
  readonly sweep: number | null
  readonly outcomes: Readonly<Record<string, number>>
  readonly listings: readonly { readonly title: string; readonly band: string; readonly flagged: boolean }[]
}

const below = (href: string): string => href.replace('/api/v1', '')

const ended = async (program: Program, answer: Response): Promise<Job> => (await endOf(program, answer)) as Job

test('a program makes the pack of a case, fetches it, and anybody verifies it', async () => {
  const sightings = await sightingsOf([{ key: 'a', flagged: true }])
  await atDesk({ sightings }, async (desk) => {
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    await analyst.post('/cases', { title: 'Đồng hồ' })
    expect((await analyst.post('/cases/1/packs', {})).status).toBe(409)
    await analyst.post('/cases/1/listings', { sightings: [1] })
    const asked = await analyst.post('/cases/1/packs', { partial: true })
    expect(await asked.clone().json()).toMatchObject({ state: 'running', progress: { done: 0, total: 1 }, pack: null })
    expect((await analyst.post('/cases/1/packs', { partial: true })).status).toBe(409)
    const { pack } = await ended(analyst, asked)
    const { name, bytes, href } = must(pack)
    expect(await (await analyst.get('/cases/1/packs')).json()).toMatchObject({
      items: [{ name, bytes, href }],
      jobs: [{ state: 'done', account: 'analyst' }],
    })
    const file = join(desk.home, 'got.zip')
    await writeFile(file, Buffer.from(await (await analyst.get(below(href))).arrayBuffer()))
    expect((await verifyPack(file)).ok).toBe(true)
    expect(await ledgerOf(desk, 'exported')).toMatchObject([{ actor: 'analyst', body: { caseId: 1 } }])
    const noted = openConsole(desk.home, { now: () => new Date().toISOString() })
    expect(noted.access.list({ account: 'analyst', limit: 1 })).toMatchObject([
      { action: 'pack.download', subject: `case:1 ${name}` },
    ])
    noted.close()
    // A number counts for its kind alone.
    expect((await analyst.get('/checks/1')).status).toBe(404)
    expect((await analyst.get('/cases/1/packs/evidence.sqlite')).status).toBe(404)
    for (const role of ['viewer', 'auditor', 'administrator'] as const)
      expect([role, (await tokenOf(desk, role, SCOPES).get(below(href))).status]).toEqual([role, 403])
  })
})

test('evidence that is missing is said before anything is entered, in the language of the pack', async () => {
  const [sighting] = await sightingsOf([{ key: 'a', flagged: true }])
  const sightings = [{ ...must(sighting), capture: null }]
  await atDesk({ sightings }, async (desk) => {
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    await analyst.post('/cases', { title: 'Đồng hồ' })
    await analyst.post('/cases/1/listings', { sightings: [1] })
    const failed = await ended(analyst, await analyst.post('/cases/1/packs', {}))
    expect([failed.state, failed.problem]).toEqual(['failed', expect.stringMatching(/thiếu/)])
    expect(await ledgerOf(desk, 'exported')).toEqual([])
  })
})

test('who is to judge a member of a case blind neither makes, lists nor fetches its packs', async () => {
  const sightings = await sightingsOf([{ key: 'a', flagged: true, band: 'medium' }])
  await atDesk({ sightings }, async (desk) => {
    await (await desk.as('administrator')).post('/reviews/share', { percent: '100' })
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    await analyst.post('/cases', { title: 'Đồng hồ' })
    await analyst.post('/cases/1/listings', { sightings: [1] })
    const name = 'soi-pack-20261120T010203Z.zip'
    await mkdir(join(desk.home, 'packs', 'case-1'), { recursive: true })
    await writeFile(join(desk.home, 'packs', 'case-1', name), 'the first verdict')
    const dismissal = { sighting: 1, verdict: 'dismiss', reason: 'genuine', note: 'có hóa đơn' }
    expect((await analyst.post('/decisions', dismissal)).status).toBe(201)
    const statuses = async (role: Role) => {
      const program = tokenOf(desk, role, SCOPES)
      const file = await program.get(`/cases/1/packs/${name}`)
      return [(await program.get('/cases/1/packs')).status, file.status, (await file.text()) === 'the first verdict']
    }
    expect(await statuses('analyst')).toEqual([200, 200, true])
    expect(await statuses('reviewer')).toEqual([409, 409, false])
    expect((await tokenOf(desk, 'reviewer', SCOPES).post('/cases/1/packs', { partial: true })).status).toBe(409)
  })
})

test('an address is checked as soi check does it: through its guard, and with what the rules say', async () => {
  const shop = await serve({
    '/p/1': html(productPage('1').replaceAll(/Bình gốm Bát Tràng số 1/g, 'Túi Gucci rep 1:1 siêu cấp')),
  })
  let more: readonly string[] = []
  const checkUrl: typeof checkInChild = (url, how) => checkInChild(url, { ...how, more })
  try {
    await atDesk({ more: { checkUrl } }, async (desk) => {
      const analyst = tokenOf(desk, 'analyst', SCOPES)
      const url = `${shop.url}/p/1`
      const refused = await ended(analyst, await analyst.post('/checks', { url }))
      expect([refused.state, refused.listings, shop.asked]).toEqual(['done', [], []])
      expect(Object.values(refused.outcomes).reduce((sum, n) => sum + n, 0)).toBe(1)
      more = ['--allow-private']
      const seen = await ended(analyst, await analyst.post('/checks', { url }))
      expect(seen.listings).toMatchObject([{ title: 'Túi Gucci rep 1:1 siêu cấp', flagged: true }])
      expect(seen.outcomes).toEqual({ served: 1 })
      expect(shop.asked).toContain('/robots.txt')
      expect(await (await analyst.get(`/sweeps/${seen.sweep}`)).json()).toMatchObject({ kind: 'check' })
      const list = (await (await analyst.get('/checks?limit=1')).json()) as { items: Job[]; next: number }
      expect([list.items.map(({ id }) => id), list.next]).toEqual([[seen.id], seen.id])
      expect(await ledgerOf(desk, 'check.asked')).toMatchObject([
        { actor: 'analyst', subject: `host:${new URL(url).host}`, body: { url } },
        { body: { url } },
      ])
    })
  } finally {
    await shop.close()
  }
})

test('what is no web address is refused, a check without an answer says why where it may, and a queue has its end', async () => {
  const answers: (() => Promise<never>)[] = [
    () => Promise.reject(new Unavailable('no browser was found')),
    () => Promise.reject(new Error('secret path')),
  ]
  const checkUrl = (_: string, { signal }: { readonly signal: AbortSignal }) =>
    answers.shift()?.() ??
    new Promise<never>((_done, fail) => signal.addEventListener('abort', () => fail(new Error('stopped'))))
  await atDesk({ more: { checkUrl } }, async (desk) => {
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    const ask = (url: string) => analyst.post('/checks', { url })
    for (const wrong of ['file:///etc/passwd', 'two words', 'http://'])
      expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 400])
    const facts = async (url: string) => {
      const { state, problem } = await ended(analyst, await ask(url))
      return [state, problem]
    }
    expect(await facts('https://a.example')).toEqual(['failed', 'no browser was found'])
    expect(await facts('https://a.example')).toEqual(['failed', null])
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) statuses.push((await ask('https://slow.example')).status)
    expect(statuses).toEqual([...Array(20).fill(202), 409])
    const states = ((await (await analyst.get('/checks?limit=2')).json()) as { items: Job[] }).items
    expect(states.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  })
})

test('a program keeps the facts of a case, tells what a platform was told, and takes tips in: under the rules of the console', async () => {
  const sightings = await sightingsOf([
    { key: 'a', flagged: true },
    { key: 'b', flagged: true },
  ])
  await atDesk({ sightings }, async (desk) => {
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    await analyst.post('/cases', { title: 'Đồng hồ' })
    await analyst.post('/cases/1/listings', { sightings: [1] })
    const facts = (body: object) => analyst.post('/cases/1/facts', body)
    expect(await (await facts({ province: 'TP HCM', due: '2027-01-15' })).json()).toMatchObject({
      ...{ province: 'Hồ Chí Minh', due: '2027-01-15', status: 'open', assignee: null },
    })
    expect(await (await facts({ due: null, status: 'closed' })).json()).toMatchObject({ due: null, status: 'closed' })
    expect((await facts({ province: 'Atlantis' })).status).toBe(400)
    const { items } = (await (await analyst.get('/cases/1/alike')).json()) as { items: { listing: { id: number } }[] }
    expect(items.map(({ listing }) => listing.id)).toEqual([2])
    const notice = { toldOn: '2026-11-20', channel: 'letter', reference: 'CV-77' }
    expect((await analyst.post('/listings/1/notices', { ...notice, toldOn: '2999-01-01' })).status).toBe(400)
    expect((await analyst.post('/listings/1/notices', notice)).status).toBe(201)
    expect(await ledgerOf(desk, 'notified')).toMatchObject([{ actor: 'analyst', subject: 'sighting:1' }])
    const told = { text: 'Shop bán túi giả', url: 'https://shop.example/1', contact: '0912 345 678' }
    const added = (await (await analyst.post('/tips', told)).json()) as { tip: object; mergedInto: number | null }
    expect(added).toMatchObject({ tip: { number: 1, channel: 'hotline', status: 'new' }, mergedInto: null })
    expect(await (await analyst.post('/tips', { ...told, text: 'Vẫn bán' })).json()).toMatchObject({ mergedInto: 1 })
    const tips = (await (await analyst.get('/tips?limit=1')).json()) as { items: object[]; next: number | null }
    expect([tips.items, tips.next]).toEqual([[added.tip], null])
    expect(JSON.stringify(tips)).not.toContain('345 678')
  })
})
