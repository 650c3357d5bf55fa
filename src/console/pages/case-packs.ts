import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleMessages } from '../../i18n/console.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import type { Case } from '../../store/api.ts'
import type { SignedAsk } from '../ask.ts'
import { anyBlind, eyesOf } from '../blind.ts'
import { csrfField, notice } from '../layout.ts'
import type { PackState } from '../pack-jobs.ts'
import { number } from '../parts.ts'
import { may } from '../roles.ts'

function stateOf(state: PackState | null, id: number, ask: SignedAsk): Markup | null {
  const t = consoleWork(ask.lang)
  if (state === null) return null
  if (state.kind === 'failed')
    return notice(`${t.packFailed} ${state.message ?? consoleMessages(ask.lang).problems.defect[1]}`)
  const said = t.packing(state.done, state.total)
  return html`<p role="status">${said}</p><p><progress value="${state.done}" max="${Math.max(1, state.total)}" aria-label="${said}"></progress> <a href="/cases/${id}" data-key="r">${t.reload}</a></p>`
}

/** Why this officer gets no pack of this case now, in their language: it prints verdicts, reasons and names. Null: they do. */
export async function packRefused({ sightings }: Case, ask: SignedAsk): Promise<string | null> {
  const members = await ask.world.store.likeness.rows(sightings)
  return (await anyBlind(eyesOf(ask), members)) ? consoleWork(ask.lang).packBlind : null
}

/** The packs of a case: what is under way, what is there, and the form that begins one. */
export async function packsPart(of: Case, ask: SignedAsk): Promise<Markup | null> {
  if (!may(ask.session.account.role, 'case')) return null
  const t = consoleWork(ask.lang)
  const { id, sightings } = of
  const refused = await packRefused(of, ask)
  if (refused)
    return html`<section class="card" id="packs"><h2>${t.packs}</h2><p>${refused} <a href="/reviews">${consoleCasework(ask.lang).reviews}</a></p></section>`
  const { packs } = ask.world
  const state = packs.state(id)
  const made = (await packs.made(id)).map(
    ({ name, bytes }) =>
      html`<li><a href="/cases/${id}/packs/${name}">${t.download} ${name}</a> <span class="soft">${number(bytes, ask.lang)} byte</span></li>`,
  )
  const form = html`<form method="post" action="/cases/${id}/packs">${csrfField(ask)}<p class="fine">${t.packHint}</p><p><label class="check"><input type="checkbox" name="partial" value="yes"> ${t.partial}</label></p><button class="main" data-key="p">${t.makePack} (p)</button></form>`
  return html`<section class="card" id="packs"><h2>${t.packs}</h2>${stateOf(state, id, ask)}${made.length ? html`<ul>${made}</ul>` : html`<p class="soft">${t.noPacks}</p>`}${sightings.length && state?.kind !== 'running' ? form : null}</section>`
}
