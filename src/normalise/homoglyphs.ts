import type { Draft } from './folded.ts'
import { attach, isDigit, isLatin, isVietnameseMark } from './letters.ts'
import { contextual, contextualCapitals, inside, isForeign } from './lookalikes.ts'

const isWord = (u: number): boolean => isLatin(u) || isDigit(u) || isForeign(u) || isVietnameseMark(u)

/** Letters of living scripts are twins only in a word with this many Latin ones: `A4尺` is a size. */
const ENOUGH = 3

interface Token {
  readonly from: number
  readonly to: number
  readonly latin: number
  readonly foreign: number
  /** Foreign letters with a Latin twin. */
  readonly twins: number
  /** Foreign letters without a Latin twin. */
  readonly strange: number
}

/**
 * Reads Cyrillic, Greek and Armenian twins as Latin inside tokens that mix them with Latin, and in tokens made of twins
 * alone unless the text has real words of those scripts. Marks that waited for the decision are put on or dropped.
 */
export function latinise(text: Draft, input: string): void {
  const tokens = foreignTokens(text)
  const genuine = tokens.some((t) => t.latin === 0 && t.strange > 0)
  for (const token of tokens) {
    const own = token.latin === 0 && (genuine || token.strange > 0)
    const beside =
      token.latin + (own ? 0 : token.twins) >= ENOUGH &&
      !isIdeograph(text, token.from - 1) &&
      !isIdeograph(text, token.to)
    for (let i = token.from; i < token.to; i++) {
      const unit = text.units[i] ?? 0
      if (!isForeign(unit)) continue
      const twin = own ? undefined : (capitalTwin(text, input, i) ?? contextual.get(unit))
      text.units[i] = twin ?? (beside ? inside.get(unit) : undefined) ?? unit
    }
  }
  settleMarks(text)
}

const capitalTwin = (text: Draft, input: string, at: number): number | undefined => {
  const own = input.slice(text.starts[at] ?? 0, Math.min(text.ends[at] ?? 0, (text.starts[at] ?? 0) + 2))
  return contextualCapitals.get(own.normalize('NFKC').charCodeAt(0))
}

/** East Asian text runs on without spaces: a stroke like 尺 in it is a word of its own. */
const isIdeograph = (text: Draft, at: number): boolean => {
  const unit = at < 0 || at >= text.length ? 0 : (text.units[at] ?? 0)
  return unit >= 0x2e80 && unit < 0xac00
}

function foreignTokens(text: Draft): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const from = at
    let [latin, foreign, twins, strange] = [0, 0, 0, 0]
    for (; at < text.length && isWord(text.units[at] ?? 0); at++) {
      const unit = text.units[at] ?? 0
      if (isForeign(unit)) foreign++
      if (contextual.has(unit)) twins++
      if (isForeign(unit) && !contextual.has(unit) && !inside.has(unit)) strange++
      if (isLatin(unit)) latin++
    }
    if (foreign > 0) tokens.push({ from, to: at, latin, foreign, twins, strange })
    if (at === from) at++
  }
  return tokens
}

function settleMarks(text: Draft): void {
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.units[i] ?? 0
    const mark = isVietnameseMark(unit)
    if (mark && n > 0) {
      text.units[n - 1] = attach(text.units[n - 1] ?? 0, unit) || (text.units[n - 1] ?? 0)
      text.ends[n - 1] = text.ends[i] ?? 0
    }
    if (!mark) {
      text.units[n] = unit
      text.starts[n] = text.starts[i] ?? 0
      text.ends[n] = text.ends[i] ?? 0
      n++
    }
  }
  text.length = n
}

const REGIONAL_HIGH = 0xd83c
const isRegional = (text: Draft, at: number): boolean => {
  const low = text.units[at + 1] ?? 0
  return at + 1 < text.length && text.units[at] === REGIONAL_HIGH && low >= 0xdde6 && low <= 0xddff
}

/** Regional indicators are letters, except a pair that touches a word: that is a flag. */
export function joinRegional(text: Draft): void {
  let n = 0
  for (let at = 0; at < text.length; ) {
    let to = at
    while (isRegional(text, to)) to += 2
    const flag =
      to - at === 4 && ((n > 0 && isWord(text.units[n - 1] ?? 0)) || (to < text.length && isWord(text.units[to] ?? 0)))
    const letters = to > at && !flag
    const end = to > at ? to : at + 1
    for (; at < end; at += letters ? 2 : 1) {
      text.units[n] = letters ? 0x61 + (text.units[at + 1] ?? 0) - 0xdde6 : (text.units[at] ?? 0)
      text.starts[n] = text.starts[at] ?? 0
      text.ends[n] = text.ends[at] ?? 0
      n++
    }
  }
  text.length = n
}
