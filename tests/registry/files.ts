import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Command as Program } from 'commander'
import { pino } from 'pino'
import type { Act, Tools } from '../../src/commands/command.ts'
import { command } from '../../src/commands/registry.ts'
import { type ImportReport, type ImportRequest, importSnapshot } from '../../src/registry/import.ts'
import { openRegistries } from '../../src/store/registry/registries.ts'
import { openStore } from '../../src/store/store.ts'

export const HEADER = 'Số công bố,Tên sản phẩm,Công ty đăng ký,Trạng thái\n'
export const ROW = '4521/23/CBMP-HN,Kem dưỡng Hoa Sen,Công ty Liên Đài,Còn hiệu lực\n'

export async function csv(home: string, text: string | Uint8Array, name = 'registry.csv'): Promise<string> {
  const file = join(home, name)
  await writeFile(file, text)
  return file
}

export const registriesOf = (home: string, readOnly = true) =>
  openRegistries(home, { readOnly, actor: 'nguyen.an', now: () => '2026-11-25T03:04:05.678Z' })

const requestOf = (file: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
  ...{ kind: 'cosmetics', file, source: 'Cục Quản lý Dược', asOf: '2026-11-01', columns: new Map(), maxRejected: 100 },
  ...{ onProgress: () => undefined, signal: new AbortController().signal },
  ...more,
})

/** Imports a file as the command does, and closes everything again. */
export async function load(home: string, file: string, more: Partial<ImportRequest> = {}): Promise<ImportReport> {
  const registries = registriesOf(home, false)
  const store = await openStore(home, { actor: 'nguyen.an' })
  try {
    return await importSnapshot(requestOf(file, more), registries, store)
  } finally {
    await store.close()
    registries.close()
  }
}

/** Names of what a number finds, with the source of the snapshot that answered. */
export async function namesOf(home: string, number: string): Promise<readonly (string | undefined)[]> {
  const registries = registriesOf(home)
  try {
    return (await registries.find('cosmetics', 'number', number)).map(({ name }) => name)
  } finally {
    registries.close()
  }
}

/** The command in this process, in English. */
export async function soi(home: string, argv: readonly string[]): Promise<{ out: string[]; code: number }> {
  const out: string[] = []
  const tools: Tools = {
    ...{ home, lang: 'en', out: (line) => out.push(line), err: () => undefined, stdin: Readable.from([]) },
    ...{ log: pino({ level: 'silent' }), signal: new AbortController().signal, chromium: null, operator: 'nguyen.an' },
    ...{
      unit: null,
      terminal: false,
      colour: false,
      display: false,
      secret: () => null,
      siteFolders: [],
      rulesFolder: '',
    },
  }
  let code = -1
  const act: Act =
    (action) =>
    async (...args) => {
      code = await action(tools, ...args)
    }
  const program = new Program('soi').exitOverride().configureOutput({ writeErr: () => undefined })
  command.declare(program, 'en', act)
  await program.parseAsync([...argv], { from: 'user' })
  return { out, code }
}
