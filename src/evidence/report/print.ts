import type { Instant } from '../../domain.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { PackFacts, RuleBook } from '../contents.ts'
import type { CustodyLine } from '../custody.ts'
import type { BagWriter } from '../payload.ts'
import type { RepliesBook } from '../replies.ts'
import type { PackItem, PackSource, TimelinePoint } from '../source.ts'
import type { Survey } from '../survey.ts'
import { inReport, type ReportContext, type Shown, type Told, type Volume } from './context.ts'
import { type Draw, drawn } from './pictures.ts'
import { reportHtml } from './report.ts'

/** Prints a page to PDF; `file` answers what it shows, by its path beside the page. */
export type Print = (
  html: string,
  file: (path: string) => { readonly mediaType: string; readonly bytes: Uint8Array } | null,
  at: Instant,
) => Promise<Uint8Array>

/** Listings in one printed volume: some 150 pages, which a browser lays out in little memory. */
const VOLUME = 50
/** Listings whose pictures are drawn at one time: enough for the machine's cores, little memory. */
const AT_ONCE = 4
/** Rows of a listing's timeline. */
const MOST_TIMES = 40

export interface ReportWork {
  readonly source: PackSource
  readonly survey: Survey
  readonly facts: PackFacts
  readonly book: RuleBook
  readonly custody: ReadonlyMap<number, readonly CustodyLine[]>
  readonly replies: RepliesBook
  readonly langs: readonly Lang[]
  /** Null: pictures stand in the report as they are. */
  readonly draw: Draw | null
  /** Null: no PDF. */
  readonly print: Print | null
  readonly onStep: () => void
}

/** `report.html`, or `report.vi.html` where there are two; volumes after the first say their number: `report.2.pdf`. */
const reportPath = (lang: Lang, langs: readonly Lang[], ending: 'html' | 'pdf', number = 1): string =>
  `data/report${langs.length > 1 ? `.${lang}` : ''}${number > 1 ? `.${number}` : ''}.${ending}`

async function* inVolumes(items: AsyncIterable<PackItem>): AsyncGenerator<readonly PackItem[]> {
  let some: PackItem[] = []
  for await (const item of items) {
    some.push(item)
    if (some.length === VOLUME) {
      yield some
      some = []
    }
  }
  if (some.length) yield some
}

/** Writes the report: its pictures and printed volumes, fifty listings at a time, then the whole as HTML in each language. */
export async function addReport(to: BagWriter, work: ReportWork): Promise<void> {
  const told = new Map<number, Told>()
  const of = Math.ceil(work.survey.summaries.length / VOLUME)
  let number = 0
  for await (const items of inVolumes(work.source.items())) {
    number += 1
    const from = (number - 1) * VOLUME + 1
    const files = await volumePictures(to, work, items, told)
    if (!work.print) continue
    const volume = { number, of, from, to: from + items.length - 1 }
    for (const lang of work.langs) await printVolume(to, work, { items, volume, lang, told, files })
  }
  for (const lang of work.langs)
    await to.add(
      reportPath(lang, work.langs, 'html'),
      reportHtml(contextOf(work, lang, told), work.source.items(), null),
    )
}

type Files = Map<string, { readonly mediaType: string; readonly bytes: Uint8Array }>

/** Draws the pictures of some listings and adds them; returns what a print of them shows. */
async function volumePictures(to: BagWriter, work: ReportWork, items: readonly PackItem[], told: Map<number, Told>) {
  const files: Files = new Map()
  for (let i = 0; i < items.length; i += AT_ONCE) {
    const some = items.slice(i, i + AT_ONCE)
    const all = await Promise.all(some.map((item) => (work.draw ? drawn(work.source, item, work.draw) : [])))
    for (const [n, item] of some.entries()) {
      const pictures = all[n] ?? []
      for (const { path, bytes } of pictures) {
        await to.add(path, bytes)
        if (work.print) files.set(inReport(path), { mediaType: 'image/jpeg', bytes })
      }
      told.set(item.id, {
        drawn: pictures.map(({ bytes: _, ...shown }): Shown => shown),
        timeline: await timelineOf(work.source, item),
        custody: work.custody.get(item.id) ?? [],
        replies: work.replies.get(item.id) ?? [],
      })
      work.onStep()
    }
  }
  return files
}

const timelineOf = (source: PackSource, { listing }: PackItem): Promise<readonly TimelinePoint[]> =>
  source.timeline(listing.site, listing.key, MOST_TIMES)

function contextOf({ facts, book, survey }: ReportWork, lang: Lang, told: ReadonlyMap<number, Told>): ReportContext {
  const nothing: Told = { drawn: [], timeline: [], custody: [], replies: [] }
  const { summaries } = survey
  return { facts, lang, t: reportMessages(lang), book, summaries, told: ({ id }) => told.get(id) ?? nothing }
}

async function printVolume(
  to: BagWriter,
  work: ReportWork,
  {
    items,
    volume,
    lang,
    told,
    files,
  }: { items: readonly PackItem[]; volume: Volume; lang: Lang; told: Map<number, Told>; files: Files },
): Promise<void> {
  const pieces: string[] = []
  for await (const piece of reportHtml(contextOf(work, lang, told), items, volume)) pieces.push(piece)
  const pdf = await work.print?.(pieces.join(''), (path) => files.get(path) ?? null, work.facts.createdAt)
  if (pdf) await to.add(reportPath(lang, work.langs, 'pdf', volume.number), pdf)
}
