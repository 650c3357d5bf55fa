import { Busy, CannotWrite, EvidenceBroken } from '../../errors.ts'
import { html } from '../../evidence/report/markup.ts'
import { consoleMessages } from '../../i18n/console.ts'
import type { Ask } from '../ask.ts'
import { page } from '../layout.ts'

const STATUS = {
  'not-found': 404,
  forbidden: 403,
  'signed-out': 401,
  forged: 403,
  broken: 500,
  full: 503,
  busy: 503,
  defect: 500,
  'too-many': 429,
  'too-large': 413,
} as const

/** What an error is to who reads of it; what nobody thought of is a defect. */
export const problemOf = (error: unknown): 'broken' | 'full' | 'busy' | 'defect' =>
  error instanceof EvidenceBroken
    ? 'broken'
    : error instanceof CannotWrite
      ? 'full'
      : error instanceof Busy
        ? 'busy'
        : 'defect'

/** A page that says in plain words what did not work and what to do. */
export function problemPage(ask: Ask, kind: keyof typeof STATUS): Response {
  const t = consoleMessages(ask.lang)
  const [title, text] = t.problems[kind]
  return page(ask, {
    title,
    status: STATUS[kind],
    body: html`<section class="narrow"><h1>${title}</h1><p>${text}</p><p><a href="/">${t.back}</a></p></section>`,
  })
}
