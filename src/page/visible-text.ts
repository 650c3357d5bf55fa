import type { AnyNode, Element } from 'domhandler'

const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'head'])
/** Elements that stand on their own line or in their own cell: words on either side do not run together. */
const APART = new Set(
  `address article aside blockquote br button caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hr img input li main nav ol optgroup option p pre section select summary table tbody td textarea tfoot
  th thead tr ul video`.split(/\s+/),
)

/** What a reader sees of one element, white space (nbsp too) folded to single spaces and trimmed; '' when nothing. */
export const visibleText = (element: Element, without: ReadonlySet<AnyNode> = NOTHING): string =>
  fold(gather(element, without))

const NOTHING: ReadonlySet<AnyNode> = new Set()

export const fold = (text: string): string => {
  const trimmed = text.trim()
  return isFolded(trimmed) ? trimmed : trimmed.replace(/\s{2,}|[^\S ]/g, ' ')
}

/** No white space but single spaces: so are most texts, and looking is cheaper than replacing. */
const isFolded = (text: string): boolean => {
  let space = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      if (space) return false
      space = true
    } else if (code < 32 || code === 0xa0 || code === 0x1680 || code === 0xfeff || (code >= 0x2000 && code <= 0x3000))
      return false
    else space = false
  }
  return true
}

/** The same as a post is laid out: blocks and line breaks each begin a line, none of them empty. */
export const visibleLines = (element: Element, without: ReadonlySet<AnyNode> = NOTHING): string =>
  gather(element, without, '\n')
    .split('\n')
    .map(fold)
    .filter((line) => line !== '')
    .join('\n')

/** Stand in a line of their own text, or beside one another in one. */
const WITHIN_LINE = new Set('button caption img input option td textarea th'.split(' '))

/** Text as written, nothing folded: for script and style elements. */
export const rawText = (element: Element): string =>
  element.children.map((child) => ('data' in child && child.type === 'text' ? child.data : '')).join('')

/** The parser lets no document grow so deep that recursion would exhaust the stack. */
const gather = (element: Element, without: ReadonlySet<AnyNode>, apart = ' '): string => {
  let text = ''
  for (const node of element.children) {
    if (without.has(node)) text += apart
    else if (node.type === 'text') text += apart === ' ' ? node.data : node.data.replaceAll('\n', ' ')
    else if ('attribs' in node && !HIDDEN.has(node.name)) {
      const around = !APART.has(node.name) ? '' : WITHIN_LINE.has(node.name) ? ' ' : apart
      text += around + gather(node, without, apart) + around
    }
  }
  return text
}
