import type { VerifyText } from '../../i18n/verify.ts'
import { PACK_JSON } from '../bag.ts'
import { ruleFile, sightingFolder } from '../names.ts'
import type { Contents } from './contents.ts'
import type { LedgerFound } from './ledger-checks.ts'
import { exhibitsNamed, type PackSaid, rulesNamed } from './pack-said.ts'

const RECORDS = ['listing.json', 'assessment.json', 'capture.json']

/** Each listing, assessment and capture record is, to the byte, what the ledger vouches for. */
export function sightingFaults(contents: Contents, said: PackSaid, ledger: LedgerFound, t: VerifyText): string[] {
  const faults: string[] = []
  for (const { id, folder } of said.sightings) {
    const records = ledger.vouched.get(id)
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
    const listed = new Set(files)
    const exhibits = exhibitsNamed(await contents.text(`${folder}/capture.json`))
    if (!exhibits) faults.push(t.bad(`${folder}/capture.json`))
    for (const { file, sha256, size } of exhibits ?? []) {
      const path = `${folder}/${file}`
      const found = contents.found.get(path)
      named.add(path)
      if (found?.sha256 !== sha256 || found.size !== size) faults.push(t.exhibitOther(path))
      if (!listed.has(path)) faults.push(t.bad(PACK_JSON))
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
