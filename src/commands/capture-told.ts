import type { Capture } from '../domain.ts'
import { captureMessages } from '../i18n/capture.ts'
import { forTerminal } from '../i18n/format.ts'
import { saidIn } from '../i18n/said.ts'
import { terms } from '../i18n/terms.ts'
import type { Marked } from '../import/marked.ts'
import type { Store } from '../store/api.ts'
import type { Tools } from './command.ts'

/** What is said of one captured page; `ids` are its sightings. */
export function keptLines(n: number, marked: Marked, capture: Capture, ids: readonly number[], tools: Tools): string[] {
  const t = captureMessages(tools.lang)
  const { band, outcome } = terms(tools.lang)
  const { verdict } = capture
  const name = verdict.kind === 'error' ? outcome.failed : outcome[verdict.kind]
  return [
    t.kept(n, marked.url),
    ...marked.sightings.map(
      ({ assessment, listing }, i) =>
        `  ${t.line(ids[i] ?? 0, band[assessment.band].toUpperCase(), assessment.score, listing.title)}`,
    ),
    ...(marked.whole ? [`  ${t.whole}`] : []),
    ...(verdict.kind === 'served'
      ? []
      : [`  ${t.notServed(name, verdict.reasons.map((reason) => saidIn(tools.lang, reason)).join('; '))}`]),
    ...capture.missing.map((what) => `  ${t.missing(saidIn(tools.lang, what))}`),
    ...(capture.remarks ?? []).map((what) => `  ${t.remark(saidIn(tools.lang, what))}`),
  ].map(forTerminal)
}

/** The same for machines: the stored sightings of a page. */
export async function keptJson(marked: Marked, ids: readonly number[], store: Store): Promise<string> {
  const sightings = await Promise.all(ids.map((id) => store.sightings.get(id)))
  const items = sightings.map(({ item, exhibits }) => ({ ...item, exhibits }))
  return JSON.stringify({ url: marked.url, whole: marked.whole, sightings: items })
}
