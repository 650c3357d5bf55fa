import { Cron } from 'croner'
import { isOverdue } from '../casework/facts.ts'
import type { Instant } from '../domain.ts'
import type { Store, Sweep } from '../store/api.ts'
import type { NewNotice, Outbox } from '../store/console/outbox-api.ts'
import type { Tips } from '../store/console/tip-api.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { NoticeEvent } from './schema.ts'
import type { Channel } from './settings.ts'

/** Where news come from. */
export interface NewsDesk {
  readonly store: Pick<Store, 'sightings' | 'sweeps' | 'cases'>
  readonly tips: Pick<Tips, 'list'>
  readonly outbox: Outbox
  readonly now: () => Date
}

/** What a message says of one event: names and numbers, and of a listing its title alone. */
export interface News {
  readonly event: NoticeEvent
  /** Once for each of these. */
  readonly key: string
  readonly at: Instant
  readonly title: string | null
  readonly site: string | null
  readonly score: number | null
  /** Path in the console. */
  readonly path: string
}

const PAGE = 200
const MOST_TIPS = 500
/** Runs that ended while the last look was under way are looked at again; told they are once. */
const OVERLAP_MS = 3_600_000
/** A run this young may not have its lock yet. */
const YOUNG_MS = 600_000

async function highFlags({ store }: NewsDesk, since: number): Promise<readonly News[]> {
  const found: News[] = []
  let after: number | undefined
  for (;;) {
    const rows = await store.sightings.list({ flagged: true, band: 'high', limit: PAGE, ...(after ? { after } : {}) })
    const fresh = rows.filter(({ id }) => id > since)
    for (const { id, at, site, key, title, score } of fresh)
      found.push({ event: 'high-flag', key: `high:${site}:${key}`, at, title, site, score, path: `/listings/${id}` })
    after = rows.at(-1)?.id
    if (fresh.length < PAGE || after === undefined) return found.reverse()
  }
}

/** True when nobody holds the run any more: its process died. */
function isDead({ store, now }: NewsDesk, sweep: Sweep): boolean {
  const young = now().getTime() - Date.parse(sweep.begunAt) < YOUNG_MS
  return sweep.state === 'running' && !young && !store.sweeps.isRunning(sweep.name)
}

async function sweepNews(desk: NewsDesk, since: number): Promise<readonly News[]> {
  const news: News[] = []
  for (const sweep of await desk.store.sweeps.since(new Date(since).toISOString())) {
    const path = `/sweeps/${sweep.id}`
    const about = { at: sweep.endedAt ?? sweep.begunAt, title: sweep.name, score: null, path }
    if (sweep.state === 'interrupted' || isDead(desk, sweep))
      news.push({ event: 'failed-sweep', key: `failed:${sweep.id}:${sweep.endedAt ?? 'died'}`, site: null, ...about })
    for (const { site, state } of sweep.state === 'running' ? [] : await desk.store.sweeps.health(sweep.id))
      if (state === 'broken') news.push({ event: 'broken-site', key: `broken:${sweep.id}:${site}`, site, ...about })
  }
  return news
}

/** Of tips on sellers, and of those the number alone; of tips on officers nothing ever leaves. */
const overdueTips = ({ tips, now }: NewsDesk): readonly News[] =>
  tips.list({ kind: 'seller', dueBefore: now().toISOString(), limit: MOST_TIPS }).map(({ number, dueAt }) => ({
    ...{ event: 'overdue-tip' as const, key: `tip:${number}:${dueAt}`, at: dueAt, path: `/tips/${number}` },
    ...{ title: `#${number}`, site: null, score: null },
  }))

/** Of a case the number alone, and again when it gets another deadline. */
async function overdueCases({ store, now }: NewsDesk): Promise<readonly News[]> {
  const today = vietnamDay(now())
  return (await store.cases.list())
    .filter((one) => isOverdue(one, today))
    .map(({ id, due }) => ({
      ...{ event: 'overdue-case' as const, key: `case:${id}:${due}`, at: now().toISOString(), path: `/cases/${id}` },
      ...{ title: `#${id}`, site: null, score: null },
    }))
}

/** When a channel tells what comes in now. */
export function dueAt({ digest }: Pick<Channel, 'digest'>, now: Date): Instant {
  if (!digest) return now.toISOString()
  const [hour, minute] = digest.at.split(':').map(Number)
  const next = new Cron(`${minute} ${hour} * * *`, { timezone: digest.zone }).nextRun(now)
  return (next ?? now).toISOString()
}

/** Writes down what came in since the last look, for each channel that wants it. The first look only marks where it starts. Returns how many notices are new. */
export async function gather(desk: NewsDesk, channels: readonly Channel[]): Promise<number> {
  const { outbox, now } = desk
  const at = now()
  const [sighting, looked] = [outbox.mark('sighting'), outbox.mark('looked')]
  const began = outbox.mark('began') ?? at.toISOString()
  const { newest } = await desk.store.sightings.fresh(Number.MAX_SAFE_INTEGER)
  const news = [
    ...(sighting === null ? [] : await highFlags(desk, Number(sighting))),
    ...(looked === null ? [] : await sweepNews(desk, Math.max(Date.parse(began), Date.parse(looked) - OVERLAP_MS))),
    ...overdueTips(desk),
    ...(await overdueCases(desk)),
  ]
  const notices = channels.flatMap((channel): NewNotice[] =>
    news
      .filter(({ event }) => channel.events.includes(event))
      .map(({ key, event, ...body }) => ({
        ...{ channel: channel.name, event, key, body: JSON.stringify(body), dueAt: dueAt(channel, at) },
      })),
  )
  const last = Math.max(newest, Number(sighting ?? 0))
  return outbox.put(notices, { began, sighting: String(last), looked: at.toISOString() })
}
