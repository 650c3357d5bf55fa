import type { Box, Picture } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import { boxesOf } from '../../images/quote-boxes.ts'
import type { PackItem } from '../../store/item.ts'
import { type Placed, placed } from '../contents.ts'

/** A picture of the report: an exhibit cut to what matters, quoted words framed; or the exhibit itself where that is as good. */
export interface Drawn {
  readonly kind: 'screenshot' | 'picture'
  /** In the bag; that of the exhibit where nothing was drawn. */
  readonly path: string
  readonly of: Placed
  /** Frames drawn. */
  readonly marked: number
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What is to be shown of a sighting. */
export interface Wanted {
  readonly kind: 'screenshot' | 'picture'
  readonly of: Placed
  readonly boxes: readonly Box[]
  readonly element: Box | null
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
/** A photograph of no more bytes, without words to frame, is shown as the seller shows it: drawn again it would be no smaller. */
const AS_IT_IS = 250_000

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
export function wanted(item: PackItem): readonly Wanted[] {
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

const asItIs = ({ kind, of, boxes }: Wanted): boolean =>
  kind === 'picture' && boxes.length === 0 && of.size <= AS_IT_IS && PICTURES.includes(of.mediaType)

/**
 * The report's pictures of one sighting, out of its exhibits' bytes by path. What cannot be opened is left out, and the report
 * shows or names the exhibit instead.
 */
export async function drawn(
  id: number,
  pictures: readonly Wanted[],
  bytesOf: ReadonlyMap<string, Uint8Array>,
  draw: Draw,
): Promise<readonly Drawn[]> {
  const all: Drawn[] = []
  for (const one of pictures) {
    const { kind, of, boxes, element } = one
    const sealed = bytesOf.get(of.path)
    if (!sealed) throw new Error(`${of.path} was not kept for the report`)
    if (asItIs(one)) {
      all.push({ kind, path: of.path, of, marked: 0, mediaType: of.mediaType, bytes: sealed })
      continue
    }
    try {
      const path = `${REPORT_PICTURES}/${id}-${kind === 'screenshot' ? kind : `picture-${all.length}`}.jpg`
      const bytes = await draw(sealed, { boxes, element, whole: kind === 'picture' })
      all.push({ kind, path, of, marked: boxes.length, mediaType: 'image/jpeg', bytes })
    } catch (error) {
      if (!(error instanceof BadInput)) throw error // A picture that will not open is a fact about the seller's file, not about us.
    }
  }
  return all
}
