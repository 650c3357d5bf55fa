import type { NewRequest } from '../domain.ts'

/** Bounds what endless calendars, facets and session numbers can take: addresses of one shape that lead to nothing new. */
export interface Shapes {
  /** The page at `url` was read, and showed or linked the listings with these keys. */
  read(url: string, listings: readonly string[]): void
  /** Which of these are followed; the shapes of the others, each with how many were left. */
  admit(requests: readonly NewRequest[]): {
    readonly kept: readonly NewRequest[]
    readonly left: ReadonlyMap<string, number>
  }
}

/** Addresses of one shape followed before it has led to anything; a front page may name hundreds of real categories. */
const INDEXES = 300
const LISTINGS = 5_000
/** Each new listing pays for this many more. */
const PER_LISTING = 20
/** A shape that led to so many listings is a real one, and no longer watched: memory stays bounded. */
const PROVEN = 5_000

/** Slugs are names: how many hyphens or letters make one. */
const SLUG = /^[^/]*-[^/]*-[^/]*$|^[^/]{20,}$/

/** Host, path without its numbers and slugs, and the names (not the values) in the query: /lich/2026/11?view=day → /lich/#/#?view */
export function shapeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  const names = [...new Set(searchParams.keys())].sort()
  const path = pathname.split('/').map((part) => (SLUG.test(part) ? '*' : part.replace(/\d+/g, '#')))
  return `${host}${path.join('/')}${names.length > 0 ? `?${names.join('&')}` : ''}`
}

interface Shape {
  readonly followed: Set<string>
  readonly found: Set<string>
  proven: boolean
}

export function createShapes(): Shapes {
  const shapes = new Map<string, Shape>()
  const of = (url: string): readonly [string, Shape] => {
    const name = shapeOf(url)
    const known = shapes.get(name) ?? { followed: new Set(), found: new Set(), proven: false }
    shapes.set(name, known)
    return [name, known]
  }
  const allowed = (shape: Shape, { role, key }: NewRequest): boolean => {
    if (shape.proven || shape.followed.has(key)) return true
    if (shape.followed.size >= (role === 'listing' ? LISTINGS : INDEXES) + PER_LISTING * shape.found.size) return false
    shape.followed.add(key)
    return true
  }
  return {
    read(url, listings) {
      if (listings.length === 0) return
      const [, shape] = of(url)
      if (shape.proven) return
      for (const key of listings) shape.found.add(key)
      if (shape.found.size < PROVEN) return
      shape.proven = true
      shape.found.clear()
      shape.followed.clear()
    },
    admit(requests) {
      const left = new Map<string, number>()
      const kept = requests.filter((request) => {
        // Listings with a path of their own are what a run is for; only what differs in its query alone can be endless.
        if (request.role === 'listing' && !request.url.includes('?')) return true
        const [name, shape] = of(request.url)
        if (allowed(shape, request)) return true
        left.set(name, (left.get(name) ?? 0) + 1)
        return false
      })
      return { kept, left }
    },
  }
}
