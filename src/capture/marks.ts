import type { CDPSession } from 'playwright'
import type { Artifact, Box, Marks, Sought } from '../domain.ts'
import { cutOuts } from '../images/cut-outs.ts'
import { FIND_WORDS, type FoundWords } from './find-words.ts'
import { isolatedWorld } from './isolated.ts'
import { made } from './made.ts'
import { clipped } from './screenshot.ts'

/** Pictures of words for one listing; further quotes have their boxes in the whole picture. */
const MOST_PICTURES = 4
const FIND_MS = 5_000
const MOST_LISTINGS = 24
const MOST_QUOTES = 24
/** Of a small picture: a screenful wide, a few lines high. */
const LARGEST = { width: 1366, height: 420 }
const MARGIN = 16

const bottom = (box: Box) => box.top + box.height
const right = (box: Box) => box.left + box.width
const holds = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left && inner.top >= outer.top && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)

/** The block the words stand in, cut to a size for a report round its first words. */
function clipOf(boxes: readonly Box[], block: Box): Box {
  const [first = block] = boxes
  const cut = (from: number, size: number, at: number, most: number) => {
    const start = Math.max(0, from - MARGIN)
    const end = from + size + MARGIN
    if (end - start <= most) return { start, size: end - start }
    return { start: Math.max(start, Math.min(at - most / 3, end - most)), size: most }
  }
  const x = cut(block.left, block.width, first.left, LARGEST.width)
  const y = cut(block.top, block.height, first.top, LARGEST.height)
  return { left: Math.round(x.start), top: Math.round(y.start), width: Math.round(x.size), height: Math.round(y.size) }
}

type Listing = FoundWords['listings'][number]

function clipsOf({ quotes }: Listing): readonly Box[] {
  const clips: Box[] = []
  for (const { boxes, block } of quotes) {
    if (block === null || boxes.length === 0) continue
    if (boxes.every((box) => clips.some((clip) => holds(clip, box)))) continue
    if (clips.length < MOST_PICTURES) clips.push(clipOf(boxes, block))
  }
  return clips
}

/**
 * Finds each listing's quotes in the page as it is shown now, and pictures the words: cut out of `whole`, the page's picture, or
 * painted where there is none or they lie beside it. A listing without a place says so in `remarks`.
 */
export async function marksIn(
  cdp: CDPSession,
  sought: readonly Sought[],
  whole: Uint8Array | null,
): Promise<ReadonlyMap<string, Marks>> {
  if (sought.length === 0) return new Map()
  const asked = sought.slice(0, MOST_LISTINGS).map((one) => ({ ...one, quotes: one.quotes.slice(0, MOST_QUOTES) }))
  const world = await isolatedWorld(cdp, FIND_MS)
  const found = await world?.run<FoundWords>(FIND_WORDS, asked)
  const cut = await cutOuts(
    whole,
    (found?.listings ?? []).flatMap(wantedOf).map(({ clip }) => clip),
  )
  const picture: Picture = async (clip) => (await cut(clip)) ?? clipped(cdp, clip)
  const marks = new Map<string, Marks>()
  for (const [i, one] of sought.entries()) {
    const listing = found?.listings[i]
    const remarks = !found
      ? ['marks: the page keeps the browser too busy']
      : !listing
        ? ['marks: not among the first listings']
        : []
    marks.set(one.key, listing ? await marksOf(picture, one, listing, found?.full ?? false) : { ...NOTHING, remarks })
  }
  return marks
}

const NOTHING: Marks = { quotes: [], element: null, pictures: [], artifacts: [], missing: [], remarks: [] }

type Picture = (clip: Box) => Promise<Uint8Array | null>

/** What is pictured of a listing. */
const wantedOf = (found: Listing): readonly { readonly role: string; readonly clip: Box }[] => {
  const clips = clipsOf(found).map((clip, i) => ({ role: `quote-${String(i + 1).padStart(2, '0')}`, clip }))
  return found.element ? [...clips, { role: 'post', clip: found.element }] : clips
}

async function marksOf(
  picture: Picture,
  { quotes, amongOthers }: Sought,
  found: Listing,
  full: boolean,
): Promise<Marks> {
  const wanted = wantedOf(found)
  const artifacts: Artifact[] = []
  const missing: string[] = []
  const remarks: string[] = []
  for (const { role, clip } of wanted) {
    const png = await picture(clip)
    if (png === null) missing.push(`${role}: not painted`)
    else artifacts.push(made(role, 'image/png', png))
  }
  if (full) remarks.push('marks: the page holds more text than was looked through')
  if (amongOthers && found.element === null) remarks.push('post: the listing’s own part of the page was not found')
  if (quotes.length > MOST_QUOTES) remarks.push(`marks: ${quotes.length - MOST_QUOTES} more quotes were not looked for`)
  return {
    quotes: found.quotes.map(({ by, boxes }, i) => {
      const { field, start, end } = quotes[i] as Sought['quotes'][number]
      return { field, start, end, by, boxes }
    }),
    element: found.element,
    pictures: wanted.filter(({ role }) => artifacts.some((one) => one.role === role)),
    artifacts,
    missing,
    remarks,
  }
}
