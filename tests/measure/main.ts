/** `npm run measure -- <what> [--shared DIR] [--json] [--misses] [--learn]`: figures on recorded pages and labelled texts; no tests. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** What one file in this folder measures. */
interface Measure {
  readonly measure: (shared: string, options: { readonly misses: boolean; readonly learn: boolean }) => Promise<Figures>
}
interface Figures {
  /** Lines for people. */
  readonly lines: readonly string[]
  /** The same for programs. */
  readonly json: unknown
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shared: { type: 'string', default: fileURLToPath(new URL('../../../shared', import.meta.url)) },
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    learn: { type: 'boolean', default: false },
  },
})
const what = positionals[0] ?? 'reading'
const file = new URL(`./${what}.ts`, import.meta.url)
const known = /^[a-z]+$/.test(what) && existsSync(file) ? ((await import(file.href)) as Partial<Measure>) : {}
if (known.measure === undefined) {
  process.stderr.write(`measure: nothing measures "${what}"\n`)
  process.exitCode = 64
} else if (!existsSync(values.shared)) {
  process.stderr.write(`measure: ${values.shared} is not there; name the folder of recorded pages with --shared\n`)
  process.exitCode = 66
} else {
  const figures = await known.measure(values.shared, { misses: values.misses, learn: values.learn })
  process.stdout.write(values.json ? `${JSON.stringify(figures.json)}\n` : `${figures.lines.join('\n')}\n`)
}
