/**
 * Every central type. Imports nothing. All readonly; absence is null, never undefined or ''.
 * Offsets into text are UTF-16 code units (JavaScript string indices), end exclusive.
 */

/** UTC instant, ISO 8601 with milliseconds and Z: 2026-11-25T03:04:05.678Z */
export type Instant = string
/** Lower-case hexadecimal SHA-256. */
export type Sha256 = string

// ── what a server answered ──────────────────────────────────────────────────

/** One answer, as bytes. Everything else about a page derives from it. */
export interface Page {
  readonly requestedUrl: string
  /** Where the answer finally came from, after redirects. */
  readonly url: string
  /** URLs that redirected, in order; empty when none did. */
  readonly redirects: readonly string[]
  /** HTTP status; null for an imported file. */
  readonly status: number | null
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** Content-encoding already undone; the charset is not. */
  readonly body: Uint8Array
  readonly fetchedAt: Instant
  readonly via: 'http' | 'browser' | 'import'
  readonly remoteAddress: string | null
}

/**
 * `consent-wall`: a yes to cookies, terms or an age stands before the page. `geo-different`: what is served depends on the
 * visitor's place, and this place got something else. `not-a-listing`: read, and nobody's shop (an empty server, a folder).
 */
export type VerdictKind =
  | 'served'
  | 'removed'
  | 'blocked'
  | 'login-wall'
  | 'consent-wall'
  | 'geo-different'
  | 'empty-shell'
  | 'not-a-listing'
  | 'error'

/** What the server gave us, with the signs that say so. */
export interface Verdict {
  readonly kind: VerdictKind
  readonly reasons: readonly string[]
}

/**
 * How the visit of one URL ended; the columns of the coverage summary, each URL in exactly one. `served`: listings, or a page
 * that leads to some. `not-a-listing`: read as well, and neither; it was seen, so it never counts among what was not.
 */
export const OUTCOMES = [
  'served',
  'not-a-listing',
  'removed',
  'blocked',
  'login-wall',
  'consent-wall',
  'geo-different',
  'empty-shell',
  'failed',
  'not-reached',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A count for every outcome, each 0. */
export const noOutcomes = (): Record<Outcome, number> =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>

// ── what was read ───────────────────────────────────────────────────────────

/** A string as printed on the page, and where it stood: `jsonld:$.offers.price`, `css:h1`, `meta:og:title` … */
export interface Found {
  readonly text: string
  readonly source: string
}

export interface RawSeller {
  readonly name: Found | null
  readonly url: Found | null
  readonly location: Found | null
  readonly phoneText: Found | null
  readonly badges: readonly Found[]
}

/** What an adapter returns: text as printed with its provenance. Parsing is not its job. */
export interface RawListing {
  readonly url: Found | null
  readonly title: Found | null
  readonly description: Found | null
  readonly price: Found | null
  /** ISO code or symbol stated beside the price, when it is stated apart from it. */
  readonly currency: Found | null
  readonly listPrice: Found | null
  readonly priceMax: Found | null
  readonly brand: Found | null
  readonly sku: Found | null
  readonly gtin: Found | null
  readonly availability: Found | null
  readonly condition: Found | null
  readonly category: Found | null
  readonly images: readonly Found[]
  readonly attributes: Readonly<Record<string, Found>>
  readonly seller: RawSeller | null
  readonly postedAt: Found | null
  /** How many were sold, as printed: “Đã bán 1,2k”. */
  readonly sold: Found | null
  /** Mean of the buyers' ratings out of 5. */
  readonly rating: Found | null
  /** How many ratings it is the mean of. */
  readonly ratings: Found | null
  /** What is said of delivery. */
  readonly shipping: Found | null
  readonly variants: readonly RawVariant[]
}

/** One choice of size, colour or amount, with its own price where it has one. */
export interface RawVariant {
  readonly name: Found
  readonly price: Found | null
}

export interface Money {
  /** Integer for VND (dong); major units for other currencies. */
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
  /** As printed. */
  readonly text: string
}

export type ContactKind =
  | 'phone'
  | 'zalo'
  | 'facebook'
  | 'telegram'
  | 'email'
  | 'bank-account'
  | 'account-holder'
  | 'tax-code'
  | 'website'
  | 'address'

/** An identifier the seller claims; unchecked until a registry says otherwise. */
export interface Contact {
  readonly kind: ContactKind
  /** Normalised: phones in E.164, codes without punctuation, an account with its bank: `0123456789012 Vietcombank`. */
  readonly value: string
  /** As written. */
  readonly text: string
  /** Which listing field it stood in: `description`, `seller.phone_text` … */
  readonly field: string
}

export interface Seller {
  readonly key: string | null
  readonly name: string | null
  readonly url: string | null
  readonly location: string | null
  readonly phoneText: string | null
  readonly badges: readonly string[]
}

export type Availability = 'InStock' | 'OutOfStock' | 'PreOrder' | 'Discontinued'
export type Condition = 'New' | 'Used' | 'Refurbished' | 'Damaged'

export interface Listing {
  /** Adapter id, or `generic`. */
  readonly site: string
  /** Stable identity within the site, from raw ids: a cleaning change never re-keys history. */
  readonly key: string
  /** Canonical URL. */
  readonly url: string
  readonly title: string
  readonly description: string | null
  readonly price: Money | null
  readonly listPrice: Money | null
  readonly priceMax: Money | null
  readonly brand: string | null
  readonly sku: string | null
  readonly gtin: string | null
  readonly availability: Availability | null
  readonly condition: Condition | null
  readonly category: string | null
  readonly images: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly ocrText: string | null
  readonly seller: Seller | null
  readonly contacts: readonly Contact[]
  /** Where the seller or the goods are said to be: a province as named since 1 July 2025; null when not said or ambiguous. */
  readonly province: string | null
  readonly postedAt: string | null
  readonly sold: number | null
  /** 0–5. */
  readonly rating: number | null
  readonly ratings: number | null
  readonly shipping: string | null
  readonly variants: readonly { readonly name: string; readonly price: Money | null }[]
  /** field → source, for every field that is not null. */
  readonly provenance: Readonly<Record<string, string>>
}

export type LinkRole = 'listing' | 'next' | 'index' | 'feed'

/**
 * A link worth following: a listing, the next page of the same index, another index (category, shop, sitemap), or a feed:
 * data the site publishes that holds whole listings, read before anything else of its host.
 */
export interface Link {
  readonly url: string
  readonly role: LinkRole
  readonly text: string | null
}

// ── what was judged ─────────────────────────────────────────────────────────

export const CATEGORIES = [
  'counterfeit',
  'ip-infringement',
  'unclear-origin',
  'smuggled',
  'prohibited',
  'substandard-health',
  'trade-fraud',
  'invoice-trading',
  'illicit-currency',
] as const
export type Category = (typeof CATEGORIES)[number]

/** What kind of goods a listing offers; data/reference/goods-groups.yaml says by which words that is told. */
export const GOODS_GROUPS = [
  'medicine',
  'functional-food',
  'milk',
  'food',
  'alcohol',
  'tobacco',
  'cosmetics',
  'medical-device',
  'fashion',
  'watches-jewellery',
  'electronics',
  'household',
  'children',
  'vehicles',
  'agriculture',
  'weapons-fireworks',
  'money-papers',
] as const
export type GoodsGroup = (typeof GOODS_GROUPS)[number]

/** How words are hidden from whoever searches for them. */
export const TRICKS = [
  'separators',
  'invisible',
  'borrowed-letters',
  'styled-letters',
  'digits-for-letters',
  'stacked-marks',
  'emoji-inside',
  'repeated-letters',
  'no-marks',
  'masked-price',
  'picture-only',
  'spelled-contact',
] as const
export type Trick = (typeof TRICKS)[number]

/** What is scored: the wire format of `soi score` and of `soi read --for-score`. */
export interface ScoreInput {
  readonly id: string
  readonly platform: string | null
  readonly url: string | null
  readonly title: string
  readonly description: string
  readonly price_text: string | null
  /** Dong. */
  readonly price_vnd: number | null
  readonly brand: string | null
  readonly category: string | null
  readonly seller: {
    readonly name: string | null
    readonly location: string | null
    readonly phone_text: string | null
    readonly badges: readonly string[]
  } | null
  readonly attributes: Readonly<Record<string, string>>
  readonly ocr_text: string | null
}

/** The seller's own characters: `text === input[field].slice(start, end)`; field is a path of ScoreInput, e.g. `attributes.xuất xứ`. */
export interface Quote {
  readonly field: string
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Signal {
  readonly rule: string
  /** First 12 hex digits of the SHA-256 of the rule's file. */
  readonly version: string
  readonly category: Category
  /** 0–1: how much this alone says. */
  readonly strength: number
  readonly quotes: readonly Quote[]
}

/** What lowered the score, and what it lowered. */
export interface Excuse {
  readonly rule: string
  readonly version: string
  /** Category ids, or `*` for all. */
  readonly lowers: readonly string[]
  readonly strength: number
  readonly quotes: readonly Quote[]
}

export type Band = 'none' | 'low' | 'medium' | 'high'

export interface Assessment {
  readonly id: string
  /** 0–100. */
  readonly score: number
  readonly band: Band
  readonly flagged: boolean
  readonly categories: readonly { readonly id: Category; readonly score: number }[]
  readonly signals: readonly Signal[]
  readonly excused: readonly Excuse[]
  /** The seller was on the allow-list: what it lowered. Absent where not; the flag is what it would be without. */
  readonly allowed?: Lowered
  readonly ruleset: Sha256
}

/** An officer's word for a seller, in force when the listing was judged. */
export interface Allowed {
  readonly id: number
  readonly by: string
  readonly at: Instant
  /** Exclusive. */
  readonly until: Instant
  readonly reason: string
  /** Percent of the score. */
  readonly lowers: number
}

/** Score and band as the signs alone have them. */
export interface Lowered extends Pick<Allowed, 'id' | 'by' | 'until'> {
  readonly score: number
  readonly band: Band
}

// ── what was checked beside the words ───────────────────────────────────────

/** Numbers a listing states that somebody else can confirm. `food` also covers the older ATTP-XNCB receipts. */
export type ClaimKind = 'cosmetic' | 'food' | 'self-declared' | 'drug' | 'device' | 'advertising' | 'tax-code' | 'gtin'

/** How far a claim was followed. `valid form`: nothing more was asked; `not checked`: asked, and no registry of the kind is here. */
export const CLAIM_STATES = [
  'valid form',
  'malformed',
  'placeholder',
  'in registry',
  'not in registry',
  'other holder',
  'not checked',
] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

/** What speaks for the state: a wrong shape, a check digit, a serial or a year that was never given out, a withdrawn record. */
export type ClaimReason = 'shape' | 'check-digit' | 'serial' | 'year' | 'withdrawn'

/** A number as the listing states it. */
export interface Claim {
  readonly kind: ClaimKind
  /** Without spaces, marks and leading zeros: what registries are asked for. */
  readonly value: string
  readonly state: ClaimState
  readonly reason: ClaimReason | null
  readonly quote: Quote
}

export const REGISTRY_KINDS = [
  'drugs',
  'cosmetics',
  'functional-foods',
  'devices',
  'trademarks',
  'authorised-sellers',
  'recalls',
  'offenders',
] as const
export type RegistryKind = (typeof REGISTRY_KINDS)[number]

/** The registry snapshot that an answer came from. */
export interface SnapshotRef {
  readonly kind: RegistryKind
  /** Who publishes it, as the officer who imported it wrote. */
  readonly source: string
  /** The day the snapshot speaks of, YYYY-MM-DD. */
  readonly asOf: string
  /** Of the imported file. */
  readonly sha256: Sha256
}

/** One row of a registry: canonical column → cell, as printed there. */
export type RegistryRecord = Readonly<Record<string, string>>

export interface CheckedClaim extends Claim {
  /** False: numbers of this kind are never given to goods such as these. Null: the listing does not say what the goods are. */
  readonly fitsGoods: boolean | null
  readonly snapshot: SnapshotRef | null
  readonly record: RegistryRecord | null
}

/** What the goods usually cost new, and how far below the price asked is. */
export interface PriceCheck {
  /** `reference`: a reviewed row; `store`: the median of what was seen before. */
  readonly basis: 'reference' | 'store'
  /** The row's id, or `brand · category` of the cluster. */
  readonly id: string
  /** Dong, new: the usual range; for `store` both are the median. */
  readonly low: number
  readonly high: number
  /** Price asked divided by `low`, three decimals. */
  readonly ratio: number
  /** `store` only: the price is lower than the median by more than 3.5 times the spread (MAD × 1.4826) of log prices. */
  readonly outlier: boolean
  /** `store` only: listings in the cluster. */
  readonly n: number | null
  readonly source: string
  readonly asOf: string
  readonly confidence: 'H' | 'M' | 'L'
}

/** Something a list says of the seller or of the goods. */
export interface Standing {
  readonly kind: 'authorised' | 'offender' | 'recalled' | 'trademark'
  /** What agreed. A name alone is weak. */
  readonly by: 'seller-url' | 'host' | 'tax-code' | 'phone' | 'name' | 'number'
  readonly record: RegistryRecord
  /** Null for the list that comes with Soi. */
  readonly snapshot: SnapshotRef | null
  /** Where the listing says it; null for an address. */
  readonly quote: Quote | null
}

/** The price of an unflagged listing seen before, for medians. */
export interface SeenPrice {
  readonly brand: string | null
  readonly category: string | null
  readonly title: string
  readonly priceText: string
  /** Dong. */
  readonly price: number
  readonly seller: string | null
  /** YYYY-MM-DD of the newest sighting, UTC. */
  readonly day: string
}

/** Everything gathered about a listing from outside it, before it is judged: plain data, kept with the sighting. */
export interface Checks {
  readonly claims: readonly CheckedClaim[]
  readonly price: PriceCheck | null
  readonly standings: readonly Standing[]
  /** Absent where the seller is on no allow-list. */
  readonly allowed?: Allowed
}

/** What a check needs beside what is scored. */
export interface Seen {
  readonly sellerUrl: string | null
  /** Who offers it where; null where nobody is named. Left out: not asked. */
  readonly offeredBy?: { readonly site: string; readonly key: string | null; readonly name: string | null } | null
  /** When the page was fetched: a number dated later was never given out. */
  readonly at: Instant
}

export const NO_CHECKS: Checks = { claims: [], price: null, standings: [] }

// ── what is kept ────────────────────────────────────────────────────────────

/** Bytes on their way into the store. */
export interface Artifact {
  /** `page`, `dom`, `screenshot` … unique within a sighting. */
  readonly role: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Taken as the bytes were made; the store refuses bytes that are no longer these. */
  readonly sha256?: Sha256
}

/** A stored file, named by its SHA-256. */
export interface Exhibit {
  readonly role: string
  readonly mediaType: string
  readonly sha256: Sha256
  readonly size: number
}

/** Rendered DOM and screenshot of one tab at one moment. Whole, or it says what is missing. */
export interface Capture {
  /** The rendered DOM as a Page, so that the same adapter can read it again. */
  readonly page: Page
  readonly verdict: Verdict
  readonly artifacts: readonly Artifact[]
  readonly takenAt: Instant
  readonly browser: string
  /** Empty when whole; otherwise what is missing and why. */
  readonly missing: readonly string[]
  /** How it was made, with nothing missing for that: a page that never was quiet, words not looked for. Absent: nobody remarked. */
  readonly remarks?: readonly string[]
  /** Who had it taken, with what, under which rules. */
  readonly by?: Witness & { readonly ruleset: Sha256 }
  /** How it came about; absent where no browser of ours took it. */
  readonly facts?: CaptureFacts
  /** By listing key: where its words stand in the page, for those that were sought. */
  readonly marks?: ReadonlyMap<string, Marks>
}

/** How a capture came about: what the browser, the network and this machine say. Texts of the page are the page's own words. */
export interface CaptureFacts {
  readonly window: {
    readonly width: number
    readonly height: number
    readonly scale: number
    readonly userAgent: string
  }
  /** This machine's clock at the capture; `serverDate` is the server's own word (Date header), which nobody vouches for. */
  readonly clock: { readonly machine: Instant; readonly serverDate: string | null }
  readonly redirects: readonly {
    readonly url: string
    readonly status: number
    readonly remoteAddress: string | null
  }[]
  /** Of the connection the page came through; null without TLS. The chain is the artifact `certificates`. */
  readonly tls: Tls | null
  /** Errors and warnings of the page's scripts, the first of them. */
  readonly console: readonly { readonly kind: string; readonly text: string }[]
  /** Parts of the page that did not come. `refused`: our own proxy did not let them, by the rule in `why`. */
  readonly failed: readonly { readonly url: string; readonly why: string; readonly refused: boolean }[]
  /** What the archive records hold; null where there are none. `withoutBody`: answers whose body is not there. */
  readonly archive: { readonly exchanges: number; readonly withoutBody: number; readonly bytes: number } | null
  /** A banner that asks to agree. `rejected`: the words of the reject button that was pressed; null: nothing was pressed. */
  readonly consent: { readonly text: string; readonly rejected: string | null } | null
}

export interface Tls {
  readonly protocol: string | null
  readonly subject: string | null
  readonly issuer: string | null
  readonly validFrom: Instant | null
  readonly validTo: Instant | null
}

/** One listing's words to be found in a page as it is shown. */
export interface Sought {
  /** The listing's key. */
  readonly key: string
  readonly quotes: readonly SoughtQuote[]
  /** One of several listings of the page: the element around its words is pictured too. */
  readonly amongOthers: boolean
}

/** A quote, and what stands before and behind it in its field: the same words may stand elsewhere in the page. */
export interface SoughtQuote extends Pick<Quote, 'field' | 'start' | 'end' | 'text'> {
  readonly before: string
  readonly after: string
}

/** Where a listing's quotes stand in the page as shown. Boxes are in CSS pixels of the whole page: those of its screenshot. */
export interface Marks {
  readonly quotes: readonly MarkedQuote[]
  /** The element around a listing that is one of several; null for a page of its own, or where nothing was found. */
  readonly element: Box | null
  /** Small pictures, and which part of the page each shows. */
  readonly pictures: readonly { readonly role: string; readonly clip: Box }[]
  readonly artifacts: readonly Artifact[]
  readonly missing: readonly string[]
  readonly remarks: readonly string[]
}

interface MarkedQuote extends Pick<Quote, 'field' | 'start' | 'end'> {
  /** Empty where the words are not shown in the page (they may stand in its data alone). */
  readonly boxes: readonly Box[]
  /** Found with the words around it (`whole`, `part`), or only as the same words somewhere (`words`); null: not found. */
  readonly by: 'whole' | 'part' | 'words' | null
}

/** Who looks, and with what. */
export interface Witness {
  readonly operator: string
  /** `Soi 0.1.0` */
  readonly software: string
}

/** The agency's own sign-in that a page was asked for with: told by hash, never by content. */
export interface SessionRef {
  /** Of the session file. */
  readonly sha256: Sha256
  /** The only hosts its cookies were sent to. */
  readonly hosts: readonly string[]
}

/** How a page came that no crawler fetched as a stranger: who brought it, out of what, and what that says of itself. */
export interface Origin {
  readonly way: 'saved-page' | 'archive' | 'screenshot' | 'data-file' | 'browse' | 'capture' | 'session'
  /** Who brought it. */
  readonly by: string
  /** When it was brought: our clock. */
  readonly at: Instant
  /** The file as it came; null where a browser showed the page. */
  readonly file: { readonly name: string; readonly sha256: Sha256; readonly size: number } | null
  /** Where in the file: `byte 1024`, `entry 12`, `csv:row 12`; null for the whole of it. */
  readonly place: string | null
  /** What the file says, or the officer says of it: never checked. */
  readonly claimed: {
    /** When it was saved, as stated there. */
    readonly savedAt: string | null
    /** Which program says it saved it. */
    readonly software: string | null
    /** The authority or platform a data file is from, and the day it speaks of. */
    readonly source: string | null
    readonly date: string | null
  }
  readonly session: SessionRef | null
  /** Chosen page by page: kept whole and entered in the ledger even where nothing is flagged. */
  readonly whole: boolean
}

/** One listing seen at one time: the unit that is stored. */
export interface Sighting {
  readonly page: Page
  readonly verdict: Verdict
  readonly listing: Listing
  readonly assessment: Assessment
  /** What the assessment took from outside the listing. */
  readonly checks: Checks
  /** Null for unflagged listings, or where capture failed (then `captureError` says why). */
  readonly capture: Capture | null
  readonly captureError: string | null
  /** Fields that differed between the reading and the capture. */
  readonly drift: readonly string[]
  /** Null for what a crawler fetched by itself. */
  readonly origin: Origin | null
  /** Exhibits beside the page and its capture, already stored: the imported file, the officer's own screenshots. */
  readonly attached: readonly Exhibit[]
  /** Null where pictures were not looked at. */
  readonly pictures: (Pictures & Pick<LookedAt, 'files'>) | null
}

/** A rectangle of a picture as it is shown (turned as its camera says), in its own pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A word read from a picture: `listing.ocrText.slice(start, end)` stands in `box`. */
export interface OcrWord {
  readonly start: number
  readonly end: number
  readonly box: Box
  /** 0–100, the reader's own. */
  readonly confidence: number
}

/** A picture of a listing, as it was fetched. */
export interface Picture {
  readonly url: string
  readonly sha256: Sha256
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly width: number
  readonly height: number
  /** PDQ, 64 hexadecimal digits. */
  readonly pdq: string
  /** 0–100; below 50 there is too little to see for the hash to mean anything. */
  readonly quality: number
  readonly words: readonly OcrWord[]
}

/** The pictures that were looked at, and those that were not, with the reason. */
export interface Pictures {
  readonly seen: readonly Picture[]
  readonly missed: readonly { readonly url: string; readonly why: string }[]
}

/** Pictures on their way into the store: the words read, and the files themselves. */
export interface LookedAt extends Pictures {
  /** What `words` point into; null when nothing could be read. */
  readonly text: string | null
  readonly files: readonly Artifact[]
}

/** One URL waiting in the durable frontier. */
export interface FrontierRequest {
  readonly id: number
  readonly url: string
  readonly host: string
  readonly role: LinkRole | 'start'
  /** Steps from a start URL. */
  readonly depth: number
  readonly via: 'http' | 'browser'
  readonly attempts: number
}

export interface NewRequest {
  readonly url: string
  /** Unique within the sweep: the canonical key of the URL. */
  readonly key: string
  readonly host: string
  readonly role: LinkRole | 'start'
  readonly depth: number
  readonly via: 'http' | 'browser'
}

/** What a server gave to ask by whether a page changed, and where the page led. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly found: {
    readonly kind: 'listing' | 'listings' | 'index' | 'other' | 'not-read'
    readonly links: readonly Link[]
  }
}

/** What one host's robots.txt said when it was asked; kept with the sweep. */
export interface RobotsRecord {
  /** https://host:port */
  readonly origin: string
  /** Null: a person overrode robots.txt and it was not asked. */
  readonly status: number | null
  /** Of the text as received; null when there is none. */
  readonly sha256: Sha256 | null
  readonly at: Instant
  readonly decision: 'rules' | 'all allowed' | 'all disallowed' | 'overridden'
  readonly reason: string
}

/** Everything one visit produced; recorded with the frontier mark in one transaction. */
export interface Visit {
  readonly request: FrontierRequest
  readonly finalUrl: string | null
  readonly site: string
  readonly outcome: Outcome
  readonly reasons: readonly string[]
  readonly status: number | null
  readonly pageHash: Sha256 | null
  readonly at: Instant
  readonly sightings: readonly Sighting[]
  readonly discovered: readonly NewRequest[]
  /** Listings this page gave whole: their own pages need no visit in this sweep. Left out where none. */
  readonly covered?: readonly NewRequest[]
  /** What the next sweep may ask by; null: nothing, forget the page. Left out: leave the memory as it is. */
  readonly validators?: Validators | null
  /** The server said that nothing changed: the visit that read the page. */
  readonly unchanged?: { readonly since: number } | null
}

/** The durable queue of one sweep. */
export interface Frontier {
  /** Adds those whose key is new; returns how many were. */
  add(requests: readonly NewRequest[]): Promise<number>
  /** Leases up to `count` waiting requests; a lease dies with the process that took it. */
  take(count: number): Promise<readonly FrontierRequest[]>
  /** Puts one back for a later try, not before `at`. */
  retry(request: FrontierRequest, at: Instant, reason: string): Promise<void>
  /** Gives leased ones back untried (an interrupt, a limit): no attempt is counted. */
  release(requests: readonly FrontierRequest[]): Promise<void>
  /** Records the visit and marks its request done, atomically. */
  record(visit: Visit): Promise<readonly number[]>
  /** waiting, leased, done. */
  counts(): Promise<{ readonly waiting: number; readonly leased: number; readonly done: number }>
}

export interface LedgerEntry {
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** SHA-256 of the canonical JSON body. */
  readonly bodyHash: Sha256
  readonly prevHash: Sha256 | ''
  readonly hash: Sha256
}
