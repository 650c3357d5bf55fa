import { forTerminal } from '../i18n/format.ts'
import { sweepHealthMessages } from '../i18n/sweep-health.ts'
import type { Shortfall, SiteHealth } from '../sweep/health.ts'
import type { Tools } from './command.ts'

/** One line for each broken site, and one for each that was not seen; healthy ones are no news. */
export function healthLines(all: readonly SiteHealth[], tools: Tools): readonly string[] {
  const t = sweepHealthMessages(tools.lang)
  return all.flatMap((health) => {
    const site = forTerminal(health.site)
    if (health.state === 'not seen') return [t.notSeen(site)]
    if (health.state === 'healthy') return []
    return [
      `✗ ${t.broken(site)}: ${health.shortfalls.map((one) => shortfall(one, tools)).join('; ')}`,
      `  ${t.remedy(site)}`,
    ]
  })
}

function shortfall(one: Shortfall, tools: Tools): string {
  const t = sweepHealthMessages(tools.lang)
  if (one.kind === 'listings') return t.listings(one.found, one.expected)
  if (one.kind === 'layout') return t.layout(one.pages, one.read)
  return t.filled(forTerminal(one.field), Math.round(one.share * 100), Math.round(one.expected * 100))
}
