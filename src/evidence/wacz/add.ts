import { crc32 } from 'node:zlib'
import type { Instant } from '../../domain.ts'
import { EvidenceBroken } from '../../errors.ts'
import type { PackSource } from '../../store/api.ts'
import { sha256 } from '../../store/canonical.ts'
import { waczPath } from '../bag.ts'
import type { PackFacts } from '../contents.ts'
import type { BagWriter } from '../payload.ts'
import { type Member, zipChunks } from '../zip-stream.ts'
import type { Volume } from './gather.ts'
import { WARC } from './index-records.ts'

/** https://specs.webrecorder.net/wacz/1.1.1/ */
const WACZ_VERSION = '1.1.1'

/** The records again, as they were when they were taken. Throws EvidenceBroken when one changed in between. */
async function* records(source: PackSource, { parts }: Volume): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    const bytes = await source.exhibit(part.sha256)
    if (crc32(bytes) !== part.crc32)
      throw new EvidenceBroken(`the archive of sighting ${part.sighting} changed while it was packed`)
    yield bytes
  }
}

interface Told extends Member {
  readonly sha256: string
}

function told(name: string, text: string): Told {
  const bytes = Buffer.from(text)
  return { name, size: bytes.length, crc32: crc32(bytes), sha256: sha256(bytes), content: () => [bytes] }
}

/** One page a sighting that has records. */
const pagesText = (pages: Volume['pages']): string =>
  [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
    ...pages.map(({ id, seenAt, pageUrl, title }) => ({ id: `sighting-${id}`, url: pageUrl, title, ts: seenAt })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

function membersOf(source: PackSource, volume: Volume, at: Instant, facts: Pick<PackFacts, 'title' | 'soiVersion'>) {
  const { size, crc32: crc, sha256: digest, lines, pages } = volume
  const held: readonly Told[] = [
    { name: `archive/${WARC}`, size, crc32: crc, sha256: digest, content: () => records(source, volume) },
    // By code unit, as readers that search the index expect: its keys are ASCII.
    told('indexes/index.cdxj', [...lines].sort().join('')),
    told('pages/pages.jsonl', pagesText(pages)),
  ]
  const resources = held.map(({ name: path, size: bytes, sha256: hash }) => ({
    ...{ name: path.split('/').at(-1) ?? path, path, hash: `sha256:${hash}`, bytes },
  }))
  const [first] = pages
  const about = told(
    'datapackage.json',
    `${JSON.stringify(
      {
        ...{ profile: 'data-package', wacz_version: WACZ_VERSION, title: facts.title },
        // Where a reader begins that is told no page.
        ...(first ? { mainPageUrl: first.pageUrl, mainPageDate: first.seenAt } : {}),
        ...{ software: `Soi ${facts.soiVersion}`, created: at, resources },
      },
      null,
      1,
    )}\n`,
  )
  const sealed = { path: about.name, hash: `sha256:${about.sha256}` }
  return [...held, about, told('datapackage-digest.json', `${JSON.stringify(sealed)}\n`)]
}

/** An archive for replay of what was gathered, read from the source a second time and written once. Throws EvidenceBroken. */
export const addArchive = (
  to: BagWriter,
  source: PackSource,
  volume: Volume,
  { at, facts }: { readonly at: Instant; readonly facts: Pick<PackFacts, 'title' | 'soiVersion'> },
) => to.add(waczPath(volume.number), zipChunks(membersOf(source, volume, at, facts), at))
