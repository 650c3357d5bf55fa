import { readFile } from 'node:fs/promises'
import { matches } from '../fold.ts'
import type { Markup } from '../html.ts'
import { type Answer, answer, htmlAnswer } from '../http.ts'
import { smallPdf } from '../pdf.ts'
import { ALL, SECTIONS } from './categories.ts'
import { listingPage } from './listing-page.ts'
import { LISTINGS, SHELF, UNREADABLE } from './listings.ts'
import * as pages from './pages.ts'
import { drawPng, drawSvg } from './pictures.ts'
import { SHOPS } from './shops.ts'

const ROBOTS = 'User-agent: *\nDisallow: /gio-hang\nAllow: /\nCrawl-delay: 0\n'

const pageNumber = (url: URL): number => Number(url.searchParams.get('trang') ?? '1')
const orMissing = (page: Markup | null): Answer => (page ? htmlAnswer(200, page) : htmlAnswer(404, pages.missingPage()))

function product(url: URL): Answer {
  const path = url.pathname
  if (path === UNREADABLE.removed.path) return htmlAnswer(410, pages.removedPage())
  if (path === UNREADABLE.blocked.path) return htmlAnswer(403, pages.challengePage())
  if (path === UNREADABLE['login-wall'].path) {
    return answer(302, 'text/plain', '', { location: `/dang-nhap?tiep=${encodeURIComponent(path)}` })
  }
  // As real markets do: the id decides, and an old or shortened slug leads to the present one.
  const id = Number(path.slice(path.lastIndexOf('-') + 1))
  const listing = LISTINGS.find((one) => one.id === id)
  if (!listing) return htmlAnswer(404, pages.missingPage())
  if (listing.path !== path) return answer(301, 'text/plain', '', { location: listing.path })
  return htmlAnswer(200, listingPage(listing, url.origin))
}

async function picture(url: URL): Promise<Answer> {
  const [, id, variant, type] = /^\/anh\/(\d+)-([0-3])\.(svg|png)$/.exec(url.pathname) ?? []
  const listing = SHELF.find((one) => one.id === Number(id))
  if (!listing) return htmlAnswer(404, pages.missingPage())
  const args = [listing.picture, listing.hue, Number(variant)] as const
  const caching = { 'cache-control': 'max-age=86400' }
  return type === 'svg'
    ? answer(200, 'image/svg+xml', drawSvg(...args), caching)
    : answer(200, 'image/png', await drawPng(...args), caching)
}

function section(url: URL, slug: string): Answer {
  const found = [ALL, ...SECTIONS].find((one) => one.slug === slug)
  if (!found) return htmlAnswer(404, pages.missingPage())
  const listings = found === ALL ? SHELF : SHELF.filter((one) => one.section === slug)
  return orMissing(pages.sectionPage(slug, found.name, listings, pageNumber(url)))
}

function shop(url: URL, slug: string): Answer {
  const found = SHOPS.find((one) => one.slug === slug)
  if (!found) return htmlAnswer(404, pages.missingPage())
  return orMissing(
    pages.shopPage(
      found,
      LISTINGS.filter((one) => one.shop === slug),
      pageNumber(url),
    ),
  )
}

function search(url: URL): Answer {
  const query = url.searchParams.get('q')?.trim() ?? ''
  const found = LISTINGS.filter((one) => matches(`${one.title} ${one.brand ?? ''} ${one.description.join(' ')}`, query))
  return orMissing(pages.searchPage(query, found, pageNumber(url)))
}

const FIXED: Readonly<Record<string, () => Answer | Promise<Answer>>> = {
  '/': () => htmlAnswer(200, pages.frontPage()),
  '/robots.txt': () => answer(200, 'text/plain; charset=utf-8', ROBOTS),
  '/chinh-sach': () => htmlAnswer(200, pages.policyPage()),
  '/gio-hang': () => htmlAnswer(200, pages.cartPage()),
  '/dang-nhap': () => htmlAnswer(200, pages.loginPage()),
  '/style.css': async () =>
    answer(200, 'text/css; charset=utf-8', await readFile(new URL('style.css', import.meta.url))),
  '/favicon.ico': () => answer(200, 'image/svg+xml', drawSvg('bag', 0, 0)),
  '/tai-lieu/quy-che-hoat-dong.pdf': () =>
    answer(200, 'application/pdf', smallPdf('Cho Mau - quy che hoat dong (trang mau)')),
}

/** The sample market, from URL to answer. */
export function choMau(url: URL): Answer | Promise<Answer> {
  const [, room = '', name = ''] = url.pathname.split('/')
  const fixed = FIXED[url.pathname]
  if (fixed) return fixed()
  if (room === 'san-pham') return product(url)
  if (room === 'anh') return picture(url)
  if (room === 'danh-muc') return section(url, name)
  if (room === 'gian-hang') return shop(url, name)
  if (room === 'tim-kiem') return search(url)
  return htmlAnswer(404, pages.missingPage())
}
