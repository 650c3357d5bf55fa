import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newHome } from './sample.ts'

const TYPESCRIPT = fileURLToPath(new URL('../../src/typescript.mjs', import.meta.url))
const OPENER = fileURLToPath(new URL('./opener.ts', import.meta.url))
const PROCESSES = 4
const STEP_MS = 200

test.each(['store', 'console', 'registries'])(
  'several processes that make the same %s at once all get it',
  async (what) => {
    const homes = await Promise.all(Array.from({ length: 5 }, newHome))
    const argv = [TYPESCRIPT, OPENER, what, String(STEP_MS), ...homes]
    const children = Array.from({ length: PROCESSES }, () =>
      spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] }),
    )
    await Promise.all(children.map((child) => once(child.stdout, 'data')))
    let said = ''
    const moment = String(Date.now() + 100)
    const ended = children.map((child) => {
      child.stdout.on('data', (text) => (said += text))
      child.stdin.write(moment)
      return once(child, 'close')
    })
    const codes = (await Promise.all(ended)).map(([code]) => code)
    expect(said).toBe('')
    expect(codes).toEqual(Array(PROCESSES).fill(0))
  },
)
