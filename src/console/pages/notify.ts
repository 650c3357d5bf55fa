import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { noticeMessages } from '../../i18n/notify.ts'
import { whereTo } from '../../notify/channels.ts'
import type { Tested } from '../../notify/notifier.ts'
import { NOTICE_EVENTS } from '../../notify/schema.ts'
import type { Channel } from '../../notify/settings.ts'
import type { Delivery } from '../../store/console/outbox-api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { moment, number, table } from '../parts.ts'
import { redirect } from '../reply.ts'

const MOST = 100
const FILE = 'notify.yaml'

const EXAMPLE = `console_url: https://soi.example
channels:
  - name: doi-3
    kind: email
    events: [high-flag, overdue-tip]
    digest: { at: "07:30" }
    from: soi@example.vn
    to: [doi3@example.vn]
    smtp: { host: mail.example.vn, port: 587, user: soi, password_file: keys/smtp }
  - name: hook
    kind: webhook
    url: https://example.vn/soi
    secret_env: SOI_WEBHOOK_SECRET
  - name: chat
    kind: chat
    chat_id: "-100123"
    url_file: keys/chat-url
`

function channelRow(channel: Channel, ask: SignedAsk): Markup {
  const t = noticeMessages(ask.lang)
  const { name, kind, events, digest } = channel
  const tells = events.map((event) => html`<li>${t.events[event]}</li>`)
  const when = digest ? t.daily(digest.at, digest.zone) : t.atOnce
  return html`<tr><th scope="row">${name}</th><td>${t.kinds[kind]}</td><td>${shown(whereTo(channel))}</td><td><ul class="tells">${tells}</ul></td><td>${when}</td><td><form method="post" action="/notify/test" class="inline">${csrfField(ask)}<input type="hidden" name="channel" value="${name}"><button aria-label="${t.sendTestTo(name)}">${t.sendTest}</button></form></td></tr>`
}

function holds({ notices }: Delivery, ask: SignedAsk): string {
  const t = noticeMessages(ask.lang)
  return NOTICE_EVENTS.map((event) => ({ event, n: notices.filter((each) => each.event === event).length }))
    .filter(({ n }) => n > 0)
    .map(({ event, n }) => `${t.events[event]}: ${number(n, ask.lang)}`)
    .join(' · ')
}

function deliveryRow(delivery: Delivery, ask: SignedAsk): Markup {
  const t = noticeMessages(ask.lang)
  const { id, channel, state, tries, madeAt, sentAt, nextAt, problem } = delivery
  const more =
    state === 'sent' && sentAt
      ? moment(sentAt, ask.lang)
      : state === 'failed'
        ? html`<form method="post" action="/notify/${id}/retry" class="inline">${csrfField(ask)}<button aria-label="${t.retry} ${id.slice(0, 8)}">${t.retry}</button></form>`
        : html`${t.next} ${moment(nextAt, ask.lang)}`
  return html`<tr><th scope="row" class="hash-short"><span class="hash">${id.slice(0, 8)}</span></th><td>${shown(channel)}</td><td>${moment(madeAt, ask.lang)}</td><td class="long">${holds(delivery, ask)}</td><td><span class="state notice-${state}">${t.states[state]}</span> ${more}${problem ? html`<br><span class="fine">${shown(problem)}</span>` : null}</td><td class="number">${tries}</td></tr>`
}

function outboxPart(ask: SignedAsk): Markup {
  const t = noticeMessages(ask.lang)
  const { outbox } = ask.world.console
  const counts = outbox.counts()
  const deliveries = outbox.list({ limit: MOST })
  const states = (['waiting', 'sent', 'failed'] as const).map(
    (state) => html`<span><b>${number(counts[state], ask.lang)}</b> ${t.states[state]}</span>`,
  )
  const head = [t.message, t.name, t.made, t.holds, t.stateTitle, { number: t.tries }]
  const rows = deliveries.map((each) => deliveryRow(each, ask))
  return html`<section class="card" id="outbox"><h2>${t.outbox}</h2><p class="line">${states}<span><b>${number(counts.unbound, ask.lang)}</b> ${t.unbound}</span></p>${rows.length ? table(t.outbox, head, rows) : html`<p class="empty">${t.noDeliveries}</p>`}</section>`
}

function channelsPart(ask: SignedAsk): Markup {
  const t = noticeMessages(ask.lang)
  const { notifier } = ask.world
  if (!notifier)
    return html`<section class="card"><h2>${t.channels}</h2><p>${t.none}</p><pre class="scroll" tabindex="0" role="region" aria-label="${FILE}">${EXAMPLE}</pre></section>`
  const head = [t.name, t.kind, t.where, t.tells, t.when, t.trial]
  const rows = notifier.channels.map((channel) => channelRow(channel, ask))
  return html`<section class="card"><h2>${t.channels}</h2>${table(t.channels, head, rows)}</section>`
}

function noticesPage(ask: SignedAsk, tested: readonly Tested[] = []): Response {
  const t = noticeMessages(ask.lang)
  const said = tested.map(({ channel, problem }) =>
    problem === null ? notice(t.tested(channel), 'good') : notice(t.notTested(channel, problem)),
  )
  const verify = t.verify.map((line) => html`<li>${line}</li>`)
  return page(ask, {
    title: t.title,
    section: 'settings',
    body: html`<h1>${t.title}</h1><p class="fine">${t.pageAbout(FILE)}</p>${said}${channelsPart(ask)}${outboxPart(ask)}<details class="card"><summary><h2>${t.verifyTitle}</h2></summary><ul>${verify}</ul></details>`,
  })
}

async function test(ask: SignedAsk): Promise<Response> {
  const { notifier, console: own } = ask.world
  if (!notifier) return noticesPage(ask)
  const name = ask.form['channel'] ?? ''
  own.access.note(ask.session.account.name, 'notice.test', `channel:${name.slice(0, 60)}`)
  return noticesPage(ask, await notifier.test(name))
}

async function retry(ask: SignedAsk): Promise<Response> {
  const { outbox, access } = ask.world.console
  const id = ask.params['id'] ?? ''
  if (outbox.retry(id)) access.note(ask.session.account.name, 'notice.retry', `notice:${id}`)
  return redirect('/notify#outbox')
}

export const notifyRoutes: readonly Route[] = [
  { method: 'GET', path: '/notify', permission: 'settings', handle: async (ask) => noticesPage(ask) },
  { method: 'POST', path: '/notify/test', permission: 'settings', handle: test },
  { method: 'POST', path: '/notify/:id{[0-9a-f-]+}/retry', permission: 'settings', handle: retry },
]
