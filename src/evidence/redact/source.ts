import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessment, Box, Checks, Exhibit, Listing, Sha256 } from '../../domain.ts'
import { EvidenceBroken } from '../../errors.ts'
import type { PackSource } from '../../store/api.ts'
import { sha256 } from '../../store/canonical.ts'
import type { PackItem } from '../../store/item.ts'
import { maskedFor, WITHHELD } from './mask.ts'

/** A PNG of a picture with all of it blurred past reading but for some boxes. */
type Blur = (bytes: Uint8Array, keep: readonly Box[]) => Promise<Uint8Array>

/** Pictures of the page itself: reviewers and buyers stand in them. */
const OF_PAGE = /^(?:screenshot|officer-screenshot.*)$/

/** Pictures that the seller shows of the goods are the seller's own. */
const ofSeller = (item: PackItem, exhibit: Exhibit): boolean =>
  item.pictures?.seen.some(({ sha256: digest }) => digest === exhibit.sha256) ?? false

/** The boxes that stay readable: words that signs quote, which are the seller's. */
const keptBoxes = (item: PackItem, role: string): readonly Box[] =>
  role === 'screenshot' ? (item.capture?.marks?.quotes.flatMap(({ boxes }) => boxes) ?? []) : []

export interface Redaction {
  readonly blur: Blur
  /** A folder of its own for the blurred pictures; the caller removes it. */
  readonly folder: string
  /** An officer's pseudonym. */
  readonly pseudonym: (name: string) => string
}

type Pseudonym = Redaction['pseudonym']

/** An allowance's reason is an officer's word for a seller: nothing a working copy needs. */
const namelessChecks = (checks: Checks, pseudonym: Pseudonym): Checks =>
  checks.allowed
    ? { ...checks, allowed: { ...checks.allowed, by: pseudonym(checks.allowed.by), reason: WITHHELD } }
    : checks

const namelessAssessment = (assessment: Assessment, pseudonym: Pseudonym): Assessment =>
  assessment.allowed
    ? { ...assessment, allowed: { ...assessment.allowed, by: pseudonym(assessment.allowed.by) } }
    : assessment

/** The same with every officer in it under a number, before texts are masked. */
function nameless(item: PackItem, pseudonym: Pseudonym): PackItem {
  const { origin, checks, capture, assessment } = item
  const by = capture?.by
  return {
    ...item,
    assessment: namelessAssessment(assessment, pseudonym),
    ...(origin ? { origin: { ...origin, by: pseudonym(origin.by) } } : {}),
    ...(checks ? { checks: namelessChecks(checks, pseudonym) } : {}),
    ...(capture && by ? { capture: { ...capture, by: { ...by, operator: pseudonym(by.operator) } } } : {}),
  }
}

type Whose = Pick<Listing, 'contacts' | 'seller'>

/**
 * The same sightings as a working copy has them. Page, rendered page, archive and print are left out, for nobody can tell every
 * person's name in them; pictures of the page are blurred but for quoted words; telephone numbers and e-mail addresses that are
 * not the seller's are blotted out of every text, and officers stand under numbers.
 */
export function redactedSource(source: PackSource, { blur, folder, pseudonym }: Redaction): PackSource {
  const blurred = new Map<string, Exhibit>()
  const made = new Set<Sha256>()
  /** By listing: what its newest item here says of its seller. */
  const sellers = new Map<string, Whose>()
  const nobody: Whose = { contacts: [], seller: null }

  async function blurredOf(item: PackItem, exhibit: Exhibit): Promise<Exhibit> {
    const key = `${item.id} ${exhibit.role}`
    const known = blurred.get(key)
    if (known) return known
    const sealed = await source.exhibit(exhibit.sha256)
    if (sha256(sealed) !== exhibit.sha256)
      throw new EvidenceBroken(`the ${exhibit.role} of sighting ${item.id} is no longer what was recorded`)
    const bytes = await blur(sealed, keptBoxes(item, exhibit.role))
    const digest = sha256(bytes)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, digest), bytes)
    const now: Exhibit = { role: exhibit.role, mediaType: 'image/png', sha256: digest, size: bytes.length }
    blurred.set(key, now)
    made.add(digest)
    return now
  }

  async function redacted(item: PackItem): Promise<PackItem> {
    const exhibits: Exhibit[] = []
    for (const exhibit of item.exhibits) {
      if (ofSeller(item, exhibit)) exhibits.push(exhibit)
      else if (OF_PAGE.test(exhibit.role)) exhibits.push(await blurredOf(item, exhibit))
    }
    const { site, key, contacts, seller } = item.listing
    sellers.set(`${site}\n${key}`, { contacts, seller })
    return { ...maskedFor({ ...nameless(item, pseudonym), headers: {} }, item.listing), exhibits }
  }

  return {
    ...source,
    async *items() {
      for await (const item of source.items()) yield await redacted(item)
    },
    // Who answered is a person, and the letter is theirs: words alone, numbers and addresses blotted out.
    replies: async (site, key) =>
      (await source.replies(site, key)).map((reply) => ({
        ...maskedFor(reply, nobody),
        ...{ officer: pseudonym(reply.officer), sender: pseudonym(reply.sender), file: null },
      })),
    timeline: async (site, key, most) =>
      maskedFor(await source.timeline(site, key, most), sellers.get(`${site}\n${key}`) ?? nobody),
    exhibit: (digest) => (made.has(digest) ? readFile(join(folder, digest)) : source.exhibit(digest)),
  }
}
