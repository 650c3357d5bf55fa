/** More than this is a list that should be written as several conditions. */
const MOST = 200

/**
 * `{bán|nhận} đồ {giả|nhái|}` → every way of reading it; a text without braces is its own only way.
 * Null where a brace is left open or the ways are too many.
 */
export function alternatives(text: string): readonly string[] | null {
  if (!text.includes('{') && !text.includes('}')) return [text]
  const known = written.get(text)
  if (known !== undefined) return known
  const ways = expand(text)
  written.set(text, ways)
  return ways
}

/** Most words stand in several lists, and each is written out once. */
const written = new Map<string, readonly string[] | null>()

function expand(text: string): readonly string[] | null {
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) return null
  let ways = ['']
  for (const [, plain = '', braced] of text.matchAll(/([^{}]+)|\{([^{}]*)\}/g)) {
    const choices = braced === undefined ? [plain] : braced.split('|')
    if (ways.length * choices.length > MOST) return null
    ways = ways.flatMap((way) => choices.map((choice) => way + choice))
  }
  return [...new Set(ways.map((way) => way.replace(/\s+/g, ' ').trim()))].filter((way) => way !== '')
}
