import type { Element } from 'domhandler'
import { visibleText } from '../../page/visible-text.ts'
import { childrenOf, hasToken } from './elements.ts'
import { tidy } from './found.ts'
import { nameKey } from './own.ts'
import type { Survey } from './survey.ts'
import { shortText } from './texts.ts'
import { TOKENS } from './words.ts'

/** Breadcrumb entries as printed, home first. */
export const crumbsOf = (survey: Survey): readonly string[] => {
  const box = survey.spots.find(({ element }) => isCrumbs(element))?.element
  if (box === undefined) return []
  const items = leaves(box)
    .map((text) => text.replace(/^[\s/»›>|•·-]+|[\s/»›>|•·-]+$/g, ''))
    .filter((text) => text.length > 1)
  return [...new Set(items)].slice(0, 12)
}

const isCrumbs = (element: Element): boolean => {
  const { name, attribs } = element
  if (name === 'body' || name === 'html') return false
  const label = attribs['aria-label']
  if (attribs.itemtype?.includes('BreadcrumbList') || (label !== undefined && /breadcrumb/i.test(label))) return true
  return hasToken(element, TOKENS.crumbs) && (shortText(element, 400) ?? '') !== ''
}

/** Texts of the links, then the bare words beside them (the page's own name stands last and unlinked). */
const leaves = (box: Element): readonly string[] => {
  const out: string[] = []
  const bare: string[] = []
  const pending: Element[] = [box]
  for (let element = pending.pop(); element !== undefined && out.length < 60; element = pending.pop()) {
    if (element.name === 'script' || element.name === 'style') continue
    const children = childrenOf(element)
    if (element.name === 'a' || children.length === 0) out.push(tidy(visibleText(element)))
    else {
      bare.push(
        ...element.children
          .map((child) => (child.type === 'text' ? tidy(child.data) : ''))
          .filter((text) => text.length > 2),
      )
      pending.push(...[...children].reverse())
    }
  }
  return [...out, ...bare]
}

const HOME = /^(?:home|trang chủ|trang nhất|start(?:seite)?|accueil|inicio|início|domov|strona główna|главная)$/i

/** The path of categories: the breadcrumb without home and without the goods themselves. */
export const categoryFrom = (crumbs: readonly string[], title: string | null): string | null => {
  const name = nameKey(title ?? '')
  const path = crumbs.filter((crumb) => {
    const key = nameKey(crumb)
    return (
      key !== '' &&
      !HOME.test(crumb.trim()) &&
      !(name !== '' && (key === name || (key.length > 12 && (name.startsWith(key) || key.startsWith(name)))))
    )
  })
  return path.length === 0 ? null : path.join(' > ')
}
