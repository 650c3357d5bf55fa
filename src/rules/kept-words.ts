import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { CompiledWords } from './compile.ts'
import { isWorthKeeping, programHash, type RuleFile } from './kept.ts'

/**
 * The compiled words of rulesets, kept between runs: lists written in classes are a hundred thousand terms and more, and
 * writing them out is most of what a command does before its work. An entry is found by the hashes of every rule file and of
 * the program, and believed only when its own hash is right.
 */
export interface KeptWords {
  /** Null: they have to be compiled. */
  readonly known: CompiledWords | null
  /** Takes note of what was compiled, and gives it back. */
  made(words: CompiledWords): CompiledWords
  /** Keeps what was made anew. */
  keep(): Promise<void>
}

export const NOT_KEPT: KeptWords = { known: null, made: (words) => words, keep: async () => {} }

const FOLDER = fileURLToPath(new URL('../../.cache/words/', import.meta.url))
/** Rulesets of several homes, and those of a rule writer's last hour. */
const MOST = 6
const DIGEST = 64

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** `folder` is for tests. */
export async function keptWords(files: readonly RuleFile[], folder = FOLDER): Promise<KeptWords> {
  if (!isWorthKeeping(files)) return NOT_KEPT
  const key = sha256([await programHash(), ...files.map(({ path, sha256: own }) => `${path} ${own}`)].join('\n'))
  const place = `${folder}${key}.bin`
  const known = await load(place)
  let made: CompiledWords | null = null
  return {
    known,
    made: (words) => {
      made = words
      return words
    },
    keep: async () => {
      if (known === null && made !== null) await save(folder, place, made)
    },
  }
}

/** Missing, cut short or altered: as if it were not there. */
async function load(place: string): Promise<CompiledWords | null> {
  const bytes = await readFile(place).catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR'].includes(error.code ?? '')) return null
    throw error
  })
  if (bytes === null || bytes.length <= DIGEST) return null
  const body = bytes.subarray(DIGEST)
  return bytes.toString('latin1', 0, DIGEST) === sha256(body) ? (deserialize(body) as CompiledWords) : null
}

/** A folder that cannot be written to costs time at the next start, nothing else. */
async function save(folder: string, place: string, words: CompiledWords): Promise<void> {
  const body = serialize(words)
  const temporary = `${place}.${randomUUID()}`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(temporary, Buffer.concat([Buffer.from(sha256(body)), body]))
    await rename(temporary, place)
    await forgetOldest(folder)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) throw error
  }
}

async function forgetOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.bin'))
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(folder + name)).mtimeMs })))
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(MOST)) await rm(folder + name, { force: true })
}
