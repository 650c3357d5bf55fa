import type { Sha256 } from '../domain.ts'
import { type RuleText, ruleTextOf } from '../evidence/rule-text.ts'
import { filesOf } from '../rules/kept.ts'
import { loadRules } from '../rules/load.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import type { Store } from '../store/store.ts'

/** Rules as they were when they judged, read once. */
export interface RuleShelf {
  /** What a rule says of itself; null when its file was not kept. */
  text(ruleset: Sha256, rule: string): Promise<RuleText | null>
  /** Null when it was not kept, or this version of Soi cannot read it any more: then only the rule's own text explains. */
  ruleset(hash: Sha256): Promise<Ruleset | null>
}

/** Rulesets change seldom; a queue shows sightings of a few. */
const MOST_TEXTS = 2_000
const MOST_RULESETS = 3

function remembered<T>(most: number, make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const made = known.get(key) ?? make(key)
    known.delete(key)
    known.set(key, made)
    const oldest = known.keys().next().value
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return made
  }
}

export function ruleShelf(store: Store): RuleShelf {
  const texts = remembered(MOST_TEXTS, async (key) => {
    const [hash = '', rule = ''] = key.split('\n')
    const text = await store.rulesets.text(hash, rule)
    return text === null ? null : ruleTextOf(text)
  })
  const rulesets = remembered(MOST_RULESETS, async (hash) => {
    const files = await store.rulesets.files(hash)
    if (!files) return null
    try {
      return await loadRules(filesOf(files))
    } catch {
      return null // rules of another version of Soi: the page says that only their own words explain
    }
  })
  return { text: (hash, rule) => texts(`${hash}\n${rule}`), ruleset: rulesets }
}
