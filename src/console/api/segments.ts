/** What a part of an address may be. */
type Segment = 'id' | 'number' | 'sha256' | 'rule' | 'pack'

export const SEGMENT = /\{(id|number|sha256|rule|pack)\}/g

/** The parts of a path that stand for something, in order. */
export const segmentsOf = (path: string): readonly Segment[] =>
  [...path.matchAll(SEGMENT)].map((match) => match[1] as Segment)

export const SEGMENTS: Readonly<Record<Segment, { readonly pattern: string; readonly schema: object }>> = {
  id: { pattern: '[0-9]+', schema: { type: 'integer', minimum: 1 } },
  number: { pattern: '[0-9]+', schema: { type: 'integer', minimum: 1 } },
  sha256: { pattern: '[0-9a-f]+', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
  rule: { pattern: '[a-z0-9-]+', schema: { type: 'string', pattern: '^[a-z0-9-]+$' } },
  pack: { pattern: '[A-Za-z0-9.-]+', schema: { type: 'string', pattern: '^[A-Za-z0-9.-]+$' } },
}
