import type { Element } from 'domhandler'
import { visibleText } from '../../page/visible-text.ts'
import { tidy, tidyFolded } from './found.ts'
import { type Notes, notesOf } from './notes.ts'

/** The visible text; null when it is longer than `max` characters. Big boxes are not read, so asking every box is cheap. */
export const shortText = (root: Element, max: number): string | null => {
  const notes = notesOf(root)
  if (notes.weight === -1) weigh(root)
  if (notes.weight > max + 400) return null
  notes.text ??= tidyFolded(visibleText(root))
  return notes.text.length > max ? null : notes.text
}

/** Characters of text and number of elements, for the root and all below it: each counts its own, then adds itself to its parent. */
const weigh = (root: Element): void => {
  const order: { readonly notes: Notes; readonly parent: Notes | null }[] = []
  const pending: { readonly element: Element; readonly parent: Notes | null }[] = [{ element: root, parent: null }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { element, parent } = next
    const notes = notesOf(element)
    order.push({ notes, parent })
    if (notes.weight !== -1) continue
    const silent = element.name === 'script' || element.name === 'style'
    notes.weight = silent ? 0 : 1
    for (const child of silent ? [] : element.children) {
      if (child.type === 'text') notes.weight += child.data.trim().length
      else if ('attribs' in child) pending.push({ element: child, parent: notes })
    }
  }
  for (const { notes, parent } of order.reverse()) if (parent !== null) parent.weight += notes.weight
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
