import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { Instant } from '../../domain.ts'
import { WACZ } from '../bag.ts'
import type { PackFacts, Placed } from '../contents.ts'
import { type BagWriter, exhibit } from '../payload.ts'
import type { PackSource } from '../source.ts'
import type { Summary, Survey } from '../survey.ts'
import { type ZipWriter, zipWriter } from '../zip-write.ts'
import { indexLines, WARC } from './index-records.ts'

/** https://specs.webrecorder.net/wacz/1.1.1/ */
const WACZ_VERSION = '1.1.1'

type Archived = Summary & { readonly archive: Placed }

/** Each capture's records once: listings of one page share them. */
function archivesOf(summaries: readonly Summary[]): readonly Archived[] {
  const seen = new Map<string, Archived>()
  for (const summary of summaries)
    if (summary.archive && !seen.has(summary.archive.sha256))
      seen.set(summary.archive.sha256, { ...summary, archive: summary.archive })
  return [...seen.values()]
}

interface Resource {
  readonly name: string
  readonly path: string
  readonly hash: string
  readonly bytes: number
}

interface Making {
  readonly source: PackSource
  readonly summaries: readonly Summary[]
  readonly at: Instant
  readonly facts: Pick<PackFacts, 'title' | 'soiVersion'>
}

/** Writes the archive's members; what the records are is told by their index, pages by the captures. */
async function fill(zip: ZipWriter, { source, summaries, at, facts }: Making): Promise<void> {
  const resources: Resource[] = []
  const add = async (path: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => {
    const { sha256, size } = await zip.add(path, content)
    resources.push({ name: path.split('/').at(-1) ?? path, path, hash: `sha256:${sha256}`, bytes: size })
    return sha256
  }
  const lines: string[] = []
  async function* records(): AsyncGenerator<Uint8Array> {
    let offset = 0
    for (const summary of archivesOf(summaries)) {
      const bytes = await exhibit(source, summary, summary.archive)
      lines.push(...(await indexLines(bytes, offset, `sighting ${summary.id}`)))
      offset += bytes.length
      yield bytes
    }
  }
  await add(`archive/${WARC}`, records())
  lines.sort() // By code unit, as readers that search the index expect: its keys are ASCII.
  await add('indexes/index.cdxj', inPieces(lines))
  await add('pages/pages.jsonl', pages(summaries))
  const [first] = archivesOf(summaries)
  const about = {
    ...{ profile: 'data-package', wacz_version: WACZ_VERSION, title: facts.title },
    // Where a reader begins that is told no page.
    ...(first ? { mainPageUrl: first.pageUrl, mainPageDate: first.seenAt } : {}),
    ...{ software: `Soi ${facts.soiVersion}`, created: at, resources },
  }
  const digest = await add('datapackage.json', [Buffer.from(`${JSON.stringify(about, null, 1)}\n`)])
  const sealed = { path: 'datapackage.json', hash: `sha256:${digest}` }
  await zip.add('datapackage-digest.json', [Buffer.from(`${JSON.stringify(sealed)}\n`)])
}

function* inPieces(lines: readonly string[]): Generator<Uint8Array> {
  for (let i = 0; i < lines.length; i += 256) yield Buffer.from(lines.slice(i, i + 256).join(''))
}

/** One page a sighting that has records. */
function* pages(summaries: readonly Summary[]): Generator<Uint8Array> {
  yield Buffer.from('{"format":"json-pages-1.0","id":"pages","title":"All Pages"}\n')
  for (const { id, archive, seenAt, pageUrl, title } of summaries)
    if (archive) yield Buffer.from(`${JSON.stringify({ id: `sighting-${id}`, url: pageUrl, title, ts: seenAt })}\n`)
}

/**
 * archive.wacz: the records of every capture that has some, for replay; nothing where none has. Written aside first, for a file in
 * a ZIP must be read from its beginning to its end.
 */
export async function addArchive(
  to: BagWriter,
  source: PackSource,
  { summaries }: Pick<Survey, 'summaries'>,
  { file, at, facts }: { readonly file: string } & Pick<Making, 'at' | 'facts'>,
): Promise<void> {
  if (!archivesOf(summaries).length) return
  const aside = `${file}.wacz-part`
  const handle = await open(aside, 'wx')
  try {
    const zip = zipWriter(handle, at)
    await fill(zip, { source, summaries, at, facts })
    await zip.finish()
    await to.add(WACZ, createReadStream(aside) as AsyncIterable<Uint8Array>)
  } finally {
    await handle.close()
    await rm(aside, { force: true })
  }
}
