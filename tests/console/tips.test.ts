import { describe, expect, test } from 'vitest'
import { newToken, tokenHash } from '../../src/console/auth/tokens.ts'
import { ROUTES } from '../../src/console/routes.ts'
import { ROLES, SCOPES } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { axe, CHROMIUM, INJECTED, inChromium, isInjected, signIn } from './browser.ts'
import { atDesk, type Desk, PASSWORD, sightingsOf, type Visitor } from './desk.ts'
import { PAYLOADS } from './payloads.ts'

const referenceIn = (text: string): string => /class="reference">([A-Z0-9-]+)</.exec(text)?.[1] ?? ''
const text = async (answer: Promise<Response>): Promise<string> => (await answer).text()

describe('the public form', () => {
  test('is closed until an administrator opens it, and then asks for no account', async () => {
    await atDesk({}, async (desk) => {
      const citizen = desk.visitor()
      for (const path of ['/tips/new', '/tips/status']) expect((await citizen.get(path)).status).toBe(404)
      expect((await citizen.post('/tips/new', { text: 'hàng giả' })).status).toBe(404)
      const admin = await desk.as('administrator')
      await admin.post('/settings/tips', { public: 'yes', dueSeller: '3', dueConduct: '5', keep: '30' })
      expect(await text(admin.get('/audit'))).toContain('setting:tips')
      const page = await text(citizen.get('/tips/new'))
      expect(page).toContain('30 ngày')
      expect(page).not.toMatch(/(src|href|action)="(https?:)?\/\//)
      const sent = await text(
        citizen.post('/tips/new', { kind: 'seller', text: 'bán hàng giả ở chợ', contact: 'kin@example.vn' }),
      )
      const reference = referenceIn(sent)
      expect(reference).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
      expect(await text(citizen.post('/tips/status', { reference }))).toContain('Đã tiếp nhận')
      expect((await citizen.post('/tips/status', { reference: 'AAAA-BBBB-CCCC' })).status).toBe(404)
      const analyst = await desk.as('analyst')
      await analyst.post('/tips/1/status', { status: 'done', note: 'đã chuyển' })
      expect(await text(citizen.post('/tips/status', { reference }))).toContain('Đã xử lý.')
      expect((await admin.post('/settings/tips', { dueSeller: '0', dueConduct: '5', keep: '30' })).status).toBe(400)
    })
  })

  test('takes five a minute from one address, a whole IPv6 network counting as one, and says what is wrong', async () => {
    await atDesk({ trustProxy: true, more: { publicTips: true } }, async (desk) => {
      const citizen = desk.visitor()
      const send = (form: Record<string, string>, address: string) =>
        citizen.post('/tips/new', form, { 'x-forwarded-for': address })
      expect((await send({ text: ' ' }, '2001:db8:1:2::1')).status).toBe(400)
      expect(await text(send({ text: 'x', url: 'javascript:alert(1)' }, '2001:db8:1:2::2'))).toContain('không xem được')
      const odd = await send({ text: 'x', kind: 'other' }, '2001:db8:1:2::3')
      expect([odd.status, /role="alert"><bdi>([^<]*)/.exec(await odd.text())?.[1]]).toEqual([
        400,
        'Không nhận được mục “Về việc”: quá dài hoặc không có trong các lựa chọn. Chưa lưu gì.',
      ])
      for (const i of [4, 5]) expect((await send({ text: `tin ${i}` }, `2001:db8:1:2::${i}`)).status).toBe(200)
      expect((await send({ text: 'tin 6' }, '2001:db8:1:2:ffff::6')).status).toBe(429)
      expect((await send({ text: 'tin 7' }, '2001:db8:1:3::7')).status).toBe(200)
      const foreign = await citizen.post('/tips/new', { text: 'x' }, { origin: 'https://evil.example' })
      expect(foreign.status).toBe(403)
    })
  })
})

/** Words that stand in nothing but the tip on an officer. */
const SECRET = ['Quảng Lạ', 'bimatxyz', 'cho-kin.example', '0977 123 987', 'Người Kín Đáo', 'kin.dao@example.vn']

const conductTip = {
  kind: 'official-conduct',
  text: 'bimatxyz: cán bộ Quảng Lạ báo trước cho chủ kho, xem https://cho-kin.example/mon/5',
  about: 'Quảng Lạ; Cán bộ auditor2',
  phone: '0977 123 987',
  name: 'Người Kín Đáo',
  contact: 'kin.dao@example.vn',
}

/** Every page and answer there is to get, with a few that have something in them. */
const PATHS = [
  ...ROUTES.filter(({ method }) => method === 'GET').map(({ path }) =>
    path
      .replace(/:id\{[^}]*\}/, '1')
      .replace(/:sha256\{[^}]*\}/, 'ab')
      .replace(':kind', 'top')
      .replace(':name', 'none.zip')
      .replace(':token', 'none'),
  ),
  ...[
    '/tips?show=overdue',
    '/tips?show=done',
    '/conduct?show=overdue',
    '/conduct/2',
    '/tips/2',
    '/audit?subject=tip-entry:',
  ],
  ...['/queue?state=all', '/audit?actor=auditor', '/audit/access?account=auditor', '/reports?year=2026'],
]

const leaksTo = async (who: Visitor, name: string): Promise<readonly string[]> => {
  const found: string[] = []
  for (const path of PATHS) {
    const answer = await text(who.get(path))
    for (const word of SECRET) if (answer.includes(word)) found.push(`${name} sees ${word} on ${path}`)
  }
  return found
}

/** The same over the API, with a key of that account that is good for everything. */
async function leaksToProgram(desk: Desk, name: string): Promise<readonly string[]> {
  const store = openConsole(desk.home, { now: () => desk.clock.now().toISOString() })
  const token = newToken()
  const endsAt = new Date(desk.clock.now().getTime() + 86_400_000).toISOString()
  const account = store.accounts.byName(name)?.id ?? 0
  store.tokens.make(tokenHash(token), { account, label: 'test', scopes: SCOPES, endsAt })
  store.close()
  const found: string[] = []
  for (const path of PATHS.filter((each) => each.startsWith('/api/'))) {
    const answer = await fetch(desk.console.url + path, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).not.toBe(401)
    const said = await answer.text()
    for (const word of SECRET) if (said.includes(word)) found.push(`a key of ${name} gets ${word} from ${path}`)
  }
  return found
}

/** The officer in the tip is an auditor too: a second auditor's account, by name. */
async function secondAuditor(desk: Desk): Promise<Visitor> {
  const store = openConsole(desk.home, { now: () => new Date().toISOString() })
  const { id } = store.accounts.create({
    ...{ name: 'auditor2', displayName: 'Cán bộ auditor2', role: 'auditor', unit: 'QLTT-01', createdBy: 'test' },
  })
  store.accounts.setPassword(id, store.accounts.byName('auditor')?.passwordHash ?? '')
  store.close()
  const who = desk.visitor()
  desk.clock.forward(61_000)
  await who.post('/login', { name: 'auditor2', password: PASSWORD })
  await who.get('/me')
  return who
}

describe('a tip on official conduct', () => {
  test('is seen by auditors alone, never by one it names, on no page, in no count and in no answer of the API', async () => {
    await atDesk({ sightings: await sightingsOf([{ key: 'a', flagged: true }]) }, async (desk) => {
      // Noon in Viet Nam: no day ends between the two looks that are compared.
      desk.clock.forward((29 * 3_600_000 - (Date.now() % 86_400_000)) % 86_400_000)
      const analyst = await desk.as('analyst')
      const taken = await text(analyst.post('/tips/add', conductTip))
      expect(referenceIn(taken)).not.toBe('')
      expect(taken).not.toContain('/conduct')
      const counts = async () => /** What an analyst counts. */ [
        await text(analyst.get('/tips')),
        await text(analyst.get('/')),
      ]
      const before = await counts()
      const auditor = await desk.as('auditor')
      const own = await text(auditor.get('/conduct/1'))
      for (const word of SECRET) expect(own).toContain(word)
      await auditor.post('/conduct/1/note', { note: 'bimatxyz đã hỏi' })
      await auditor.post('/conduct/1/assign', { assignee: 'auditor' })
      desk.clock.forward(9 * 86_400_000)
      const late = await desk.as('auditor')
      expect(await text(late.get('/'))).toContain('1 phản ánh quá hạn')
      const named = await secondAuditor(desk)
      const found = await leaksTo(named, 'the auditor in it')
      expect((await named.get('/conduct/1')).status).toBe(404)
      expect(await text(named.get('/'))).toContain('Không có phản ánh nào quá hạn')
      expect((await named.post('/conduct/1/status', { status: 'rejected', note: 'x' })).status).toBe(404)
      expect((await late.post('/conduct/1/assign', { assignee: 'auditor2' })).status).toBe(400)
      const others = [...(await leaksToProgram(desk, 'auditor')), ...(await leaksToProgram(desk, 'administrator'))]
      for (const role of ROLES.filter((each) => each !== 'auditor')) {
        const who = await desk.as(role)
        others.push(...(await leaksTo(who, role)))
        expect([403, 404]).toContain((await who.get('/conduct/1')).status)
        expect([403, 404]).toContain((await who.post('/conduct/1/note', { note: 'x' })).status)
        expect((await who.get('/tips/1')).status).toBe(role === 'viewer' || role === 'administrator' ? 403 : 404)
      }
      expect([...found, ...others]).toEqual([])
      // Who works on it is not to be read off the ledger or the access log either.
      const admin = await desk.as('administrator')
      for (const path of ['/audit?action=tip.entry', '/audit/access?account=auditor']) {
        const page = await text(admin.get(path))
        expect(page).not.toMatch(/conduct|tip\.open/)
      }
      expect(await text(admin.get('/audit?action=tip.entry&actor=auditor'))).not.toContain('tip-entry:')
      desk.clock.forward(-9 * 86_400_000)
      const again = await desk.as('analyst')
      const plain = (html: string) =>
        html.replace(/name="csrf" value="[^"]*"/g, '').replace(/<section class="card new">[\s\S]*?<\/section>/, '')
      expect([await text(again.get('/tips')), await text(again.get('/'))].map(plain)).toEqual(before.map(plain))
    })
  }, 240_000)

  test('is closed by an auditor to another whom it is about without naming them', async () => {
    await atDesk({}, async (desk) => {
      const auditor = await desk.as('auditor')
      await auditor.post('/conduct/add', { kind: 'official-conduct', text: 'người phụ trách ca trực tối qua' })
      const other = await secondAuditor(desk)
      expect((await other.get('/conduct/1')).status).toBe(200)
      await auditor.post('/conduct/1/exclude', { account: 'auditor2' })
      expect((await other.get('/conduct/1')).status).toBe(404)
      expect(await text(other.get('/conduct'))).not.toContain('ca trực')
      expect(await text(auditor.get('/conduct/1'))).toContain('mở xem')
    })
  })
})

describe('the work on tips', () => {
  test('import by a form: a file and pasted text; a merge is shown and undone; a check is linked; into a case', async () => {
    const sightings = await sightingsOf([{ key: 'a', flagged: true }])
    const checkUrl = async () => ({ sweep: 1, flagged: [1] })
    await atDesk({ sightings, more: { checkUrl } }, async (desk) => {
      const analyst = await desk.as('analyst')
      const file = new File(['text,url\nhàng nhái,https://cho.example/mon/a\n'], 'tin.csv', { type: 'text/csv' })
      expect(await text(analyst.upload('/tips/import', {}, file))).toContain('Đã tiếp nhận 1,')
      const large = new File(['text\n', 'x'.repeat(11 * 2 ** 20)], 'tin.csv')
      expect((await analyst.upload('/tips/import', {}, large)).status).toBe(413)
      const pasted = '[{"text":"cũng chỗ ấy","url":"cho.example/mon/a"}]'
      expect(await text(analyst.post('/tips/import', { pasted }))).toContain('trong đó 1 trùng')
      expect(await text(analyst.post('/tips/import', { pasted: 'colour\nred\n' }))).toContain('colour')
      expect(await text(analyst.get('/tips/2'))).toContain('cùng đường dẫn')
      expect(await text(analyst.get('/tips'))).toContain('+ 1 trùng')
      await analyst.post('/tips/2/unmerge', {})
      expect(await text(analyst.get('/tips'))).not.toContain('+ 1 trùng')
      await analyst.post('/tips/2/merge', { into: '1' })
      expect(await text(analyst.get('/tips/2'))).toContain('cán bộ gộp')
      expect((await analyst.post('/tips/1/merge', { into: '99' })).status).toBe(400)
      expect((await analyst.post('/tips/1/check', {})).status).toBe(303)
      await expect.poll(async () => text(analyst.get('/tips/1'))).toContain('href="/listings/1"')
      await analyst.post('/tips/1/case', { case: 'new', title: 'Đồng hồ' })
      const found = await text(analyst.get('/cases/1'))
      expect(found).toContain('href="/tips/1"')
      expect(found).toContain('href="/listings/1"')
      expect((await analyst.post('/tips/1/case', { case: 'new', title: ' ' })).status).toBe(400)
      expect((await analyst.post('/tips/1/status', { status: 'done', note: '' })).status).toBe(400)
      const viewer = await desk.as('viewer')
      expect(await text(viewer.get('/cases/1'))).not.toContain('/tips/1')
    })
  })

  test('a check that gives no answer says so and may be tried again', async () => {
    const checkUrl = () => Promise.reject(new Error('boom'))
    await atDesk({ more: { checkUrl } }, async (desk) => {
      const analyst = await desk.as('analyst')
      await analyst.post('/tips/add', { kind: 'seller', text: 'x', url: 'cho.example/mon/1' })
      await analyst.post('/tips/1/check', {})
      await expect.poll(async () => text(analyst.get('/tips/1'))).toContain('không có kết quả')
      expect((await analyst.post('/tips/1/check', {})).status).toBe(303)
    })
  })
})

const SHOT = process.env['SOI_SHOTS']

describe.skipIf(CHROMIUM === undefined)('tips in a real browser', () => {
  test('from the public form to a tip that is checked with one key; axe finds nothing, in both languages and on a phone', async () => {
    const sightings = await sightingsOf([{ key: 'a', flagged: true }])
    const checkUrl = async () => ({ sweep: 1, flagged: [1] })
    await atDesk({ sightings, more: { checkUrl, publicTips: true } }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
        const found: string[] = []
        const shot = async (name: string) => SHOT && (await page.screenshot({ path: `${SHOT}/${name}.png` }))
        const look = async (path: string | null) => {
          if (path !== null) await page.goto(desk.console.url + path)
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
          const at = `${path} ${page.viewportSize()?.width}`
          if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`${at} is too wide`)
          found.push(...(await axe(page)).map((each) => `${at} ${each}`))
        }
        await look('/tips/new')
        await shot('public')
        await page.fill(
          '[name=text]',
          'Gian hàng bán đồng hồ hiệu giá 300.000 đ, nói là hàng loại một.\nGọi 0912 345 678.',
        )
        await page.fill('[name=url]', 'cho.example/mon/a')
        await page.fill('[name=contact]', 'kin@example.vn')
        await page.click('main button.main')
        const reference = await page.locator('.reference').innerText()
        await look(null)
        await page.goto(`${desk.console.url}/tips/status`)
        await page.fill('[name=reference]', reference.toLowerCase())
        await page.click('main button.main')
        await look(null)
        await desk.as('analyst').then(async (analyst) => {
          await analyst.post('/tips/add', {
            kind: 'seller',
            text: 'cũng gian hàng ấy',
            url: 'https://cho.example/mon/a',
            seller: 'Shop A',
          })
          await analyst.post('/tips/add', {
            kind: 'seller',
            text: 'Kem trộn bán qua mạng, không nhãn, không nơi sản xuất',
            url: 'https://kem.example/1',
          })
          await analyst.post('/tips/3/assign', { assignee: 'investigator' })
          await analyst.post('/tips/3/due', { day: '2026-11-20' })
        })
        await signIn(page, desk.console.url, 'analyst')
        await look('/')
        await shot('today')
        await page.keyboard.type('gp')
        await page.waitForURL('**/tips')
        await look(null)
        await shot('list')
        await page.goto(`${desk.console.url}/tips/1`)
        await page.keyboard.press('c')
        await page.waitForURL('**saved')
        await expect
          .poll(async () => {
            await page.goto(`${desk.console.url}/tips/1`)
            return page.locator('#check a[href="/listings/1"]').count()
          })
          .toBe(1)
        await shot('tip')
        const paths = ['/tips', '/tips/add', '/tips/1', '/tips/2', '/tips?show=overdue', '/tips?show=done']
        for (const path of paths) await look(path)
        await page.click('button[lang=en]')
        for (const path of [...paths, '/tips/new', '/tips/status']) await look(path)
        await page.setViewportSize({ width: 390, height: 844 })
        for (const path of [...paths, '/tips/new']) await look(path)
        await shot('phone')
        await page.setViewportSize({ width: 1280, height: 800 })
        const auditor = await desk.as('auditor')
        await auditor.post('/conduct/add', conductTip)
        await page.click('form[action="/logout"] button')
        await signIn(page, desk.console.url, 'auditor')
        for (const path of ['/', '/conduct', '/conduct/add', '/conduct/1']) await look(path)
        await page.click('form[action="/logout"] button')
        await signIn(page, desk.console.url, 'administrator')
        await look('/settings/tips')
        await shot('settings')
        expect(found).toEqual([])
      }),
    )
  }, 240_000)

  test('a tip full of script runs none of it', async () => {
    await atDesk({ more: { publicTips: true } }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage()
        const bad: string[] = []
        page.on('dialog', (dialog) => bad.push(`dialog on ${page.url()}`) && dialog.dismiss())
        page.on('request', (request) => request.url().startsWith(desk.console.url) || bad.push(request.url()))
        page.on('console', (message) => {
          if (/Content Security Policy/.test(message.text())) bad.push(`${page.url()}: ${message.text()}`)
        })
        const analyst = await desk.as('analyst')
        const tips = PAYLOADS.map((payload) => ({
          text: payload,
          seller: payload,
          phone: payload,
          name: payload,
          contact: payload,
        }))
        const answer = await text(analyst.post('/tips/import', { pasted: JSON.stringify(tips) }))
        // Two payloads that differ by a control character are one text.
        const taken = Number(/Đã tiếp nhận (\d+)/.exec(answer)?.[1])
        expect(taken).toBeGreaterThanOrEqual(200)
        for (const payload of PAYLOADS.slice(0, 30)) await analyst.post('/tips/1/note', { note: payload })
        await signIn(page, desk.console.url, 'analyst')
        const look = async (path: string) => {
          await page.goto(desk.console.url + path)
          const hit = await page.evaluate(`window.hacked !== undefined || ${INJECTED}(document)`)
          if (hit) bad.push(`something got through on ${path}`)
        }
        for (let from = 0; from < taken; from += 50) await look(`/tips?from=${from}`)
        for (let id = 1; id <= taken; id++) {
          if (id % 5 === 0) await look(`/tips/${id}`)
          else if (await isInjected(page, `${desk.console.url}/tips/${id}`))
            bad.push(`something got through on tip ${id}`)
        }
        expect(bad).toEqual([])
      }),
    )
  }, 300_000)
})

describe('a file of tips', () => {
  const pasted = (tips: readonly object[]) => ({ pasted: JSON.stringify(tips) })
  const said = (html: string): string => /class="notice good".*?<\/p>/s.exec(html)?.[0] ?? ''

  test('tells an analyst nothing of reports on officers that were there already', async () => {
    await atDesk({}, async (desk) => {
      const [auditor, analyst] = [await desk.as('auditor'), await desk.as('analyst')]
      const [known, fresh] = [{ kind: 'official-conduct', text: 'cán bộ Quảng Lạ báo trước' }, { text: 'bán hàng giả' }]
      await auditor.upload('/conduct/import', pasted([known]), null)
      const other = { ...known, text: 'cán bộ khác, việc khác' }
      const [there, not] = [
        said(await text(analyst.upload('/tips/import', pasted([known, fresh]), null))),
        said(await text(analyst.upload('/tips/import', pasted([other, { text: 'chuyện khác hẳn ở chợ' }]), null))),
      ]
      expect(there).toContain('Đã tiếp nhận 1, trong đó 0 trùng với phản ánh đang mở; 0 đã có từ trước. 1 phản ánh')
      expect(not).toBe(there)
      expect(said(await text(auditor.upload('/conduct/import', pasted([known]), null)))).toContain('; 1 đã có từ trước')
    })
  })

  test('leaves neither a short page nor an arrow for the auditor whom some of them name', async () => {
    await atDesk({}, async (desk) => {
      const auditor = await desk.as('auditor')
      const tip = (i: number, about: string) => ({ kind: 'official-conduct', text: `việc số ${i}`, about })
      const all = Array.from({ length: 56 }, (_, i) => tip(i, i < 53 ? 'Cán bộ auditor2' : 'người khác'))
      await auditor.upload('/conduct/import', pasted(all), null)
      const rows = (html: string) => [html.match(/<tr data-row>/g)?.length ?? 0, html.includes('rel="next"')]
      expect(rows(await text(auditor.get('/conduct')))).toEqual([50, true])
      expect(rows(await text(auditor.get('/conduct?from=50')))).toEqual([6, false])
      const named = await secondAuditor(desk)
      expect(rows(await text(named.get('/conduct')))).toEqual([3, false])
    })
  })
})

test('the public form promises what is done: names are looked for, and who types a call in knows it', async () => {
  await atDesk({ more: { publicTips: true } }, async (desk) => {
    const page = await text(desk.visitor().get('/tips/new'))
    for (const part of ['có tên mà Soi tìm thấy', 'có thể không được nhận ra', 'qua điện thoại thì người ghi lại biết'])
      expect(page).toContain(part)
    expect(page).not.toContain('không bao giờ')
  })
})
