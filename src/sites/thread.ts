import type { Found, Link } from '../domain.ts'
import { answered, offeredThread, writer } from '../normalise/post-listing.ts'
import type { PageView } from '../page/view.ts'
import type { RawDifference } from './contract.ts'

/** Where the templates of one make of forum print what; selectors. */
export interface ThreadMarks {
  /** Every post of a thread; the first is the seller's. */
  readonly post: string
  /** Several where one that is there is better than the next. */
  readonly title: string | readonly string[]
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
  /** A thread's page links to threads like it, in the same way as a list does. */
  readonly similar?: true
  /** Addresses of the later pages of a thread, which begin with a reply. */
  readonly later: RegExp
  /** Whether a post begins its thread, where it says so itself; null: the address tells, by `later`. */
  readonly begins?: (post: PageView) => boolean | null
  /** What a post says of itself beside what is printed: when it was written, by whom where no name is linked. */
  readonly postedAt?: (post: PageView) => Found | null
  readonly named?: (post: PageView) => Found | null
  /** A thread's own address, of what a list links to. */
  readonly thread?: (address: string) => string
}

/** The first post of a thread as a listing; none where it offers nothing, on a later page, and on a page that is no thread. */
export const threadOf = (view: PageView, marks: ThreadMarks): readonly RawDifference[] => {
  const [post, ...replies] = view.sections(marks.post)
  const [title] = [marks.title].flat().flatMap((selector) => view.texts(selector).slice(0, 1))
  const body = post?.lines(marks.body, marks.quote)[0]
  if (post === undefined || title === undefined || body === undefined) return []
  if (!(marks.begins?.(post) ?? !marks.later.test(view.url.href))) return []
  const crumbs = view.texts(marks.crumbs).filter(({ text }) => text !== title.text)
  const name = writerOf(post, marks)
  const later = replies.filter((reply) => name !== null && writerOf(reply, marks)?.text === name.text)
  const offered = offeredThread(crumbs.map(({ text }) => text).join(' / '), title, body)
  const answers = later.flatMap((reply) => reply.lines(marks.body, marks.quote).slice(0, 1))
  const offer = offered && answered(offered, answers)
  if (offer === null) return []
  const url = view.hrefs('link[rel=canonical]')[0] ?? { text: view.url.href, source: 'url' }
  const seller = writer(name, post.hrefs(marks.author)[0] ?? null)
  const postedAt = marks.postedAt?.(post) ?? null
  return [{ url, ...offer, category: crumbs.at(-1) ?? null, images: post.srcs(marks.images), postedAt, seller }]
}

const writerOf = (post: PageView, marks: ThreadMarks): Found | null =>
  post.texts(marks.author)[0] ?? marks.named?.(post) ?? null

/** What leads to threads; from a thread itself, only what it names as like it: its later pages hold replies. */
export const threadLinks = (view: PageView, marks: ThreadMarks): readonly Link[] => {
  const inThread = view.sections(marks.post).length > 0
  const links = (selector: string, role: Link['role']) =>
    view.hrefs(selector).map(({ text }): Link => ({ url: text, role, text: null }))
  const threads = links(marks.threads, 'listing').map((link) => ({
    ...link,
    url: marks.thread?.(link.url) ?? link.url,
  }))
  const lists = [...links(marks.next, 'next').slice(0, 1), ...links(marks.boards, 'index')]
  const found = inThread ? (marks.similar ? threads : []) : [...threads, ...lists]
  return [...new Map(found.toReversed().map((link) => [link.url, link])).values()].toReversed()
}
