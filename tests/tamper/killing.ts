// A command in a process of its own that is killed at some moment, and what must then hold of the files it left.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOI = fileURLToPath(new URL('../../src/soi.mjs', import.meta.url))

export interface Ended {
  readonly killed: boolean
  readonly ms: number
}

/** Starts the command and kills it after so many milliseconds, unless it has ended; how long it ran. */
export const killedAfter = (words: readonly string[], after: number | null): Promise<Ended> =>
  new Promise((resolve) => {
    const begun = performance.now()
    const child = spawn(process.execPath, [SOI, ...words], { stdio: 'ignore' })
    const timer = after === null ? null : setTimeout(() => child.kill('SIGKILL'), after)
    child.on('exit', (_, signal) => {
      if (timer) clearTimeout(timer)
      resolve({ killed: signal === 'SIGKILL', ms: performance.now() - begun })
    })
  })

/** Files under their digest whose bytes have another one: a half exhibit. */
export async function halfExhibits(home: string): Promise<readonly string[]> {
  const folder = join(home, 'blobs')
  const names = (await readdir(folder)).filter((name) => name !== 'tmp')
  const wrong: string[] = []
  for (const name of names)
    for (const rest of await readdir(join(folder, name))) {
      const digest = createHash('sha256')
        .update(await readFile(join(folder, name, rest)))
        .digest('hex')
      if (digest !== name + rest) wrong.push(`${name}/${rest}`)
    }
  return wrong
}
