import { join } from 'node:path'
import { BadInput } from '../errors.ts'
import type { KeyRecord } from '../evidence/key-ring.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { keyMessages } from '../i18n/key.ts'
import type { Store } from '../store/api.ts'
import type { Command, Tools } from './command.ts'

const load = async () => {
  const [{ existingKey, keyRing, keySubject, rotateKey }, { openStore }] = await Promise.all([
    import('../evidence/key-ring.ts'),
    import('../store/store.ts'),
  ])
  return { existingKey, keyRing, keySubject, rotateKey, openStore }
}

const lineOf = (key: KeyRecord, { lang }: Pick<Tools, 'lang'>): string => {
  const t = keyMessages(lang)
  const from = key.since === null ? t.notYet : t.since(localTime(key.since, lang))
  const to = key.until === null ? '' : `, ${t.until(localTime(key.until, lang))}`
  return `${key.fingerprint}  ${t.states[key.state]}  ${from}${to}${key.reason ? `: ${forTerminal(key.reason)}` : ''}`
}

/** `soi key show` */
async function show(tools: Tools, options: { readonly json?: boolean; readonly pem?: boolean }): Promise<ExitCode> {
  const { existingKey, keyRing, openStore } = await load()
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    const keys = await keyRing(store.ledger.entries(), await existingKey(join(tools.home, 'keys')))
    if (options.json) for (const key of keys) tools.out(JSON.stringify(key))
    else if (!keys.length) tools.out(keyMessages(tools.lang).none)
    else
      for (const key of keys) {
        tools.out(lineOf(key, tools))
        if (options.pem) tools.out(key.publicPem.trim())
      }
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

const reasonOf = (text: string, tools: Tools): string => {
  if (text.trim() === '' || text.length > 500) throw new BadInput(keyMessages(tools.lang).needReason)
  return text.trim()
}

/** Enters the end of the key in use, puts it aside, makes a new one and enters that. The ledger is first: a key it calls ended signs nothing more. */
async function replace(
  tools: Tools,
  store: Store,
  action: 'key-rotated' | 'key-revoked',
  reason: string,
): Promise<void> {
  const t = keyMessages(tools.lang)
  const { existingKey, keySubject, rotateKey } = await load()
  const folder = join(tools.home, 'keys')
  const now = await existingKey(folder)
  if (now === null) throw new BadInput(t.none)
  await store.ledger.append(action, keySubject(now.fingerprint), { publicPem: now.publicPem, reason })
  const { old, made } = await rotateKey(folder)
  await store.ledger.append('key-made', keySubject(made.fingerprint), { publicPem: made.publicPem })
  tools.out(t.replaced(old.fingerprint, made.fingerprint))
}

/** `soi key rotate` */
async function rotate(tools: Tools, options: { readonly reason: string }): Promise<ExitCode> {
  const reason = reasonOf(options.reason, tools)
  const { openStore } = await load()
  const store = await openStore(tools.home, { actor: tools.operator })
  try {
    await replace(tools, store, 'key-rotated', reason)
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

/** `soi key revoke`: the key in use is replaced as well; an older one is only entered as revoked. */
async function revoke(tools: Tools, prefix: string, options: { readonly reason: string }): Promise<ExitCode> {
  const t = keyMessages(tools.lang)
  const reason = reasonOf(options.reason, tools)
  if (!/^[0-9a-f]{8,64}$/.test(prefix)) throw new BadInput(t.badFingerprint(forTerminal(prefix)))
  const { existingKey, keyRing, keySubject, openStore } = await load()
  const store = await openStore(tools.home, { actor: tools.operator })
  try {
    const current = await existingKey(join(tools.home, 'keys'))
    const found = (await keyRing(store.ledger.entries(), current)).filter(({ fingerprint }) =>
      fingerprint.startsWith(prefix),
    )
    const [key] = found
    if (key === undefined || found.length > 1) throw new BadInput(t.notOne(prefix, found.length))
    if (key.state === 'revoked') throw new BadInput(t.revokedBefore(key.fingerprint))
    if (key.fingerprint === current?.fingerprint) await replace(tools, store, 'key-revoked', reason)
    else {
      await store.ledger.append('key-revoked', keySubject(key.fingerprint), { publicPem: key.publicPem, reason })
      tools.out(t.revoked(key.fingerprint))
    }
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'key',
  declare: (program, lang, act) => {
    const t = keyMessages(lang)
    const key = program.command('key').description(t.about)
    key
      .command('show')
      .description(t.showAbout)
      .option('--pem', t.pem)
      .option('--json', t.json)
      .action(act((tools, options: { json?: boolean; pem?: boolean }) => show(tools, options)))
    key
      .command('rotate')
      .description(t.rotateAbout)
      .requiredOption('--reason <text>', t.reason)
      .action(act((tools, options: { reason: string }) => rotate(tools, options)))
    key
      .command('revoke')
      .description(t.revokeAbout)
      .argument('<fingerprint>', t.fingerprint)
      .requiredOption('--reason <text>', t.reason)
      .action(act((tools, prefix: string, options: { reason: string }) => revoke(tools, prefix, options)))
  },
}
