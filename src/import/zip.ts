import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { BadInput } from '../errors.ts'

const MOST_ENTRIES = 100_000
/** Of all files unpacked. */
const MOST_BYTES = 64 * 2 ** 30
/** Largest unpacked / packed size of a file over a mebibyte: packed text comes to a tenth, a bomb to a thousandth. */
const MOST_RATIO = 200
const RATIO_FROM = 2 ** 20

/** A ZIP whose table of contents is safe. */
export interface SafeZip {
  readonly entries: readonly Entry[]
  readonly read: (entry: Entry) => Promise<AsyncIterable<Uint8Array>>
  readonly close: () => void
}

/** Nothing is ever unpacked to a name from inside the ZIP; a file with such names is refused all the same. */
function faultOf(entries: readonly Entry[], most: number): string | null {
  let unpacked = 0
  const names = new Set<string>()
  for (const { fileName, uncompressedSize, compressedSize } of entries) {
    if (/^\/|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|\0|^[a-z]:/i.test(fileName))
      return `the name ${JSON.stringify(fileName)} leads out of it`
    if (names.has(fileName)) return `${JSON.stringify(fileName)} is in it twice`
    names.add(fileName)
    if (uncompressedSize > Math.max(RATIO_FROM, compressedSize * MOST_RATIO))
      return `${JSON.stringify(fileName)} unpacks to ${uncompressedSize} bytes out of ${compressedSize}`
    unpacked += uncompressedSize
  }
  return unpacked > most ? `it unpacks to ${unpacked} bytes` : null
}

/** Opens a ZIP and looks at its table of contents. BadInput where it is damaged or not safe. */
export async function openZip(path: string, name: string, most = MOST_BYTES): Promise<SafeZip> {
  let zip: ZipFile | null = null
  try {
    const opened = await openPromise(path, { autoClose: false })
    zip = opened
    if (opened.entryCount > MOST_ENTRIES) throw new BadInput(`${name} holds ${opened.entryCount} files`)
    const entries: Entry[] = []
    for await (const entry of opened.eachEntry()) entries.push(entry)
    const fault = faultOf(entries, most)
    if (fault !== null) throw new BadInput(`${name} is not read: ${fault}`)
    return {
      entries: entries.filter(({ fileName }) => !fileName.endsWith('/')),
      read: (entry) => opened.openReadStreamPromise(entry) as Promise<AsyncIterable<Uint8Array>>,
      close: () => opened.close(),
    }
  } catch (cause) {
    zip?.close()
    if (cause instanceof BadInput) throw cause
    throw new BadInput(`${name} is a damaged ZIP file: ${(cause as Error).message}`, { cause })
  }
}
