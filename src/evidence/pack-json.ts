import { reportMessages } from '../i18n/evidence.ts'
import { LANGS } from '../i18n/messages.ts'
import { canonical } from '../store/canonical.ts'
import { type PackFacts, placed, type RuleBook } from './contents.ts'
import { rulesetShort, sightingFolder } from './names.ts'
import type { PackItem } from './source.ts'

export const PACK_FORMAT = 'soi-pack/1'

/** Why there is no more of a sighting than there is; [] when it is whole. */
function missing(item: PackItem): readonly string[] {
  if (item.capture) return item.capture.missing
  return [item.captureError ?? 'not captured']
}

function rulesOf(items: readonly PackItem[], book: RuleBook) {
  const seen = new Map<string, { ruleset: string; rule: string; version: string; file: string | null }>()
  for (const { assessment } of items)
    for (const { rule, version } of [...assessment.signals, ...assessment.excused]) {
      const file = book.rule(assessment.ruleset, rule)?.path ?? null
      seen.set(`${assessment.ruleset}/${rule}`, { ruleset: rulesetShort(assessment.ruleset), rule, version, file })
    }
  return [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule)
}

/** data/pack.json: what is inside, what it was signed with, what it proves and what it does not. */
export function packJson(facts: PackFacts, items: readonly PackItem[], book: RuleBook): string {
  const { title, operator, unit, lang, createdAt, soiVersion, fingerprint, chain } = facts
  const both = (pick: 'proofList' | 'notProofList') =>
    Object.fromEntries(LANGS.map((l) => [l, reportMessages(l)[pick]]))
  return canonical({
    ...{ format: PACK_FORMAT, title, operator, unit, lang, createdAt, soiVersion },
    publicKey: { algorithm: 'Ed25519', sha256: fingerprint },
    ledger: chain,
    sightings: items.map((item) => ({
      ...{ id: item.id, at: item.at, folder: sightingFolder(item.id), missing: missing(item) },
      ownLedgerEntry: facts.recorded.has(item.id),
      ...{ site: item.listing.site, key: item.listing.key, url: item.listing.url },
      ...{ score: item.assessment.score, band: item.assessment.band, files: placed(item).map(({ path }) => path) },
    })),
    rules: rulesOf(items, book),
    proves: both('proofList'),
    doesNotProve: both('notProofList'),
  })
}
