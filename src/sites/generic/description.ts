import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { visibleText } from '../../page/visible-text.ts'
import { describe, hasToken, parentOf, tokensOf } from './elements.ts'
import { found, tidy } from './found.ts'
import type { Survey } from './survey.ts'
import { shortText } from './texts.ts'
import { TOKENS } from './words.ts'

/** More boxes than this that call themselves description are a page made to exhaust us. */
const MAX_BOXES = 80
const BOXES = new Set(['div', 'section', 'article', 'p', 'span', 'td', 'main', 'dd'])
const NOT = new Set(
  'review reviews comment comments rating shipping policy footer nav related seller breadcrumb form'.split(' '),
)
const LABEL =
  /^(?:mô tả(?: sản phẩm| chi tiết)?|thông tin(?: chi tiết| sản phẩm)|chi tiết(?: sản phẩm)?|giới thiệu(?: sản phẩm)?|đặc điểm(?: nổi bật)?|(?:product |item )?(?:description|details|information)|beschreibung|descripción|descrizione)\s*:?$/i
const LABELS = new Set(['h2', 'h3', 'h4', 'h5', 'a', 'button', 'strong', 'dt', 'summary', 'span', 'div', 'label'])
/** Shorter texts are a heading or a button left alone in its box. */
const LEAST = 15

interface Box {
  readonly element: Element
  readonly rank: number
}

/** The goods described: the box that says so in its name, or stands under such a heading; of equals the longest. */
export const descriptionOf = (survey: Survey, title: string | null): Found | null => {
  const boxes = [...named(survey), ...labelled(survey)].slice(0, MAX_BOXES)
  let best: { element: Element; text: string; score: number } | null = null
  for (const { element, rank } of boxes) {
    const text = tidy(visibleText(element)).replace(
      /^(?:description|mô tả(?: sản phẩm)?|thông tin sản phẩm|chi tiết sản phẩm)\s*:?\s+/i,
      '',
    )
    if (text.length < LEAST || text === title) continue
    const score = rank * 1000 + Math.min(text.length, 900)
    if (best === null || score > best.score) best = { element, text, score }
  }
  return best === null ? null : found(best.text, `css:${describe(best.element)}`)
}

const named = ({ spots }: Survey): readonly Box[] =>
  spots
    .filter(({ element, region }) => region === 'main' && BOXES.has(element.name))
    .map(({ element }) => ({ element, rank: rankOf(element) }))
    .filter(({ rank }) => rank > 0)

/** 4: microdata; 3: says description outright; 2: a short one; 1: product and a content word; 0: not one. */
const rankOf = (element: Element): number => {
  const words = tokensOf(element)
  if (element.attribs.itemprop === 'description') return 4
  if (!hasToken(element, TOKENS.describe)) return 0
  for (const word of words) if (NOT.has(word)) return 0
  const outright =
    ['description', 'desc', 'mota', 'productdescription', 'noidung'].some((word) => words.includes(word)) ||
    (words.includes('mo') && words.includes('ta')) ||
    (words.includes('noi') && words.includes('dung'))
  if (outright) return words.includes('short') || words.includes('meta') ? 2 : 3
  const content = ['content', 'detail', 'details', 'overview', 'information'].some((word) => words.includes(word))
  return words.includes('product') && content ? 1 : 0
}

/** Boxes that a heading or tab called “Mô tả”, “Description” … leads to, or stands over. */
const labelled = (survey: Survey): readonly Box[] => {
  let byId: ReadonlyMap<string, Element> | null = null
  const withId = (id: string): Element | undefined => {
    byId ??= new Map(survey.spots.map(({ element }) => [element.attribs.id ?? '', element]))
    return id === '' ? undefined : byId.get(id)
  }
  const labels = survey.spots.filter(
    ({ element, region }) => region === 'main' && LABELS.has(element.name) && LABEL.test(shortText(element, 40) ?? ''),
  )
  return labels.flatMap(({ element }) => {
    const target = element.attribs['aria-controls'] ?? element.attribs.href?.split('#')[1]
    const box = (target === undefined ? undefined : withId(target)) ?? following(element)
    return box === null ? [] : [{ element: box, rank: 2.5 }]
  })
}

/** The element after this one, or after its parent where this one stands alone. */
const following = (element: Element): Element | null => {
  for (let at: Element | null = element, level = 0; at !== null && level < 2; at = parentOf(at), level++) {
    for (let next = at.next; next !== null; next = next.next)
      if ('attribs' in next) return BOXES.has(next.name) || next.name === 'ul' ? next : null
  }
  return null
}
