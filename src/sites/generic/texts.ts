import type { Element } from 'domhandler'
import { visibleText } from '../../page/visible-text.ts'
import { tidy, tidyFolded } from './found.ts'
import { notesOf } from './notes.ts'

/** The visible text; null when it is longer than `max` characters. Big boxes are not read, so asking every box is cheap. */
export const shortText = (root: Element, max: number): string | null => {
  const notes = notesOf(root)
  if (weigh(root) > max + 400) return null
  notes.text ??= tidyFolded(visibleText(root))
  return notes.text.length > max ? null : notes.text
}

/** Characters of text and number of elements, of this one and all below it. The parser lets none lie deep. */
const weigh = (element: Element): number => {
  const notes = notesOf(element)
  if (notes.weight !== -1) return notes.weight
  notes.weight = 0
  if (element.name === 'script' || element.name === 'style') return 0
  let weight = 1
  for (const child of element.children) {
    if (child.type === 'text') weight += child.data.trim().length
    else if ('attribs' in child) weight += weigh(child)
  }
  notes.weight = weight
  return weight
}

/** The first `max` characters or so of the text, in document order. */
export const openingText = (root: Element, max: number): string => {
  const parts: string[] = []
  let length = 0
  const pending: Element['children'] = [root]
  for (let node = pending.pop(); node !== undefined && length < max; node = pending.pop()) {
    if (node.type === 'text') {
      const text = tidy(node.data.slice(0, max))
      if (text === '') continue
      parts.push(text)
      length += text.length + 1
    } else if ('attribs' in node && node.name !== 'script' && node.name !== 'style') {
      for (let child = node.lastChild; child !== null; child = child.prev) pending.push(child)
    }
  }
  return parts.join(' ').slice(0, max)
}
