import type { Draft } from './folded.ts'
import { bare, isLatin, toneOfUnit, withTone } from './letters.ts'

const [A, E, I, O, Q, U, Y, G] = [0x61, 0x65, 0x69, 0x6f, 0x71, 0x75, 0x79, 0x67]

/**
 * One place for the tone of oa, oe and uy at the end of a syllable: hoá is hóa, khoẻ is khỏe, thuỷ is thủy.
 * After q and g the glide belongs to the consonant: qúy is quý, gía is giá.
 */
export function placeTones(text: Draft): void {
  const { units, length } = text
  for (let i = 1; i < length; i++) {
    const here = units[i] ?? 0
    if (here !== A && here !== E && here !== Y && toneOfUnit(here) < 0) continue
    const before = units[i - 1] ?? 0
    const next = i + 1 < length ? (units[i + 1] ?? 0) : 0
    if (isLatin(next)) continue
    const moved = settle(i > 1 ? (units[i - 2] ?? 0) : 0, before, here)
    if (moved === null) continue
    units[i - 1] = moved[0]
    units[i] = moved[1]
  }
}

/** The pair with its tone where we write it; null when nothing moves. */
function settle(onset: number, first: number, second: number): readonly [number, number] | null {
  const tones = [toneOfUnit(first), toneOfUnit(second)] as const
  const plainFirst = withTone(first, 0)
  const plainSecond = withTone(second, 0)
  const glide =
    (onset === Q && plainFirst === U && plainSecond === Y) || (onset === G && plainFirst === I && plainSecond === A)
  if (glide) return tones[0] > 0 && tones[1] === 0 ? [plainFirst, withTone(second, tones[0])] : null
  const pair = (plainFirst === O && (plainSecond === A || plainSecond === E)) || (plainFirst === U && plainSecond === Y)
  if (!pair || onset === Q || tones[1] <= 0 || tones[0] !== 0) return null
  return bare(onset) === onset || isLatin(onset) ? [withTone(first, tones[1]), plainSecond] : null
}
