import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceWhole } from '../replace-whole.ts'
import { rulesetHash } from '../rules/load.ts'
import { fileFrom, type RulesPlace, ruleFiles, writtenTo } from '../rules/place.ts'
import type { Store } from '../store/api.ts'
import type { BookFile, Effect, Looked, Proposal } from './types.ts'

export interface Acceptance {
  readonly proposal: Proposal
  /** The file that the proposal was made against; null for a new one. */
  readonly file: Pick<BookFile, 'packaged'> | null
  readonly looked: Looked
  readonly effect: Effect
  /** Why, in the officer's words. */
  readonly reason: string
  readonly by: string
}

/** The text that comes with Soi needs no file of one's own. */
async function write(place: RulesPlace, { path, text }: Proposal, packaged: string | null): Promise<void> {
  const file = join(writtenTo(place), path)
  if (typeof place !== 'string' && text === packaged) await rm(file, { force: true })
  else await replaceWhole(file, text)
}

/**
 * Makes a proposal the rule: the file is written, then entered in the ledger (`rules-changed`) with both hashes, the officer's
 * reason and what it was seen to do. Runs that begin from then on judge by it. False when any rule file is not what it was when
 * the proposal was looked at, for then its effect is another; CannotWrite when it cannot be written. Nothing has changed then. A server that dies between the two leaves the entry to the next run, which enters rules that it finds changed.
 */
export async function accept(store: Store, place: RulesPlace, of: Acceptance): Promise<boolean> {
  const { proposal, file, looked, effect, reason, by } = of
  const { path, text } = proposal
  const files = await ruleFiles(place)
  if (rulesetHash(files) !== looked.before) return false
  await write(place, proposal, file?.packaged ?? null)
  const { listings, flagCount, unflagCount } = effect
  const before = files.find((each) => each.path === path)?.sha256 ?? null
  const body = {
    ...{ before: looked.before, now: looked.after, reason },
    ...{ added: before ? [] : [path], changed: before ? [path] : [], removed: [] },
    file: { path, before, now: fileFrom(path, text).sha256 },
    effect: { listings, flag: flagCount, unflag: unflagCount },
  }
  await store.ledger.append('rules-changed', `ruleset:${looked.after}`, body, by)
  return true
}
