import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsoleStore } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { TipDesk } from '../../src/tips/desk.ts'
import { broken, settle } from '../../src/tips/desk.ts'
import { readMail } from '../../src/tips/eml.ts'
import { importTips, tipsIn } from '../../src/tips/import.ts'
import { similarity } from '../../src/tips/near.ts'
import { receiveTip } from '../../src/tips/receive.ts'
import { referenceHash } from '../../src/tips/reference.ts'
import { names, seenTip, seenTips } from '../../src/tips/sight.ts'
import { addNote, assign, eraseOld, merge, setDue, setStatus, unmerge } from '../../src/tips/work.ts'
import { newHome } from '../store/sample.ts'

interface Open extends TipDesk {
  readonly console: ConsoleStore
  readonly store: Store
  forward(days: number): void
}

async function withDesk(body: (desk: Open) => Promise<void>): Promise<void> {
  let at = Date.parse('2026-11-26T02:00:00.000Z')
  const now = () => new Date(at)
  const home = await newHome()
  const store = await openStore(home, { actor: 'soi', now: () => now().toISOString() })
  const console = openConsole(home, { now: () => now().toISOString() })
  const forward = (days: number) => {
    at += days * 86_400_000
  }
  try {
    await body({ tips: console.tips, ledger: store.ledger, now, console, store, forward })
  } finally {
    console.close()
    await store.close()
  }
}

const LONG =
  'Gian hàng trên chợ mạng bán đồng hồ hiệu giá rẻ bất thường, nói là hàng loại một, giao từ kho ngoài thành phố.'
const enc = (text: string) => new TextEncoder().encode(text)
const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('is not there')
  return value
}

describe('a tip that comes in', () => {
  test('gets its number, its due day and a code that is kept as a hash alone', () =>
    withDesk(async (desk) => {
      const { tip, reference } = await receiveTip(desk, { channel: 'form', text: LONG, contact: '0912 345 678' }, null)
      expect(tip).toMatchObject({ number: 1, kind: 'seller', status: 'new', dueAt: '2026-12-03T02:00:00.000Z' })
      expect(desk.tips.byReference(referenceHash(reference.toLowerCase().replaceAll('-', ' ')))?.id).toBe(tip.id)
      expect(desk.tips.tipster(tip.id)).toEqual({ name: null, contact: '0912 345 678' })
      await expect(receiveTip(desk, { channel: 'form', text: '  ' }, null)).rejects.toThrow('text')
      await expect(receiveTip(desk, { channel: 'form', text: 'x', url: 'file:///etc/passwd' }, null)).rejects.toThrow(
        'url',
      )
      await expect(receiveTip(desk, { channel: 'form', text: 'x', colour: 'red' } as never, null)).rejects.toThrow(
        'colour',
      )
    }))

  test('the ledger holds hashes alone, the same for both kinds, and nothing anybody said', () =>
    withDesk(async (desk) => {
      const one = await receiveTip(
        desk,
        { channel: 'form', text: LONG, name: 'Trần Thị Kín', contact: 'kin@example.vn' },
        null,
      )
      await receiveTip(
        desk,
        { kind: 'official-conduct', channel: 'hotline', text: 'về một cán bộ', about: 'Lê Văn Q' },
        'hoa',
      )
      await addNote(desk, one.tip, 'gọi lại chiều nay', 'le.binh')
      const entries = await desk.ledger.list({ action: 'tip.entry', limit: 10 })
      expect(entries).toHaveLength(3)
      for (const { actor, subject, body } of entries) {
        expect([actor, subject, body]).toEqual([
          'tips',
          expect.stringMatching(/^tip-entry:[0-9a-f]{64}$/),
          expect.anything(),
        ])
        expect(body).toBe(JSON.stringify({ hash: subject.slice('tip-entry:'.length) }))
      }
      expect(desk.tips.history(one.tip.id).map(({ action, actor }) => [action, actor])).toEqual([
        ['add', 'public'],
        ['note', 'le.binh'],
      ])
      expect((await desk.store.verify()).problems).toEqual([])
      expect(await broken(desk, one.tip.id)).toEqual([])
      const raw = new Database(join(desk.store.home, 'console.sqlite'))
      expect(() => raw.exec(`update tip_entry set actor = 'x'`)).toThrow('append-only')
      expect(() => raw.exec(`update tip set text = 'x'`)).toThrow('never changed')
      expect(() => raw.exec('delete from tip')).toThrow('never deleted')
      raw.exec(`drop trigger tip_entry_no_update; update tip_entry set actor = 'x' where action = 'note'`)
      raw.close()
      expect((await broken(desk, one.tip.id)).map(({ action }) => action)).toEqual(['note'])
    }))

  test('an entry that did not reach the ledger gets there once, however often it is tried', () =>
    withDesk(async (desk) => {
      const broken: TipDesk = {
        ...desk,
        ledger: { ...desk.ledger, appendOnce: () => Promise.reject(new Error('killed')) },
      }
      await expect(receiveTip(broken, { channel: 'form', text: LONG }, null)).rejects.toThrow('killed')
      expect(desk.tips.unentered()).toHaveLength(1)
      // Killed after the ledger, before it was noted here.
      const half: TipDesk = { ...desk, tips: { ...desk.tips, entered: () => expect.fail('killed') } }
      await expect(settle(half)).rejects.toThrow('killed')
      await settle(desk)
      await settle(desk)
      expect(await desk.ledger.list({ action: 'tip.entry', limit: 10 })).toHaveLength(1)
      expect(desk.tips.unentered()).toEqual([])
    }))
})

describe('tips on the same', () => {
  const first = { channel: 'form', text: LONG, url: 'https://cho.example/mon/7?utm_source=x' } as const
  test.each([
    ['url', { text: 'xem cái này', url: 'http://www.cho.example/mon/7/' }],
    ['text', { text: `${LONG.toUpperCase()} Nhờ kiểm tra.` }],
  ])('are merged by %s, which is shown and undone', (because, more) =>
    withDesk(async (desk) => {
      const one = await receiveTip(desk, first, null)
      const two = await receiveTip(desk, { channel: 'hotline', ...more }, 'hoa')
      expect([two.same?.tip.id, two.same?.because]).toEqual([one.tip.id, because])
      expect(desk.tips.list({ kind: 'seller', open: true, limit: 9 }).map(({ id }) => id)).toEqual([one.tip.id])
      await unmerge(desk, two.tip, 'hoa')
      expect(desk.tips.list({ kind: 'seller', open: true, limit: 9 })).toHaveLength(2)
      expect(desk.tips.history(two.tip.id).map(({ action }) => action)).toEqual(['add', 'merge', 'unmerge'])
      await merge(desk, must(desk.tips.get(two.tip.id)), one.tip, 'hoa')
      await expect(merge(desk, one.tip, two.tip, 'hoa')).rejects.toThrow('cannot be merged')
    }),
  )

  test('by telephone however it is written, and by seller of one site', () =>
    withDesk(async (desk) => {
      const one = await receiveTip(desk, { channel: 'form', text: 'shop xấu, gọi 0912.345.678 nhé' }, null)
      const two = await receiveTip(desk, { channel: 'form', text: 'họ bán hàng giả', phone: '+84 912 345 678' }, null)
      expect(two.same?.because).toBe('phone')
      expect(two.same?.tip.id).toBe(one.tip.id)
      const shop = { channel: 'form', text: 'a', seller: 'Đồng Hồ Xịn' } as const
      await receiveTip(desk, { ...shop, url: 'https://san.example/a/1' }, null)
      expect(
        (await receiveTip(desk, { ...shop, seller: 'ĐỒNG HỒ XỊN', url: 'https://san.example/a/2' }, null)).same
          ?.because,
      ).toBe('seller')
      expect((await receiveTip(desk, { ...shop, url: 'https://khac.example/a/2' }, null)).same).toBeNull()
    }))

  test('not with a closed one, not by a front page, and never where an officer is meant', () =>
    withDesk(async (desk) => {
      const one = await receiveTip(desk, first, null)
      await expect(setStatus(desk, one.tip, { status: 'done', note: ' ' }, 'hoa')).rejects.toThrow('word')
      await setStatus(desk, one.tip, { status: 'done', note: 'đã chuyển đội 3' }, 'hoa')
      expect((await receiveTip(desk, first, null)).same).toBeNull()
      await receiveTip(desk, { channel: 'form', text: 'a', url: 'https://san.example/' }, null)
      expect(
        (await receiveTip(desk, { channel: 'form', text: 'b', url: 'https://san.example/' }, null)).same,
      ).toBeNull()
      const conduct = { kind: 'official-conduct', channel: 'form', text: LONG } as const
      await receiveTip(desk, conduct, null)
      expect((await receiveTip(desk, conduct, null)).same).toBeNull()
    }))

  test('similarity is 1 with itself, symmetric, and 0 for what is too short', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bán', 'hàng', 'giả', 'x1'), { maxLength: 40 }),
        fc.string(),
        (words, other) => {
          const text = words.join(' ')
          expect(similarity(text, text)).toBe(words.length >= 8 ? 1 : 0)
          expect(similarity(text, other)).toBe(similarity(other, text))
        },
      ),
    )
  })
})

describe('work on a tip', () => {
  test('is written down step by step; giving a new one to somebody begins it; a day moves the due date', () =>
    withDesk(async (desk) => {
      const { tip } = await receiveTip(desk, { channel: 'form', text: LONG }, null)
      await assign(desk, tip, 'le.binh', 'hoa')
      await setDue(desk, tip, '2026-12-24', 'hoa')
      expect(desk.tips.get(tip.id)).toMatchObject({
        status: 'working',
        assignee: 'le.binh',
        dueAt: '2026-12-24T17:00:00.000Z',
      })
      await expect(setDue(desk, tip, '24/12', 'hoa')).rejects.toThrow('2026-12-31')
      const before = desk.now().toISOString()
      expect(desk.tips.list({ kind: 'seller', dueBefore: before, limit: 5 })).toEqual([])
      desk.forward(40)
      expect(desk.tips.list({ kind: 'seller', dueBefore: desk.now().toISOString(), limit: 5 })).toHaveLength(1)
    }))

  test('who gave it is erased when its time after closing is over, and not before', () =>
    withDesk(async (desk) => {
      const { tip } = await receiveTip(desk, { channel: 'form', text: LONG, name: 'Kín', contact: 'kin-dao-9' }, null)
      desk.forward(400)
      expect(await eraseOld(desk)).toBe(0)
      await setStatus(desk, tip, { status: 'rejected', note: 'không đúng' }, 'hoa')
      desk.forward(364)
      expect(await eraseOld(desk)).toBe(0)
      desk.forward(2)
      expect(await eraseOld(desk)).toBe(1)
      expect(desk.tips.tipster(tip.id)).toBeNull()
      const files = readdirSync(desk.store.home).filter((name) => name.startsWith('console.sqlite'))
      expect(files.length).toBeGreaterThan(0)
      for (const name of files) expect(readFileSync(join(desk.store.home, name)).includes('kin-dao-9')).toBe(false)
      expect(desk.tips.history(tip.id).at(-1)).toMatchObject({ action: 'erase', actor: 'soi' })
    }))
})

describe('a tip on an officer', () => {
  const quang = { name: 'le.quang', displayName: 'Lê Văn Quang' }
  const hoa = { name: 'tran.hoa', displayName: 'Trần Hoa' }
  test.each([
    ['the name with accents', { text: 'cán bộ Lê Văn Quang nhận tiền', about: null }],
    ['without accents, in capitals', { text: 'ONG LE VAN QUANG', about: null }],
    ['hidden by other letters and spaces', { text: 'L ê  V ă n Q u a n g', about: null }],
    ['only in the field', { text: 'x', about: 'Lê Văn Quang, đội 3' }],
    ['the account', { text: 'tài khoản le.quang', about: null }],
  ])('is closed to the auditor it names: %s', (_, { text, about }) => {
    expect(names({ text, about, seller: null }, quang)).toBe(true)
    expect(names({ text, about, seller: null }, hoa)).toBe(false)
  })

  test('is not closed to one whose name is only the beginning of another word', () => {
    const tip = { text: 'cán bộ Lê Văn Quang', about: null, seller: null }
    expect(names(tip, { name: 'le.qua', displayName: 'Lê Văn Qua' })).toBe(false)
    expect(names(tip, { name: 'an', displayName: 'An' })).toBe(false)
    expect(names({ ...tip, about: 'ông An' }, { name: 'an', displayName: 'An' })).toBe(true)
  })

  test('looks to that auditor as if it were not there', () =>
    withDesk(async (desk) => {
      await receiveTip(desk, { kind: 'official-conduct', channel: 'form', text: 'về Lê Văn Quang' }, null)
      const filter = { kind: 'official-conduct', limit: 9 } as const
      expect(seenTip(desk.tips, 'official-conduct', 1, quang)).toBeNull()
      expect(seenTips(desk.tips, filter, quang)).toEqual([])
      expect(seenTip(desk.tips, 'seller', 1, hoa)).toBeNull()
      expect(seenTips(desk.tips, filter, hoa)).toHaveLength(1)
      // Each kind is counted by itself: the next seller tip is the first.
      expect((await receiveTip(desk, { channel: 'form', text: LONG }, null)).tip.number).toBe(1)
    }))
})

describe('import', () => {
  const CSV =
    'Loại;Ngày nhận;Nội dung;Đường dẫn;Người bán;Liên hệ\nngười bán;25/11/2026 14:30;"hàng\nnhái";cho.example/mon/1;Shop A;09\ncán bộ;25/11/2026;đội 3;;;\n'
  test('CSV in Vietnamese, once however often it is imported', () =>
    withDesk(async (desk) => {
      const inputs = tipsIn('tin.csv', enc(`\ufeff${CSV}`))
      const { received, known } = await importTips(desk, inputs, 'hoa')
      expect([received.length, known.length]).toEqual([2, 0])
      expect(received.map(({ tip }) => [tip.kind, tip.number, tip.receivedAt, tip.url])).toEqual([
        ['seller', 1, '2026-11-25T07:30:00.000Z', 'https://cho.example/mon/1'],
        ['official-conduct', 1, '2026-11-24T17:00:00.000Z', null],
      ])
      expect(await importTips(desk, inputs, 'hoa')).toMatchObject({ received: [], known: { length: 2 } })
    }))

  test.each([
    ['an unknown column', 'a.csv', 'text,colour\nx,red\n', 'colour'],
    ['an unknown key', 'a.json', '[{"text":"x","colour":"red"}]', 'tip 1: .*colour'],
    ['a channel of its own', 'a.json', '[{"text":"x","channel":"form"}]', 'entry 1'],
    ['an unknown kind', 'a.csv', 'kind,text\nalien,x\n', 'row 2: kind'],
    ['nothing to look at', 'a.jsonl', '{"text":"x"}\n{"seller":"y"}\n', 'tip 2'],
    ['another kind of file', 'a.exe', 'MZ', 'none of'],
    ['no e-mail', 'a.eml', 'hello', 'no saved e-mail'],
    ['nothing', 'a.csv', 'text\n', 'no tip'],
  ])('refuses %s before anything is written', (_, name, text, message) =>
    withDesk(async (desk) => {
      await expect((async () => importTips(desk, tipsIn(name, enc(text)), 'hoa'))()).rejects.toThrow(
        new RegExp(message),
      )
      expect(desk.tips.list({ kind: 'seller', limit: 9 })).toEqual([])
    }),
  )

  const MAIL = [
    'From: =?UTF-8?B?VHLhuqduIEvDrW4=?= <kin@example.vn>',
    'Date: Wed, 25 Nov 2026 09:30:00 +0700',
    'Subject: =?utf-8?Q?Ph=E1=BA=A3n_=C3=A1nh?=',
    ' =?utf-8?Q?_h=C3=A0ng_nh=C3=A1i?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_out"',
    '',
    'preamble',
    '--=_out',
    'Content-Type: multipart/alternative; boundary=in',
    '',
    '--in',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Gian h=C3=A0ng https://cho.example/mon/9 b=C3=A1n =',
    'h=C3=A0ng nh=C3=A1i',
    '--in',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Gian hàng</p>',
    '--in--',
    '--=_out',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename=a.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--=_out--',
  ].join('\r\n')

  test('an e-mail: subject, sender, day and text, whatever they are written in', () =>
    withDesk(async (desk) => {
      expect(readMail(enc(MAIL))).toEqual({
        subject: 'Phản ánh hàng nhái',
        from: 'Trần Kín <kin@example.vn>',
        date: '2026-11-25T02:30:00.000Z',
        text: 'Gian hàng https://cho.example/mon/9 bán hàng nhái',
        left: 1,
      })
      const { received } = await importTips(desk, tipsIn('', enc(MAIL)), 'hoa')
      expect(received[0]?.tip).toMatchObject({ channel: 'email', url: 'https://cho.example/mon/9' })
      const html =
        'Subject: x\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: base64\n\nPGI+Y2Fm6TwvYj4='
      expect(readMail(enc(html))).toMatchObject({ text: 'café', date: null, left: 0 })
    }))

  test('no bytes make the reader of e-mails fail otherwise than by saying so', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), (noise, at) => {
        const mail = enc(MAIL)
        mail.set(noise, Math.min(at % mail.length, mail.length - noise.length))
        try {
          expect(typeof readMail(mail).text).toBe('string')
        } catch (error) {
          expect((error as Error).name).toBe('BadInput')
        }
      }),
    )
  })
})
