// Packs made to harm whoever verifies or imports them: refused with a reason, in bounded memory, and nothing written outside.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { inFolder, run } from '../evidence/fixture.ts'
import { failed, manyFiles } from '../evidence/forge.ts'
import { soi } from '../evidence/store-home.ts'
import { zipOf } from './sealed.ts'

const text = (content: string) => Buffer.from(content)
const bagOf = (files: Readonly<Record<string, Buffer>>): Buffer =>
  zipOf([
    ['bag/bagit.txt', text('x')] as const,
    ...Object.entries(files).map(([path, content]) => [`bag/${path}`, content] as const),
  ])
const patched = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

const python = async (folder: string, body: string): Promise<Buffer> => {
  const file = join(folder, 'python.zip')
  const script = `import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:\n    z.writestr('bag/bagit.txt', 'x')\n${body}`
  await run('python3', ['-W', 'ignore', '-c', script, file])
  const { readFile } = await import('node:fs/promises')
  return readFile(file)
}

test.each<[string, (folder: string) => Promise<Buffer> | Buffer]>([
  [
    'a name that climbs out',
    () =>
      zipOf([
        ['bag/bagit.txt', text('x')],
        ['bag/../../escaped.txt', text('x')],
      ]),
  ],
  [
    'an absolute name',
    () =>
      zipOf([
        ['bag/bagit.txt', text('x')],
        ['/tmp/escaped.txt', text('x')],
      ]),
  ],
  [
    'a Windows name',
    () =>
      zipOf([
        ['bag/bagit.txt', text('x')],
        ['bag\\..\\escaped.txt', text('x')],
      ]),
  ],
  ['names that differ in case only', () => bagOf({ 'data/a.txt': text('x'), 'data/A.txt': text('y') })],
  ['one name twice', () => patched(bagOf({ 'data/aa': text('x'), 'data/bb': text('y') }), 'data/bb', 'data/aa')],
  ['a name that is not UTF-8', () => patched(bagOf({ 'data/aa': text('x') }), 'data/aa', 'data/\xff\xfe')],
  [
    'a link',
    (folder) =>
      python(
        folder,
        `    i = zipfile.ZipInfo('bag/data/link'); i.create_system = 3; i.external_attr = 0o120777 << 16\n    z.writestr(i, '/etc/passwd')`,
      ),
  ],
  ['a bomb', (folder) => python(folder, `    z.writestr('bag/data/bomb', bytes(60_000_000))`)],
  [
    'a bomb of many files',
    (folder) => python(folder, `    [z.writestr(f'bag/data/{n}', bytes(2_000_000)) for n in range(40)]`),
  ],
  ['a million files', () => manyFiles(1_000_000)],
  ['no lists', () => bagOf({ 'data/pack.json': text('{}') })],
])('%s: neither verified nor imported', async (_, make) =>
  inFolder(async (folder) => {
    const file = join(folder, 'hostile.zip')
    await writeFile(file, await make(folder))
    const result = await verifyPack(file, { lang: 'en' })
    expect(result.ok).toBe(false)
    expect(result.checks.filter(({ ok }) => ok === false).every(({ detail }) => detail !== '')).toBe(true)
    const home = join(folder, 'home')
    const imported = await soi(home, 'import', file)
    expect(imported.code).toBe(ExitCode.BadInput)
    expect(imported.err).toContain('NOT imported: ')
    const left = await readdir(folder, { recursive: true })
    expect(left.filter((name) => name.includes('escaped') || /[0-9a-f]{60}/.test(name))).toEqual([])
  }),
)

test('texts made to fill the memory are refused by a process that has little of it', () =>
  inFolder(async (folder) => {
    const make = {
      'deep.zip': bagOf({ 'data/pack.json': text('['.repeat(8_000_000)) }),
      'wide.zip': bagOf({ 'data/pack.json': text(`{"sightings":[{}${',{}'.repeat(9_000_000)}]}`) }),
      'endless.zip': bagOf({ 'data/ledger.jsonl': Buffer.alloc(150 * 2 ** 20, 0x61) }),
      'lists.zip': bagOf({ 'manifest-sha256.txt': text(`${'0'.repeat(64)}  data/x\n`.repeat(400_000)) }),
    }
    for (const [name, bytes] of Object.entries(make)) await writeFile(join(folder, name), bytes)
    const verifier = fileURLToPath(new URL('../../src/evidence/verify/verify.ts', import.meta.url))
    const loader = new URL('../../src/typescript.mjs', import.meta.url).href
    const script = `const { load } = await import(process.argv[1]);
      const [{ verifyPack }] = await load([process.argv[2]]);
      for (const file of process.argv.slice(3)) console.log(JSON.stringify((await verifyPack(file)).checks.filter(({ ok }) => ok === false).map(({ id }) => id)))`
    const { stdout } = await run(process.execPath, [
      ...['--max-old-space-size=256', '--input-type=module', '-e', script, loader, verifier],
      ...Object.keys(make).map((name) => join(folder, name)),
    ])
    const answers: string[][] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toHaveLength(4)
    for (const ids of answers) expect(ids).toContain('complete')
  }))

test('a token, a chain and a list of timestamps of any bytes are findings, not falls', async () => {
  for (const junk of ['', '0', '\0'.repeat(70_000), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n']) {
    const bytes = bagOf({
      'timestamps/pack-1.tsr': text(junk),
      'timestamps/pack-1.chain.pem': text(junk),
      'timestamps/pack-1.crl.pem': text(junk),
      'tagmanifest-sha256.txt': text('x'),
    })
    expect(failed(await verifyPack(bytes, {}))).toContain('timestamps')
  }
})
