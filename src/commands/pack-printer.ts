import { fileURLToPath } from 'node:url'
import { Unavailable } from '../errors.ts'
import type { Print } from '../evidence/report/print.ts'
import { packMessages } from '../i18n/pack.ts'
import type { Tools } from './command.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A browser for report.pdf, or none where it is not wanted or not there; that is said, for the report is in the pack as HTML too. */
export async function packPrinter(
  wanted: boolean,
  tools: Pick<Tools, 'chromium' | 'err' | 'lang'>,
): Promise<{ readonly print: Print | null; readonly close: () => Promise<void> }> {
  const none = { print: null, close: async () => {} }
  if (!wanted) return none
  const { openPrinter } = await import('../print/print.ts')
  try {
    return await openPrinter({ chromium: tools.chromium, root: ROOT })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    tools.err(packMessages(tools.lang).noPdf(error.message))
    return none
  }
}
