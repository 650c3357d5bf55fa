/** Comma, semicolon, tab or bar: whichever the line with the names of the columns has most of, outside quotes. */
export function delimiterOf(head: string): string {
  const bare = head.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t', '|'].map((each) => [each, bare.split(each).length - 1] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

/**
 * A cell's text, trimmed and composed (NFC). Spreadsheets write `="0012"` and `'0012` to keep a number's zeros, exports `'@name` to
 * keep a name from being a formula.
 */
export const plainCell = (cell: string): string =>
  cell
    .normalize('NFC')
    .trim()
    .replace(/^="([^"=]*)"$/, '$1')
    .replace(/^'(?=[\d+=@-])/, '')
