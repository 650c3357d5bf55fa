import { readFile } from 'node:fs/promises'
import { BadInput } from '../errors.ts'
import { textOf } from '../page/decode.ts'
import { looksLikeMhtml } from '../page/mhtml.ts'
import { readSaved } from '../page/saved.ts'
import { type Claimed, MOST_PAGE, NOTHING_CLAIMED, type PagePiece, type Source } from './types.ts'

const LOOKED_AT = 8192

/** One page that a browser saved: HTML, MHTML or a JSON answer, gzip or not. `url` wins over what the file says. */
export async function savedPage(source: Source, url: string | null, at: string): Promise<PagePiece> {
  if (source.size > MOST_PAGE) throw new BadInput(`${source.name} is larger than 50 MB, which no listing page is`)
  const bytes = await readFile(source.path)
  source.onBytes(bytes.length)
  const page = readSaved(bytes, { name: source.name, url, at })
  return { page, place: null, claimed: claimedBy(bytes, textOf(page).slice(0, LOOKED_AT)) }
}

/** When and with what the file says it was saved: mail headers of an MHTML, notes of page savers. */
function claimedBy(bytes: Uint8Array, html: string): Claimed {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  if (looksLikeMhtml(bytes)) {
    const mail = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
    const field = (name: RegExp) => name.exec(mail)?.[1]?.trim().slice(0, 200) || null
    return { ...NOTHING_CLAIMED, savedAt: field(/^date:([^\r\n]*)/im), software: field(/^from:([^\r\n]*)/im) }
  }
  const single = /Page saved with SingleFile/.test(html)
  const savedAt = single ? /saved date:\s*([^\r\n]{1,120})/.exec(html)?.[1]?.trim() : null
  return { ...NOTHING_CLAIMED, savedAt: savedAt || null, software: single ? 'SingleFile' : null }
}
