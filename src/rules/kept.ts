import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { parseYaml } from '../yaml.ts'

/**
 * What YAML files said when they were last read and found valid. Parsing a ruleset takes a second and more; an entry is found
 * by the hash of its file's bytes and of the program that read them, so it can never be stale.
 */

/** One file of a ruleset. */
export interface RuleFile {
  /** Path under the folder, forward slashes. */
  readonly path: string
  readonly text: string
  readonly sha256: string
}

/** Reads one file against its schema; throws BadInput that names file, line and key. */
export type Reader = <T>(file: RuleFile, shown: string, schema: z.ZodType<T>) => T

/** Reads it anew. */
export const parsed: Reader = (file, shown, schema) => parseYaml(file.text, shown, schema)

export interface Keeper {
  readonly read: Reader
  /** Keeps what this load needed, where something was parsed anew. */
  keep(): Promise<void>
}

type Entries = Readonly<Record<string, unknown>>

/** Only a hundred kilobytes and more of rules are worth a file. */
export const isWorthKeeping = (files: readonly RuleFile[]): boolean =>
  files.reduce((sum, { text }) => sum + text.length, 0) >= 100_000
const FILE = fileURLToPath(new URL('../../.cache/rules.json', import.meta.url))

/** A reader that remembers. A file that is missing, damaged or of another program counts as empty; `place` is for tests. */
export async function keeper(files: readonly RuleFile[], place = FILE): Promise<Keeper> {
  if (!isWorthKeeping(files)) return { read: parsed, keep: async () => {} }
  const program = programHash()
  const known = await load(place, program)
  const used: Record<string, unknown> = {}
  let fresh = false
  return {
    read(file, shown, schema) {
      const key = `${file.path} ${file.sha256}`
      // What stands there came out of this schema: the path decides which one that is.
      const data = (Object.hasOwn(known, key) ? known[key] : undefined) as z.output<typeof schema> | undefined
      if (data === undefined) fresh = true
      used[key] = data ?? parsed(file, shown, schema)
      return used[key] as z.output<typeof schema>
    },
    keep: async () => {
      if (fresh) await save(place, program, used)
    },
  }
}

/** Reads files of rules that were loaded already, most of them without parsing them again. */
export const keptReader = async (texts: ReadonlyMap<string, string>): Promise<Reader> =>
  (await keeper(filesOf(texts))).read

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** The files that texts stood in, by path. */
export const filesOf = (texts: ReadonlyMap<string, string>): readonly RuleFile[] =>
  [...texts].map(([path, text]) => ({ path, text, sha256: sha256(text) })).sort((a, b) => (a.path < b.path ? -1 : 1))

let hashed: string | null = null

/** Of everything that decides what a file is read as: these sources as they were first asked for, and the versions of the libraries. */
export function programHash(): string {
  if (hashed !== null) return hashed
  const sourcesIn = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => `${folder}${name}`)
  const here = fileURLToPath(new URL('.', import.meta.url))
  const files = [...sourcesIn(here), ...sourcesIn(`${here}../normalise/`), `${here}../yaml.ts`, `${here}../domain.ts`]
  hashed = sha256(Buffer.concat([...files, `${here}../../package.json`].map((file) => readFileSync(file))))
  return hashed
}

/** Failures of a folder of files that are only kept to save time. ENOENT: one is not there, or its folder may not be made. */
export const DENIED = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR']
/** Those of keeping something there. */
export const UNKEPT = [...DENIED, 'ENOSPC', 'EDQUOT', 'EEXIST']

/** First line: hash of the program and of the second; a file cut short or altered is not believed. */
async function load(place: string, program: string): Promise<Entries> {
  const text = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (DENIED.includes(error.code ?? '')) return ''
    throw error
  })
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  return end > 0 && text.slice(0, end) === `${program} ${sha256(body)}` ? JSON.parse(body) : {}
}

/** A folder that cannot be written to costs time at the next start, nothing else. */
async function save(place: string, program: string, entries: Entries): Promise<void> {
  const body = JSON.stringify(entries)
  const temporary = `${place}.${randomUUID()}`
  try {
    await mkdir(dirname(place), { recursive: true })
    await writeFile(temporary, `${program} ${sha256(body)}\n${body}`)
    await rename(temporary, place)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!UNKEPT.includes(code)) throw error
  }
}
