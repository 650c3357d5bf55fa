import type { Compiled, WordsCondition } from './compiled.ts'
import { attribute, fact, floor, pattern, quantity } from './leaves.ts'
import { neighbour } from './places.ts'
import { fromHits, type Manner, type Matched, PLAINLY, type Scene } from './scene.ts'
import type { Hit } from './subject.ts'

/** Walks a compiled condition over a listing: short-circuit, no expression language, no code from outside. */
export function match(when: Compiled, scene: Scene, manner: Manner): Matched | null {
  switch (when.op) {
    case 'all': {
      const parts = new Array<Matched>(when.parts.length).fill(PLAINLY)
      for (const at of when.order) {
        const part = when.parts[at]
        const matched = part ? match(part, scene, manner) : null
        if (!matched) return null
        parts[at] = matched
      }
      return together(parts, 'some')
    }
    case 'any': {
      const parts = when.parts.map((part) => match(part, scene, manner)).filter((part) => part !== null)
      return parts.length > 0 ? together(parts, 'every') : null
    }
    case 'not':
      return match(when.part, scene, { ...manner, negatable: false }) ? null : PLAINLY
    case 'words':
      return words(when, scene, manner)
    case 'pattern':
      return pattern(when, scene, manner)
    case 'number':
      return quantity(when, scene)
    case 'floor':
      return floor(when.floors, scene, manner)
    case 'fact':
      return fact(when.fact, scene)
    case 'missing':
      return scene.subject.fields.some(({ kind }) => kind === when.field) ? null : PLAINLY
    case 'attribute':
      return attribute(when, scene)
  }
}

function together(parts: readonly Matched[], how: 'some' | 'every'): Matched {
  const telling = parts.filter(({ quotes }) => quotes.length > 0)
  if (telling.length === 0) return PLAINLY
  return {
    quotes: telling.flatMap(({ quotes }) => quotes),
    hidden: telling[how](({ hidden }) => hidden),
    unaccented: telling[how](({ unaccented }) => unaccented),
  }
}

function words(when: WordsCondition, scene: Scene, manner: Manner): Matched | null {
  const found = scene.subject.hits.get(when.list)
  if (!found) return null
  const fields = when.in ?? manner.fields
  const negatable = when.negatable ?? manner.negatable
  const usable = (hit: Hit) =>
    !hit.stream.attributeName && fields.includes(hit.stream.field.kind) && !(negatable && scene.denied(hit))
  let hits = found.filter(usable)
  const { near, apart } = when
  if (hits.length > 0 && apart) {
    const others = scene.places(apart.list)
    hits = hits.filter((hit) => !neighbour(hit, others, { ...apart, overlap: true }, () => true))
  }
  if (hits.length > 0 && near) {
    const others = scene.places(near.list)
    const pairs = hits.flatMap((hit) => {
      const other = neighbour(hit, others, { ...near, overlap: false }, usable)
      return other ? [hit, other] : []
    })
    hits = [...new Set(pairs)]
  }
  if (hits.length === 0) return null
  if (when.count > 1 && distinctTerms(hits) < when.count) return null
  return when.context ? PLAINLY : fromHits(hits)
}

/** Different words, a phrase and the words inside it counted once: “hàng giả hàng nhái” beside “hàng giả” is one. */
function distinctTerms(hits: readonly Hit[]): number {
  const reach = new Map<Hit['stream'], number>()
  const sorted = [...hits].sort((a, b) => a.from - b.from || b.to - a.to)
  const outer = sorted.filter((hit) => {
    const inside = hit.to <= (reach.get(hit.stream) ?? -1)
    if (!inside) reach.set(hit.stream, hit.to)
    return !inside
  })
  return new Set(outer.map(({ term }) => term.marked.join(' '))).size
}
