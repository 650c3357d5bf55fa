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
