import type { Element } from 'domhandler'
import { visibleText } from '../../page/visible-text.ts'
import { tidy } from './found.ts'

/** The visible text; null when it is longer than `max` characters. Big boxes are not read to the end, so asking every box is cheap. */
export const shortText = (root: Element, max: number): string | null => {
  let budget = max + 400
  const pending: Element[] = [root]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (element.name === 'script' || element.name === 'style') continue
    for (const child of element.children) {
      if (child.type === 'text') budget -= child.data.trim().length
      else if ('attribs' in child) pending.push(child)
    }
    budget -= 1
    if (budget < 0) return null
  }
  const text = tidy(visibleText(root))
  return text.length > max ? null : text
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
