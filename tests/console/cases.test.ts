import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { openStore } from '../../src/store/store.ts'
import { OPERATOR } from '../store/sample.ts'
import { atDesk, sightingsOf, type Visitor } from './desk.ts'

const stock = () =>
  sightingsOf([
    { key: 'a', flagged: true },
    { key: 'b', flagged: true, band: 'medium' },
    { key: 'c', flagged: false },
    { key: 'd', flagged: true, seller: 'Shop An mới' },
  ])

/** Reloads the case until no pack is under way. */
async function packed(who: Visitor, path: string): Promise<string> {
  for (;;) {
    const text = await (await who.get(path)).text()
    if (!text.includes('<progress')) return text
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test('from a listing to a case, a note, a pack and its ZIP', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    const made = await analyst.post('/listings/1/case', { case: 'new', title: ' Đồng hồ  replica ' })
    expect(made.headers.get('location')).toBe('/cases/1')
    expect((await analyst.post('/listings/2/case', { case: '1' })).headers.get('location')).toBe('/cases/1')
    expect((await analyst.post('/listings/2/case', { case: '7' })).status).toBe(404)
    expect((await analyst.post('/cases', { title: ' ' })).status).toBe(400)
    await analyst.post('/cases/1/notes', { text: 'Đã gọi <b>chủ thể quyền</b>\nchờ trả lời' })
    const page = await (await analyst.get('/cases/1')).text()
    expect(page).toContain('#1 <bdi>Đồng hồ replica</bdi>')
    expect(page).toContain('&lt;b&gt;chủ thể quyền&lt;/b&gt;')
    expect(page).toMatch(/\/listings\/1".*\/listings\/2"|\/listings\/2".*\/listings\/1"/s)
    expect((await analyst.post('/cases/1/packs', {})).status).toBe(303)
    const after = await packed(analyst, '/cases/1')
    expect(after).not.toContain('role="alert"')
    const link = /\/cases\/1\/packs\/(soi-pack-[0-9TZ]+\.zip)/.exec(after)
    const zip = await analyst.get(link?.[0] ?? '')
    expect(zip.headers.get('content-disposition')).toBe(`attachment; filename="${link?.[1]}"`)
    const file = join(desk.home, 'got.zip')
    await writeFile(file, Buffer.from(await zip.arrayBuffer()))
    expect((await verifyPack(file)).ok).toBe(true)
    const viewer = await desk.as('viewer')
    expect((await viewer.get(link?.[0] ?? '')).status).toBe(403)
    expect((await analyst.get('/cases/1/packs/..%2F..%2Fevidence.sqlite')).status).toBe(404)
    const store = await openStore(desk.home, { ...OPERATOR, readOnly: true })
    const told = await store.ledger.list({ actor: 'analyst', limit: 50 })
    expect(told.map(({ action }) => action).reverse()).toEqual([
      ...['case.create', 'case.add', 'case.add', 'case.note', 'key-made', 'exported'],
    ])
    await store.close()
  })
})

test('the seller: every name, every listing, claimed contacts, decisions', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const reviewer = await desk.as('reviewer')
    for (const id of [1, 4])
      await reviewer.post(`/listings/${id}/decide`, { verdict: 'dismiss', reason: 'genuine', note: 'n' })
    expect(await (await reviewer.get('/listings/1')).text()).toContain('href="/seller?site=cho&amp;key=s1"')
    const text = await (await reviewer.get('/seller?site=cho&key=s1')).text()
    expect(text).toContain('Shop An · Shop An mới')
    expect(text).toContain('+84901234567')
    // Whoever gives the same number is found by it, as it was written.
    expect(text).toContain('/queue?search=0901+234+567&amp;state=all')
    const same = await (await reviewer.get('/queue?search=0901+234+567&state=all')).text()
    expect(same.match(/class="entry"/g)).toHaveLength(3)
    expect(text).toContain('4 (3 có dấu hiệu)')
    expect([1, 2, 3, 4].filter((id) => text.includes(`<a href="/listings/${id}" data-open`))).toEqual([1, 2, 3, 4])
    // How often an officer spared a seller is the auditor's to see.
    const spared = /reviewer<\/bdi><\/th><td class="number">2<\/td><td class="number">2</
    expect(text).not.toMatch(spared)
    const auditor = await desk.as('auditor')
    expect(await (await auditor.get('/seller?site=cho&key=s1')).text()).toMatch(spared)
    expect((await reviewer.get('/seller?site=other&key=s1')).status).toBe(404)
    expect((await reviewer.get('/seller?site=cho')).status).toBe(404)
  })
})
