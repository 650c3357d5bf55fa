/** `npm run measure -- <what> [--shared DIR] [--json] [--misses] [--learn]`: figures on recorded pages and labelled texts; no tests. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { load } from '../../src/typescript.mjs'

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

const USAGE = `npm run measure -- [reading|text|flags|posts] [--shared DIR] [--json] [--misses] [--learn]

reading  recorded shops, the public benchmark, price strings, posts (default)
text     disguised spellings and clean words
flags    what of ordinary public listings is flagged
posts    social and forum posts, each hand's read by a model that saw none of them; --learn writes the model
`

const OPTIONS = {
  shared: { type: 'string', default: fileURLToPath(new URL('../../../shared', import.meta.url)) },
  json: { type: 'boolean', default: false },
  misses: { type: 'boolean', default: false },
  learn: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Ends with what may be asked where something else was. */
function wanted() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS })
  } catch (error) {
    process.stderr.write(`measure: ${(error as Error).message}\n\n${USAGE}`)
    return process.exit(64)
  }
}

const { values, positionals } = wanted()
const what = positionals[0] ?? 'reading'
const file = fileURLToPath(new URL(`./${what}.ts`, import.meta.url))
const [known = {}] = /^[a-z]+$/.test(what) && existsSync(file) ? ((await load([file])) as Partial<Measure>[]) : []
if (values.help) {
  process.stdout.write(USAGE)
} else if (known.measure === undefined) {
  process.stderr.write(`measure: nothing measures "${what}"\n\n${USAGE}`)
  process.exitCode = 64
} else if (!existsSync(values.shared)) {
  process.stderr.write(`measure: ${values.shared} is not there; name the folder of recorded pages with --shared\n`)
  process.exitCode = 66
} else {
  const figures = await known.measure(values.shared, { misses: values.misses, learn: values.learn })
  process.stdout.write(values.json ? `${JSON.stringify(figures.json)}\n` : `${figures.lines.join('\n')}\n`)
}
