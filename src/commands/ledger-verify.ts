import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { ledgerMessages } from '../i18n/ledger.ts'
import type { ChainCheck, Store, TipsCheck } from '../store/api.ts'
import type { Tools } from './command.ts'

export interface VerifyOptions {
  readonly head?: string
  readonly json?: boolean
}

/** Walks the chain, and holds what the console keeps of tips against it. BadInput: a head that is none. */
export async function verifyLedger(store: Store, options: VerifyOptions, tools: Tools): Promise<ExitCode> {
  const head = options.head?.toLowerCase()
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw new BadInput(ledgerMessages(tools.lang).noHead(head))
  const found = await store.ledger.check(head)
  const tips = await store.ledger.checkTips()
  const ok = found.faults.length === 0 && tips.problems.length === 0
  if (options.json) tools.out(JSON.stringify({ ok, ...found, tips }))
  else {
    told(found, tools)
    tipsTold(tips, tools)
  }
  return ok ? ExitCode.Ok : ExitCode.EvidenceBroken
}

function told({ faults, entries, head, anchored, clockSteps }: ChainCheck, tools: Tools): void {
  const t = ledgerMessages(tools.lang)
  const [first, ...others] = faults
  if (first) tools.out(t.broken(first.seq, `${t.fault[first.kind]} – ${forTerminal(first.detail)}`))
  else tools.out(t.whole(entries, head?.hash ?? '–'))
  if (others.length > 0) tools.out(t.otherFaults(others.length))
  if (anchored && faults.every(({ seq }) => seq > anchored.seq)) {
    const at = localTime(anchored.at, tools.lang)
    tools.out(t.anchoredTo(anchored.seq, at, forTerminal(anchored.authority)))
    tools.out(t.root(anchored.root ?? '–'))
  } else if (!anchored) tools.out(t.notAnchored)
  if (clockSteps > 0) tools.out(t.clockSteps(clockSteps))
}

/** Nothing where no tip was ever taken in. */
function tipsTold({ entries, recorded, compared, problems }: TipsCheck, tools: Tools): void {
  const t = ledgerMessages(tools.lang)
  for (const { subject, detail } of problems) tools.out(t.tipsBroken(subject, forTerminal(detail)))
  if (!compared && recorded > 0) tools.out(t.tipsElsewhere(recorded))
  else if (entries > 0 && problems.length === 0) tools.out(t.tipsWhole(entries))
}
