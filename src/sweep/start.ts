import type { NewRequest } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { SiteBook } from '../sites/load.ts'
import { newRequest } from './follow.ts'
import type { SweepPlan } from './plan.ts'

/** The first requests of a plan: its targets, and the search pages of its keywords. Throws BadInput for a site nobody knows. */
export function startRequests(plan: SweepPlan, book: SiteBook): readonly NewRequest[] {
  const urls = [...plan.targets, ...plan.keywords.flatMap((keyword) => searchPages(keyword, plan.targets, book))]
  return urls.map((url) => newRequest(url, book, { role: 'start', depth: 0 }))
}

function searchPages(keyword: SweepPlan['keywords'][number], targets: readonly string[], book: SiteBook): string[] {
  const site = book.sites.find(({ id }) => id === keyword.site)
  if (!site)
    throw new BadInput(
      `keywords: no site file is called ${keyword.site}; known: ${book.sites.map(({ id }) => id).join(', ')}`,
    )
  const { searchUrl } = site
  if (!searchUrl)
    throw new BadInput(`keywords: the site file ${site.id} has no searchUrl, so words cannot be searched there`)
  const pages = Array.from({ length: keyword.pages }, (_, index) => index + 1)
  return keyword.words.flatMap((word) => pages.map((page) => onTargetPort(searchUrl(word, page), targets)))
}

/** A site file names hosts without ports; where the plan's target of that host has one (a mirror, a sample), the search goes there too. */
function onTargetPort(search: string, targets: readonly string[]): string {
  const url = new URL(search)
  const target = targets.map((one) => new URL(one)).find(({ hostname }) => hostname === url.hostname)
  if (target) {
    url.protocol = target.protocol
    url.port = target.port
  }
  return url.href
}

/** The hosts a run may follow links on: those of its first requests. */
export const hostsOf = (requests: readonly NewRequest[]): ReadonlySet<string> =>
  new Set(requests.map(({ host }) => host))
