import type { Link } from '../domain.ts'
import { offeredThread, withoutQuotes, writer } from '../normalise/post-listing.ts'
import type { PageView } from '../page/view.ts'
import type { RawDifference } from './contract.ts'

/** Where the templates of one make of forum print what; selectors. */
export interface ThreadMarks {
  /** Every post of a thread; the first is the seller's. */
  readonly post: string
  readonly title: string
  /** Inside a post: its words, what it quotes, who wrote it, its pictures. */
  readonly body: string
  readonly quote: string
  readonly author: string
  readonly images: string
  /** The boards above the thread. */
  readonly crumbs: string
  /** On a page of boards or threads: links to threads, to boards, to the next page. */
  readonly threads: string
  readonly boards: string
  readonly next: string
  /** Addresses of the later pages of a thread, which begin with a reply. */
  readonly later: RegExp
}

/** The first post of a thread as a listing; none where it offers nothing, on a later page, and on a page that is no thread. */
export const threadOf = (view: PageView, marks: ThreadMarks): readonly RawDifference[] => {
  const post = view.sections(marks.post)[0]
  const title = view.texts(marks.title)[0]
  const body = post?.texts(marks.body)[0]
  if (post === undefined || title === undefined || body === undefined || marks.later.test(view.url.href)) return []
  const crumbs = view.texts(marks.crumbs).filter(({ text }) => text !== title.text)
  const words = withoutQuotes(body, post.texts(marks.quote))
  const offer = offeredThread(crumbs.map(({ text }) => text).join(' / '), title, words)
  if (offer === null) return []
  const url = view.hrefs('link[rel=canonical]')[0] ?? { text: view.url.href, source: 'url' }
  const seller = writer(post.texts(marks.author)[0] ?? null, post.hrefs(marks.author)[0] ?? null)
  return [{ url, ...offer, category: crumbs.at(-1) ?? null, images: post.srcs(marks.images), seller }]
}

/** What leads to threads: none from a thread itself. */
export const threadLinks = (view: PageView, marks: ThreadMarks): readonly Link[] => {
  if (view.sections(marks.post).length > 0) return []
  const links = (selector: string, role: Link['role']) =>
    view.hrefs(selector).map(({ text }): Link => ({ url: text, role, text: null }))
  const found = [
    ...links(marks.threads, 'listing'),
    ...links(marks.next, 'next').slice(0, 1),
    ...links(marks.boards, 'index'),
  ]
  return [...new Map(found.toReversed().map((link) => [link.url, link])).values()].toReversed()
}
