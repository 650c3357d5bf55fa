import { parse } from 'yaml'
import { z } from 'zod'
import type { Instant } from '../domain.ts'
import { vietnamDay } from '../vietnam-day.ts'

/**
 * What a report says about a rule, out of its file. Read loosely on purpose: a pack explains old sightings, and a rule file
 * of last year need not fit today's schema. What cannot be read is null, and the report then shows the rule's id.
 */
const both = z.object({ vi: z.string(), en: z.string() })
const rule = z.object({
  title: both.nullable().catch(null),
  why: both.nullable().catch(null),
  innocent: both.nullable().catch(null),
  legal: z.array(z.string()).catch([]),
})
export type RuleText = z.infer<typeof rule>

const reference = z.object({
  id: z.string(),
  instrument: both,
  article: z.string().nullable().catch(null),
  clause: z.string().nullable().catch(null),
  effective_from: z.string(),
  effective_to: z.string().nullable().catch(null),
  confidence: z.string().catch('L'),
})
export type LegalText = z.infer<typeof reference>
const legalFile = z.object({ references: z.array(z.unknown()).catch([]) })

/** YAML of an unknown age; null when it is none. `yaml` throws on broken text, on alias bombs too. */
function yamlOf(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 50, logLevel: 'error' })
  } catch {
    return null // the file itself is in the pack; only its explanation is lost, and the report says so
  }
}

export const ruleTextOf = (text: string): RuleText | null => rule.safeParse(yamlOf(text)).data ?? null

/** The references of a legal list by id. */
export function legalTextOf(text: string): ReadonlyMap<string, LegalText> {
  const list = legalFile.safeParse(yamlOf(text)).data?.references ?? []
  const read = list.flatMap((one) => reference.safeParse(one).data ?? [])
  return new Map(read.map((one) => [one.id, one]))
}

/** Was the reference in force in Vietnam at that time? The last day counts. */
export function inForce(law: LegalText, at: Instant): boolean {
  const day = vietnamDay(at)
  return law.effective_from <= day && (law.effective_to === null || day <= law.effective_to)
}
