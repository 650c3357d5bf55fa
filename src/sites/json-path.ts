import type { Found } from '../domain.ts'

/** What stands at `a.b[0].c` in parsed JSON; undefined where the path leads nowhere. */
export const valueAt = (data: unknown, path: string): unknown => {
  let value = data
  for (const name of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = Reflect.get(value, name)
  }
  return value
}

/**
 * The text or number at a path, with `json:$.<path>` as its source; null for anything else and for ''.
 * `prefix` names where `data` itself stands: `items[3]`.
 */
export const foundAt = (data: unknown, path: string, prefix = ''): Found | null => {
  const value = valueAt(data, path)
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  return text === '' ? null : { text, source: `json:$.${[prefix, path].filter((part) => part !== '').join('.')}` }
}

/** A piece of parsed JSON and where it stands in the whole: `items[3]`; '' is the whole. */
export interface Spot {
  readonly value: unknown
  readonly path: string
}

/** The first of the paths that holds text or a number: names differ between an API's versions. */
export const textAt = (spot: Spot, ...paths: readonly string[]): Found | null => {
  for (const path of paths) {
    const found = foundAt(spot.value, path, spot.path)
    if (found !== null) return found
  }
  return null
}

/** What stands at a path of a spot. */
export const spotAt = (spot: Spot, path: string): Spot => ({
  value: valueAt(spot.value, path),
  path: [spot.path, path].filter((part) => part !== '').join('.'),
})

/** Members of the list at a path; none where there is no list. */
export const spotsAt = (spot: Spot, path: string): readonly Spot[] => {
  const list = spotAt(spot, path)
  return Array.isArray(list.value) ? list.value.map((value, i) => ({ value, path: `${list.path}[${i}]` })) : []
}

/** A page's state has a few thousand. */
const MAX_NODES = 100_000

/**
 * Objects that have all the names, breadth first, wherever they lie: a page's state moves between a site's releases,
 * the objects of its API in it do not. Not looked for inside one another.
 */
export const spotsWith = (root: Spot, names: readonly string[]): readonly Spot[] => {
  const found: Spot[] = []
  const queue: Spot[] = [root]
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const { value, path } = queue[at] as Spot
    if (typeof value !== 'object' || value === null) continue
    if (names.every((name) => Object.hasOwn(value, name))) found.push({ value, path })
    else
      for (const [name, child] of Object.entries(value))
        if (typeof child === 'object' && child !== null)
          queue.push({
            value: child,
            path: Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`,
          })
  }
  return found
}

/** A point in time counted since 1970, in ISO 8601; null for what is none. @param unit milliseconds of one count */
export const momentAt = (spot: Spot, path: string, unit: 1 | 1000): Found | null => {
  const found = textAt(spot, path)
  const ms = Number(found?.text) * unit
  return found === null || !(ms > 0 && ms < MAX_TIME) ? null : { ...found, text: new Date(ms).toISOString() }
}

/** The year 3000: more is no date but a mistaken unit. */
const MAX_TIME = 32_503_680_000_000

/** A label for what the data only say yes to, `is_official_shop: true`; null where they do not. */
export const flagAt = (spot: Spot, label: string, ...paths: readonly string[]): Found | null => {
  const path = paths.find((one) => valueAt(spot.value, one) === true)
  return path === undefined ? null : { text: label, source: `json:$.${spotAt(spot, path).path}` }
}

/** The first spot of each name; those without one are left out. */
export const eachOnce = (spots: readonly Spot[], nameOf: (spot: Spot) => string | null): readonly Spot[] => {
  const named = new Map<string, Spot>()
  for (const spot of spots) {
    const name = nameOf(spot)
    if (name !== null && !named.has(name)) named.set(name, spot)
  }
  return [...named.values()]
}

/** Texts and numbers of the object at a path, by name: `{ "Xuất xứ": "Việt Nam" }`. */
export const textsAt = (spot: Spot, path: string): Readonly<Record<string, Found>> => {
  const { value, path: stands } = spotAt(spot, path)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value)
      .map(
        ([name, text]) =>
          [name, { text: foundAt([text], '[0]')?.text ?? '', source: `json:$.${stands}.${name}` }] as const,
      )
      .filter(([, { text }]) => text !== ''),
  )
}

/** Members of lists of names and values, `[{ name: "Xuất xứ", value: "Việt Nam" }]`, as attributes. */
export const attributesFrom = (pairs: readonly Spot[], name: string, value: string): Readonly<Record<string, Found>> =>
  Object.fromEntries(
    pairs.flatMap((pair) => {
      const [named, said] = [textAt(pair, name), textAt(pair, value)]
      return named === null || said === null ? [] : [[named.text, said] as const]
    }),
  )

/** Several texts as one, with the first one's source; null where there is none. */
export const joined = (parts: readonly (Found | null)[], between: string): Found | null => {
  const [first, ...rest] = parts.filter((part) => part !== null)
  return first === undefined ? null : { ...first, text: [first, ...rest].map(({ text }) => text).join(between) }
}

/** A price before the discount, where there is one: sites print the price asked again where there is none. */
export const differing = (before: Found | null, now: Found | null): Found | null =>
  before !== null && before.text === now?.text ? null : before
