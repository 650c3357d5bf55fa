import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sha256 } from '../domain.ts'
import { BadInput, CannotWrite } from '../errors.ts'
import { fileFrom, type RulesPlace, ruleFiles, writtenTo } from '../rules/place.ts'
import type { Store } from '../store/api.ts'
import type { BookFile, Effect, Looked, Proposal } from './types.ts'

export interface Acceptance {
  readonly proposal: Proposal
  /** The file that the proposal was made against; null for a new one. */
  readonly file: Pick<BookFile, 'sha256' | 'packaged'> | null
  readonly looked: Looked
  readonly effect: Effect
  /** Why, in the officer's words. */
  readonly reason: string
  readonly by: string
}

/** Written whole or not at all, and on the disk when it returns. */
async function replace(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw new CannotWrite(`${file}: ${String(cause)}`, { cause })
  }
}

/** The text that comes with Soi needs no file of one's own. */
async function write(place: RulesPlace, { path, text }: Proposal, packaged: string | null): Promise<void> {
  const file = join(writtenTo(place), path)
  if (typeof place !== 'string' && text === packaged) await rm(file, { force: true })
  else await replace(file, text)
}

/**
 * Makes a proposal the rule: the file is written, then entered in the ledger (`rules-changed`) with both hashes, the officer's
 * reason and what it was seen to do. Runs that begin from then on judge by it. BadInput when the file is not what it was when
 * the proposal was looked at; CannotWrite when it cannot be written, and then nothing has changed.
 */
export async function accept(store: Store, place: RulesPlace, of: Acceptance): Promise<void> {
  const { proposal, file, looked, effect, reason, by } = of
  const { path, text } = proposal
  const now: Sha256 | null = (await ruleFiles(place)).find((each) => each.path === path)?.sha256 ?? null
  if (now !== (file?.sha256 ?? null))
    throw new BadInput(`rules/${path} was changed meanwhile; look at the proposal again`)
  await write(place, proposal, file?.packaged ?? null)
  const { listings, flagCount, unflagCount } = effect
  const body = {
    ...{ before: looked.before, now: looked.after, reason },
    ...{ added: file ? [] : [path], changed: file ? [path] : [], removed: [] },
    file: { path, before: now, now: fileFrom(path, text).sha256 },
    effect: { listings, flag: flagCount, unflag: unflagCount },
  }
  await store.ledger.append('rules-changed', `ruleset:${looked.after}`, body, by)
}
