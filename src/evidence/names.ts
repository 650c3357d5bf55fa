import type { Exhibit, Sha256 } from '../domain.ts'
import { EvidenceBroken } from '../errors.ts'

/**
 * Extension by media type. Markup from the seller's page ends in .txt: a double click then shows it as text instead of running it.
 * Whatever is not named here becomes .bin.
 */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': 'html.txt',
  'application/xhtml+xml': 'xhtml.txt',
  'image/svg+xml': 'svg.txt',
  'multipart/related': 'mhtml.txt',
  'text/plain': 'txt',
  'application/json': 'json',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/warc': 'warc.gz',
  'application/x-pem-file': 'pem',
}

/** Our own files in a sighting's folder; no exhibit may take their place. */
const OWN = ['listing', 'assessment', 'capture']
const SAFE_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

const safe = (name: string, what: string): string => {
  if (SAFE_NAME.test(name)) return name
  throw new EvidenceBroken(`${what} ${JSON.stringify(name)} cannot be a file name in a pack`)
}

/** Subject of a sighting's ledger entry. */
export const sightingSubject = (id: number): string => `sighting:${id}`

export const sightingFolder = (id: number): string => `data/sightings/${id}`

/** `screenshot.png`, `dom.html.txt` … from the role, never from anything a page said. */
export function exhibitFile(exhibit: Pick<Exhibit, 'role' | 'mediaType'>): string {
  const type = exhibit.mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  const role = safe(exhibit.role, 'the exhibit role')
  if (OWN.includes(role)) throw new EvidenceBroken(`an exhibit cannot be called ${role}: that name is taken in a pack`)
  return `${role}.${Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : 'bin'}`
}

export const rulesetShort = (ruleset: Sha256): string => ruleset.slice(0, 12)

/** Where a rule's file stands in the pack. */
export const ruleFile = (ruleset: Sha256, rule: string): string =>
  `data/rules/${safe(rulesetShort(ruleset), 'the ruleset')}/${safe(rule, 'the rule')}.yaml`
