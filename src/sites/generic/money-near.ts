/** How many letters the longest word for a currency has. */
const LONGEST_WORD = 6
/** A sign may stand so many spaces away from its number. */
const MOST_SPACES = 3

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number, char: string) =>
  code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : /\p{L}/u.test(char)
const isSpace = (char: string) => char === ' ' || char === '\u00a0' || char === '\u202f' || /\s/.test(char)

/**
 * Tells quickly that a text holds no money: nowhere does a currency's word or sign stand beside a number. The pattern that
 * finds money is slow, and most numbers on a page are counts, codes and sizes. True means that the pattern must be asked.
 * @param words every word for a currency, in small letters, without dots and dollar signs
 * @param signs single characters that are a currency's, or end the word of one (`rs.`, `us$`)
 */
export function moneyNear(text: string, words: ReadonlySet<string>, signs: ReadonlySet<string>): boolean {
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue
    if (!isDigit(text.charCodeAt(at - 1)) && beside(text, at - 1, -1, words, signs)) return true
    if (!isDigit(text.charCodeAt(at + 1)) && beside(text, afterDash(text, at + 1), 1, words, signs)) return true
  }
  return false
}

/** `5,- Kč`, `5,– €` */
const afterDash = (text: string, from: number): number => {
  let at = from
  if (text[at] !== ',') return at
  while (at < from + 3 && (text[at] === ',' || text[at] === '-' || text[at] === '–')) at++
  return at
}

function beside(
  text: string,
  from: number,
  step: 1 | -1,
  words: ReadonlySet<string>,
  signs: ReadonlySet<string>,
): boolean {
  let at = from
  for (let spaces = 0; spaces < MOST_SPACES && at >= 0 && at < text.length && isSpace(text[at] ?? ''); spaces++)
    at += step
  const char = text[at]
  if (char === undefined) return false
  if (signs.has(char)) return true
  let end = at
  while (Math.abs(end - at) <= LONGEST_WORD && isLetter(text.charCodeAt(end), text[end] ?? '')) end += step
  return end !== at && words.has((step > 0 ? text.slice(at, end) : text.slice(end + 1, at + 1)).toLowerCase())
}
