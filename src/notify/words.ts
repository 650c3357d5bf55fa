import type { Lang } from '../i18n/messages.ts'
import { noticeMessages } from '../i18n/notify.ts'
import type { Notice } from '../store/console/outbox-api.ts'
import type { News } from './gather.ts'
import { NOTICE_EVENTS, type NoticeEvent } from './schema.ts'

/** What goes out. `text` is plain; nothing in it is an address, a mention or markup but our own links. */
export interface Message {
  /** The same when it is sent again. */
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly events: readonly (Omit<News, 'key'> & { readonly url: string | null })[]
}

const MOST_TITLE = 120
/** Lines of one kind that a message spells out. */
const MOST_LINES = 30

/** Seller's words in a message that a program may link, mention or format: no line breaks, no hidden characters, no live address. */
export function harmless(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = plain.length > MOST_TITLE ? `${[...plain].slice(0, MOST_TITLE - 1).join('')}…` : plain
  return short
    .replaceAll('://', '[:]//')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '[.]')
    .replaceAll('@', '(at)')
}

function line({ event, title, site, score, path }: Omit<News, 'key'>, lang: Lang, consoleUrl: string | null): string {
  const t = noticeMessages(lang)
  const name = harmless(title ?? '')
  const place = harmless(site ?? '')
  const said: Record<NoticeEvent, () => string> = {
    'high-flag': () => t.flag(name, place, String(score ?? '')),
    'broken-site': () => t.broken(place, name),
    'failed-sweep': () => t.sweep(name),
    'overdue-tip': () => t.tip(name),
    'overdue-case': () => t.caseFile(name),
  }
  return `• ${said[event]()}${consoleUrl === null ? '' : `\n  ${consoleUrl}${path}`}`
}

/** The message of one delivery, its notices by kind. */
export function messageOf(
  { id, notices }: { readonly id: string; readonly notices: readonly Notice[] },
  lang: Lang,
  consoleUrl: string | null,
): Message {
  const t = noticeMessages(lang)
  const news = notices.map(({ event, body }) => ({
    event: event as NoticeEvent,
    ...(JSON.parse(body) as Omit<News, 'key' | 'event'>),
  }))
  const parts = NOTICE_EVENTS.flatMap((event) => {
    const own = news.filter((each) => each.event === event)
    if (own.length === 0) return []
    const lines = own.slice(0, MOST_LINES).map((each) => line(each, lang, consoleUrl))
    const more = own.length > MOST_LINES ? [t.more(own.length - MOST_LINES)] : []
    return [[`${t.events[event]} (${own.length})`, ...lines, ...more].join('\n')]
  })
  const events = news.map((each) => ({
    ...each,
    title: each.title === null ? null : harmless(each.title),
    site: each.site === null ? null : harmless(each.site),
    url: consoleUrl === null ? null : consoleUrl + each.path,
  }))
  return { id, subject: t.subject(news.length), text: [...parts, t.caution, t.id(id)].join('\n\n'), events }
}

export function testMessage(id: string, lang: Lang): Message {
  const t = noticeMessages(lang)
  return { id, subject: t.testSubject, text: `${t.testText}\n\n${t.id(id)}`, events: [] }
}
