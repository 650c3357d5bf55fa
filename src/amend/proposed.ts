import { BadInput } from '../errors.ts'
import { BRANDS_FILE } from '../rules/brands.ts'
import { runExamples } from '../rules/examples.ts'
import { keptReader, type Reader } from '../rules/kept.ts'
import { loadRulesetWith } from '../rules/load.ts'
import { type Finding, reviewRuleset } from '../rules/overview.ts'
import { fileFrom, type RulesPlace } from '../rules/place.ts'
import { type Ruleset, ruleOf } from '../rules/ruleset.ts'
import { rulePath, SCAFFOLD_FAMILIES, scaffold } from '../rules/scaffold.ts'
import type { Looked, Proposal } from './types.ts'

/** The largest word list that comes with Soi is a third of this. */
export const MOST_RULE_CHARACTERS = 100_000
/** Lower-case words, at most one folder deep: nothing that leads out of the rules folder. */
const PATH = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)?[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/

/** A proposal as it is kept: line ends as the packaged files have them, one at the end. BadInput for a path or a size that no rule file has. */
export function proposalOf(path: string, text: string): Proposal {
  if (!PATH.test(path) || path === BRANDS_FILE)
    throw new BadInput(`${path}: a rule file is <family>/<id>.yaml, a word list lexicon/<name>.yaml`)
  if (text.length > MOST_RULE_CHARACTERS)
    throw new BadInput(`rules/${path}: longer than ${MOST_RULE_CHARACTERS} characters`)
  return { path, text: `${text.replace(/\r\n?/g, '\n').trimEnd()}\n` }
}

/** The rules with a proposal in its place. BadInput names file, line and key where it does not load. */
export const proposed = (place: RulesPlace, { path, text }: Proposal): Promise<Ruleset> =>
  loadRulesetWith(place, [fileFrom(path, text)])

const nameOf = ({ kind, file, subject, detail }: Finding): string => `${kind}\n${file}\n${subject}\n${detail}`

/** What is wrong with the rules in force, found once for each day: it takes as long as the proposal itself. */
const reviewed = new WeakMap<Ruleset, { readonly day: string; readonly known: ReadonlySet<string> }>()

function knownOf(ruleset: Ruleset, day: string, read: Reader): ReadonlySet<string> {
  const before = reviewed.get(ruleset)
  if (before?.day === day) return before.known
  const known = new Set(reviewRuleset(ruleset, day, read).map(nameOf))
  reviewed.set(ruleset, { day, known })
  return known
}

/** Holds a proposal that loads against all examples and the whole set. `day`: YYYY-MM-DD in Viet Nam, for the law in force. */
export async function looked(before: Ruleset, after: Ruleset, day: string): Promise<Looked> {
  const read = await keptReader(after.files)
  const known = knownOf(before, day, read)
  return {
    before: before.hash,
    after: after.hash,
    failures: runExamples(after).failures,
    findings: reviewRuleset(after, day, read).filter((found) => !known.has(nameOf(found))),
  }
}

/** Whether a proposal may be accepted: warnings are to be read, errors stand in the way. */
export const isSound = ({ failures, findings }: Looked): boolean =>
  failures.length === 0 && findings.every(({ level }) => level !== 'error')

/** A new rule to fill in, from `<family>/<id>`. BadInput when that is none, or taken. */
export function scaffolded(ruleset: Ruleset, path: string): Proposal {
  const place = rulePath(path)
  if (!place) throw new BadInput(`${path}: give <family>/<id> with a family of ${SCAFFOLD_FAMILIES.join(', ')}`)
  const other = ruleOf(ruleset, place.id)
  if (other) throw new BadInput(`the id ${place.id} is taken by rules/${other.file}`)
  return { path: `${place.family}/${place.id}.yaml`, text: scaffold(ruleset, place.family, place.id) }
}
