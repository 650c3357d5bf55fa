import { createHmac } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { dueAt } from '../../src/notify/gather.ts'
import { type Notifier, openNotifier } from '../../src/notify/notifier.ts'
import { loadNoticeSettings } from '../../src/notify/settings.ts'
import { harmless } from '../../src/notify/words.ts'
import type { ConsoleStore } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { receiveTip } from '../../src/tips/receive.ts'
import { soi } from '../cli/soi.ts'
import { fill, sightingsOf } from '../console/desk.ts'
import { must, newHome } from '../store/sample.ts'
import { type HookServer, type MailServer, serveHook, serveMail } from './servers.ts'

const SECRET = 'mot-khoa-dai-du-16'
const MINUTE = 60_000
let hook: HookServer
let mail: MailServer
beforeAll(async () => {
  mail = await serveMail()
})
afterAll(() => mail.close())
beforeEach(async () => {
  hook = await serveHook()
  return () => hook.close()
})

const webhook = (more = '') => `  - name: hook
    kind: webhook
    lang: en
    url: ${hook.url}/in
    secret_env: HOOK_SECRET
    allow_private: true
${more}`
const FLAGS = '    events: [high-flag]\n'
const email = () => `  - name: thu
    kind: email
    from: soi@example.vn
    to: [doi3@example.vn]
    smtp: { host: 127.0.0.1, port: ${mail.port}, security: none, user: soi, password_file: smtp-password }
`
const chat = () => `  - name: chat
    kind: chat
    chat_id: -100123
    url_file: chat-url
    allow_private: true
`

interface Post {
  readonly home: string
  readonly console: ConsoleStore
  readonly store: Store
  readonly lines: readonly string[]
  open(): Promise<Notifier>
  forward(ms: number): void
  now(): Date
}

const secretOf = (name: string) => (name === 'HOOK_SECRET' ? SECRET : null)

/** A home with that notify.yaml, and a clock that tests move. */
async function atPost(channels: string, body: (post: Post) => Promise<void>): Promise<void> {
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const home = await newHome()
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'notify.yaml'), `console_url: https://soi.example/\nchannels:\n${channels}`)
  await writeFile(join(home, 'smtp-password'), 'geheimnis\n')
  await writeFile(join(home, 'chat-url'), `${hook.url}/botTOKEN123/sendMessage\n`)
  const store = await openStore(home, { actor: 'soi', now: () => now().toISOString() })
  const console = openConsole(home, { now: () => now().toISOString() })
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const open = async () =>
    must(await openNotifier({ store, tips: console.tips, outbox: console.outbox, now, log }, home, secretOf))
  const forward = (ms: number) => {
    ahead += ms
  }
  try {
    await body({ home, console, store, lines, open, forward, now })
  } finally {
    console.close()
    await store.close()
  }
}

const flag = async (home: string, ...keys: readonly string[]) =>
  fill(home, await sightingsOf(keys.map((key) => ({ key, flagged: true }))))

describe('what is told', () => {
  test('the first look tells nothing of before; then each new listing in the high band once, each broken site, each overdue tip and case', () =>
    atPost(webhook(), async ({ home, console, store, open, forward, now }) => {
      await flag(home, 'old')
      const notifier = await open()
      expect(await notifier.look()).toEqual({ fresh: 0, sent: 0, failed: 0 })
      forward(MINUTE)
      const desk = { tips: console.tips, ledger: store.ledger, now }
      await receiveTip(
        desk,
        { channel: 'form', text: 'bimatxyz', name: 'Kín', received_at: '2020-01-01T00:00:00Z' },
        null,
      )
      await receiveTip(
        desk,
        { kind: 'official-conduct', channel: 'form', text: 'bimatxyz', received_at: '2020-01-01T00:00:00Z' },
        null,
      )
      await fill(
        home,
        await sightingsOf([
          { key: 'a', flagged: true, title: 'Xem http://evil.example/x @all\n\u202egiả' },
          { key: 'a', flagged: true },
          { key: 'b', flagged: true, band: 'medium' },
          { key: 'c', flagged: false },
        ]),
      )
      const late = await store.cases.create('Vụ bí mật')
      await store.cases.set(late, [{ field: 'due', value: '2020-01-31' }])
      expect(await notifier.look()).toMatchObject({ sent: 1, failed: 0 })
      const { body } = must(hook.posted[0])
      const { text, events, id } = JSON.parse(body)
      expect(text).toContain(
        'New listings with signs in the high band (1)\n• “Xem http[:]//evil[.]example/x (at)all giả” · cho · score 72.5\n  https://soi.example/listings/2',
      )
      expect(text).toContain(`Overdue cases (1)\n• Case #${late}\n  https://soi.example/cases/${late}`)
      expect(body).not.toContain('bí mật')
      expect(text).toContain('Overdue tips (1)\n• Tip #1\n  https://soi.example/tips/1')
      expect(text).toContain(`Notice ${id}`)
      expect(body).not.toMatch(/bimatxyz|Kín|Bao test|Shop An|0901/)
      expect(events.map(({ event }: { event: string }) => event)).toEqual(
        expect.arrayContaining(['high-flag', 'overdue-tip']),
      )
      forward(MINUTE)
      expect(await notifier.look()).toEqual({ fresh: 0, sent: 0, failed: 0 })
    }))

  test('a sweep that was interrupted or died, and the site that broke in one; not a check', () =>
    atPost(webhook('    events: [failed-sweep, broken-site]\n'), async ({ store, open, forward }) => {
      const notifier = await open()
      await notifier.look()
      forward(MINUTE)
      const sweep = (name: string, kind: 'sweep' | 'check' = 'sweep') =>
        store.sweeps.begin({ name, kind, specHash: 'a'.repeat(64), spec: {}, rulesetHash: 'b'.repeat(64) })
      await store.sweeps.end(await sweep('stopped'), 'interrupted')
      await store.sweeps.end(await sweep('one-off', 'check'), 'interrupted')
      const bad = await sweep('half')
      await store.sweeps.keepHealth(bad, [{ site: 'cho', state: 'broken', shortfalls: [] }])
      await store.sweeps.end(bad, 'broken')
      await sweep('dead')
      await sweep('alive')
      const lock = store.sweeps.lock('alive')
      expect(await notifier.look()).toEqual({ fresh: 2, sent: 1, failed: 0 })
      forward(20 * MINUTE)
      expect(await notifier.look()).toEqual({ fresh: 1, sent: 1, failed: 0 })
      lock.release()
      const texts = hook.posted.map(({ body }) => JSON.parse(body).text as string)
      expect(texts[0]).toMatch(/cho, in the sweep “half”[\s\S]*“stopped”/)
      expect(texts[1]).toContain('“dead”')
      expect(texts.join()).not.toMatch(/alive|one-off/)
    }))

  test('a digest waits for its hour in its zone and is one message', () =>
    atPost(
      webhook(`${FLAGS}    digest: { at: "07:30", zone: Asia/Ho_Chi_Minh }\n`),
      async ({ home, open, forward, console, now }) => {
        const notifier = await open()
        await notifier.look()
        await flag(home, 'a')
        expect(await notifier.look()).toMatchObject({ fresh: 1, sent: 0 })
        await flag(home, 'b')
        expect(await notifier.look()).toMatchObject({ fresh: 1, sent: 0 })
        expect(console.outbox.counts()).toMatchObject({ unbound: 2, waiting: 0 })
        const due = Date.parse(must(console.outbox.waiting(1)[0]).dueAt)
        expect(new Date(due).toISOString()).toMatch(/T00:30:00\.000Z$/)
        forward(due - now().getTime())
        expect(await notifier.look()).toMatchObject({ sent: 1 })
        expect(JSON.parse(must(hook.posted[0]).body).events).toHaveLength(2)
        expect(dueAt({ digest: { at: '07:30', zone: 'Europe/Berlin' } }, new Date('2026-07-01T05:31:00Z'))).toBe(
          '2026-07-02T05:30:00.000Z',
        )
      },
    ))

  test.each([
    ['a long title', 'x'.repeat(500), 120],
    ['nothing else', 'a', 1],
  ])('%s stays short', (_, title, length) => expect([...harmless(title)].length).toBe(length))
})

describe('the channels', () => {
  test('a webhook is signed, so that a receiver can check it', () =>
    atPost(webhook(), async ({ home, open }) => {
      const notifier = await open()
      await notifier.look()
      await flag(home, 'a')
      await notifier.look()
      const { headers, body } = must(hook.posted[0])
      const timestamp = String(headers['soi-timestamp'])
      expect(headers['soi-signature']).toBe(
        `v1=${createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')}`,
      )
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(3_600)
      expect(JSON.parse(body).id).toBe(headers['soi-delivery'])
    }))

  test('mail goes out by SMTP with the id in its header; a chat takes chat_id and text; neither tells a secret when it fails', () =>
    atPost(email() + chat(), async ({ home, open, lines, console, forward }) => {
      const notifier = await open()
      await notifier.look()
      await flag(home, 'a')
      expect(await notifier.look()).toMatchObject({ sent: 2, failed: 0 })
      const sent = must(mail.mails.at(-1))
      const id = console.outbox.list({ limit: 9 }).find(({ channel }) => channel === 'thu')?.id
      expect(sent).toContain(`Message-ID: <${id}@example.vn>`)
      expect(sent).toContain(`Soi-Delivery: ${id}`)
      expect(sent).toMatch(/^To: doi3@example\.vn/m)
      const { path, body } = must(hook.posted[0])
      expect(path).toBe('/botTOKEN123/sendMessage')
      expect(JSON.parse(body)).toMatchObject({ chat_id: -100123, text: expect.stringContaining('replica a') })
      await hook.close()
      await writeFile(join(home, 'smtp-password'), 'wrong')
      const other = await open()
      forward(MINUTE)
      await flag(home, 'b')
      expect(await other.look()).toMatchObject({ sent: 0, failed: 2 })
      const problems = console.outbox.list({ state: 'waiting', limit: 9 }).map(({ problem }) => problem ?? '')
      expect(problems.every((problem) => problem !== '')).toBe(true)
      const tested = await other.test(null)
      expect(tested.map(({ problem }) => problem === null)).toEqual([false, false])
      expect([...problems, ...lines, JSON.stringify(tested)].join('\n')).not.toMatch(
        /TOKEN123|geheimnis|wrong|mot-khoa/,
      )
    }))

  test.each([
    [500, 'answered 500'],
    [302, 'answered 302'],
  ])('an answer %i is tried again later, with the same id and a new time, and given up in the end', (answer, problem) =>
    atPost(webhook(), async ({ home, open, console, forward }) => {
      const notifier = await open()
      await notifier.look()
      await flag(home, 'a')
      hook.answer = answer
      for (let i = 0; i < 12; i++) {
        await notifier.look()
        forward(25 * 60 * MINUTE)
      }
      const [given] = console.outbox.list({ state: 'failed', limit: 1 })
      expect(given).toMatchObject({ tries: 8, problem: expect.stringContaining(problem) })
      expect(JSON.stringify(given)).not.toContain('a secret of the receiver')
      expect(hook.posted).toHaveLength(8)
      expect(new Set(hook.posted.map(({ headers }) => headers['soi-delivery'])).size).toBe(1)
      expect(new Set(hook.posted.map(({ headers }) => headers['soi-timestamp'])).size).toBe(8)
      hook.answer = 204
      expect(console.outbox.retry(must(given).id)).toBe(true)
      expect(await notifier.look()).toMatchObject({ sent: 1 })
      expect(console.outbox.counts()).toEqual({ waiting: 0, sent: 1, failed: 0, unbound: 0 })
    }),
  )

  test('a failed message waits a minute, then five', () =>
    atPost(webhook(), async ({ home, open, forward }) => {
      const notifier = await open()
      await notifier.look()
      await flag(home, 'a')
      hook.answer = 500
      await notifier.look()
      for (const [ms, posts] of [
        [50_000, 1],
        [11_000, 2],
        [4 * MINUTE, 2],
        [61_000, 3],
      ] as const) {
        forward(ms)
        await notifier.look()
        expect(hook.posted).toHaveLength(posts)
      }
    }))

  test('private addresses are refused unless the channel says otherwise', () =>
    atPost(webhook().replace('    allow_private: true\n', ''), async ({ open }) => {
      const [tested] = await (await open()).test('hook')
      expect(tested?.problem).toContain('loopback')
      expect(hook.posted).toEqual([])
      await expect((await open()).test('other')).rejects.toThrow('no channel other')
    }))
})

describe('notify.yaml', () => {
  test.each([
    ['an unknown key', () => webhook('    colour: red\n'), 'colour'],
    ['a secret in the file', () => webhook('    secret: abc\n'), 'secret'],
    ['two addresses', () => webhook('    url_env: X\n'), 'give url once'],
    ['a variable that is not set', () => webhook().replace('HOOK_SECRET', 'NOT_SET'), 'NOT_SET'],
    ['a user name in the address', () => webhook().replace('http://', 'http://a:b@'), 'without a user name'],
    ['a zone that is none', () => webhook('    digest: { at: "07:30", zone: Mars/Base }\n'), 'time zone'],
    ['a time that is none', () => webhook('    digest: { at: "7.30" }\n'), '07:30'],
    ['one name twice', () => webhook() + webhook(), 'two channels'],
    ['a user without a password', () => email().replace(', password_file: smtp-password', ''), 'go together'],
    ['a file that is not there', () => email().replace('smtp-password', 'none'), 'cannot be read'],
  ])('%s is refused', async (_, channels, message) => {
    await atPost(channels(), async ({ open }) => {
      const refused: Error = await open().then(
        () => expect.fail('was taken'),
        (error: Error) => error,
      )
      expect(refused.message).toContain(message)
      expect(refused.message).not.toContain(SECRET)
    })
  })

  test('without the file there are no channels', async () => {
    expect(await loadNoticeSettings(await newHome(), secretOf)).toBeNull()
  })
})

describe('killed', () => {
  test(
    'between sending and writing it down: it comes again with the same id, and nothing is lost',
    () =>
      atPost(webhook(FLAGS), async ({ home, open, forward, console }) => {
        process.env['HOOK_SECRET'] = SECRET
        const first = await soi(home, ['notify', 'send'])
        expect([first.code, first.out]).toEqual([ExitCode.Ok, '0 new notices; 0 messages sent, 0 not\n'])
        await flag(home, 'a', 'b')
        hook.answer = 0
        const killed = soi(home, ['notify', 'send'], (child) => {
          void expect
            .poll(() => hook.posted.length, { timeout: 30_000 })
            .toBe(1)
            .then(() => child.kill('SIGKILL'))
        })
        expect((await killed).code).toBeNull()
        hook.answer = 200
        // Somebody may still be sending it: nobody else takes it up yet.
        expect(await (await open()).look()).toEqual({ fresh: 0, sent: 0, failed: 0 })
        forward(6 * MINUTE)
        expect(await (await open()).look()).toEqual({ fresh: 0, sent: 1, failed: 0 })
        const ids = hook.posted.map(({ headers }) => headers['soi-delivery'])
        expect([ids.length, new Set(ids).size]).toEqual([2, 1])
        expect(JSON.parse(must(hook.posted[1]).body).events).toHaveLength(2)
        expect(console.outbox.counts()).toEqual({ waiting: 0, sent: 1, failed: 0, unbound: 0 })
      }),
    600_000,
  )

  test(
    'two at once send each message once',
    () =>
      atPost(webhook(FLAGS), async ({ home }) => {
        process.env['HOOK_SECRET'] = SECRET
        await soi(home, ['notify', 'send'])
        await flag(home, 'a', 'b', 'c')
        const both = await Promise.all([soi(home, ['notify', 'send']), soi(home, ['notify', 'send'])])
        expect(both.map(({ code }) => code)).toEqual([ExitCode.Ok, ExitCode.Ok])
        const told = hook.posted.flatMap(({ body }) =>
          (JSON.parse(body).events as { path: string }[]).map(({ path }) => path),
        )
        expect(told.sort()).toEqual(['/listings/1', '/listings/2', '/listings/3'])
        const test = await soi(home, ['notify', 'test', 'hook', '--json'])
        expect([test.code, JSON.parse(test.out)]).toEqual([ExitCode.Ok, { channel: 'hook', problem: null }])
        expect(
          (await soi(home, ['notify', 'list', '--json'])).out
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line).state),
        ).not.toContain('waiting')
        expect((await soi(home, ['notify', 'test', 'none'])).code).toBe(ExitCode.BadInput)
      }),
    600_000,
  )
})
