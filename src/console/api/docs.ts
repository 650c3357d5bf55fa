import { html, type Markup } from '../../evidence/report/markup.ts'
import { apiMessages } from '../../i18n/api.ts'
import { tokenMessages } from '../../i18n/token.ts'
import type { Ask } from '../ask.ts'
import { page } from '../layout.ts'
import { table } from '../parts.ts'
import type { Endpoint } from './endpoint.ts'
import { type Parameter, parametersOf, problemsOf, schemaOf } from './openapi.ts'

/** A schema in a few words: its type, its choices, its bounds. */
function typeOf(schema: object): string {
  const {
    type,
    enum: choices,
    minimum,
    maximum,
  } = schema as {
    type?: string
    enum?: readonly string[]
    minimum?: number
    maximum?: number
  }
  if (choices) return choices.join(' | ')
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  return `${type ?? 'string'}${bounded ? ` ${minimum ?? 0}–${maximum}` : ''}`
}

function parameterRow({ name, required, schema, description, in: place }: Parameter, { lang }: Ask): Markup {
  const t = apiMessages(lang)
  const meaning = t.fields[name] ?? (lang === 'vi' ? '' : (description ?? ''))
  return html`<tr><th scope="row"><code>${name}</code>${required ? html` <span class="tag">${t.needed}</span>` : null}</th><td>${place}</td><td class="long">${typeOf(schema)}</td><td class="long">${meaning}</td></tr>`
}

const code = (label: string, value: unknown): Markup =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><pre class="rule-text">${JSON.stringify(value, null, 2)}</pre></div>`

function operation(endpoint: Endpoint, ask: Ask): Markup {
  const t = apiMessages(ask.lang)
  const { method, path, name, scope, status, body, answer } = endpoint
  const rows = parametersOf(endpoint).map((each) => parameterRow(each, ask))
  const statuses = [String(status), ...(method === 'GET' && answer ? ['304'] : []), ...problemsOf(endpoint)]
  return html`<section class="card" id="${name}"><h2><code>${method} /api/v1${path}</code></h2><p>${t.operations[name] ?? ''}</p><p class="soft">${t.scope}: <code>${scope}</code> (${tokenMessages(ask.lang).scopes[scope]})</p>
${rows.length ? table(`${name}: ${t.parameters}`, [t.name, t.place, t.type, t.meaning], rows) : null}${body ? html`<h3>${t.body}</h3>${code(`${name}: ${t.body}`, body.example)}` : null}
<h3>${t.answers}</h3><dl>${statuses.map((each) => html`<dt>${each}</dt><dd>${t.statuses[each] ?? ''}</dd>`)}</dl>${answer ? html`<details><summary>${t.answerSchema}</summary>${code(`${name}: ${t.answerSchema}`, schemaOf(answer, 'output'))}</details>` : null}</section>`
}

/** The OpenAPI file for people to read: made of the same endpoints, by this server, without anybody's script. */
export function docs(ask: Ask, endpoints: readonly Endpoint[]): Response {
  const t = apiMessages(ask.lang)
  const contents = endpoints.map(
    ({ name, method, path }) => html`<li><a href="#${name}"><code>${method} ${path}</code></a></li>`,
  )
  const schemas = ['listings', 'report'].map((name) => html` <a href="/api/v1/schemas/${name}.json">${name}</a>`)
  return page(ask, {
    title: t.title,
    body: html`<h1>${t.title}</h1><p>${t.intro}</p><ul>${t.points.map((point) => html`<li>${point}</li>`)}</ul><p><a href="/api/v1/openapi.json">${t.machine}</a> · ${t.exports}:${schemas}</p>
<nav class="card" aria-label="${t.contents}"><h2>${t.contents}</h2><ul class="file-names">${contents}</ul></nav>${endpoints.map((each) => operation(each, ask))}`,
  })
}
