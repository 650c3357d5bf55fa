import { fileURLToPath } from 'node:url'
import { Unavailable } from '../errors.ts'
import type { Lang } from '../i18n/messages.ts'
import { packMessages } from '../i18n/pack.ts'
import type { Printer } from './print.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface Surroundings {
  /** The browser that is told; null: the one that is found. */
  readonly chromium: string | null
  readonly lang: Lang
  /** Where it is said that there is none: one line. */
  readonly err: (line: string) => void
}

/** A browser for report.pdf, or none where it is not wanted or not there; that is said, for the report is in the pack as HTML too. */
export async function packPrinter(
  wanted: boolean,
  { chromium, lang, err }: Surroundings,
): Promise<{ readonly print: Printer['print'] | null; readonly close: () => Promise<void> }> {
  const none = { print: null, close: async () => {} }
  if (!wanted) return none
  const { openPrinter } = await import('./print.ts')
  try {
    return await openPrinter({ chromium, root: ROOT })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    err(packMessages(lang).noPdf(error.message))
    return none
  }
}
