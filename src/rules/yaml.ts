import { distance } from 'fastest-levenshtein'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { ZodType } from 'zod'
import { BadInput } from '../errors.ts'
import { FACTS, FIELD_KINDS, OPERATORS, QUANTITIES } from './schema.ts'

interface Issue {
  readonly code: string
  readonly message: string
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

/** Spellings a misspelt key is compared with; short, so that the suggestion is one a person could have meant. */
const KNOWN: readonly string[] = [
  ...OPERATORS,
  ...FACTS,
  ...FIELD_KINDS,
  ...QUANTITIES,
  ...'id title strength why false_positives innocent when fields status category group legal negatable examples'.split(
    ' ',
  ),
  ...'fires quiet obfuscated near apart count in context within lowers reach vi en lists note terms term plain of below above'.split(
    ' ',
  ),
  ...'platform url price_text price_vnd attributes seller ocr_text expect name location phone_text badges key value'.split(
    ' ',
  ),
  ...'floors brand goods source as_of references instrument article clause effective_from effective_to'.split(' '),
  ...'suspended superseded_by role confidence verified_on flag_at bands before after breakers chain window'.split(' '),
]

/** The known spelling nearest to a misspelt key; null when none is near. */
export function nearest(word: string, known: readonly string[] = KNOWN): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const d = distance(word, candidate)
    if (d > 0 && d < least) [best, least] = [candidate, d]
  }
  return best
}

/** Parses one YAML file strictly; BadInput names key, file, line and the near spelling. */
export function parseYaml<T>(file: string, text: string, schema: ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as object)
  const broken = document.errors[0]
  if (broken) throw new BadInput(`${file}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`)
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (result.success) return result.data
  const first = result.error.issues
    .map((issue) => describe(issue as Issue))
    .sort((a, b) => b.path.length - a.path.length)[0]
  const path = first?.path ?? []
  throw new BadInput(`${file}:${lineOf(path)}: ${first?.message ?? 'is not what it should be'}`)

  function lineOf(at: readonly PropertyKey[]): number {
    for (let depth = at.length; depth >= 0; depth--) {
      const node = document.getIn(at.slice(0, depth), true)
      if (isNode(node) && node.range) return keyLine(at, depth) ?? lines.linePos(node.range[0]).line
    }
    return 1
  }

  /** The line of the key itself where the path ends at a pair. */
  function keyLine(at: readonly PropertyKey[], depth: number): number | null {
    const key = at[depth - 1]
    if (typeof key !== 'string') return null
    const parent: unknown = depth > 1 ? document.getIn(at.slice(0, depth - 1), true) : document.contents
    if (!parent || typeof parent !== 'object' || !('items' in parent) || !Array.isArray(parent.items)) return null
    for (const pair of parent.items) {
      if (isNode(pair?.key) && String(pair.key) === key && pair.key.range) return lines.linePos(pair.key.range[0]).line
    }
    return null
  }
}

function describe(issue: Issue): { path: readonly PropertyKey[]; message: string } {
  const where = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys?.[0] ?? ''
    const near = nearest(key)
    const message = `unknown key "${where ? `${where}.` : ''}${key}"${near ? `; did you mean "${near}"?` : ''}`
    return { path: [...issue.path, key], message }
  }
  const missing = issue.message.includes('received undefined')
  return { path: issue.path, message: missing ? `"${where}" is missing` : `"${where}": ${issue.message}` }
}
