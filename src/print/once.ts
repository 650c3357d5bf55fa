import { fileURLToPath } from 'node:url'
import { openPrinter, type Printer } from './print.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The last print asked for; the next one waits for it, for a browser is large. */
let before: Promise<unknown> = Promise.resolve()

/** Opens a browser, prints one page, closes it; one after the other in a process. Unavailable when no browser is installed. */
export function printOnce(
  { chromium }: { readonly chromium: string | null },
  ...[html, file, at]: Parameters<Printer['print']>
): Promise<Uint8Array> {
  const printed = before.then(async () => {
    const printer = await openPrinter({ chromium, root: ROOT })
    try {
      return await printer.print(html, file, at)
    } finally {
      await printer.close()
    }
  })
  // Whoever asked is told of a failure; the next one only waits.
  before = printed.catch(() => undefined)
  return printed
}
