import { closest, distance } from 'fastest-levenshtein'
import { isNode, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { BadInput } from './errors.ts'

/** The node at a path, or the deepest one on the way there; for an unknown key, the key itself. */
function nodeAt(root: unknown, path: readonly PropertyKey[]): Node | null {
  let node = isNode(root) ? root : null
  for (const step of path) {
    const next = (node as { get?: (key: unknown, keep: boolean) => unknown } | null)?.get?.(step, true)
    if (!isNode(next)) break
    node = next
  }
  return node
}

type Pairs = { items?: readonly { key?: { value?: unknown; range?: readonly number[] | null } }[] }

const keyOffset = (node: Node | null, key: string): number | undefined =>
  (node as Pairs | null)?.items?.find((item) => item.key?.value === key)?.key?.range?.[0]

/** The keys an object schema knows at a path; [] where it cannot say (unions). */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema
  for (const step of [...path, null]) {
    while ((here as { unwrap?: unknown }).unwrap instanceof Function) here = (here as { unwrap(): unknown }).unwrap()
    if (step === null) break
    const { shape, element } = here as { shape?: Record<string, unknown>; element?: unknown }
    here = typeof step === 'number' ? element : shape?.[String(step)]
    if (!here) return []
  }
  return Object.keys((here as { shape?: Record<string, unknown> }).shape ?? {})
}

const nearest = (word: string, words: readonly string[]): string => {
  const near = words.length ? closest(word, [...words]) : ''
  return near && distance(word, near) <= 3 ? ` (did you mean ${near}?)` : ''
}

/**
 * Parses YAML against a strict schema. Throws BadInput that names file, line and key of every mistake,
 * with the nearest spelling for a key nobody knows.
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const place = (offset: number | undefined) => `${file}:${offset === undefined ? 1 : lines.linePos(offset).line}`
  const broken = document.errors.map((error) => `${place(error.pos[0])}: ${error.message.split('\n')[0]}`)
  if (broken.length) throw new BadInput(broken.join('\n'))
  const result = schema.safeParse(document.toJS({ maxAliasCount: 50 }))
  if (result.success) return result.data
  const faults = result.error.issues.flatMap((issue) => {
    const node = nodeAt(document.contents, issue.path)
    const where = issue.path.length ? `${issue.path.join('.')}: ` : ''
    if (issue.code !== 'unrecognized_keys') return [`${place(node?.range?.[0])}: ${where}${issue.message}`]
    const known = knownKeys(schema, issue.path)
    return issue.keys.map((key) => `${place(keyOffset(node, key))}: ${where}unknown key ${key}${nearest(key, known)}`)
  })
  throw new BadInput(faults.join('\n'))
}
