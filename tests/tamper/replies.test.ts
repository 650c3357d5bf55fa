import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PACK_JSON } from '../../src/evidence/bag.ts'
import { signingKey } from '../../src/evidence/key.ts'
import { buildPack } from '../../src/evidence/pack.ts'
import { replyFile } from '../../src/evidence/replies.ts'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import type { Reply } from '../../src/store/api.ts'
import { sha256 } from '../../src/store/canonical.ts'
import { made, options, replied, sourceOf } from '../evidence/fixture.ts'
import { detailOf, type Files, failed, reseal, unpack } from '../evidence/forge.ts'
import { zipOf } from './sealed.ts'

const LETTER = Buffer.from('%PDF: hàng của chúng tôi là hàng thật')
const FILE = { name: 'công văn.pdf', mediaType: 'application/pdf', size: LETTER.length, sha256: sha256(LETTER) }
const PATH = `data/replies/${replyFile(FILE).split('/').at(-1)}`

/** Two answers about one listing: the second to an older sighting of it, which is no part of the pack. */
const REPLIES: readonly Reply[] = [1, 2].map((id) => ({
  ...{ id, at: '2026-11-24T03:00:00.000Z', officer: 'an', unit: null, site: 'bazaar', key: '1' },
  ...{ sighting: id === 1 ? 1 : 50, kind: 'reply', received: '2026-11-24', way: 'letter', sender: 'Shop Bé Na' },
  ...{ text: `hàng thật, xem hóa đơn ${id}`, file: id === 1 ? FILE : null },
}))
/** About somebody else's listing. */
const OTHER: Reply = { ...must(REPLIES[1]), id: 3, key: '999', sighting: 999, text: 'việc khác' }
/** Came while the pack was being made: no entry of the pack's ledger tells of it. */
const LATE: Reply = { ...must(REPLIES[1]), id: 4, text: 'đến sau' }

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

let folder: string
let files: Files
let bag: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soi-tamper-'))
  const sighting = await made(1)
  const blobs = new Map([...sighting.blobs, [FILE.sha256, LETTER]])
  const replies = async (_: string, key: string) => (key === '1' ? [...REPLIES, LATE] : [])
  const acts = [...REPLIES, OTHER].map(replied)
  const pack = await buildPack(sourceOf([{ ...sighting, blobs }], { replies }, acts), options(folder))
  files = await unpack(pack.file)
  bag = pack.bag
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Changed, and signed again with the unit's own key. */
async function verified(change: (all: Files) => void) {
  const all = new Map(files)
  change(all)
  const key = await signingKey(join(folder, 'keys'))
  return verifyPack(zipOf(reseal(all, bag, key)), { lang: 'en' })
}

type Said = { sightings: { replies: (Reply & { file: { path: string } | null })[] }[] }

const inPackJson = (change: (replies: Said['sightings'][0]['replies']) => void) => (all: Files) => {
  const path = `${bag}/${PACK_JSON}`
  const said = JSON.parse(String(all.get(path))) as Said
  change(must(said.sightings[0]).replies)
  all.set(path, Buffer.from(JSON.stringify(said)))
}

test('answers are held against the ledger: also one to a sighting that is not in the pack, none of another listing', async () => {
  const result = await verified(() => undefined)
  expect(failed(result)).toEqual([])
  expect(result.checks.find(({ id }) => id === 'replies')?.ok).toBe(true)
  const ledger = String(files.get(`${bag}/data/ledger.jsonl`))
  expect(ledger).toContain('hóa đơn 2')
  expect(ledger).not.toContain('việc khác')
  expect([...files.values()].join('\n')).not.toContain('đến sau')
  expect(files.has(`${bag}/${PATH}`)).toBe(true)
})

test.each<[string, string, (all: Files) => void]>([
  ...(['text', 'sender', 'officer', 'received', 'at', 'way', 'kind'] as const).map(
    (field): [string, string, (all: Files) => void] => [
      `another ${field}`,
      'answer 2 to sighting 1 is not what the ledger recorded',
      inPackJson((replies) => Object.assign(must(replies[1]), { [field]: 'x' })),
    ],
  ),
  ['another unit', 'answer 1', inPackJson((replies) => Object.assign(must(replies[0]), { unit: 'x' }))],
  [
    'another name of the file',
    'answer 1',
    inPackJson(([first]) => Object.assign(must(first?.file ?? undefined), { name: 'x' })),
  ],
  ['the file not told', 'answer 1', inPackJson(([first]) => Object.assign(must(first), { file: null }))],
  ['an answer left out', 'leaves out the answer', inPackJson((replies) => replies.splice(0, 1))],
  [
    'an answer about another sighting of the listing left out',
    'leaves out the answer',
    inPackJson((r) => r.splice(1, 1)),
  ],
  ['an answer made up', 'answer 9', inPackJson((replies) => replies.push({ ...must(replies[1]), id: 9 }))],
  ['another file', PATH, (all) => all.set(`${bag}/${PATH}`, Buffer.from('%PDF: chúng tôi bán hàng giả'))],
  ['no file', PATH, (all) => all.delete(`${bag}/${PATH}`)],
  ['one file more', 'data/replies/x.pdf', (all) => all.set(`${bag}/data/replies/x.pdf`, LETTER)],
])('%s is caught and named, though signed again', async (_, named, change) => {
  const result = await verified(change)
  expect(failed(result)).toEqual(['replies'])
  expect(detailOf(result, 'replies')).toContain(named)
})
