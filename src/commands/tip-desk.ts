import { BadInput } from '../errors.ts'
import { tipMessages } from '../i18n/tips.ts'
import type { Store } from '../store/api.ts'
import type { Tip } from '../store/console/tip-api.ts'
import type { TipDesk } from '../tips/desk.ts'
import type { Tools } from './command.ts'

export interface CliDesk extends TipDesk {
  readonly store: Store
}

/** Opens both files, brings entries of a killed run into the ledger, and closes whatever happens. */
export async function withTipDesk<T>(tools: Tools, work: (desk: CliDesk) => Promise<T>): Promise<T> {
  const [{ openStore }, { openConsole }, { settle }] = await Promise.all([
    import('../store/store.ts'),
    import('../store/console/console.ts'),
    import('../tips/desk.ts'),
  ])
  const now = () => new Date()
  const store = await openStore(tools.home, { actor: tools.operator })
  try {
    const console = openConsole(tools.home, { now: () => now().toISOString() })
    try {
      const desk = { tips: console.tips, ledger: store.ledger, now, store }
      await settle(desk)
      return await work(desk)
    } finally {
      console.close()
    }
  } finally {
    await store.close()
  }
}

/** A tip on a seller. Here nobody has shown who they are: tips on officers are not to be had. BadInput. */
export function sellerTip(desk: TipDesk, number: string, { lang }: Tools): Tip {
  const tip = /^\d{1,15}$/.test(number) ? desk.tips.numbered('seller', Number(number)) : null
  if (!tip) throw new BadInput(tipMessages(lang).noTip(number.slice(0, 40)))
  return tip
}
