import { BadInput } from '../errors.ts'
import type { Verification as PackVerification } from '../evidence/verify/verify.ts'
import { ExitCode } from '../exit-codes.ts'
import { packMessages } from '../i18n/pack.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly store?: boolean
  readonly json?: boolean
  readonly key?: string
}

const SIGN = { true: '✓', false: '✗', null: '–' } as const

/** One check a line, its explanation indented below. */
function describe(result: PackVerification, tools: Tools): void {
  const t = packMessages(tools.lang)
  for (const { ok, title, detail } of result.checks) {
    tools.out(`${SIGN[`${ok}`]} ${title}`)
    for (const line of detail.split('\n')) tools.out(`    ${printable(line)}`)
  }
  const keyCompared = result.checks.some(({ id, ok }) => id === 'key' && ok === true)
  tools.out(result.ok ? (keyCompared ? t.whole : t.wholeButKey) : t.broken)
}

/** A stranger's file names must not steer the terminal. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

async function verifyFile(tools: Tools, file: string, options: Options): Promise<ExitCode> {
  const { verifyPack } = await import('../evidence/verify/verify.ts')
  const result = await verifyPack(file, {
    lang: tools.lang,
    ...(options.key === undefined ? {} : { key: options.key }),
  })
  if (options.json) tools.out(JSON.stringify(result))
  else describe(result, tools)
  return result.ok ? ExitCode.Ok : ExitCode.EvidenceBroken
}

async function verifyStore(tools: Tools, options: Options): Promise<ExitCode> {
  const t = packMessages(tools.lang)
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    const result = await store.verify()
    const ok = result.problems.length === 0
    if (options.json) tools.out(JSON.stringify({ ok, ...result }))
    else {
      for (const { kind, subject, detail } of result.problems)
        tools.out(`✗ ${kind} ${printable(subject)}: ${printable(detail)}`)
      tools.out(t.storeHead(result.head?.hash ?? '–', result.counts.ledger))
      tools.out(ok ? t.storeWhole(result.counts.sightings) : t.storeBroken(result.problems.length))
    }
    return ok ? ExitCode.Ok : ExitCode.EvidenceBroken
  } finally {
    await store.close()
  }
}

async function verify(tools: Tools, file: string | undefined, options: Options): Promise<ExitCode> {
  const t = packMessages(tools.lang)
  if ((file === undefined) === !options.store) throw new BadInput(t.oneTarget)
  if (file !== undefined) return verifyFile(tools, file, options)
  if (options.key !== undefined) throw new BadInput(t.keyNeedsFile)
  return verifyStore(tools, options)
}

export const command: Command = {
  name: 'verify',
  declare: (program, lang, act) => {
    const t = packMessages(lang)
    program
      .command('verify')
      .description(t.verifyAbout)
      .argument('[file]', t.packFile)
      .option('--store', t.store)
      .option('--json', t.json)
      .option('--key <fingerprint>', t.key)
      .action(act((tools, file: string | undefined, options: Options) => verify(tools, file, options)))
  },
}
