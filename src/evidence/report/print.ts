import type { Instant } from '../../domain.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { PackSource, TimelinePoint } from '../../store/api.ts'
import type { PackItem } from '../../store/item.ts'
import type { PackFacts, RuleBook } from '../contents.ts'
import type { CustodyLine } from '../custody.ts'
import type { BagWriter } from '../payload.ts'
import type { RepliesBook } from '../replies.ts'
import type { Survey } from '../survey.ts'
import { inReport, type ReportContext, type Shown, type Told, type Volume } from './context.ts'
import type { Drawn } from './pictures.ts'
import { reportHtml } from './report.ts'

/** Prints a page to PDF; `file` answers what it shows, by its path beside the page. */
export type Print = (
  html: string,
  file: (path: string) => { readonly mediaType: string; readonly bytes: Uint8Array } | null,
  at: Instant,
) => Promise<Uint8Array>

/** Listings in one printed volume: some 150 pages, which a browser lays out in little memory. */
export const VOLUME = 50
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
  /** Null: no PDF. */
  readonly print: Print | null
  readonly onStep: () => void
}

/** `report.html`, or `report.vi.html` where there are two; volumes after the first say their number: `report.2.pdf`. */
const reportPath = (lang: Lang, langs: readonly Lang[], ending: 'html' | 'pdf', number = 1): string =>
  `data/report${langs.length > 1 ? `.${lang}` : ''}${number > 1 ? `.${number}` : ''}.${ending}`

type Files = Map<string, { readonly mediaType: string; readonly bytes: Uint8Array }>

interface Printed {
  readonly path: string
  readonly pdf: Uint8Array
}

export interface Report {
  /** Adds the drawn pictures of one listing, in the pack's order. */
  readonly sheet: (item: PackItem, pictures: readonly Drawn[]) => Promise<void>
  /** Begins to print the volume of these listings, whose sheets are told; adds the one before it. */
  readonly volume: (items: readonly PackItem[]) => Promise<void>
  /** Adds the last volume, and the whole as HTML in each language. */
  readonly end: () => Promise<void>
}

/** The report, told listing by listing while the exhibits are written: a browser prints one volume while the next is packed. */
export function openReport(to: BagWriter, work: ReportWork): Report {
  const told = new Map<number, Told>()
  const of = Math.ceil(work.survey.summaries.length / VOLUME)
  let number = 0
  let files: Files = new Map()
  let printing: Promise<readonly Printed[]> = Promise.resolve([])

  async function addPrinted(): Promise<void> {
    for (const { path, pdf } of await printing) await to.add(path, pdf)
    printing = Promise.resolve([])
  }

  return {
    async sheet(item, pictures) {
      for (const { path, of: exhibit, mediaType, bytes } of pictures) {
        if (path !== exhibit.path) await to.add(path, bytes)
        if (work.print) files.set(inReport(path), { mediaType, bytes })
      }
      told.set(item.id, {
        drawn: pictures.map(({ bytes: _, ...shown }): Shown => shown),
        timeline: await timelineOf(work.source, item),
        custody: work.custody.get(item.id) ?? [],
        replies: work.replies.get(item.id) ?? [],
      })
      work.onStep()
    },
    async volume(items) {
      number += 1
      const from = (number - 1) * VOLUME + 1
      const volume = { number, of, from, to: from + items.length - 1 }
      await addPrinted()
      if (work.print) printing = printVolume(work, work.print, { items, volume, told, files })
      printing.catch(() => undefined) // Thrown where it is waited for.
      files = new Map()
    },
    async end() {
      await addPrinted()
      for (const lang of work.langs)
        await to.add(
          reportPath(lang, work.langs, 'html'),
          reportHtml(contextOf(work, lang, told), work.source.items(), null),
        )
    },
  }
}

const timelineOf = (source: PackSource, { listing }: PackItem): Promise<readonly TimelinePoint[]> =>
  source.timeline(listing.site, listing.key, MOST_TIMES)

function contextOf({ facts, book, survey }: ReportWork, lang: Lang, told: ReadonlyMap<number, Told>): ReportContext {
  const nothing: Told = { drawn: [], timeline: [], custody: [], replies: [] }
  const { summaries } = survey
  return { facts, lang, t: reportMessages(lang), book, summaries, told: ({ id }) => told.get(id) ?? nothing }
}

interface VolumeWork {
  readonly items: readonly PackItem[]
  readonly volume: Volume
  readonly told: ReadonlyMap<number, Told>
  readonly files: Files
}

/** One volume in each language. */
async function printVolume(work: ReportWork, print: Print, { items, volume, told, files }: VolumeWork) {
  const printed: Printed[] = []
  for (const lang of work.langs) {
    const pieces: string[] = []
    for await (const piece of reportHtml(contextOf(work, lang, told), items, volume)) pieces.push(piece)
    const pdf = await print(pieces.join(''), (path) => files.get(path) ?? null, work.facts.createdAt)
    printed.push({ path: reportPath(lang, work.langs, 'pdf', volume.number), pdf })
  }
  return printed
}
