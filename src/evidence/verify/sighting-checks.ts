import { z } from 'zod'
import type { VerifyText } from '../../i18n/verify.ts'
import { PACK_JSON, packSubject } from '../bag.ts'
import { type ExportRecords, exportRecords } from '../contents.ts'
import { ruleFile, sightingFolder, sightingSubject } from '../names.ts'
import type { PackItem } from '../source.ts'
import type { Contents } from './contents.ts'
import type { LedgerFound } from './ledger-checks.ts'
import { exhibitsNamed, jsonOf, type PackSaid, rulesNamed } from './pack-said.ts'

/** file → SHA-256 of the three records, as an entry vouches for them; null when it does not. */
type Vouched = ExportRecords[string] | null

/** From the sighting's own entry: the records are made again out of its body. */
async function fromOwnEntry(body: string): Promise<Vouched> {
  try {
    const item = JSON.parse(body) as PackItem
    return (await exportRecords([item]))[String(item.id)] ?? null
  } catch {
    return null // not the shape of a sighting: reported as not recorded
  }
}

const exportBody = z.object({ records: z.record(z.string(), z.record(z.string(), z.string())) })

/** From the entry of the export itself. */
const fromExport = (body: string, id: number): Vouched =>
  exportBody.safeParse(jsonOf(body)).data?.records[String(id)] ?? null

async function vouched(bodies: LedgerFound['bodies'], bag: string, id: number): Promise<Vouched> {
  for (const body of bodies.get(sightingSubject(id)) ?? []) {
    const records = await fromOwnEntry(body)
    if (records) return records
  }
  return (
    (bodies.get(packSubject(bag)) ?? []).map((body) => fromExport(body, id)).find((records) => records !== null) ?? null
  )
}

const RECORDS = ['listing.json', 'assessment.json', 'capture.json']

/** Each listing, assessment and capture record is, to the byte, what the ledger vouches for. */
export async function sightingFaults(
  contents: Contents,
  said: PackSaid,
  ledger: LedgerFound,
  t: VerifyText,
): Promise<string[]> {
  const faults: string[] = []
  for (const { id, folder } of said.sightings) {
    const records = await vouched(ledger.bodies, contents.bag, id)
    if (!records || folder !== sightingFolder(id)) faults.push(t.noRecord(id))
    for (const file of records ? RECORDS : [])
      if (contents.found.get(`${folder}/${file}`)?.sha256 !== records?.[file])
        faults.push(t.notAsRecorded(`${folder}/${file}`))
  }
  return faults
}

/** Every file in a sighting's folder is one that its capture.json names, with that digest and size; and pack.json agrees. */
export async function exhibitFaults(contents: Contents, said: PackSaid, t: VerifyText): Promise<string[]> {
  const faults: string[] = []
  const named = new Set<string>()
  for (const { folder, files } of said.sightings) {
    for (const own of ['listing', 'assessment', 'capture']) named.add(`${folder}/${own}.json`)
    const exhibits = exhibitsNamed(await contents.text(`${folder}/capture.json`))
    if (!exhibits) faults.push(t.bad(`${folder}/capture.json`))
    for (const { file, sha256, size } of exhibits ?? []) {
      const path = `${folder}/${file}`
      const found = contents.found.get(path)
      named.add(path)
      if (found?.sha256 !== sha256 || found.size !== size) faults.push(t.exhibitOther(path))
      if (!files.includes(path)) faults.push(t.bad(PACK_JSON))
    }
    if (exhibits && files.length !== exhibits.length) faults.push(t.bad(PACK_JSON))
  }
  const strays = contents.paths.filter((path) => path.startsWith('data/sightings/') && !named.has(path))
  return [...new Set(faults), ...strays.map((path) => t.exhibitOther(path))]
}

/** Each rule file has the version that the assessments name; only those pack.json calls not stored may be absent. */
export async function ruleFaults(contents: Contents, said: PackSaid, t: VerifyText): Promise<string[]> {
  const faults = new Set<string>()
  const unstored = new Set(
    said.rules.filter(({ file }) => file === null).map(({ ruleset, rule }) => `${ruleset}/${rule}`),
  )
  for (const { folder } of said.sightings) {
    const named = rulesNamed(await contents.text(`${folder}/assessment.json`))
    if (!named) faults.add(t.bad(`${folder}/assessment.json`))
    for (const { rule, version } of named ? [...named.signals, ...named.excused] : []) {
      const path = pathOf(named?.ruleset ?? '', rule)
      const found = path === null ? undefined : contents.found.get(path)
      if (found && path !== null && !found.sha256.startsWith(version)) faults.add(t.ruleOther(path))
      if (!found && !unstored.has(`${named?.ruleset.slice(0, 12)}/${rule}`)) faults.add(t.ruleGone(rule))
    }
  }
  return [...faults]
}

function pathOf(ruleset: string, rule: string): string | null {
  try {
    return ruleFile(ruleset, rule)
  } catch {
    return null // a name that cannot be a file: reported as missing
  }
}
