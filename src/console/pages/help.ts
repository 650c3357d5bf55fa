import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleMessages } from '../../i18n/console.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { Route } from '../ask.ts'
import { page } from '../layout.ts'

const keyList = (lang: Lang): Markup =>
  html`<dl class="keys">${consoleMessages(lang).keys.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>`

/** The list of keys over any page; without script the link leads to the page below. */
export function helpDialog(lang: Lang): Markup {
  const t = consoleMessages(lang)
  return html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${t.keysTitle}</h2>${keyList(lang)}
<p><label class="check"><input type="checkbox" id="keys-off"> ${t.keysOff}</label></p><form method="dialog"><button>${t.close}</button></form></dialog>`
}

export const helpRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/help',
    permission: 'self',
    handle: async (ask) => {
      const t = consoleMessages(ask.lang)
      return page(ask, {
        title: t.keysTitle,
        body: html`<section class="narrow"><h1>${t.keysTitle}</h1>${keyList(ask.lang)}</section>`,
      })
    },
  },
]
