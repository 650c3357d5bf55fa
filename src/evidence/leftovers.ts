import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Names say whose they are, so that what a killed program left behind can be told from what another one is writing. */
const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const OURS = /^\..+\.([0-9a-f]{8})-(\d+)-[0-9a-f]{6}\.(?:part|pictures)$/
/** Of another machine nothing is known but the time: no pack takes a day. */
const ABANDONED_MS = 24 * 3_600_000

/** A name beside that file for what is not finished: `part` a file, `pictures` a folder. */
export const besideName = (file: string, kind: 'part' | 'pictures'): string =>
  join(dirname(file), `.${basename(file)}.${HERE}-${process.pid}-${randomBytes(3).toString('hex')}.${kind}`)

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM' // somebody else's: it runs
  }
}

/** In a folder that all may write (sticky, as /tmp) what another user left can be removed by that user alone: it stays. */
async function removeIfOurs(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
  } catch (error) {
    // ENOTDIR: what Node makes of EPERM on a file, which it then tries as a folder.
    if (!['EPERM', 'EACCES', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error
  }
}

/** Removes from a folder what writers that were killed left in it; what is being written stays. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, where, pid] = OURS.exec(name) ?? []
    if (where === undefined || (where === HERE && isRunning(Number(pid)))) continue
    const path = join(folder, name)
    // Gone meanwhile: another start removed it.
    const old = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs > ABANDONED_MS,
      () => false,
    )
    if (where === HERE || old) await removeIfOurs(path)
  }
}
