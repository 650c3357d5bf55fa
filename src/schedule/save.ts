import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Sha256 } from '../domain.ts'
import { replaceWhole } from '../replace-whole.ts'
import type { Store } from '../store/api.ts'
import type { Schedules } from '../store/console/api.ts'
import { fileNameFor, hashOfText, type PlanFile, planFiles } from './plan-files.ts'

interface Desk {
  readonly folder: string
  readonly store: Store
  readonly by: string
}

interface Saving {
  /** Null: a new file. */
  readonly file: string | null
  /** Of the text that the officer had before them; null: of none. */
  readonly base: Sha256 | null
  readonly text: string
  readonly name: string
}

/** Folder → what is being written there. One after the other: the second of two is held against what the first has made. */
const writing = new Map<string, Promise<unknown>>()

function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const place = resolve(folder)
  const done = (writing.get(place) ?? Promise.resolve()).then(work)
  // Whoever asked hears what went wrong; the next one only waits.
  writing.set(
    place,
    done.catch(() => null),
  )
  return done
}

/**
 * Writes a plan that was checked: its file is replaced whole, and the change stands in the ledger before it counts. Returns
 * the file's name; null where the file is no longer what the officer had before them, or another is called so since: nothing
 * is written then.
 */
export const savePlan = (desk: Desk, what: Saving): Promise<string | null> =>
  inTurn(desk.folder, () => save(desk, what))

async function save({ folder, store, by }: Desk, { file: own, base, text, name }: Saving): Promise<string | null> {
  const all = await planFiles(folder)
  const before = all.find(({ file }) => file === own) ?? null
  if ((before?.sha256 ?? null) !== base) return null
  if (all.some(({ file, plan }) => file !== own && plan?.name === name)) return null
  const taken = all.map(({ file }) => file)
  const file = before?.file ?? fileNameFor(name, taken)
  const sha256 = hashOfText(text)
  if (before?.sha256 === sha256) return file
  await replaceWhole(join(folder, file), text, async () => {
    const body = { file, name, before: before?.sha256 ?? null, after: sha256, text }
    await store.ledger.append('setting-changed', `setting:sweep/${name}`, body, by)
  })
  return file
}

/**
 * Takes a plan away; its runs stay. What it said stands in the ledger. False where the file no longer holds what the officer
 * had before them: nothing is done then.
 */
export const deletePlan = (
  desk: Desk & { readonly schedules: Schedules },
  what: Pick<PlanFile, 'file' | 'sha256'>,
): Promise<boolean> => inTurn(desk.folder, () => remove(desk, what))

async function remove(
  { folder, store, by, schedules }: Desk & { readonly schedules: Schedules },
  { file, sha256 }: Pick<PlanFile, 'file' | 'sha256'>,
): Promise<boolean> {
  const found = (await planFiles(folder)).find((one) => one.file === file)
  if (found?.sha256 !== sha256) return false
  const name = found.plan?.name ?? file
  const body = { file, name, before: sha256, after: null, text: found.text }
  await store.ledger.append('setting-changed', `setting:sweep/${name}`, body, by)
  await rm(join(folder, file), { force: true })
  schedules.forget(name)
  return true
}
