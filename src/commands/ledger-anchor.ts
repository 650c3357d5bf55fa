import { createHash } from 'node:crypto'
import { BadInput, FetchFailed } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { ledgerMessages } from '../i18n/ledger.ts'
import type { Store } from '../store/api.ts'
import { requiredAuthorities } from '../timestamp/authorities.ts'
import type { Authority, Stamp } from '../timestamp/stamp.ts'
import type { Tools } from './command.ts'

interface Asked {
  readonly authority: string
  readonly stamp: Stamp | null
  /** Why there is none. */
  readonly why: string | null
}

/** Asks all at once; one that fails is said and does not keep the others from being kept. */
async function askAll(
  authorities: readonly Authority[],
  data: Uint8Array,
  signal: AbortSignal,
): Promise<readonly Asked[]> {
  const { stamp } = await import('../timestamp/stamp.ts')
  return Promise.all(
    authorities.map(async (authority) => {
      try {
        return { authority: authority.name, stamp: await stamp(data, authority, signal), why: null }
      } catch (error) {
        if (!(error instanceof FetchFailed || error instanceof BadInput)) throw error
        return { authority: authority.name, stamp: null, why: error.message }
      }
    }),
  )
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Which authorities are trusted is a setting: a change of it is entered before it takes effect. */
const noteSetting = (store: Store, authorities: readonly Authority[]) =>
  store.ledger.setting(
    'authorities',
    authorities.map(({ name, url, certificates }) => ({ name, url, certificates: fingerprint(certificates) })),
  )

/** `soi ledger anchor` */
export async function anchor(tools: Tools, options: { readonly json?: boolean }): Promise<ExitCode> {
  const t = ledgerMessages(tools.lang)
  const authorities = await requiredAuthorities(tools)
  const { openExisting } = await import('../store/store.ts')
  const store = await openExisting(tools.home, { actor: tools.operator })
  try {
    await noteSetting(store, authorities)
    const head = await store.ledger.head()
    if (head === null) throw new BadInput(t.empty)
    const asked = await askAll(authorities, Buffer.from(head.hash), tools.signal)
    tools.signal.throwIfAborted()
    for (const { authority, stamp, why } of asked) {
      if (stamp === null) {
        tools.err(t.anchorFailed(forTerminal(authority), forTerminal(why ?? '')))
        continue
      }
      const row = await store.anchors.add({ seq: head.seq, head: head.hash, ...stamp })
      if (options.json) tools.out(JSON.stringify(row))
      else tools.out(t.anchorDone(forTerminal(authority), head.seq, localTime(stamp.at, tools.lang)))
    }
    if (asked.some(({ stamp }) => stamp !== null)) return ExitCode.Ok
    tools.err(t.anchorNone)
    return ExitCode.Unavailable
  } finally {
    await store.close()
  }
}

/** `soi ledger authorities` */
export async function authorities(
  tools: Tools,
  options: { readonly test?: boolean; readonly json?: boolean },
): Promise<ExitCode> {
  const t = ledgerMessages(tools.lang)
  const all = await requiredAuthorities(tools)
  const asked = options.test ? await askAll(all, Buffer.from('soi ledger authorities --test'), tools.signal) : []
  for (const { name, url, certificates } of all) {
    const answer = asked.find(({ authority }) => authority === name)
    const tested = answer && { at: answer.stamp?.at ?? null, why: answer.why }
    if (options.json) tools.out(JSON.stringify({ name, url, certificates: fingerprint(certificates), ...tested }))
    else {
      tools.out(`${forTerminal(name)}  ${url}`)
      if (answer?.stamp) tools.out(t.authorityWorks(forTerminal(name), localTime(answer.stamp.at, tools.lang)))
      if (answer?.why) tools.out(t.anchorFailed(forTerminal(name), forTerminal(answer.why)))
    }
  }
  if (all.length === 1 && !options.json) tools.err(t.onlyOne)
  return asked.some(({ stamp }) => stamp === null) ? ExitCode.Unavailable : ExitCode.Ok
}
