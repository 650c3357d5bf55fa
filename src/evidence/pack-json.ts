import { reportMessages } from '../i18n/evidence.ts'
import { LANGS } from '../i18n/messages.ts'
import { canonical } from '../store/canonical.ts'
import type { PackFacts, RuleBook } from './contents.ts'
import { rulesetShort, sightingFolder } from './names.ts'
import { type RepliesBook, repliesSaid } from './replies.ts'
import type { Survey } from './survey.ts'

export const PACK_FORMAT = 'soi-pack/1'

function rulesOf(used: Survey['rules'], book: RuleBook) {
  const rows = [...used].map((line) => {
    const [ruleset = '', rule = '', version = ''] = line.split('\n')
    const file = book.rule(ruleset, rule)?.path ?? null
    return [`${ruleset}/${rule}`, { ruleset: rulesetShort(ruleset), rule, version, file }] as const
  })
  return [...new Map(rows)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule)
}

/** data/pack.json: what is inside, what it was signed with, what it proves and what it does not. */
export function packJson(facts: PackFacts, { summaries, rules }: Survey, book: RuleBook, replies: RepliesBook): string {
  const { title, operator, unit, purpose, lang, createdAt, soiVersion, fingerprint, chain } = facts
  const both = (pick: 'proofList' | 'notProofList') =>
    Object.fromEntries(LANGS.map((l) => [l, reportMessages(l)[pick]]))
  return canonical({
    ...{ format: PACK_FORMAT, title, operator, unit, purpose, lang, createdAt, soiVersion },
    ...(facts.case ? { case: facts.case } : {}),
    ...(facts.gaps.length ? { partial: facts.gaps } : {}),
    ...(facts.redacted ? { redacted: facts.redacted } : {}),
    ...(facts.anchors.length ? { anchors: facts.anchors } : {}),
    keys: facts.keys.map(({ fingerprint, state, since, until, reason }) => ({
      fingerprint,
      state,
      since,
      until,
      reason,
    })),
    publicKey: { algorithm: 'Ed25519', sha256: fingerprint },
    ledger: chain,
    sightings: summaries.map(({ id, at, missing, remarks, site, key, url, score, band, files }) => ({
      ...{ id, at, folder: sightingFolder(id), missing, remarks, ownLedgerEntry: facts.recorded.has(id) },
      ...{ site, key, url, score, band, files },
      ...(replies.has(id) ? { replies: repliesSaid(replies.get(id) ?? []) } : {}),
    })),
    rules: rulesOf(rules, book),
    proves: both('proofList'),
    doesNotProve: both('notProofList'),
  })
}
