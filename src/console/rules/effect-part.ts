import type { Effect, Looked, Moved } from '../../amend/types.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleRules } from '../../i18n/console-rules.ts'
import type { Lang } from '../../i18n/messages.ts'
import { reviewMessages } from '../../i18n/rules-review.ts'
import type { ExampleFailure } from '../../rules/examples.ts'
import type { Finding } from '../../rules/overview.ts'
import { type Change, diff } from '../diff.ts'
import { bandBadge, moment, number, table } from '../parts.ts'

/** Lines shown on each side of a difference. */
const AROUND = 3

/** What both texts have, cut to what stands near a difference. */
function kept(text: string, first: boolean, last: boolean): string {
  const lines = text.split('\n')
  if (lines.length <= AROUND * 2 + 2) return text
  const head = first ? [] : lines.slice(0, AROUND)
  const tail = last ? [] : lines.slice(-AROUND - 1)
  return [...head, ...(first || last ? ['⋯'] : ['', '⋯', '']), ...tail].join('\n')
}

const SPACE = /\s*$/

/** Where words give way to others, the line end behind both is none of the difference. */
function tidied(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change, i): readonly Change[] => {
    const [one, other] = change.kind === 'removed' ? [change, changes[i + 1]] : [changes[i - 1], change]
    if (one?.kind !== 'removed' || other?.kind !== 'added') return [change]
    const space = SPACE.exec(one.text)?.[0] ?? ''
    if (space === '' || SPACE.exec(other.text)?.[0] !== space) return [change]
    const words: Change = { kind: change.kind, text: change.text.slice(0, -space.length) }
    return change.kind === 'removed' ? [words] : [words, { kind: 'kept', text: space }]
  })
}

/** The difference of two texts, words taken out and put in. */
export function diffPart(before: string, after: string, lang: Lang): Markup {
  const t = consoleRules(lang)
  const changes = tidied(diff(before, after))
  const part = ({ kind, text }: Change, i: number): Markup =>
    kind === 'removed'
      ? html`<del>${shown(text)}</del>`
      : kind === 'added'
        ? html`<ins>${shown(text)}</ins>`
        : html`${shown(kept(text, i === 0, i === changes.length - 1))}`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t.difference}"><pre class="rule-text">${changes.map(part)}</pre></div>`
}

function failureText({ file, kind, number: at, problem, quoted }: ExampleFailure, lang: Lang): string {
  const t = consoleRules(lang)
  const words = quoted.join(' · ') || '–'
  const said =
    problem.kind === 'silent' ? t.silent : problem.kind === 'fired' ? t.fired(words) : t.noQuote(problem.missing, words)
  return `${file}, ${t.kinds[kind]} ${at}: ${said}`
}

const list = (title: string, lines: readonly string[]): Markup | null =>
  lines.length ? html`<h3>${title}</h3><ul>${lines.map((line) => html`<li>${shown(line)}</li>`)}</ul>` : null

/** What stands in the way of a proposal, and what is to be read before it is accepted. */
export function lookedPart({ failures, findings }: Looked, lang: Lang): Markup | null {
  const t = consoleRules(lang)
  const text = ({ file, kind, subject, detail }: Finding) =>
    `${file}: ${reviewMessages(lang).finding[kind](subject, detail)}`
  const errors = findings.filter(({ level }) => level === 'error').map(text)
  const warnings = findings.filter(({ level }) => level === 'warning').map(text)
  const problems = list(t.problems, [...failures.map((failure) => failureText(failure, lang)), ...errors])
  return problems || warnings.length ? html`${problems}${list(t.warnings, warnings)}` : null
}

function movedTable(title: string, all: readonly Moved[], count: number, lang: Lang): Markup | null {
  if (count === 0) return null
  const t = consoleRules(lang)
  const rows = all.map(
    ({ sighting, site, title: words, from, to }) =>
      html`<tr data-row><th scope="row"><a href="/listings/${sighting}" data-open>${shown(words)}</a> <span class="soft">${shown(site)}</span></th><td>${bandBadge(from.band, from.score, lang)}</td><td>${bandBadge(to.band, to.score, lang)}</td></tr>`,
  )
  const more = count > all.length ? html`<p class="soft">${t.more(number(count - all.length, lang))}</p>` : null
  return html`<h3>${title} (${number(count, lang)})</h3>${table(title, [t.listing, t.now, t.afterwards], rows)}${more}`
}

/** What a proposal does to listings that were seen. */
export function effectPart(effect: Effect, lang: Lang): Markup {
  const t = consoleRules(lang)
  const n = (value: number) => number(value, lang)
  const { listings, since, flag, flagCount, unflag, unflagCount, flagged, otherBand, otherScore } = effect
  const still = flagCount + unflagCount + otherBand + otherScore === 0
  return html`<ul class="figures two"><li><span class="figure-tile unseen-tile"><b>+${n(flagCount)}</b> ${t.wouldFlag(n(flagCount))}</span></li><li><span class="figure-tile seen-tile"><b>−${n(unflagCount)}</b> ${t.wouldUnflag(n(unflagCount))}</span></li></ul>
<p>${t.on(n(listings))}${since ? html`, ${t.since} ${moment(since, lang)}` : null}. ${still ? t.noEffect : html`${t.flaggedCount(n(flagged.before), n(flagged.after))} ${t.others(n(otherBand), n(otherScore))}`}</p>${movedTable(t.flag, flag, flagCount, lang)}${movedTable(t.unflag, unflag, unflagCount, lang)}`
}
