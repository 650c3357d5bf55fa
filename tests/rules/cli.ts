import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { run } from '../../src/cli.ts'
import { small } from './fixture.ts'

/** One command line as the CLI runs it, in this process and in English unless it says otherwise. */
export async function soiWith(stdin: string, ...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(['--log-level', 'silent', ...words], {
    env: { SOI_OPERATOR: 'an', SOI_LANG: 'en' },
    stdin: Readable.from([stdin]),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    signal: new AbortController().signal,
    terminal: false,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

export const soi = (...words: string[]) => soiWith('', ...words)

/** The small ruleset of the fixture in a folder of its own, for --rules. */
export function smallFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'soi-rules-'))
  for (const [path, text] of small(files).files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
