const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    không: '0',
    khong: '0',
    linh: '0',
    một: '1',
    mốt: '1',
    mot: '1',
    hai: '2',
    ba: '3',
    bốn: '4',
    bon: '4',
    tư: '4',
    năm: '5',
    lăm: '5',
    nhăm: '5',
    nam: '5',
    sáu: '6',
    sau: '6',
    bảy: '7',
    bẩy: '7',
    bay: '7',
    tám: '8',
    tam: '8',
    chín: '9',
    chin: '9',
  }),
)

/** Words for digits written together, `khongchinmot`: read from the left, nothing may remain. */
const WORDS = [...SPELLED.keys()].sort((a, b) => b.length - a.length)
function together(token: string): string | undefined {
  let digits = ''
  for (let at = 0; at < token.length; ) {
    const rest = token.slice(at, at + 5)
    const word = WORDS.find((one) => rest.startsWith(one)) ?? /^\d/.exec(rest)?.[0]
    if (word === undefined) return undefined
    digits += SPELLED.get(word) ?? word
    at += word.length
  }
  return digits
}

const digitsOf = (token: string): string | undefined => {
  if (/^\d{1,7}$/.test(token)) return token
  return SPELLED.get(token) ?? (token.length > 40 || /^\d+$/.test(token) ? undefined : together(token))
}

/** A run of digits, and its place in the text. */
interface Run {
  readonly digits: string
  readonly from: number
  readonly to: number
}

/** Every word that can begin a number: it begins with nought. */
const BEGINNING = /(?<![\p{L}\d])(?:0|kh[oô]ng|linh)/gu

/** Digits spelled as words, also together or between digits, eight and more in a row: `không chín một hai …`, `0chin1hai`. */
export function spelledIn(text: string): readonly Run[] {
  const found: Run[] = []
  BEGINNING.lastIndex = 0
  for (let start = BEGINNING.exec(text); start !== null; start = BEGINNING.exec(text)) {
    const run = runFrom(text, start.index)
    if (run.digits.length >= 8) found.push(run)
    BEGINNING.lastIndex = Math.max(run.to, start.index + 1)
  }
  return found
}

/** Words for digits from here on, until something else is said or stands between. */
function runFrom(text: string, from: number): Run {
  const word = /[\p{L}\d]+/gu
  let run: Run = { digits: '', from, to: from }
  word.lastIndex = from
  for (let next = word.exec(text); next !== null && next.index - run.to <= 3; next = word.exec(text)) {
    const digits = digitsOf(next[0])
    if (digits === undefined) break
    run = { digits: run.digits + digits, from, to: next.index + next[0].length }
  }
  return run
}
