import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '../domain.ts'

/** A site that changed its layout fails on every page alike: a few of them are enough to mend its file by. */
const MOST_PAGES = 20
const MOST_BYTES = 5_000_000

export interface Quarantine {
  /** Keeps a page its site file no longer fits, as a candidate for the file's tests. Returns where, or why not. */
  keep(site: string, page: Page, error: string): Promise<string>
}

/** Under `<home>/quarantine/<site>/`: `<sha256 of the body>.html` as received (decompressed), and `.json` saying where, when and what failed. */
export function openQuarantine(home: string): Quarantine {
  const kept = new Map<string, Promise<Set<string>>>()
  const namesIn = async (folder: string): Promise<Set<string>> => {
    await mkdir(folder, { recursive: true })
    return new Set((await readdir(folder)).filter((name) => name.endsWith('.html')))
  }
  return {
    async keep(site, page, error) {
      if (page.body.byteLength > MOST_BYTES) return `not kept: larger than ${MOST_BYTES} bytes`
      const folder = join(home, 'quarantine', encodeURIComponent(site))
      const listed = kept.get(folder) ?? namesIn(folder)
      kept.set(folder, listed)
      const names = await listed
      const sha256 = createHash('sha256').update(page.body).digest('hex')
      const name = `${sha256}.html`
      if (names.has(name)) return `kept before as ${sha256.slice(0, 12)}`
      if (names.size >= MOST_PAGES) return `not kept: ${MOST_PAGES} pages of ${site} wait there already`
      names.add(name)
      const { requestedUrl, url, fetchedAt, status, headers, via } = page
      const told = {
        site,
        requestedUrl,
        url,
        fetchedAt,
        status,
        contentType: headers['content-type'] ?? null,
        via,
        error,
      }
      await put(join(folder, `${sha256}.json`), `${JSON.stringify(told, null, 2)}\n`)
      await put(join(folder, name), page.body)
      return `kept as ${sha256.slice(0, 12)} in ${folder}`
    },
  }
}

/** Whole or not at all. */
async function put(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content)
  await rename(`${file}.part`, file)
}
