import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { VERSION } from '../cli.ts'
import { configuredAuthorities } from '../commands/authorities.ts'
import { packPrinter } from '../commands/pack-printer.ts'
import { sealPack } from '../commands/seal-pack.ts'
import { BadInput } from '../errors.ts'
import { bagName } from '../evidence/bag.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportPicture } from '../images/report-picture.ts'
import type { Case, Store } from '../store/api.ts'

/** How far a case's pack is. `message`: in the officer's language, null where it is a defect that the log tells. */
export type PackState =
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly message: string | null }

/** What became of one pack; `message` as above. */
type PackEnd =
  | { readonly kind: 'made'; readonly pack: MadePack }
  | { readonly kind: 'failed'; readonly message: string | null }
  | { readonly kind: 'stopped' }

interface PackWish {
  readonly officer: { readonly name: string; readonly unit: string }
  readonly partial: boolean
  readonly lang: Lang
  /** Told once, never before `start` has returned. */
  readonly onEnd?: (end: PackEnd) => void
}

interface MadePack {
  readonly name: string
  readonly bytes: number
}

export interface PackJobs {
  /** Begins in the background; false while this case's pack is being made already. */
  start(of: Case, wish: PackWish): boolean
  /** Null: nothing is under way, and the last one did not fail since this server started. */
  state(caseId: number): PackState | null
  /** Packs of a case that were made here, newest first. */
  made(caseId: number): Promise<readonly MadePack[]>
  /** Absolute path of a pack that `made` names. */
  path(caseId: number, name: string): string
  /** Stops what is under way; nothing half-made is left. */
  close(): Promise<void>
}

interface Ground {
  readonly store: Store
  readonly log: Logger
  readonly now: () => Date
  /** The browser that prints the report; null: the one that is found. */
  readonly chromium: string | null
}

const NAME = /^soi-pack-[0-9TZ]+\.zip$/
const folderOf = (home: string, caseId: number): string => join(home, 'packs', `case-${caseId}`)

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

interface Work extends Ground {
  readonly of: Case
  readonly wish: PackWish
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

async function make({ store, log, now, chromium, of, wish, signal, onProgress }: Work): Promise<MadePack> {
  const { officer, partial, lang } = wish
  const { home } = store
  const folder = folderOf(home, of.id)
  await mkdir(folder, { recursive: true })
  const authorities = await configuredAuthorities({ home, lang })
  const printer = await packPrinter(true, { chromium, lang, err: (text) => log.warn({ case: of.id }, text) })
  try {
    const createdAt = now().toISOString()
    const selection = { caseId: of.id }
    const name = `${bagName(createdAt)}.zip`
    await sealPack({
      ...{ store, selection, source: await store.packSource(selection), by: officer.name },
      options: {
        ...{
          file: join(folder, name),
          keyFolder: join(home, 'keys'),
          title: of.title,
          createdAt,
        },
        ...{ operator: officer.name, unit: officer.unit, lang, reportLangs: [lang], soiVersion: VERSION, authorities },
        ...{ draw: reportPicture, print: printer.print, partial, signal, onProgress, purpose: null },
        case: { id: of.id, title: of.title },
      },
    })
    return { name, bytes: (await stat(join(folder, name))).size }
  } finally {
    await printer.close()
  }
}

/** The packs that officers have made from their cases; one at a time for each case. */
export function packJobs(ground: Ground): PackJobs {
  const states = new Map<number, PackState>()
  const running = new Map<number, Promise<void>>()
  const stop = new AbortController()
  const run = async (of: Case, wish: PackWish): Promise<void> => {
    const onProgress = (done: number, total: number) => states.set(of.id, { kind: 'running', done, total })
    try {
      const pack = await make({ ...ground, of, wish, onProgress, signal: stop.signal })
      states.delete(of.id)
      wish.onEnd?.({ kind: 'made', pack })
    } catch (error) {
      ground.log.error({ err: error, case: of.id }, 'a pack was not made')
      const message = error instanceof BadInput ? error.message : null
      states.set(of.id, { kind: 'failed', message })
      wish.onEnd?.(stop.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', message })
    } finally {
      running.delete(of.id)
    }
  }
  const { home } = ground.store
  return {
    start: (of, wish) => {
      if (running.has(of.id)) return false
      states.set(of.id, { kind: 'running', done: 0, total: of.sightings.length })
      running.set(of.id, run(of, wish))
      return true
    },
    state: (caseId) => states.get(caseId) ?? null,
    made: async (caseId) => {
      const folder = folderOf(home, caseId)
      const names = (await namesIn(folder))
        .filter((name) => NAME.test(name))
        .sort()
        .reverse()
      return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })))
    },
    path: (caseId, name) => join(folderOf(home, caseId), name),
    close: async () => {
      stop.abort()
      await Promise.all(running.values())
    },
  }
}
