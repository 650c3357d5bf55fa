import type { SpanSeller } from './api.ts'
import { all, type Bounds, FLAGS_IN } from './bounds.ts'
import type { Db } from './db.ts'
import { fatesOf } from './fates.ts'
import { grouped } from './grouped.ts'

/** A way to reach that more sellers share is a platform's or a carrier's, and links nobody. */
const MOST_SHARING = 20

interface Offered {
  readonly site: string
  readonly who: string
  readonly name: string | null
  readonly listing: number
  readonly day: number
  readonly at: string
  /** The key the site gives, or null where `who` is a name. */
  readonly keyed: 0 | 1
}

const OFFERED = `select site, who, max(name) as name, listing, day, max(at) as at, max(who is not name) as keyed
  ${FLAGS_IN} and who is not null group by site, who, listing, day`

/** A decision stands until the next one on the same listing. */
const CONFIRMED = `select site, coalesce(seller_key, seller_name) as who, min(at) as at, count(*) as n from decision d
  where verdict = 'confirm' and at < :to and at <= :until and id = (select max(id) from decision
    where site = d.site and listing_key = d.listing_key and at < :to and at <= :until)
  group by 1, 2`
const MONTHS = `select count(distinct substr(datetime(at, '+7 hours'), 1, 7)) from flag
  where site = ? and who = ? and at <= ? and seq <= ?`
const CONTACTS = `select kind || ' ' || value as contact, listing from flag_contact
  where seq <= :seq and listing in (select listing ${FLAGS_IN})`

const nameOf = ({ site, who }: Pick<Offered, 'site' | 'who'>): string => `${site}\n${who}`

/** Seller → the other sellers who give the same way to be reached. */
function links(db: Db, bounds: Bounds, offered: readonly Offered[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sellers = grouped(offered, ({ listing }) => listing)
  const sharing = new Map<string, Set<string>>()
  for (const { contact, listing } of all<{ contact: string; listing: number }>(db, CONTACTS, bounds))
    for (const each of sellers.get(listing) ?? [])
      sharing.set(contact, (sharing.get(contact) ?? new Set()).add(nameOf(each)))
  const linked = new Map<string, Set<string>>()
  for (const group of sharing.values()) {
    if (group.size < 2 || group.size > MOST_SHARING) continue
    for (const one of group)
      for (const other of group) if (one !== other) linked.set(one, (linked.get(one) ?? new Set()).add(other))
  }
  return linked
}

const byWeight = (a: SpanSeller, b: SpanSeller): number =>
  b.again + b.back - (a.again + a.back) ||
  b.listings - a.listings ||
  b.days - a.days ||
  (nameText(a) < nameText(b) ? -1 : 1)
const nameText = ({ site, key, name }: SpanSeller): string => `${site}\n${key ?? name}`

/** Sellers whom several flagged listings speak of, or one that came again. */
export function stubborn(db: Db, bounds: Bounds, most: number): readonly SpanSeller[] {
  const offered = all<Offered>(db, OFFERED, bounds)
  const confirmed = new Map(
    all<{ site: string; who: string; at: string; n: number }>(db, CONFIRMED, bounds).map((each) => [
      nameOf(each),
      each,
    ]),
  )
  const fates = fatesOf(db, bounds)
  const linked = links(db, bounds, offered)
  const sellers = [...grouped(offered, nameOf)].map(([id, rows]): SpanSeller & { readonly who: string } => {
    const { site, who } = rows[0] as Offered
    const listings = [...new Set(rows.map(({ listing }) => listing))]
    const first = confirmed.get(id)
    const again = first ? new Set(rows.filter(({ at }) => at > first.at).map(({ listing }) => listing)).size : 0
    return {
      ...{ site, who, key: rows.some(({ keyed }) => keyed) ? who : null },
      name: rows.map(({ name }) => name).reduce((max, each) => ((each ?? '') > (max ?? '') ? each : max), null),
      ...{ listings: listings.length, days: new Set(rows.map(({ day }) => day)).size, months: 0 },
      ...{ confirmed: first?.n ?? 0, again },
      back: listings.filter((listing) => fates.get(listing)?.back).length,
      linked: linked.get(id)?.size ?? 0,
    }
  })
  return sellers
    .filter(({ listings, again, back }) => listings > 1 || again > 0 || back > 0)
    .sort(byWeight)
    .slice(0, most)
    .map(({ who, ...seller }) => ({
      ...seller,
      months: Number(db.prepare(MONTHS).pluck().get(seller.site, who, bounds.until, bounds.seq)),
    }))
}
