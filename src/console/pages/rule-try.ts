import type { ScoreInput } from '../../domain.ts'
import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleRules } from '../../i18n/console-rules.ts'
import { parseMoney } from '../../normalise/money.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { triedPart } from '../rules/tried.ts'

/** Characters of one field; with the description it is more than any site lets a seller write. */
const MOST = { title: 500, description: 20_000, price: 100, category: 200, brand: 200, seller: 200 } as const
type Name = keyof typeof MOST
const NAMES = Object.keys(MOST) as readonly Name[]

/** What was typed as a listing to judge. */
function inputOf(value: (name: Name) => string): ScoreInput {
  const price = value('price')
  const seller = value('seller')
  const money = price ? parseMoney(price, { assume: 'VND' }) : null
  return {
    ...{ id: 'try', platform: null, url: null, attributes: {}, ocr_text: null },
    ...{ title: value('title'), description: value('description') },
    ...{ price_text: price || null, price_vnd: money?.currency === 'VND' ? money.amount : null },
    ...{ brand: value('brand') || null, category: value('category') || null },
    seller: seller ? { name: seller, location: null, phone_text: null, badges: [] } : null,
  }
}

function form(ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const value = (name: Name) => ask.form[name] ?? ''
  const line = (name: Name) =>
    html`<label>${t.field[name]}<input name="${name}" value="${value(name)}" maxlength="${MOST[name]}" autocomplete="off"></label>`
  return html`<form method="post" action="/rules/try" class="card stack">${csrfField(ask)}${line('title')}<label>${t.field.description}<textarea name="description" rows="9" maxlength="${MOST.description}">${value('description')}</textarea></label><div class="row">${line('price')}${line('category')}${line('brand')}${line('seller')}</div><button class="main">${t.judge}</button></form>`
}

function tryPage(ask: SignedAsk, result: Markup | null, problem: string | null): Response {
  const t = consoleRules(ask.lang)
  return page(ask, {
    title: t.tryIt,
    section: 'rules',
    status: problem ? 400 : 200,
    body: html`<nav class="steps" aria-label="${t.title}"><a href="/rules" data-key="b">← ${t.allRules}</a></nav><h1>${t.tryIt}</h1><p class="soft">${t.tryAbout}</p>${notice(problem)}<div class="columns even"><div>${form(ask)}</div><div>${result}</div></div>`,
  })
}

async function judge(ask: SignedAsk): Promise<Response> {
  const t = consoleRules(ask.lang)
  const value = (name: Name) => (ask.form[name] ?? '').trim()
  if (NAMES.some((name) => value(name).length > MOST[name])) return tryPage(ask, null, t.tooLong)
  if (!value('title') && !value('description')) return tryPage(ask, null, t.nothingGiven)
  const tried = await ask.world.ruling.desk.ask('try', inputOf(value))
  return tryPage(ask, triedPart(tried, ask.lang), null)
}

export const ruleTryRoutes: readonly Route[] = [
  { method: 'GET', path: '/rules/try', permission: 'read', handle: async (ask) => tryPage(ask, null, null) },
  { method: 'POST', path: '/rules/try', permission: 'read', handle: judge },
]
