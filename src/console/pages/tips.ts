import { BadInput } from '../../errors.ts'
import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleTips } from '../../i18n/console-tips.ts'
import type { Tip, TipFilter } from '../../store/console/tip-api.ts'
import { importTips, tipsIn } from '../../tips/import.ts'
import { type Received, receiveTip } from '../../tips/receive.ts'
import { tipSettings } from '../../tips/settings.ts'
import { names, seenPage } from '../../tips/sight.ts'
import { eraseOld } from '../../tips/work.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { may } from '../roles.ts'
import { importForm, tipFields, tipProblem, typedTip } from '../tip-forms.ts'
import { deskOf, TIP_SECTIONS, type TipSection, tipTable } from '../tip-parts.ts'

const PAGE = 50
const VIEWS = ['open', 'overdue', 'mine', 'done', 'rejected'] as const
type View = (typeof VIEWS)[number]

function filterOf(view: View, { kind }: TipSection, ask: SignedAsk): TipFilter {
  const limit = PAGE
  if (view === 'open') return { kind, limit, open: true }
  if (view === 'overdue') return { kind, limit, dueBefore: ask.world.now().toISOString() }
  if (view === 'mine') return { kind, limit, open: true, assignee: ask.session.account.name }
  return { kind, limit, status: view }
}

const titleOf = ({ kind }: TipSection, ask: SignedAsk): string => {
  const t = consoleTips(ask.lang)
  return kind === 'seller' ? t.tips : t.conduct
}

const sectionOf = ({ kind }: TipSection) => (kind === 'seller' ? ('tips' as const) : ('conduct' as const))

function tabs(active: View, { base }: TipSection, ask: SignedAsk): Markup {
  const t = consoleTips(ask.lang)
  const links = VIEWS.map(
    (view) =>
      html`<a href="${base}?show=${view}"${view === active ? html` aria-current="page"` : null}>${t.views[view]}</a> `,
  )
  return html`<nav class="tabs" aria-label="${t.show}">${links}</nav>`
}

async function list(section: TipSection, ask: SignedAsk): Promise<Response> {
  const t = consoleTips(ask.lang)
  const desk = deskOf(ask)
  await eraseOld(desk)
  const view = VIEWS.find((each) => each === ask.url.searchParams.get('show')) ?? 'open'
  const from = Number(ask.url.searchParams.get('from') ?? 0)
  const offset = Number.isSafeInteger(from) && from > 0 ? from : 0
  const { tips, next } = seenPage(desk.tips, { ...filterOf(view, section, ask), offset }, ask.session.account)
  const more =
    next !== null
      ? html`<p class="pager"><a href="${section.base}?show=${view}&amp;from=${next}" data-key="]" rel="next">→</a></p>`
      : null
  const title = titleOf(section, ask)
  return page(ask, {
    title,
    section: sectionOf(section),
    body: html`<h1>${title}</h1>${section.kind === 'seller' ? null : html`<p class="fine">${t.conductHint}</p>`}${tabs(view, section, ask)}
${tipTable(title, tips, section.base, ask)}${more}<p class="fine">${t.dueRule(tipSettings(desk.tips).dueDays[section.kind])}</p>
<p class="line"><a href="${section.base}/add" data-key="n">${t.add} (n)</a></p>`,
  })
}

function addPage(section: TipSection, ask: SignedAsk, said: { problem?: string; good?: Markup } = {}): Response {
  const t = consoleTips(ask.lang)
  return page(ask, {
    title: t.add,
    section: sectionOf(section),
    status: said.problem ? 400 : 200,
    body: html`<nav class="steps" aria-label="${titleOf(section, ask)}"><a href="${section.base}" data-key="b">← ${titleOf(section, ask)}</a></nav><h1>${t.add}</h1>${notice(said.problem ?? null)}${said.good ?? null}
<div class="halves"><form method="post" action="${section.base}/add" class="stack card">${csrfField(ask)}<h2>${t.addHotline}</h2>${section.kind === 'seller' ? html`<p class="fine">${t.addHint}</p>` : null}${tipFields(ask, false)}<button class="main">${t.keep}</button></form>
${importForm(ask, section.base)}</div>`,
  })
}

/** The code is shown this once. A tip of the other kind is not linked: who entered it does not see it. */
function takenIn({ tip, reference }: Received, section: TipSection, ask: SignedAsk): Markup {
  const t = consoleTips(ask.lang)
  const link =
    tip.kind === section.kind
      ? html`<p><a href="${section.base}/${tip.number}">${t.toTip} #${tip.number}</a></p>`
      : null
  return html`<section class="notice good" role="status"><p><b>${t.takenIn}</b></p><p>${t.reference}: <code class="reference">${reference}</code></p><p class="fine">${t.referenceHint}</p>${link}</section>`
}

/** Runs what may be refused; what was typed is said to be wrong on the same page. */
async function told(section: TipSection, ask: SignedAsk, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BadInput) return addPage(section, ask, { problem: tipProblem(ask, error) })
    throw error
  }
}

const add = (section: TipSection, ask: SignedAsk): Promise<Response> =>
  told(section, ask, async () => {
    const received = await receiveTip(deskOf(ask), typedTip(ask, 'hotline'), ask.session.account.name)
    return addPage(section, { ...ask, form: {} }, { good: takenIn(received, section, ask) })
  })

/** Whether the officer may see a tip like that; of others no count is told, for each count would tell whether one was there already. */
const toldOf = ({ account }: SignedAsk['session']) => {
  const kinds = TIP_SECTIONS.filter(({ permission }) => may(account.role, permission)).map(({ kind }) => kind)
  return (tip: Pick<Tip, 'kind' | 'text' | 'about' | 'seller'>): boolean =>
    kinds.includes(tip.kind) && (tip.kind === 'seller' || !names(tip, account))
}

const bring = (section: TipSection, ask: SignedAsk): Promise<Response> =>
  told(section, ask, async () => {
    const t = consoleTips(ask.lang)
    const { file } = ask
    const pasted = ask.form['pasted'] ?? ''
    const inputs = file ? tipsIn(file.name, file.bytes) : tipsIn('', new TextEncoder().encode(pasted))
    const all = await importTips(deskOf(ask), inputs, ask.session.account.name)
    const mine = toldOf(ask.session)
    const [received, known] = [all.received.filter(({ tip }) => mine(tip)), all.known.filter(mine)]
    const merged = received.filter(({ same }) => same !== null).length
    const others = inputs.length - received.length - known.length
    const said = notice(
      `${t.imported(received.length, merged, known.length)}${others ? ` ${t.passedOn(others)}` : ''}`,
      'good',
    )
    return addPage(section, { ...ask, form: {} }, said ? { good: said } : {})
  })

export const tipsRoutes: readonly Route[] = TIP_SECTIONS.flatMap((section): Route[] => {
  const { base, permission } = section
  return [
    { method: 'GET', path: base, permission, handle: (ask) => list(section, ask) },
    { method: 'GET', path: `${base}/add`, permission, handle: async (ask) => addPage(section, ask) },
    { method: 'POST', path: `${base}/add`, permission, handle: (ask) => add(section, ask) },
    { method: 'POST', path: `${base}/import`, permission, upload: true, handle: (ask) => bring(section, ask) },
  ]
})
