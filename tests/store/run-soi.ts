import { Readable } from 'node:stream'
import { run } from '../../src/cli.ts'

export interface Said {
  readonly code: number
  readonly out: readonly string[]
  readonly text: string
  readonly err: string
}

/** One command line in this process, in English unless it says otherwise. */
export const runSoi = async (home: string, argv: readonly string[], operator = 'nguyen.an'): Promise<Said> => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(argv, {
    env: { SOI_HOME: home, SOI_LANG: 'en', SOI_OPERATOR: operator, SOI_UNIT: 'QLTT 4', SOI_LOG_LEVEL: 'silent' },
    stdin: Readable.from([]),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    signal: new AbortController().signal,
    terminal: false,
  })
  return { code, out, text: out.join('\n'), err: err.join('\n') }
}
