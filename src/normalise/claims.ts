import type { Claim, ScoreInput } from '../domain.ts'
import { CODES } from './claim-codes.ts'
import { DRUGS, UNKNOWN_DRUG } from './claim-drugs.ts'
import { RECEIPTS } from './claim-receipts.ts'
import type { Shape } from './claim-shape.ts'
import { type Folded, fold, quoteOf } from './fold.ts'

/** A text of a listing, folded; `name` is the attribute's name without marks, null elsewhere. */
export interface ClaimField {
  readonly path: string
  readonly text: string
  readonly folded: Folded
  readonly name: string | null
}

/** A shape made ready: the number where a search stands, and its label as whole words, anywhere or as an attribute's name. */
interface Reader extends Shape {
  readonly here: RegExp
  readonly labels: RegExp
}

/** Priority where two shapes want the same characters. */
const READERS: readonly Reader[] = [...CODES, ...RECEIPTS, ...DRUGS, ...UNKNOWN_DRUG].map((shape) => ({
  ...shape,
  here: new RegExp(shape.number.source, 'y'),
  labels: new RegExp(`(?<![a-z])(?:${shape.label?.source ?? '[]'})(?![a-z])`, 'g'),
}))
/** A page that repeats numbers a thousand times is no better known for it. */
const MOST_CLAIMS = 40
/** Between a label and its number: colon, space, opening bracket. */
const BETWEEN = /[ :.,#(№-]{0,4}/y

/** Every number of a known kind that the fields state, with the seller's own characters; state by form alone. Linear. */
export function claimsIn(fields: readonly ClaimField[]): readonly Claim[] {
  return fields.flatMap(inField).slice(0, MOST_CLAIMS)
}

/** The same for a listing that nobody has folded yet. */
export function claimsOf(input: ScoreInput): readonly Claim[] {
  const fields = [
    ['title', input.title],
    ['description', input.description],
    ...Object.entries(input.attributes).map(([key, value]) => [`attributes.${key}`, value]),
    ['ocr_text', input.ocr_text],
    ['seller.name', input.seller?.name],
    ['brand', input.brand],
  ] as const
  return claimsIn(
    fields.flatMap(([path = '', text]) => {
      if (!text) return []
      const name = path.startsWith('attributes.') ? fold(path.slice('attributes.'.length)).plain : null
      return [{ path, text, folded: fold(text), name }]
    }),
  )
}

interface Place {
  readonly from: number
  readonly to: number
}

function inField(field: ClaimField): Claim[] {
  const { plain } = field.folded
  if (!/\d|x{2}/.test(plain)) return []
  const taken: Place[] = []
  const found: (Claim & Place)[] = []
  for (const shape of READERS) {
    if (shape.hints && !shape.hints.some((hint) => plain.includes(hint) || field.name?.includes(hint))) continue
    for (const match of matches(shape, field)) {
      const from = match.index
      const to = from + match[0].length
      if (taken.some((place) => from < place.to && to > place.from)) continue
      const judged = shape.judge(match)
      if (!judged) continue
      taken.push({ from, to })
      const quote = { field: field.path, ...quoteOf(field.text, field.folded, from, to) }
      found.push({ kind: shape.kind, ...judged, quote, from, to })
      if (found.length >= MOST_CLAIMS) break
    }
  }
  return found.sort((a, b) => a.from - b.from).map(({ from: _, to: __, ...claim }) => claim)
}

/** Numbers that speak for themselves, or that follow their label at once; in an attribute its name may be the label. */
function* matches({ label, number, here, labels }: Reader, field: ClaimField): Generator<RegExpExecArray> {
  const { plain } = field.folded
  if (!label) {
    yield* plain.matchAll(number)
    return
  }
  const at = (start: number): RegExpExecArray | null => {
    BETWEEN.lastIndex = start
    here.lastIndex = start + (BETWEEN.exec(plain)?.[0].length ?? 0)
    return here.exec(plain)
  }
  const named = field.name?.match(labels) ? at(0) : null
  if (named) yield named
  for (const labelled of plain.matchAll(labels)) {
    const match = at(labelled.index + labelled[0].length)
    if (match) yield match
  }
}
