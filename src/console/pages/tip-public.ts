import { BadInput } from '../../errors.ts'
import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleTips } from '../../i18n/console-tips.ts'
import { receiveTip } from '../../tips/receive.ts'
import { referenceHash } from '../../tips/reference.ts'
import { tipSettings } from '../../tips/settings.ts'
import type { Ask, Route } from '../ask.ts'
import { notice, page } from '../layout.ts'
import { moment } from '../parts.ts'
import { tipFields, tipProblem, typedTip } from '../tip-forms.ts'
import { deskOf } from '../tip-parts.ts'

const isOpen = ({ world }: Ask): boolean => world.publicTips || tipSettings(world.console.tips).isPublic

/** One household or office of IPv6 has a whole /64 of addresses: they count as one. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}

function narrow(ask: Ask, title: string, status: number, body: Markup): Response {
  return page(ask, { title, status, body: html`<section class="narrow wide"><h1>${title}</h1>${body}</section>` })
}

const closedPage = (ask: Ask): Response => {
  const t = consoleTips(ask.lang)
  return narrow(ask, t.closedTitle, 404, html`<p>${t.closed}</p>`)
}

function formPage(ask: Ask, problem: string | null = null, status = 400): Response {
  const t = consoleTips(ask.lang)
  const privacy = t.privacy(tipSettings(ask.world.console.tips).keepDays).map((line) => html`<li>${line}</li>`)
  return narrow(
    ask,
    t.publicTitle,
    problem === null ? 200 : status,
    html`<p>${t.publicAbout}</p>${notice(problem)}<form method="post" action="/tips/new" class="stack">${tipFields(ask, true)}
<section class="notice"><h2>${t.privacyTitle}</h2><ul>${privacy}</ul></section><button class="main">${t.send}</button></form><p><a href="/tips/status">${t.toStatus}</a></p>`,
  )
}

async function send(ask: Ask): Promise<Response> {
  const t = consoleTips(ask.lang)
  if (!isOpen(ask)) return closedPage(ask)
  if (!ask.world.tipThrottle.allow(networkOf(ask.address))) return formPage(ask, t.tooMany, 429)
  try {
    const { reference } = await receiveTip(deskOf(ask), typedTip(ask, 'form'), null)
    return narrow(
      ask,
      t.thanks,
      200,
      html`<p>${t.reference}: <code class="reference">${reference}</code></p><p>${t.keepReference}</p><p><a href="/tips/status">${t.toStatus}</a></p>`,
    )
  } catch (error) {
    if (error instanceof BadInput) return formPage(ask, tipProblem(ask, error))
    throw error
  }
}

/** The code travels in the form, never in an address that a log or a history would keep. */
function statusPage(ask: Ask, answer: Markup | null = null, status = 200): Response {
  const t = consoleTips(ask.lang)
  return narrow(
    ask,
    t.statusTitle,
    status,
    html`${answer}<form method="post" action="/tips/status" class="stack"><label>${t.reference}<input name="reference" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"></label><button class="main">${t.look}</button></form><p><a href="/tips/new">${t.publicTitle}</a></p>`,
  )
}

async function look(ask: Ask): Promise<Response> {
  const t = consoleTips(ask.lang)
  if (!isOpen(ask)) return closedPage(ask)
  if (!ask.world.tipThrottle.allow(networkOf(ask.address))) return statusPage(ask, notice(t.tooMany), 429)
  const { tips } = ask.world.console
  const own = tips.byReference(referenceHash(ask.form['reference'] ?? ''))
  if (!own) return statusPage(ask, notice(t.unknownReference), 404)
  // What was told again fares as what it was merged into.
  const leading = own.mergedInto === null ? own : (tips.get(own.mergedInto) ?? own)
  return statusPage(
    ask,
    html`<section class="notice good" role="status"><p>${t.received} ${moment(own.receivedAt, ask.lang)}</p><p><b>${t.publicStatuses[leading.status]}</b></p></section>`,
  )
}

export const tipPublicRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/tips/new',
    permission: 'public',
    handle: async (ask) => (isOpen(ask) ? formPage(ask) : closedPage(ask)),
  },
  { method: 'POST', path: '/tips/new', permission: 'public', handle: send },
  {
    method: 'GET',
    path: '/tips/status',
    permission: 'public',
    handle: async (ask) => (isOpen(ask) ? statusPage(ask) : closedPage(ask)),
  },
  { method: 'POST', path: '/tips/status', permission: 'public', handle: look },
]
