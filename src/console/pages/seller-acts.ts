import { BadInput } from '../../errors.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { saidIn } from '../../i18n/said.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { newestName } from '../newest-name.ts'
import { redirect } from '../reply.ts'
import { problemPage } from './problem.ts'
import { refOf, type SellerName, sellerPage, sellerPath } from './seller.ts'

/** The seller that a form names, under its newest name; null where it names none. */
async function named(ask: SignedAsk): Promise<SellerName | null> {
  const seller = refOf((name) => ask.form[name] || null)
  return seller && newestName(ask.world.store.sellers, seller)
}

/** Does what the form asks; what the store does not take is said on the seller's page. */
async function act(ask: SignedAsk, work: (seller: SellerName) => Promise<string>): Promise<Response> {
  const seller = await named(ask)
  if (!seller) return problemPage(ask, 'not-found')
  try {
    return redirect(await work(seller))
  } catch (error) {
    if (error instanceof BadInput) return sellerPage(ask, seller, saidIn(ask.lang, error.message))
    throw error
  }
}

const allow = (ask: SignedAsk): Promise<Response> =>
  act(ask, async (seller) => {
    const days = /^\d{1,3}$/.test(ask.form['days'] ?? '') ? Number(ask.form['days']) : 0
    const reason = (ask.form['reason'] ?? '').trim().slice(0, 500)
    if (days === 0 || !reason) throw new BadInput(consoleCasework(ask.lang).problems.days)
    const { name, unit } = ask.session.account
    await ask.world.store.allowances.add({ seller, reason, days, unit }, name)
    return `${sellerPath(seller)}#allow`
  })

const end = (ask: SignedAsk): Promise<Response> =>
  act(ask, async (seller) => {
    const reason = (ask.form['reason'] ?? '').trim().slice(0, 500)
    await ask.world.store.allowances.end(Number(ask.form['id'] ?? ''), reason, ask.session.account.name)
    return `${sellerPath(seller)}#allow`
  })

const intoCase = (ask: SignedAsk): Promise<Response> =>
  act(ask, async (seller) => {
    const id = Number(ask.form['case'] ?? '')
    await ask.world.store.cases.addSeller(id, seller, ask.session.account.name)
    return `/cases/${id}#sellers`
  })

export const sellerActRoutes: readonly Route[] = [
  { method: 'POST', path: '/seller/allow', permission: 'second', handle: allow },
  { method: 'POST', path: '/seller/allow/end', permission: 'second', handle: end },
  { method: 'POST', path: '/seller/case', permission: 'case', handle: intoCase },
]
