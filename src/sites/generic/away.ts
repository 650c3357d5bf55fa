import type { Element } from 'domhandler'
import { parentOf } from './elements.ts'
import { absolute } from './found.ts'

/** Address of the link around an element, as written; null where none is near. */
export const linkAround = (element: Element): string | null => {
  for (let up = parentOf(element), level = 0; up !== null && level < 3; up = parentOf(up), level++)
    if (up.name === 'a') return up.attribs.href ?? null
  return null
}

/** To another page: what is inside shows other goods, filters or advertises. A window with the larger picture is none. */
export const leadsAway = (href: string, base: string): boolean => {
  if (/^(?:#|javascript:)/i.test(href.trim()) || /popup_?image/i.test(href)) return false
  const target = absolute(href, base)
  return target !== null && target.replace(/#.*$/, '') !== base.replace(/#.*$/, '')
}
