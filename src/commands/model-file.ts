import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BadInput, CannotWrite, NoInput } from '../errors.ts'
import { modelMessages } from '../i18n/model.ts'
import { MOST_BYTES, type ModelFile, modelText, parseModel } from '../model/file.ts'
import type { Tools } from './command.ts'

/** Reads a model file. NoInput when it is not there, BadInput when it is none; a huge file is refused unread. */
export async function readModel(file: string, tools: Tools): Promise<ModelFile> {
  const t = modelMessages(tools.lang)
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new BadInput(`${file}: too big for a model`)
    return parseModel(await readFile(file, 'utf8'), file)
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    throw new NoInput(`${t.noFile(file)}: ${String(cause)}`)
  }
}

/**
 * Writes a model and returns where. Without a name it goes to models/ in the run home under the hash of what was learned,
 * where the same learning may be written again; a name that is taken is BadInput.
 */
export async function writeModel(model: ModelFile, output: string | undefined, tools: Tools): Promise<string> {
  const learned = createHash('sha256')
    .update(modelText({ ...model, created: '' }))
    .digest('hex')
  const file = output ?? join(tools.home, 'models', `${learned.slice(0, 12)}.json`)
  try {
    if (output === undefined) await mkdir(dirname(file), { recursive: true })
    await writeFile(file, modelText(model), { flag: output === undefined ? 'w' : 'wx' })
    return file
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST' && syscall === 'open') throw new BadInput(modelMessages(tools.lang).exists(file))
    throw new CannotWrite(`${file}: ${String(cause)}`)
  }
}

/** SHA-256 of a file, read as a stream. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
