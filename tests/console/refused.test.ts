import { expect, test } from 'vitest'
import type { Role } from '../../src/store/console/api.ts'
import { must } from '../store/sample.ts'
import { atDesk, sightingsOf, type Visitor } from './desk.ts'

type Form = Readonly<Record<string, string>>
const plan = (text: string): Form => ({ as: 'yaml', file: '', base: '', text })
const reply = { kind: 'reply', way: 'letter', received: '2026-11-20', sender: 'Shop', text: 'Hàng thật' }

/** What an officer may send that is refused: where, as whom, what. Each page must say why in Vietnamese. */
const WRONG: readonly (readonly [path: string, role: Role, form: Form])[] = [
  ['/cases/1/set', 'analyst', { status: 'nonsense' }],
  ['/cases/1/set', 'analyst', { due: '31/12/2026' }],
  ['/cases/1/set', 'analyst', { province: 'Atlantis' }],
  ['/cases/1/set', 'analyst', { assignee: 'x'.repeat(300) }],
  ['/listings/1/notices', 'analyst', { channel: 'email', on: '2999-01-01' }],
  ['/listings/1/notices', 'analyst', { channel: 'email', on: 'today' }],
  ['/listings/1/notices', 'analyst', { channel: 'email', on: '2026-11-20', note: 'x'.repeat(3000) }],
  ['/listings/1/notices', 'analyst', { channel: 'pigeon', on: '2026-11-20' }],
  ['/listings/1/replies', 'analyst', { ...reply, received: '2999-01-01' }],
  ['/listings/1/replies', 'analyst', { ...reply, sender: ' ' }],
  ['/listings/1/replies', 'analyst', { ...reply, text: ' ' }],
  ['/seller/allow', 'reviewer', { site: 'cho', key: 's1', days: '999', reason: 'x' }],
  ['/seller/allow/end', 'reviewer', { site: 'cho', key: 's1', id: '77', reason: 'x' }],
  ['/seller/case', 'analyst', { site: 'cho', key: 's1', case: '77' }],
  ['/tips/1/status', 'analyst', { status: 'nonsense', note: '' }],
  ['/tips/1/status', 'analyst', { status: 'done', note: '' }],
  ['/tips/1/assign', 'analyst', { assignee: 'viewer' }],
  ['/tips/1/due', 'analyst', { day: 'soon' }],
  ['/tips/1/merge', 'analyst', { into: '77' }],
  ['/tips/1/merge', 'analyst', { into: '1' }],
  ['/tips/1/unmerge', 'analyst', {}],
  ['/tips/1/check', 'analyst', {}],
  ['/tips/1/case', 'analyst', { case: 'new', title: '' }],
  ['/tips/1/case', 'analyst', { case: 'x' }],
  ['/tips/1/case', 'analyst', { case: '77' }],
  ['/tips/add', 'analyst', { kind: 'seller', text: 'x', url: 'ftp://a.example' }],
  ['/tips/import', 'analyst', { pasted: '' }],
  ['/tips/import', 'analyst', { pasted: 'nội dung;giá\n1;2' }],
  ['/tips/import', 'analyst', { pasted: '[1]' }],
  ['/tips/import', 'analyst', { pasted: '{"text": "x", "url": "two words"}' }],
  ['/settings/tips', 'administrator', { dueSeller: '0', dueConduct: '7', keep: '365' }],
  ['/sweeps/check', 'analyst', plan('name: gom\n')],
  ['/sweeps/check', 'analyst', plan('nme: gom\ntargets: [https://a.example]\n')],
  [
    '/sweeps/check',
    'analyst',
    plan('name: "!"\ntargets: [ftp://a.example]\nrate: {concurrency: 900}\nlimits: {depth: x}\n'),
  ],
  ['/sweeps/check', 'analyst', plan('name: gom\ntargets: [https://a.example]\nschedule: {cron: "61 * * * *"}\n')],
  ['/sweeps/check', 'analyst', plan('name: gom\ntargets: [https://a.example]\nschedule: {cron: "0 6"}\n')],
  ['/sweeps/check', 'analyst', plan('name: gom: x\ntargets: [https://a.example\n')],
  ['/sweeps/check', 'analyst', plan('name: gom\ntargets: [https://a.example]\nschedule: {cron: "0 0 30 2 *"}\n')],
  [
    '/sweeps/check',
    'analyst',
    plan('name: gom\ntargets: [https://a.example]\nschedule: {cron: "0 0 * * *", time_zone: Mars}\n'),
  ],
  ['/sweeps/check', 'analyst', plan('name: gom\ntargets: [http://127.0.0.1/]\nallow_private: true\nocr: perhaps\n')],
  ['/sweeps/check', 'analyst', plan('name: gom\ntargets: [http://127.0.0.1/]\n')],
  ['/sweeps/check', 'analyst', plan('name: gom\nname: gom\ntargets: [https://a.example]\n')],
  ['/sweeps/check', 'analyst', plan('name: gom\nwatch: [{list: none}]\n')],
  ['/sweeps/check', 'analyst', plan('name: gom\nkeywords: [{site: none, words: [a]}]\n')],
  ['/sweeps/check', 'analyst', plan('name: gom\nkeywords: [{site: tiki, words: []}]\nignore_robots: {reason: x}\n')],
]

/** Words of English that stand in no Vietnamese text, but for what an officer typed and names of fields. */
const ENGLISH = /\b(?:the|of|is|are|was|were|that|there|give|must|write|cannot|say|needs|expected|invalid|unknown)\b/i

async function saidTo(who: Visitor, path: string, form: Form): Promise<string> {
  const answer = await who.post(path, form)
  const page = await answer.text()
  expect([path, form, answer.status]).toEqual([path, form, 400])
  const said = [...page.matchAll(/<(div|p|section)[^>]*class="notice bad"[^>]*>(.*?)<\/\1>/gs)].map(
    (match) => match[2] ?? '',
  )
  return said.join(' ').replaceAll(/<[^>]*>/g, ' ')
}

test('whatever is refused is said in Vietnamese', async () => {
  const sightings = await sightingsOf([{ key: 'a', flagged: true }])
  await atDesk({ sightings }, async (desk) => {
    const signed = new Map<Role, Visitor>()
    for (const role of ['analyst', 'reviewer', 'administrator'] as const) signed.set(role, await desk.as(role))
    const analyst = must(signed.get('analyst'))
    await analyst.post('/cases', { title: 'Túi xách' })
    await analyst.post('/tips/add', { kind: 'seller', text: 'Shop bán túi giả' })
    const found: (readonly [string, string])[] = []
    for (const [path, role, form] of WRONG) {
      const said = await saidTo(must(signed.get(role)), path, form)
      found.push([path, said])
    }
    expect(found.filter(([, said]) => said.trim() === '' || ENGLISH.test(said))).toEqual([])
  })
})
