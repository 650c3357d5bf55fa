/** What a part of a pattern may be: all the words it can be, or, where those are too many, words of which a match holds one. */
interface Part {
  /** Null: not known, or too many. */
  readonly exactly: readonly string[] | null
  readonly holding: readonly string[] | null
}

const ANYTHING: Part = { exactly: null, holding: null }
const NOTHING: Part = { exactly: [''], holding: null }
/** Words of one choice, and words made by joining two of them. */
const MOST = 64
const MOST_JOINED = 16
/** Fewer letters stand in every other text: asking would spare nothing. */
const TELLING = 3
/** A picture or a sign is rarer than so many letters. */
const SIGN = 4

/**
 * Words of which every match of a pattern (RE2's syntax) in a folded text, lower case, holds one: looking for them takes a
 * fraction of what the pattern takes. Null where no word, or only common ones, can be told. After R. Cox, “Regular Expression
 * Matching with a Trigram Index” (2012), with whole words in the place of trigrams.
 */
export function signsOf(source: string): readonly string[] | null {
  const anyCase = source.startsWith('(?i)')
  const rest = anyCase ? source.slice(4) : source
  const words = UNREAD.test(rest) ? null : shortest(wordsOf(partOf(rest)))
  if (words === null || rarity(words) < TELLING) return null
  return anyCase ? [...new Set(words.map((word) => word.toLowerCase()))] : words
}

/** Flags further in, named groups, quoted stretches and characters by octal number change how what follows is read. */
const UNREAD = /\(\?[^:]|\\[QE0-9]/

/** Without those that hold another of them. */
const shortest = (words: readonly string[] | null): readonly string[] | null =>
  words?.filter((word) => !words.some((other) => other !== word && word.includes(other))) ?? null

/** One of these is in every match; null when a match may hold none of them. */
const wordsOf = ({ exactly, holding }: Part): readonly string[] | null =>
  exactly?.every((word) => word !== '') ? exactly : holding

const rarity = (words: readonly string[]): number =>
  Math.min(...words.map((word) => [...word].reduce((sum, char) => sum + (/[\p{L}\p{N}\s]/u.test(char) ? 1 : SIGN), 0)))

const rarer = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null =>
  one === null || (other !== null && rarity(other) > rarity(one)) ? other : one

// ── reading the pattern; whatever is not known here may be anything ──────────────

const partOf = (source: string): Part => {
  const chars = [...source]
  let at = 0
  const choice = (): Part => {
    let whole = sequence()
    while (chars[at] === '|') {
      at++
      whole = either(whole, sequence())
    }
    return whole
  }
  const sequence = (): Part => {
    let whole = NOTHING
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') whole = joined(whole, repeated(atom()))
    return whole
  }
  const atom = (): Part => {
    const char = chars[at++] ?? ''
    if (char === '(') {
      if (chars[at] === '?') at += 2
      const inner = choice()
      at++
      return inner
    }
    if (char === '[') return classOf()
    if (char === '\\') return afterBackslash()
    if (char === '^' || char === '$') return NOTHING
    return char === '.' ? ANYTHING : { exactly: [char], holding: null }
  }
  const afterBackslash = (): Part => {
    const char = chars[at++] ?? ''
    if (/[bBAz]/.test(char)) return NOTHING
    if (!/[a-zA-Z0-9]/.test(char)) return { exactly: [char], holding: null }
    if (/[pPx]/.test(char) && chars[at] === '{') at = chars.indexOf('}', at) + 1
    else if (/[pP]/.test(char)) at++
    else if (char === 'x') at += 2
    return ANYTHING
  }
  const classOf = (): Part => {
    const members: string[] = []
    let plain = chars[at] !== '^'
    if (!plain) at++
    for (let first = true; at < chars.length && (first || chars[at] !== ']'); first = false) {
      if (chars[at] === '[' && chars[at + 1] === ':') {
        at = chars.indexOf(']', at) + 1
        plain = false
        continue
      }
      const char = chars[at++] ?? ''
      const one = char === '\\' ? afterBackslash() : { exactly: [char] }
      if (one.exactly === null || (chars[at] === '-' && chars[at + 1] !== ']')) plain = false
      else members.push(...one.exactly)
    }
    at++
    return plain && members.length <= MOST ? { exactly: members, holding: null } : ANYTHING
  }
  const repeated = (part: Part): Part => {
    const times = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})/.exec(chars.slice(at, at + 12).join(''))
    if (times === null) return part
    const [text, least, comma] = times
    at += text.length
    if (chars[at] === '?') at++
    if (text === '?') return part.exactly === null ? ANYTHING : either(part, NOTHING)
    const min = text === '*' ? 0 : text === '+' ? 1 : Number(least)
    if (min === 0) return ANYTHING
    let whole = part
    for (let n = 1; n < Math.min(min, 16); n++) whole = joined(whole, part)
    return comma === '' && min <= 16 ? whole : { exactly: null, holding: wordsOf(whole) }
  }
  const whole = choice()
  return at < chars.length ? ANYTHING : whole
}

const either = (one: Part, other: Part): Part => {
  if (one.exactly !== null && other.exactly !== null && one.exactly.length + other.exactly.length <= MOST)
    return { exactly: [...new Set([...one.exactly, ...other.exactly])], holding: null }
  const [words, others] = [wordsOf(one), wordsOf(other)]
  return { exactly: null, holding: words !== null && others !== null ? [...new Set([...words, ...others])] : null }
}

/** One after the other: words that are all known grow longer; else the rarer of what each must hold. */
const joined = (one: Part, other: Part): Part => {
  if (one.exactly !== null && other.exactly !== null && one.exactly.length * other.exactly.length <= MOST_JOINED)
    return { exactly: one.exactly.flatMap((start) => (other.exactly ?? []).map((end) => start + end)), holding: null }
  return { exactly: null, holding: rarer(wordsOf(one), wordsOf(other)) }
}
