// Long because it is the one page that says what the store promises.
import type {
  Band,
  Category,
  Exhibit,
  Frontier,
  GoodsGroup,
  Instant,
  LedgerEntry,
  LinkRole,
  Listing,
  Lowered,
  Outcome,
  RobotsRecord,
  SeenPrice,
  Sha256,
  Trick,
  Validators,
  VerdictKind,
} from '../domain.ts'
import type { PackItem, PackSource } from '../evidence/source.ts'
import type { Allowances, Cases, Likeness, Replies, Reviews } from './casework-api.ts'
import type { DecisionReason } from './decision-reasons.ts'

export type * from './casework-api.ts'

/** What the store promises; `openStore` in store.ts makes one. Every method may throw Busy, CannotWrite or EvidenceBroken. */
export interface Store {
  readonly home: string
  readonly sweeps: Sweeps
  /** The durable queue of one sweep; leases of processes that have died are dropped here. */
  frontier(sweep: number): Frontier
  readonly sightings: Sightings
  readonly memory: PageMemory
  readonly ways: Ways
  readonly images: Images
  readonly blobs: Blobs
  readonly files: Files
  readonly rulesets: Rulesets
  readonly ledger: Ledger
  readonly cases: Cases
  readonly decisions: Decisions
  readonly likeness: Likeness
  readonly allowances: Allowances
  readonly reviews: Reviews
  readonly replies: Replies
  readonly sellers: Sellers
  readonly notices: Notices
  readonly reports: Reports
  readonly ruleHits: RuleHits
  readonly anchors: Anchors
  /** What a pack is made of, in the order of sighting ids. BadInput when an id, a sweep or a case is not there. */
  packSource(of: PackSelection): Promise<PackSource>
  /** Re-hashes every file and row. Never repairs. Linear in what is stored. */
  verify(): Promise<Verification>
  /** Writes what is queued, gives leases back and closes. Safe to call twice. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** No file is created or changed; NoInput when there is no store yet. */
  readonly readOnly?: boolean
  /** Who stands in the ledger for what is written. One line. */
  readonly actor: string
  readonly now?: () => Instant
}

// ── sweeps ──────────────────────────────────────────────────────────────────

export type SweepKind = 'check' | 'sweep'
/** `interrupted` may be resumed; `running` too, when its process has died. */
export type SweepEnd = 'finished' | 'interrupted' | 'broken'
export type SweepState = 'running' | SweepEnd

export interface NewSweep {
  readonly name: string
  readonly kind: SweepKind
  readonly specHash: Sha256
  /** Any JSON value: what was asked for. */
  readonly spec: unknown
  readonly rulesetHash: Sha256
}

export interface Sweep extends NewSweep {
  readonly id: number
  readonly state: SweepState
  readonly begunAt: Instant
  readonly endedAt: Instant | null
}

/** The first reason of a visit whose page its site file no longer fits: what counts them. */
export const LAYOUT_CHANGED = 'the site file no longer fits the page'

/** How one site's URLs ended. `asked` is the sum of all outcomes; those still waiting count as not reached. */
export interface CoverageRow {
  /** Adapter id; the host name where no URL of that host was visited. */
  readonly site: string
  readonly asked: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** The most frequent reasons of each outcome other than `served`, at most three. */
  readonly reasons: Readonly<Partial<Record<Outcome, readonly string[]>>>
}

export interface VisitRow {
  readonly id: number
  readonly url: string
  readonly finalUrl: string | null
  readonly site: string
  readonly outcome: Outcome
  readonly reasons: readonly string[]
  readonly status: number | null
  readonly pageHash: Sha256 | null
  readonly at: Instant
  readonly sightings: readonly number[]
}

/** What one sweep read of one site: what its health is judged by. */
export interface SiteTally {
  /** Different listings, those on pages that had not changed among them. */
  readonly listings: number
  /** field → how many of them have it. */
  readonly filled: Readonly<Record<string, number>>
  /** Pages read that are not one listing. */
  readonly indexes: number
  /** Pages that the site file no longer fits. */
  readonly layoutChanged: number
}

/** How one site of a sweep fared; `shortfalls` are the sweep's own words for what was missing. */
export interface StoredHealth {
  readonly site: string
  readonly state: 'healthy' | 'broken' | 'not seen'
  readonly shortfalls: readonly object[]
}

/** Held until released; dies with its process. */
export interface Lock {
  release(): void
}

/** One listing as a sweep saw it. */
export interface SeenListing {
  readonly site: string
  readonly key: string
  /** The fullest sighting. */
  readonly sighting: number
  readonly url: string
  readonly title: string
  /** That sighting is of the listing's own page, not of a list that shows it. */
  readonly own: boolean
  /** Keys of the requests that showed it. */
  readonly pages: readonly string[]
}

/** One page that a sweep asked for; `outcome` null: it did not come to it. */
export interface AskedPage {
  readonly key: string
  readonly host: string
  readonly role: LinkRole | 'start'
  readonly outcome: Outcome | null
}

export interface Sweeps {
  begin(sweep: NewSweep): Promise<number>
  /** The newest sweep of that name and specification, when it has not finished; null otherwise. */
  resumable(name: string, specHash: Sha256): Promise<number | null>
  end(id: number, state: SweepEnd): Promise<void>
  /** BadInput when there is none. */
  get(id: number): Promise<Sweep>
  /** The newest sweep of that specification under whatever name; null where there is none. */
  newestOf(specHash: Sha256): Promise<Sweep | null>
  /** The newest run of a sweep of that name, single checks aside; null where there is none. */
  newestNamed(name: string): Promise<Sweep | null>
  /** Runs of sweeps, single checks aside, that ended then or later or have not ended; newest first. */
  since(at: Instant): Promise<readonly Sweep[]>
  /** Newest first. Each specification is parsed: to find one there are narrower questions. */
  list(): Promise<readonly Sweep[]>
  coverage(id: number): Promise<readonly CoverageRow[]>
  visits(id: number): AsyncIterable<VisitRow>
  /** Requests done, by host. */
  hostVisits(id: number): Promise<readonly { readonly host: string; readonly visits: number }[]>
  /** Every listing it saw, once each. */
  seen(id: number): Promise<readonly SeenListing[]>
  /** Every page it asked for. */
  asked(id: number): Promise<readonly AskedPage[]>
  /** Those of the listings that a sweep before this one saw. */
  seenBefore<T extends Pick<SeenListing, 'site' | 'key'>>(id: number, listings: readonly T[]): ReadonlySet<T>
  /** `fields` are paths of a listing: `price`, `seller.name`. */
  tally(id: number, site: string, fields: readonly string[]): Promise<SiteTally>
  /** Once per sweep and site; a broken site stands in the ledger too. */
  keepHealth(id: number, all: readonly StoredHealth[]): Promise<void>
  health(id: number): Promise<readonly StoredHealth[]>
  /** `text` as it was parsed; null when there is none. */
  keepRobots(id: number, record: RobotsRecord, text: string | null): Promise<void>
  robots(id: number): Promise<readonly RobotsRecord[]>
  robotsText(sha256: Sha256): Promise<string | null>
  /** Exclusive per name across processes; throws Busy when another holds it. */
  lock(name: string): Lock
  /** Whether some process runs that sweep now. */
  isRunning(name: string): boolean
}

// ── sightings ───────────────────────────────────────────────────────────────

export interface SightingFilter {
  readonly site?: string
  /** The seller's key or name, or a part of the name. */
  readonly seller?: string
  readonly band?: Band
  readonly category?: Category
  /** Inclusive. */
  readonly from?: Instant
  /** Exclusive. */
  readonly to?: Instant
  readonly flagged?: boolean
  readonly sweep?: number
  readonly listingKey?: string
  /** Those put into this case. */
  readonly caseId?: number
  /**
   * Every word of it stands in the listing: title, description, words in pictures, brand, attributes, seller, contacts.
   * A word typed without accents finds all its spellings; `nik*` finds what begins so. BadInput where it holds no word.
   */
  readonly search?: string
}

interface SightingPage extends SightingFilter {
  readonly limit: number
  /** The last id of the page before. */
  readonly after?: number
}

export interface SightingRow {
  readonly id: number
  readonly at: Instant
  readonly sweep: number
  readonly site: string
  readonly key: string
  readonly url: string
  readonly title: string
  readonly priceText: string | null
  readonly sellerName: string | null
  readonly verdict: VerdictKind
  readonly score: number
  readonly band: Band
  readonly flagged: boolean
  /** What an allowance lowered; null where there was none. */
  readonly allowed: Lowered | null
  readonly categories: readonly Category[]
}

/** The stored body: canonical JSON of exactly this is what the ledger's bodyHash covers. */
export interface StoredItem extends PackItem {
  readonly pageHash: Sha256
}

/** One sighting and everything that hangs on it. */
export interface StoredSighting {
  readonly item: StoredItem
  readonly exhibits: readonly (Exhibit & { readonly path: string })[]
  /** Of this sighting, and of the cases it was put into. */
  readonly ledger: readonly LedgerRecord[]
  readonly cases: readonly number[]
}

export type QueueSort = 'newest' | 'oldest' | 'score'

/** Where a page of the queue ended. `score` is of that sighting. */
export interface QueueMark {
  readonly id: number
  readonly score: number
}

export interface QueuePage extends SightingFilter {
  /**
   * Only listings that stand so; all where it is not given. `open` takes in those that wait for a second person, and
   * dismissed ones that came back with stronger signs.
   */
  readonly standing?: Standing
  readonly sort: QueueSort
  readonly limit: number
  readonly after?: QueueMark
}

/** What came in after a sighting: different flagged listings, counted. */
export interface Fresh {
  /** The newest sighting's id; 0 in an empty store. */
  readonly newest: number
  readonly bands: Readonly<Partial<Record<Band, number>>>
  readonly categories: Readonly<Partial<Record<Category, number>>>
}

/** Different flagged listings seen since a day, counted. Days are of Viet Nam, YYYY-MM-DD, only those that have any. */
export interface Overview {
  readonly days: readonly { readonly day: string; readonly band: Band; readonly n: number }[]
  readonly sites: readonly { readonly site: string; readonly n: number }[]
  readonly categories: readonly { readonly category: Category; readonly n: number }[]
  /** Null: not told. */
  readonly goods: readonly { readonly goods: GoodsGroup | null; readonly n: number }[]
  readonly provinces: readonly { readonly province: string | null; readonly n: number }[]
}

export interface Sightings {
  /** Flagged listings, each once: its newest flagged sighting. Keyset pages. */
  queue(page: QueuePage): Promise<readonly StoredItem[]>
  /** `since`: a sighting's id. */
  fresh(since: number): Promise<Fresh>
  overview(from: Instant): Promise<Overview>
  /** Different listings flagged in the sweep's own sightings: those that the queue shows of it. */
  flaggedIn(sweep: number): Promise<number>
  /** Newest first. */
  list(page: SightingPage): Promise<readonly SightingRow[]>
  /** Oldest first. */
  ids(filter: SightingFilter): Promise<readonly number[]>
  /** Bodies of these, in no order: for a few hundred at once. */
  bodies(ids: readonly number[]): readonly StoredItem[]
  /** Makes the search index again from the bodies; returns how many. Linear in the store. */
  reindex(): Promise<number>
  /** Each listing of a sweep once, however many of its pages showed it. `flagged`: its worst sighting's id, worst first. */
  ofSweep(sweep: number): Promise<{ readonly listings: number; readonly flagged: readonly number[] }>
  /** The newest sighting of each of the `most` listings that were seen last, newest first. */
  newest(most: number): AsyncIterable<StoredItem>
  /** BadInput when there is none. */
  get(id: number): Promise<StoredSighting>
  /** Dong prices of new goods among the newest `most` unflagged sightings, each listing once. */
  prices(most: number): Promise<readonly SeenPrice[]>
  /** Every stored sighting of one listing, oldest first. */
  history(site: string, key: string): Promise<readonly { readonly at: Instant; readonly listing: Listing }[]>
}

// ── sellers ─────────────────────────────────────────────────────────────────

/** One seller of one site under one name, and what became of the listings. */
export interface SellerHistory {
  readonly id: number
  readonly site: string
  readonly key: string | null
  readonly name: string | null
  readonly listings: number
  /** Listings flagged at least once. */
  readonly flagged: number
  readonly first: Instant
  readonly last: Instant
  /** Decisions on the listings, by verdict; the last of each listing counts. */
  readonly decided: Readonly<Partial<Record<DecisionVerdict, number>>>
}

export interface Sellers {
  /** By key, or a part of the name with or without accents; at most `most`, in no order of merit. */
  find(text: string, most: number): Promise<readonly SellerHistory[]>
}

// ── notices to platforms ────────────────────────────────────────────────────

export const NOTICE_CHANNELS = ['portal', 'email', 'letter', 'phone', 'meeting', 'other'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/** That a platform was told of a listing: by whom, when, how. Soi itself sends nothing. */
export interface NewNotice {
  readonly about: DecisionAbout
  /** The day in Viet Nam, YYYY-MM-DD; not in the future. */
  readonly toldOn: string
  readonly channel: NoticeChannel
  /** Whom at the platform. */
  readonly recipient: string | null
  /** Number of the letter, or of the platform's ticket. */
  readonly reference: string | null
  readonly note: string | null
  readonly unit: string | null
}

export interface Notice extends Omit<NewNotice, 'about'> {
  readonly id: number
  readonly at: Instant
  readonly actor: string
  readonly sighting: number | null
  readonly site: string
  readonly key: string
}

export interface Notices {
  /** Enters it in the ledger as `notified`. `by`: who told, where that is not the store's actor. BadInput: no such listing, no such day. */
  add(notice: NewNotice, by?: string): Promise<Notice>
  /** Newest first. */
  list(page: { readonly site?: string; readonly limit: number; readonly before?: number }): Promise<readonly Notice[]>
  /** On one listing, oldest first. */
  of(site: string, key: string): Promise<readonly Notice[]>
}

// ── rules and what became of their hits ─────────────────────────────────────

/** Different listings on which one rule spoke, and how officers decided on them. */
export interface RuleTally {
  readonly rule: string
  readonly listings: number
  /** Listings that now stand confirmed. */
  readonly confirmed: number
  /** Listings that now stand dismissed; those that wait for a second person are not among them. */
  readonly dismissed: number
}

/** The same of one month of Viet Nam (YYYY-MM): listings by the time of their sightings, decisions by theirs. */
export interface RuleMonth extends Omit<RuleTally, 'rule'> {
  readonly month: string
}

export interface RuleHits {
  /** `listings` counts sightings from then on, the decisions are of all time; only rules that have any. */
  all(from: Instant): Promise<readonly RuleTally[]>
  /** Oldest first; only months that have any. */
  months(rule: string, from: Instant): Promise<readonly RuleMonth[]>
  /** Sightings of the newest listings, newest first. */
  latest(rule: string, most: number): Promise<readonly number[]>
}

// ── reports ─────────────────────────────────────────────────────────────────

/** Inclusive from, exclusive to. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** What was known at one entry of the ledger: everything recorded up to it, and nothing after. */
export interface Cut {
  /** Null: the ledger held nothing yet. */
  readonly head: { readonly seq: number; readonly hash: Sha256; readonly at: Instant } | null
  /** The last moment that counts; never later than now. */
  readonly until: Instant
}

/**
 * What happened within a span, counted; all of it stands in rows that are never changed. Listings are counted once, however often
 * they were seen; one of two categories, provinces or goods counts in both.
 */
export interface SpanTally {
  readonly flagged: number
  /** By the worst band within the span. */
  readonly bands: readonly { readonly band: Band; readonly n: number }[]
  /** Days of Viet Nam that have any, YYYY-MM-DD, by the worst band of the day. */
  readonly days: readonly { readonly day: string; readonly band: Band; readonly n: number }[]
  readonly categories: readonly { readonly category: Category; readonly n: number }[]
  /** Null: neither category nor title says it. */
  readonly goods: readonly { readonly goods: GoodsGroup | null; readonly n: number }[]
  /** Of flagged listings: how the words that made rules fire were hidden. */
  readonly tricks: readonly { readonly trick: Trick; readonly n: number }[]
  /** `read`: listings read, each as often as it was read; pages that had not changed are not read again. */
  readonly sites: readonly {
    readonly site: string
    readonly read: number
    readonly flagged: number
    readonly high: number
  }[]
  /** Of flagged listings; null: the listing names none, or several. */
  readonly provinces: readonly { readonly province: string | null; readonly n: number }[]
  /** How visits ended, listings' pages and others. */
  readonly visits: readonly { readonly site: string; readonly outcome: Outcome; readonly n: number }[]
  readonly decisions: readonly {
    readonly verdict: DecisionVerdict
    readonly reason: DecisionReason
    readonly n: number
  }[]
  /** `officers`: how many different ones decided in the unit, whatever the verdict. */
  readonly units: readonly {
    readonly unit: string | null
    readonly verdict: DecisionVerdict
    readonly n: number
    readonly officers: number
  }[]
  /** Acts of telling a platform, recorded within the span. */
  readonly notices: number
}

/** A seller with flagged listings within a span. */
export interface SpanSeller {
  readonly site: string
  readonly key: string | null
  readonly name: string | null
  readonly listings: number
  /** Different days of Viet Nam with flags. */
  readonly days: number
  /** Different months of Viet Nam with flags, up to the cut: of all time. */
  readonly months: number
  /** Listings of the seller confirmed before the end of the span, by decisions that still stood then. */
  readonly confirmed: number
  /** Listings flagged within the span after a decision that confirmed one of the seller's. */
  readonly again: number
  /** Listings that were taken down and seen again. */
  readonly back: number
  /** Other sellers with flagged listings that give the same phone, account or address to write to. */
  readonly linked: number
}

/**
 * What became of listings flagged within a span, on one site. `down`, `up`, `unseen` and `notLooked` share out those that the
 * platform was told of: by the last look after that which could tell; where none could, `unseen`.
 */
export interface Compliance {
  readonly site: string
  readonly flagged: number
  readonly notified: number
  readonly down: number
  readonly up: number
  readonly unseen: number
  readonly notLooked: number
  /** Seen again after it was taken down; told of or not. */
  readonly back: number
  /** Taken down, though the platform was never told. */
  readonly downUntold: number
  /** Days from the day the platform was told to the day it was first seen gone. Null where there is none. */
  readonly medianDays: number | null
  readonly p90Days: number | null
}

export interface Reports {
  /** What was known just before an instant, or at an entry of the ledger. BadInput when there is no such entry. */
  cut(at: { readonly before: Instant } | { readonly seq: number }): Promise<Cut>
  tally(span: Span, cut: Cut): Promise<SpanTally>
  /**
   * Flagged again after a confirmed decision or back after a takedown first, then by listings; at most `most`. Without sellers
   * that only one listing speaks of.
   */
  sellers(span: Span, cut: Cut, most: number): Promise<readonly SpanSeller[]>
  /** By what was flagged, most first. */
  compliance(span: Span, cut: Cut): Promise<readonly Compliance[]>
}

// ── pages seen before ───────────────────────────────────────────────────────

/** What was read from a page when it last changed. */
export interface Remembered {
  readonly site: string
  readonly pageHash: Sha256 | null
  readonly at: Instant
  readonly listings: readonly Listing[]
}

export interface PageMemory {
  /** What a page may be asked by; null when it was never read under these rules, or its server gave nothing to ask by. Synchronous: it stands on the way of every request. */
  validators(url: string, rulesetHash: Sha256): (Validators & { readonly visit: number }) | null
  /** What that visit read; null when there is none. */
  read(visit: number): Promise<Remembered | null>
}

/** Which way one kind of page of one site is read, learned by reading a few both ways. */
export interface Way {
  readonly site: string
  readonly kind: 'listing' | 'index'
  readonly via: 'http' | 'browser' | 'undecided'
  readonly compared: number
  /** Of those compared, how many read the same over HTTP. */
  readonly same: number
  readonly at: Instant
}

export interface Ways {
  all(): readonly Way[]
  put(way: Omit<Way, 'at'>): Promise<void>
}

// ── files that a person brought ─────────────────────────────────────────────

/** A file as it came from an officer; an exhibit from the moment it is kept. */
export interface BroughtFile {
  readonly sha256: Sha256
  readonly size: number
  /** The name it had, without folders. */
  readonly name: string
  readonly mediaType: string
  readonly at: Instant
  readonly by: string
}

export interface Files {
  /** Enters a stored file as an exhibit, with name and bringer in the ledger (`file.bring`, `file:<sha256>`); once for each hash. */
  bring(file: Pick<BroughtFile, 'sha256' | 'size' | 'name' | 'mediaType'>): Promise<BroughtFile>
}

// ── pictures ────────────────────────────────────────────────────────────────

/** A picture that was seen, and where. */
interface SeenImage {
  readonly sha256: Sha256
  /** PDQ, 64 hexadecimal digits. */
  readonly pdq: string
  readonly quality: number
  readonly width: number
  readonly height: number
}

export interface NearImage extends SeenImage {
  /** Differing bits of 256. */
  readonly distance: number
  /** Every sighting that showed exactly these bytes, oldest first. */
  readonly sightings: readonly number[]
}

export interface Images {
  /** Pictures within `most` bits of a PDQ hash, nearest first; those with too little to see (quality below 50) are left out. `limit`: at most so many, each with its newest so many sightings. BadInput when it is no hash. */
  near(pdq: string, most: number, limit?: number): Promise<readonly NearImage[]>
  /** The pictures of one sighting, in the order of the page. */
  of(sighting: number): Promise<readonly (SeenImage & { readonly url: string })[]>
}

// ── files and rule files ────────────────────────────────────────────────────

export interface Blobs {
  /** Durable when it returns. CannotWrite when the disk is full or read-only. */
  put(bytes: Uint8Array): Promise<Sha256>
  /** The same of content too large for memory. What `content` throws is thrown, and nothing is kept. */
  putStream(content: AsyncIterable<Uint8Array>): Promise<{ readonly sha256: Sha256; readonly size: number }>
  /** Hashes what it reads; EvidenceBroken when missing or changed. */
  read(sha256: Sha256): Promise<Uint8Array>
  /** The bytes as they are, for who hashes them anyway; EvidenceBroken when missing. */
  unchecked(sha256: Sha256): Promise<Uint8Array>
  /** Absolute. */
  path(sha256: Sha256): string
}

export interface Rulesets {
  /** Keeps the files (path → text) of a ruleset; harmless when it is already kept. */
  keep(hash: Sha256, files: ReadonlyMap<string, string>): Promise<void>
  /** The file that declares `id: <rule>`, or is named so; null when not kept. */
  text(hash: Sha256, rule: string): Promise<string | null>
  /** Every file of a kept ruleset, path → text; null when it is not kept. */
  files(hash: Sha256): Promise<ReadonlyMap<string, string> | null>
}

// ── ledger and cases ────────────────────────────────────────────────────────

export interface LedgerRecord extends LedgerEntry {
  /** Canonical JSON. */
  readonly body: string
}

export interface Ledger {
  /** Null while it is empty. */
  head(): Promise<LedgerEntry | null>
  /** Every action that stands in it, sorted. */
  actions(): Promise<readonly string[]>
  /** Oldest first. */
  entries(): AsyncIterable<LedgerRecord>
  /** Newest first. */
  list(page: LedgerPage): Promise<readonly LedgerRecord[]>
  /** BadInput when there is none. */
  get(seq: number): Promise<LedgerRecord>
  /**
   * Walks the chain and holds it against the timestamps that were kept of it. `head`: a head that was printed or packed
   * earlier and must be found in it.
   */
  check(head?: Sha256): Promise<ChainCheck>
  /** `subject` is `kind:id`. Action and subject are one line each. `by`: who did it, where that is not the store's actor. */
  append(action: string, subject: string, body: unknown, by?: string): Promise<LedgerEntry>
  /** Enters `setting-changed` when the value is another than the last entered; null otherwise. */
  setting(name: string, value: unknown): Promise<LedgerEntry | null>
  /** Enters `looked`: a list was seen. The same look within an hour is entered once; null otherwise. */
  looked(list: string, body: unknown): Promise<LedgerEntry | null>
}

export interface LedgerFilter {
  readonly actor?: string
  readonly action?: string
  /** `sighting:7`; `sighting:` stands for all sightings. */
  readonly subject?: string
  /** Inclusive. */
  readonly from?: Instant
  /** Exclusive. */
  readonly to?: Instant
}

export interface LedgerPage extends LedgerFilter {
  readonly limit: number
  /** The last sequence number of the page before. */
  readonly before?: number
}

export type ChainFaultKind =
  | 'changed'
  | 'missing'
  | 'moved'
  | 'chain'
  | 'body'
  | 'clock'
  | 'cut'
  | 'rewritten'
  | 'anchor'

/** `seq`: the first row at which it shows. `detail` in English. */
export interface ChainFault {
  readonly seq: number
  readonly kind: ChainFaultKind
  readonly detail: string
}

export interface ChainCheck {
  /** In the order of the rows: the first is the first wrong row. */
  readonly faults: readonly ChainFault[]
  readonly entries: number
  readonly head: LedgerEntry | null
  /**
   * The newest entry under a timestamp that holds: where no fault is, nothing up to it can have been changed since.
   * `root`: SHA-256 of the certificate it leads to, to be compared with what the authority publishes.
   */
  readonly anchored: {
    readonly seq: number
    readonly at: Instant
    readonly authority: string
    readonly root: Sha256 | null
  } | null
  /** How often the clock of the machine was put back, as recorded. */
  readonly clockSteps: number
}

// ── timestamps over the head ────────────────────────────────────────────────

/** What an authority said of one head; over the 64 hexadecimal digits of the head as ASCII. */
export interface NewAnchor {
  readonly seq: number
  readonly head: Sha256
  readonly authority: string
  /** The authority's time. */
  readonly at: Instant
  readonly token: Uint8Array
  readonly chainPem: string
  readonly crlPem: string | null
}

export interface AnchorRow {
  readonly seq: number
  readonly head: Sha256
  readonly authority: string
  readonly at: Instant
  readonly token: Sha256
  readonly chain: Sha256
  readonly crl: Sha256 | null
}

export interface Anchors {
  /** Keeps the files, then the row and its entry `anchored`. BadInput when the head is not that entry's hash. */
  add(anchor: NewAnchor): Promise<AnchorRow>
  /** Oldest first. */
  list(): Promise<readonly AnchorRow[]>
}

// ── decisions ───────────────────────────────────────────────────────────────

/** `reopen` takes the decision before back: nothing is ever undone, it is decided again. */
export type DecisionVerdict = 'confirm' | 'dismiss' | 'needs-more' | 'refer' | 'reopen'

/** A decision is about a listing; a sighting stands for the listing it is of. */
export type DecisionAbout = { readonly sighting: number } | { readonly site: string; readonly key: string }

export interface NewDecision {
  readonly about: DecisionAbout
  readonly verdict: DecisionVerdict
  /** One of those that go with the verdict. */
  readonly reason: DecisionReason
  /** Needed where the reason is `other`. */
  readonly note: string | null
  readonly unit: string | null
}

/**
 * How a listing stands: `open` without a decision or taken up again; `pending` where it was ever in the high band and one
 * officer alone dismissed it; else the last verdict.
 */
export type Standing = 'open' | 'pending' | Exclude<DecisionVerdict, 'reopen'>

export interface Decision {
  readonly id: number
  readonly at: Instant
  readonly officer: string
  readonly unit: string | null
  readonly verdict: DecisionVerdict
  readonly reason: DecisionReason
  readonly note: string | null
  readonly sighting: number | null
  readonly site: string
  readonly key: string
  /** As the listing stood when it was decided. */
  readonly title: string
  readonly sellerKey: string | null
  readonly sellerName: string | null
}

export interface DecisionFilter {
  readonly officer?: string
  /** The seller's key, or a part of the name, with or without accents. */
  readonly seller?: string
  readonly verdict?: DecisionVerdict
  readonly from?: Instant
  readonly to?: Instant
}

/** One officer who dismissed several listings of one seller. */
export interface Repeated {
  readonly officer: string
  readonly site: string
  readonly sellerKey: string | null
  readonly sellerName: string | null
  readonly listings: number
  readonly dismissals: number
  readonly first: Instant
  readonly last: Instant
}

/** A flagged listing that somebody looked at, and that nobody decided after that. */
export interface LeftOpen {
  readonly actor: string
  readonly sighting: number
  readonly site: string
  readonly title: string
  readonly views: number
  readonly last: Instant
}

export interface Decisions {
  /** `by`: who decides, where that is not the store's actor. BadInput: no such listing, a reason that does not go with the verdict, no note where one is needed. */
  add(decision: NewDecision, by?: string): Promise<Decision>
  /** The same of several at once: all of them, or none. */
  addAll(decisions: readonly NewDecision[], by?: string): Promise<readonly Decision[]>
  standing(site: string, key: string): Promise<Standing>
  /** Newest first. */
  list(page: DecisionFilter & { readonly limit: number; readonly before?: number }): Promise<readonly Decision[]>
  /** Every decision on a listing, oldest first; the last one stands. */
  of(about: DecisionAbout): Promise<readonly Decision[]>
  /** Officers who dismissed at least two listings of one seller, the most first. */
  repeated(filter: Pick<DecisionFilter, 'officer' | 'seller'>): Promise<readonly Repeated[]>
  /** Newest first. */
  leftOpen(filter: Pick<DecisionFilter, 'officer'>, most: number): Promise<readonly LeftOpen[]>
}

// ── packs and verification ──────────────────────────────────────────────────

/** A sweep stands for its flagged sightings. */
export type PackSelection =
  | { readonly ids: readonly number[] }
  | { readonly sweep: number }
  | { readonly caseId: number }

export type ProblemKind =
  | 'database'
  | 'foreign-key'
  | 'ledger'
  | 'ledger-body'
  | 'anchor'
  | 'decision'
  | 'notice'
  | 'search'
  | 'counts'
  | 'sighting'
  | 'exhibit-row'
  | 'blob-missing'
  | 'blob-changed'
  | 'signal-row'
  | 'image-row'
  | 'ruleset'
  | 'case'
  | 'allowance'
  | 'review'
  | 'reply'
  | 'sweep'

/** `subject` names the row or file; `detail` says what differs, in English. */
export interface Problem {
  readonly kind: ProblemKind
  readonly subject: string
  readonly detail: string
}

export interface Verification {
  readonly problems: readonly Problem[]
  /** Goods of the rows for reports: those were made with another list of goods than this Soi has. */
  readonly notCompared: readonly 'goods'[]
  readonly counts: {
    readonly sightings: number
    readonly flagged: number
    readonly exhibits: number
    readonly blobs: number
    readonly bytes: number
    readonly ledger: number
  }
  readonly head: LedgerEntry | null
}
