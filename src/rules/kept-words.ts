import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { CompiledWords } from './compile.ts'
import { DENIED, isWorthKeeping, programHash, type RuleFile, sha256, UNKEPT } from './kept.ts'

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
/** Nobody writes for so long: its writer is dead. */
const LEFT_MS = 3_600_000

/** Words are folded by the tables of ICU and written as V8 serialises. */
const RUNTIME = (['node', 'v8', 'icu'] as const).map((part) => process.versions[part]).join(' ')

/** `folder` is for tests. */
export async function keptWords(files: readonly RuleFile[], folder = FOLDER): Promise<KeptWords> {
  if (!isWorthKeeping(files)) return NOT_KEPT
  const key = sha256([programHash(), RUNTIME, ...files.map(({ path, sha256: own }) => `${path} ${own}`)].join('\n'))
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

/** Lets a refusal of the system be; anything else is a defect. */
const unlessDenied = (error: NodeJS.ErrnoException): null => {
  if (DENIED.includes(error.code ?? '')) return null
  throw error
}

/** Missing, cut short, altered or not to be read by this V8: as if it were not there. */
async function load(place: string): Promise<CompiledWords | null> {
  const bytes = await readFile(place).catch(unlessDenied)
  if (bytes === null || bytes.length <= DIGEST) return null
  const body = bytes.subarray(DIGEST)
  if (bytes.toString('latin1', 0, DIGEST) !== sha256(body)) return null
  const words = wordsIn(body)
  // What is used stays; the longest unused is forgotten first.
  const now = new Date()
  if (words) await utimes(place, now, now).catch(unlessDenied)
  return words
}

function wordsIn(body: Uint8Array): CompiledWords | null {
  try {
    const { trie, numbers } = deserialize(body) as CompiledWords
    return { numbers, trie: { ...onTheirOwn(trie), in: onTheirOwn(trie.in) } }
  } catch {
    return null // written by another V8: they are compiled anew
  }
}

/** V8 leaves a list of numbers where it was read if it happens to lie even there, and keeps all of the file with it. */
const onTheirOwn = <T extends object>(data: T): T =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      ArrayBuffer.isView(value) ? (value as Int32Array).slice() : value,
    ]),
  ) as T

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
    await rm(temporary, { force: true }).catch(unlessDenied)
    const { code = '' } = error as NodeJS.ErrnoException
    if (!UNKEPT.includes(code)) throw error
  }
}

/** The longest unused entries, and what a killed writer left behind. */
async function forgetOldest(folder: string): Promise<void> {
  const aged = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const found = await stat(folder + name).catch(unlessDenied) // another process may have taken it away
      return { name, at: found?.mtimeMs ?? 0 }
    }),
  )
  const kept = aged.filter(({ name }) => name.endsWith('.bin')).sort((a, b) => b.at - a.at)
  const left = aged.filter(({ name, at }) => /\.bin\.[^.]+$/.test(name) && at < Date.now() - LEFT_MS)
  for (const { name } of [...kept.slice(MOST), ...left]) await rm(folder + name, { force: true })
}
