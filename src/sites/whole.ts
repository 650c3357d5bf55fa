import type { Page, RawListing } from '../domain.ts'
import { select, textIn } from '../page/select.ts'
import { domOf, viewOf } from '../page/view.ts'
import { visibleText } from '../page/visible-text.ts'
import { EMPTY, found } from './generic/found.ts'

/**
 * A page that a person points at although no reader finds a listing in it (a shop's front page, a profile, a group): its title
 * and everything a reader sees, and nothing guessed beyond that.
 */
export function wholePage(page: Page): RawListing {
  const dom = domOf(viewOf(page))
  const [title] = select(dom, 'title')
  const body = select(dom, 'body')[0] ?? select(dom, 'html')[0]
  const named = title ? found(visibleTitle(textIn(title)), 'css:title') : null
  return {
    ...EMPTY,
    url: { text: page.url, source: 'address' },
    title: named ?? { text: page.url, source: 'address' },
    description: body ? found(visibleText(body), 'css:body') : null,
  }
}

const visibleTitle = (text: string): string => text.slice(0, 1_000)
