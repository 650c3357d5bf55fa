import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NoInput } from '../errors.ts'
import { BRANDS_FILE } from './brands.ts'
import type { RuleFile } from './kept.ts'

/**
 * Where rules stand: one folder, or the packaged one with a home's own behind it. A file of the own folder stands for the
 * packaged file of the same path, or beside those there are; the own folder need not exist.
 */
export type RulesPlace = string | { readonly packaged: string; readonly own: string }

/** The rules that come with Soi. */
const PACKAGED_RULES = fileURLToPath(new URL('../../rules', import.meta.url))

/** Where a home keeps the rule files that its officers changed. */
const ownRules = (home: string): string => join(home, 'rules')

export const rulesOfHome = (home: string): RulesPlace => ({ packaged: PACKAGED_RULES, own: ownRules(home) })

/** How a command line names a place; the rules of a home follow from the home. */
export const rulesWords = (place: RulesPlace): readonly string[] =>
  typeof place === 'string' ? ['--rules', place] : []

/** The folder that new and changed rule files are written to. */
export const writtenTo = (place: RulesPlace): string => (typeof place === 'string' ? place : place.own)

/** Reference data that assessments depend on: part of the ruleset, so that its hash and kept files cover it. */
const COPIED = fileURLToPath(new URL('../../data/reference/brands.yaml', import.meta.url))

/** Every YAML file of a place, sorted by path, and the reference data that rules rest on. NoInput when a folder cannot be read. */
export async function ruleFiles(place: RulesPlace): Promise<readonly RuleFile[]> {
  const files = new Map((await packagedFiles(place)).map((file) => [file.path, file]))
  for (const file of await ownFiles(place)) files.set(file.path, file)
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return [...sorted, fileOf(COPIED, BRANDS_FILE)]
}

/** Files of the first folder alone. */
export const packagedFiles = (place: RulesPlace): Promise<readonly RuleFile[]> =>
  filesOf(typeof place === 'string' ? place : place.packaged, false)

/** Files of the home's own folder alone. */
export const ownFiles = async (place: RulesPlace): Promise<readonly RuleFile[]> =>
  typeof place === 'string' ? [] : filesOf(place.own, true)

// One after the other: a hundred small files through Node's pool of threads cost ten times as much.
async function filesOf(folder: string, optional: boolean): Promise<readonly RuleFile[]> {
  const names = entriesOf(folder, optional).filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  return names.map((entry) => {
    const full = join(entry.parentPath, entry.name)
    return fileOf(full, full.slice(folder.replace(/[\\/]$/, '').length + 1).replaceAll('\\', '/'))
  })
}

function entriesOf(folder: string, optional: boolean): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch (cause) {
    if (optional && (cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new NoInput(`the rules folder ${folder} cannot be read: ${String(cause)}`)
  }
}

const fileOf = (full: string, path: string): RuleFile => fileFrom(path, readFileSync(full))

/** A rule file out of its bytes. */
export function fileFrom(path: string, bytes: Uint8Array | string): RuleFile {
  const whole = Buffer.from(bytes as Uint8Array)
  return { path, text: whole.toString('utf8'), sha256: createHash('sha256').update(whole).digest('hex') }
}
