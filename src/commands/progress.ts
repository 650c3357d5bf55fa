import { SingleBar } from 'cli-progress'
import { forTerminal } from '../i18n/format.ts'
import { terms } from '../i18n/terms.ts'
import type { Progress } from '../sweep/run.ts'
import type { Tools } from './command.ts'

/** A bar on a terminal; elsewhere one plain line every so many visits, so that a log stays readable. */
export function visitProgress(tools: Tools, every = 25): { show: (progress: Progress) => void; end: () => void } {
  const names = terms(tools.lang).outcome
  if (!tools.terminal) {
    const line = ({ done, waiting, flagged, outcome, url }: Progress) => {
      const plain = outcome !== 'served' || done % every === 0
      if (plain) tools.err(`${done}/${done + waiting} · ⚑ ${flagged} · ${names[outcome]} · ${forTerminal(url)}`)
    }
    return { show: line, end: () => {} }
  }
  const bar = new SingleBar({
    format: '{bar} {value}/{total} · ⚑ {flagged} · {url}',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
  })
  bar.start(1, 0, { flagged: 0, url: '' })
  return {
    show: ({ done, waiting, flagged, url }) => {
      bar.setTotal(done + waiting)
      bar.update(done, { flagged, url: forTerminal(url).slice(0, 60) })
    },
    end: () => bar.stop(),
  }
}
