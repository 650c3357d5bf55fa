import type { ChildNode, Document, Element } from 'domhandler'
import { workedOut } from '../../worked-out.ts'
import { perPage } from './memory.ts'
import { notesOf } from './notes.ts'

/** Words of class, id and what a page calls its parts for scripts and tests: `productPrice-old` → product, price, old. */
export const tokensOf = (element: Element): readonly string[] => {
  const notes = notesOf(element)
  notes.tokens ??= tokensIn(element.attribs.class, element.attribs.id, hookOf(element.attribs))
  return notes.tokens
}

/** Vietnamese words of two syllables, which class names write apart: `san-pham-lien-quan`. */
const JOINED = new Set(
  'lienquan tuongtu cungloai goiy daxem giohang tinhtrang tonkho mota noidung chitiet duongdan phantrang nguoiban nguoidang cuahang giaban giacu giagoc binhluan chuky'.split(
    ' ',
  ),
)

/** The same at the end of a name that is written as one: `tinlienquan`, `sanphamtuongtu`. */
const LAST = ['lienquan', 'tuongtu', 'cungloai', 'binhluan']

const NO_TOKENS: readonly string[] = []
/** Classes repeat: a page of a thousand elements has a few dozen of them. */
const split = perPage<readonly string[]>()

/** What an element shares with its like: words of the class alone where it has several, as an id is one member's own. */
export const kindTokensOf = ({ attribs }: Element): readonly string[] => {
  const ofClass = tokensIn(attribs.class, undefined, undefined)
  return ofClass.length > 1 ? ofClass : tokensIn(attribs.class, attribs.id, undefined)
}

/** Where class names are hashed, these still say what a part is. */
const hookOf = (attribs: Element['attribs']): string | undefined =>
  attribs['data-hook'] ?? attribs['data-testid'] ?? attribs['data-test-id'] ?? attribs['data-test']

const tokensIn = (classes: string | undefined, id: string | undefined, hook: string | undefined): readonly string[] => {
  if (!classes && !id && !hook) return NO_TOKENS
  const names = id || hook ? `${classes ?? ''} ${id ?? ''} ${hook ?? ''}` : (classes ?? '')
  const known = split.get(names)
  if (known !== undefined) return known
  const words = names
    .slice(0, 600)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  const made = new Set(words.filter((word) => word !== ''))
  for (let at = 1; at < words.length; at++) {
    const joined = `${words[at - 1]}${words[at]}`
    if (JOINED.has(joined)) made.add(joined)
  }
  for (const word of words) {
    const last = LAST.find((end) => word.length > end.length && word.endsWith(end))
    if (last !== undefined) made.add(last)
  }
  const list = [...made]
  split.set(names, list)
  return list
}

export const hasToken = (element: Element, words: ReadonlySet<string>): boolean => {
  for (const token of tokensOf(element)) if (words.has(token)) return true
  return false
}

export const parentOf = (element: Element): Element | null =>
  element.parent !== null && 'attribs' in element.parent ? element.parent : null

export const childrenOf = (element: Element): readonly Element[] => {
  const notes = notesOf(element)
  notes.children ??= elementsIn(element.children)
  return notes.children
}

const NO_CHILDREN: readonly Element[] = []
const elementsIn = (nodes: readonly ChildNode[]): readonly Element[] => {
  const elements = nodes.filter((node): node is Element => 'attribs' in node)
  return elements.length === 0 ? NO_CHILDREN : elements
}

/** `span.price-new`: enough for a person to find it again. */
export const describe = (element: Element): string => {
  const names = (element.attribs.class ?? '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((name) => `.${name}`)
    .join('')
  const id = element.attribs.id
  return `${element.name}${id !== undefined && id !== '' ? `#${id}` : names}`
}

/** Every element, in document order. */
export const elementsOf: (dom: Document) => readonly Element[] = workedOut((dom) => withinAll(roots(dom), []))

/** The parser lets no document grow so deep that recursion would hurt. */
const withinAll = (elements: readonly Element[], into: Element[]): readonly Element[] => {
  for (const element of elements) {
    into.push(element)
    withinAll(childrenOf(element), into)
  }
  return into
}

/** Top elements. */
export const roots = (dom: Document): readonly Element[] => elementsIn(dom.children)
