import type { Page } from '../domain.ts'

/** A page seen while somebody was signed in, without what would sign in whoever reads it. */
export const withoutCookies = (page: Page): Page => ({
  ...page,
  headers: Object.fromEntries(Object.entries(page.headers).filter(([name]) => name !== 'set-cookie')),
})
