import type { Page, RawListing } from '../domain.ts'
import { domOf, viewOf } from '../page/view.ts'
import { visibleText } from '../page/visible-text.ts'
import { EMPTY, found } from './generic/found.ts'

/**
 * A page that a person points at although no reader finds a listing in it (a shop's front page, a profile, a group): its title
 * and everything a reader sees, and nothing guessed beyond that.
 */
export function wholePage(page: Page): RawListing {
  const $ = domOf(viewOf(page))
  const title = $('head > title, title').first()
  const body = $('body')[0] ?? $('html')[0]
  const named = title[0] ? found(visibleTitle(title.text()), 'css:title') : null
  return {
    ...EMPTY,
    url: { text: page.url, source: 'address' },
    title: named ?? { text: page.url, source: 'address' },
    description: body ? found(visibleText(body), 'css:body') : null,
  }
}

const visibleTitle = (text: string): string => text.slice(0, 1_000)
