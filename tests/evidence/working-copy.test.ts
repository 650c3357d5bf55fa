import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bagName, packSubject } from '../../src/evidence/bag.ts'
import { exportRecords } from '../../src/evidence/contents.ts'
import { buildPack, type PackOptions } from '../../src/evidence/pack.ts'
import { pseudonyms } from '../../src/evidence/redact/mask.ts'
import { redactedSource } from '../../src/evidence/redact/source.ts'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import type { PackSource, Reply } from '../../src/store/api.ts'
import { canonical, sha256 } from '../../src/store/canonical.ts'
import type { PackItem } from '../../src/store/item.ts'
import { type Act, CREATED, inFolder, type Made, made, options, replied, sourceOf } from './fixture.ts'
import { type Files, unpack } from './forge.ts'

/** Names and numbers that stand nowhere else. */
const OFFICER = 'zuleika.quatorze'
const PHONE = '0987 654 321'
const STRANGER = 'Shop Xyzzy Không Liên Quan'

interface Copy {
  readonly files: Files
  /** What the PDF was printed from. */
  readonly printed: readonly string[]
  readonly ok: boolean
}

/** The working copy of these sightings, every file of it unpacked, and the workbook's parts too. */
async function workingCopy(
  folder: string,
  sightings: readonly Made[],
  acts: readonly Act[],
  over: Over,
): Promise<Copy> {
  const pseudonym = pseudonyms()
  const masked = (more: readonly Act[]) =>
    redactedSource(sourceOf(sightings, over.source, [...acts, ...more]), {
      ...{ blur: async (bytes: Uint8Array) => bytes, folder: join(folder, 'pictures'), pseudonym },
    })
  const records = await exportRecords(masked([]).items())
  const act = { action: 'exported', subject: packSubject(bagName(CREATED, true)), body: canonical({ records }) }
  const printed: string[] = []
  const redacted = { of: sha256('sealed'), zip: sha256('zip'), pseudonym }
  const print = async (html: string) => {
    printed.push(html)
    return Buffer.from('%PDF')
  }
  const said = { ...options(folder, over.options), redacted, print, operator: pseudonym(OFFICER) }
  const pack = await buildPack(masked([{ ...act, actor: OFFICER }]), said)
  const files = await unpack(pack.file)
  const book = join(folder, 'book.xlsx')
  await writeFile(book, files.get(`${pack.bag}/data/listings.xlsx`) ?? '')
  for (const [name, content] of await unpack(book)) files.set(`xlsx/${name}`, content)
  return { files, printed, ok: (await verifyPack(pack.file)).ok }
}

interface Over {
  readonly source?: Partial<PackSource>
  readonly options?: Partial<PackOptions>
}

const holding = ({ files, printed }: Copy, words: string): string[] => [
  ...[...files].filter(([name, content]) => `${name}\n${content}`.includes(words)).map(([name]) => name),
  ...printed.filter((html) => html.includes(words)).map(() => 'the printed report'),
]

/** What officers did with that sighting, in words of their own, and with accounts and sellers that are no part of it. */
const acts = (): readonly Act[] => [
  {
    ...{ actor: OFFICER, action: 'decided', subject: 'sighting:1' },
    body: canonical({ verdict: 'confirmed', reason: 'replica', note: `khách báo ${PHONE}` }),
  },
  {
    ...{ actor: OFFICER, action: 'reviewed', subject: 'decision:1' },
    body: canonical({ sighting: 1, verdict: 'confirmed', reason: 'replica', note: `xem ${PHONE}` }),
  },
  { action: 'account.create', subject: `account:${OFFICER}`, body: '{}' },
  { actor: OFFICER, action: 'allowed', subject: `seller:bazaar:${STRANGER}`, body: canonical({ seller: STRANGER }) },
  ...['setting:sweep/', 'setting:watch-list/', 'sweep-plan:', 'watch-list:'].map((kind) => ({
    ...{ actor: OFFICER, action: 'setting-changed', subject: `${kind}theo ${STRANGER} ${PHONE}` },
    body: canonical({ name: STRANGER }),
  })),
]

/** A sighting that names an officer wherever one can be named. */
async function named(): Promise<Made> {
  const { item, blobs } = await made(1)
  const allowed = { id: 1, by: OFFICER, until: '2027-01-01T00:00:00.000Z' }
  const over: Partial<PackItem> = {
    assessment: { ...item.assessment, score: 39, allowed: { ...allowed, score: 78, band: 'high' } },
    checks: {
      ...{ claims: [], price: null, standings: [] },
      allowed: { ...allowed, at: CREATED, reason: `gọi ${PHONE}, theo ${OFFICER}`, lowers: 50 },
    },
    capture: item.capture && {
      ...item.capture,
      by: { operator: OFFICER, software: 'Soi 0.1.0', ruleset: item.assessment.ruleset },
      remarks: [`network not quiet, see ${PHONE}`],
    },
    origin: {
      ...{ way: 'saved-page', by: OFFICER, at: CREATED, place: null, session: null, whole: true },
      file: { name: `khach ${PHONE}.html`, sha256: sha256('file'), size: 1 },
      claimed: { savedAt: null, software: null, source: null, date: null },
    },
  }
  return { item: { ...item, ...over }, blobs }
}

const REPLY: Reply = {
  ...{ id: 1, at: CREATED, officer: OFFICER, unit: null, site: 'bazaar', key: '1', sighting: 1, kind: 'reply' },
  ...{ received: '2026-11-24', way: 'letter', sender: 'Trần Thị Xê', text: `gọi lại ${PHONE}`, file: null },
}

test('a working copy names no officer and no stranger’s number, in whatever field either stands', () =>
  inFolder(async (folder) => {
    const notes = { purpose: `theo tin của ${PHONE}`, title: `Vụ ${PHONE}`, case: { id: 1, title: `Vụ ${PHONE}` } }
    const copy = await workingCopy(folder, [await named()], [replied(REPLY)], {
      source: { replies: async () => [REPLY] },
      options: notes,
    })
    expect(holding(copy, OFFICER)).toEqual([])
    expect(holding(copy, PHONE)).toEqual([])
    expect(copy.printed).toHaveLength(1)
    expect(holding(copy, '▇▇▇ #1').map((name) => name.split('/').slice(1).join('/'))).toEqual(
      expect.arrayContaining([
        ...['data/report.html', 'data/listings.csv', 'data/listings.json', 'data/pack.json', 'data/ledger.jsonl'],
        ...['data/sightings/1/capture.json', 'data/sightings/1/assessment.json'],
      ]),
    )
    expect(copy.ok).toBe(true)
  }))

test('nor do the history and the ledger of it: not by what was decided, nor by whose account, nor by who else is allowed', () =>
  inFolder(async (folder) => {
    const timeline: PackSource['timeline'] = async () =>
      [1, 2].map((id) => ({
        ...{ id, at: CREATED, title: `Giày ${PHONE}, Zalo 0912.345.678`, priceText: null, score: 1, band: 'low' },
      }))
    const copy = await workingCopy(folder, [await named()], acts(), { source: { timeline }, options: { lang: 'en' } })
    expect(holding(copy, PHONE)).toEqual([])
    expect(holding(copy, OFFICER)).toEqual([])
    expect(holding(copy, STRANGER)).toEqual([])
    const [report = ''] = copy.printed
    expect(report).toContain('confirmed · replica · khách báo ▇')
    expect(report).toContain('confirmed · replica · xem ▇')
    // The seller's own number stays.
    expect(report).toContain('Giày ▇▇▇▇▇▇▇▇▇▇▇▇, Zalo 0912.345.678')
    const ledger = String(copy.files.get([...copy.files.keys()].find((name) => name.endsWith('ledger.jsonl')) ?? ''))
    expect(ledger).toMatch(/"action":"account.create","subject":"account:▇▇▇ #\d+"/)
    expect(ledger).toContain('"action":"allowed","subject":"seller:▇▇▇"')
    expect(ledger).toContain('"subject":"setting:watch-list/▇▇▇"')
    expect(copy.ok).toBe(true)
  }))
