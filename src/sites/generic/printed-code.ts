import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { textIn } from '../../page/select.ts'
import { describe } from './elements.ts'
import { found } from './found.ts'
import { type Row, rowFor } from './rows.ts'
import type { Survey } from './survey.ts'

/** One word with a digit, or capitals: what a shop calls its goods by. Words beside it make it a name. */
const CODE = /^(?=\S*(?:\d|[A-Z]{3}))[\p{L}\d][\p{L}\d./_#-]{1,39}$/u
/** Behind the code, in the same line, stand numbers sold, ratings, a brand. */
const BESIDE = /\s[|•·]\s/
/** What code boxes are called in class, id and the attributes that testers use. */
const NAMED =
  /(?:^|[\s_-])(?:sku|(?:product|item|article|catalog(?:ue)?)[-_]?(?:code|ref(?:erence)?|number|no|sku)|ma-?sp|ma-?san-?pham)(?:$|[\s_-])/i

/** The code that buyers see: in a row whose label says so, or in a box that is called so. */
export const printedCode = (survey: Survey, rows: readonly Row[]): Found | null => {
  const row = rowFor(rows, 'sku')?.value ?? null
  const code = row === null ? null : found(row.text.split(BESIDE)[0], row.source)
  return code !== null && CODE.test(code.text) ? code : boxed(survey)
}

/** A row's words where no code is to be had: a model's name, a code of several words. */
export const looseCode = (rows: readonly Row[]): Found | null => {
  const value = rowFor(rows, 'sku')?.value ?? rowFor(rows, 'model')?.value ?? null
  return value === null || value.text.length > 80 ? null : value
}

const boxed = ({ spots }: Survey): Found | null => {
  for (const { element, region } of spots) {
    if (region !== 'main') continue
    const stated = /^(?:sku|productID|mpn)$/.test(element.attribs.itemprop ?? '')
    if (!stated && !isNamed(element)) continue
    const text = (element.attribs.content ?? textIn(element))
      .replace(/^[^:：]{1,30}[:：]|^\s*(?:art|ref|no|nr)\.\s?/i, '')
      .trim()
    if (CODE.test(text)) return found(text, stated ? 'css:[itemprop=sku]' : `css:${describe(element)}`)
  }
  return null
}

const NAMES = ['class', 'id', 'data-testid', 'data-test-id', 'data-qa', 'data-qa-qualifier', 'data-test'] as const

const isNamed = ({ attribs }: Element): boolean => {
  for (const name of NAMES) {
    const words = attribs[name]
    if (words !== undefined && NAMED.test(words)) return true
  }
  return false
}
