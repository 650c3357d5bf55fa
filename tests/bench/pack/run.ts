// One `soi pack` in a process of its own, as anybody runs it; prints what it took.
import { Readable } from 'node:stream'
import { run } from '../../../src/cli.ts'
import { startClock } from '../usage.ts'

const words = process.argv.slice(2)
const end = startClock()
const errors: string[] = []
const code = await run(['--lang', 'en', '--log-level', 'silent', ...words], {
  env: { ...process.env, SOI_OPERATOR: 'bench', SOI_UNIT: 'bench' },
  stdin: Readable.from([]),
  out: () => {},
  err: (line) => void errors.push(line),
  signal: new AbortController().signal,
  terminal: false,
})
if (code !== 0) throw new Error(errors.join('\n'))
end()
