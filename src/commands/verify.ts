import { BadInput } from '../errors.ts'
import type { Comparison } from '../evidence/verify/against.ts'
import type { Examined, Verification as PackVerification } from '../evidence/verify/verify.ts'
import { ExitCode } from '../exit-codes.ts'
import { packMessages } from '../i18n/pack.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly store?: boolean
  readonly json?: boolean
  readonly key?: string
  readonly against?: string
}

const SIGN = { true: '✓', false: '✗', null: '–' } as const

/** One check a line, its explanation indented below. */
function describe(result: PackVerification, tools: Tools): void {
  const t = packMessages(tools.lang)
  for (const { ok, title, detail } of result.checks) {
    tools.out(`${SIGN[`${ok}`]} ${title}`)
    for (const line of detail.split('\n')) tools.out(`    ${printable(line)}`)
  }
  const { workingCopyOf: original } = result
  if (original) for (const line of t.workingCopyOf(original.tagManifest, original.zip)) tools.out(line)
  const keyCompared = result.checks.some(({ id, ok }) => id === 'key' && ok === true)
  tools.out(result.ok ? (keyCompared ? t.whole : t.wholeButKey) : t.broken)
}

/** A stranger's file names must not steer the terminal. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

async function verifyFile(tools: Tools, file: string, options: Options): Promise<ExitCode> {
  const { withPack } = await import('../evidence/verify/verify.ts')
  const asked = { lang: tools.lang, ...(options.key === undefined ? {} : { key: options.key }) }
  return withPack(file, asked, async (examined) => {
    const { result } = examined
    const compared = options.against === undefined ? null : await compare(examined, options.against, tools)
    if (options.json) tools.out(JSON.stringify(compared ? { ...result, against: compared } : result))
    else {
      describe(result, tools)
      if (compared) describeComparison(compared, tools)
    }
    return result.ok && !compared?.differences.length ? ExitCode.Ok : ExitCode.EvidenceBroken
  })
}

async function compare({ contents, said }: Examined, home: string, tools: Tools): Promise<Comparison> {
  if (!contents || !said) throw new BadInput(packMessages(tools.lang).againstNeedsFile)
  const { compareWithStore } = await import('../evidence/verify/against.ts')
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(home, { actor: tools.operator, readOnly: true })
  try {
    return await compareWithStore({ contents, said, store, lang: tools.lang })
  } finally {
    await store.close()
  }
}

function describeComparison({ differences, since, laterEntries }: Comparison, tools: Tools): void {
  const t = packMessages(tools.lang)
  tools.out(differences.length ? `✗ ${t.otherThanStore(differences.length)}` : `✓ ${t.sameAsStore(laterEntries)}`)
  for (const line of differences) tools.out(`    ${printable(line)}`)
  if (since.length > 0) tools.out(t.doneSince)
  for (const line of since) tools.out(`    ${printable(line)}`)
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
      if (result.notCompared.includes('goods')) tools.out(`– ${t.goodsNotCompared}`)
      if (result.notCompared.includes('tips')) tools.out(`– ${t.tipsNotCompared}`)
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
  if (options.against !== undefined) throw new BadInput(t.againstNeedsFile)
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
      .option('--against <home>', t.against)
      .action(act((tools, file: string | undefined, options: Options) => verify(tools, file, options)))
  },
}
