import type { Box, Picture } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import { boxesOf } from '../../images/quote-boxes.ts'
import { type Placed, placed } from '../contents.ts'
import { exhibit } from '../payload.ts'
import type { PackItem, PackSource } from '../source.ts'

/** A picture made for the report out of an exhibit: cut to what matters, quoted words framed. The exhibit itself is beside it. */
export interface Drawn {
  readonly kind: 'screenshot' | 'picture'
  /** In the bag. */
  readonly path: string
  readonly of: Placed
  /** Frames drawn. */
  readonly marked: number
  readonly bytes: Uint8Array
}

/** Draws a picture for the report: JPEG. BadInput when the bytes are no picture that can be opened. */
export type Draw = (
  bytes: Uint8Array,
  focus: { readonly boxes: readonly Box[]; readonly element: Box | null; readonly whole: boolean },
) => Promise<Uint8Array>

const REPORT_PICTURES = 'data/report'
const PICTURES = ['image/png', 'image/jpeg', 'image/webp']
const OWN_SHOT = /^officer-screenshot/
/** Pictures of the goods on a sheet: those with quoted words first. */
const MOST_PICTURES = 4

/** The picture of the page: the browser's, or the one an officer brought. */
export function shotOf(files: readonly Placed[]): Placed | null {
  const shots = files.filter(({ mediaType }) => PICTURES.includes(mediaType))
  return shots.find(({ role }) => role === 'screenshot') ?? shots.find(({ role }) => OWN_SHOT.test(role)) ?? null
}

function quotedBoxes(item: PackItem, picture: Picture): readonly Box[] {
  const { pictures } = item
  if (!pictures) return []
  const quotes = item.assessment.signals.flatMap((signal) => signal.quotes)
  return quotes.flatMap((quote) =>
    boxesOf(quote, pictures)
      .filter(({ sha256 }) => sha256 === picture.sha256)
      .flatMap(({ boxes }) => boxes),
  )
}

/** What is to be drawn of a sighting: the screenshot with the flagged words, and the pictures of the goods with theirs. */
function wanted(item: PackItem) {
  const files = placed(item)
  const shot = shotOf(files)
  const marks = shot?.role === 'screenshot' ? item.capture?.marks : undefined
  const page = shot
    ? [
        {
          kind: 'screenshot' as const,
          of: shot,
          boxes: marks?.quotes.flatMap(({ boxes }) => boxes) ?? [],
          element: marks?.element ?? null,
        },
      ]
    : []
  const goods = (item.pictures?.seen ?? []).flatMap((picture) => {
    const of = files.find(({ sha256 }) => sha256 === picture.sha256)
    return of ? [{ kind: 'picture' as const, of, boxes: quotedBoxes(item, picture), element: null }] : []
  })
  const first = [...goods].sort((a, b) => Number(b.boxes.length > 0) - Number(a.boxes.length > 0))
  return [...page, ...first.slice(0, MOST_PICTURES)]
}

/** The report's pictures of one sighting. What cannot be opened is left out, and the report shows or names the exhibit instead. */
export async function drawn(source: PackSource, item: PackItem, draw: Draw): Promise<readonly Drawn[]> {
  const all: Drawn[] = []
  for (const { kind, of, boxes, element } of wanted(item)) {
    const bytes = await exhibit(source, item, of)
    try {
      const path = `${REPORT_PICTURES}/${item.id}-${kind === 'screenshot' ? kind : `picture-${all.length}`}.jpg`
      const picture = await draw(bytes, { boxes, element, whole: kind === 'picture' })
      all.push({ kind, path, of, marked: boxes.length, bytes: picture })
    } catch (error) {
      if (!(error instanceof BadInput)) throw error // A picture that will not open is a fact about the seller's file, not about us.
    }
  }
  return all
}
