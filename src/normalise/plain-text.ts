/** What a person reads of a piece of HTML: tags gone, block ends as line breaks, entities decoded. Linear. */
const BLOCK = /^(?:br|p|div|li|ul|ol|tr|table|h[1-6]|section|article|hr|dd|dt|blockquote)$/
const HIDDEN = /^(?:script|style|template|noscript)$/
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  deg: '°',
  trade: '™',
  reg: '®',
  copy: '©',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  igrave: 'ì',
  iacute: 'í',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ugrave: 'ù',
  uacute: 'ú',
  yacute: 'ý',
}

export function plainText(html: string): string {
  const lastClose = html.lastIndexOf('>')
  let out = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0 || open > lastClose) break
    const tag = tagAt(html, open)
    out += html.slice(at, open)
    if (!tag) {
      out += '<'
      at = open + 1
      continue
    }
    at = HIDDEN.test(tag.name) && !tag.closing ? skipTo(html, tag.name, tag.end) : tag.end
    if (BLOCK.test(tag.name)) out += '\n'
  }
  return tidy(decodeEntities(out + html.slice(at)))
}

/** A tag or comment that starts at `open`; null when the `<` is text (`<3`, `a < b`). */
function tagAt(html: string, open: number): { name: string; closing: boolean; end: number } | null {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { name: '', closing: false, end: end < 0 ? html.length : end + 3 }
  }
  const head = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])/.exec(html.slice(open, open + 24))
  if (!head) return null
  const end = html.indexOf('>', open)
  return end < 0 ? null : { name: (head[2] ?? '').toLowerCase(), closing: head[1] === '/', end: end + 1 }
}

function skipTo(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  if (!found) return html.length
  const end = html.indexOf('>', found.index)
  return end < 0 ? html.length : end + 1
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, dec, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const point = dec !== undefined ? Number.parseInt(dec, 10) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f\v\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
