import { BadInput } from '../../errors.ts'
import { html } from '../../evidence/report/markup.ts'
import { consoleTips } from '../../i18n/console-tips.ts'
import { saidIn } from '../../i18n/said.ts'
import { daysOf, keepTipSettings, type TipSettings, tipSettings } from '../../tips/settings.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { redirect } from '../reply.ts'

function settingsPage(ask: SignedAsk, problem: string | null = null): Response {
  const t = consoleTips(ask.lang)
  const { isPublic, dueDays, keepDays } = tipSettings(ask.world.console.tips)
  const days = (name: string, label: string, value: number) =>
    html`<label>${label}<input name="${name}" inputmode="numeric" required maxlength="4" value="${ask.form[name] ?? value}"></label>`
  const saved = ask.url.searchParams.has('saved') ? t.saved : null
  return page(ask, {
    title: t.settings,
    section: 'settings',
    status: problem ? 400 : 200,
    body: html`<h1>${t.settings}</h1>${notice(problem === null ? null : `${t.notSaved} ${problem}`)}${notice(problem ? null : saved, 'good')}
<form method="post" action="/settings/tips" class="stack card">${csrfField(ask)}<h2>${t.settingsTips}</h2>
<label class="check"><input type="checkbox" name="public" value="yes"${isPublic ? html` checked` : null}> ${t.isPublic}</label>${ask.world.publicTips ? html`<p class="fine">${t.publicByCommand}</p>` : null}
${days('dueSeller', t.dueSeller, dueDays.seller)}${days('dueConduct', t.dueConduct, dueDays['official-conduct'])}${days('keep', t.keepDays, keepDays)}<p class="fine">${t.twoAuditors}</p><button class="main">${t.save}</button></form>
<p><a href="/notify">${t.toNotices}</a></p>`,
  })
}

async function keep(ask: SignedAsk): Promise<Response> {
  const { store, console: own } = ask.world
  let next: TipSettings
  try {
    next = {
      isPublic: ask.form['public'] === 'yes',
      dueDays: {
        seller: daysOf(ask.form['dueSeller'] ?? ''),
        'official-conduct': daysOf(ask.form['dueConduct'] ?? ''),
      },
      keepDays: daysOf(ask.form['keep'] ?? ''),
    }
  } catch (error) {
    if (error instanceof BadInput) return settingsPage(ask, saidIn(ask.lang, error.message))
    throw error
  }
  keepTipSettings(own.tips, next)
  await store.ledger.append('setting-changed', 'setting:tips', { name: 'tips', value: next }, ask.session.account.name)
  return redirect('/settings/tips?saved')
}

export const tipSettingsRoutes: readonly Route[] = [
  { method: 'GET', path: '/settings/tips', permission: 'settings', handle: async (ask) => settingsPage(ask) },
  { method: 'POST', path: '/settings/tips', permission: 'settings', handle: keep },
]
