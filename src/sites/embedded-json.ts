const MAX_NODES = 200_000

/** Every object that has `key`, outermost first, and the path to it. */
export const nodesWith = (data: unknown, key: string): readonly { readonly node: object; readonly path: string }[] => {
  const found: { node: object; path: string }[] = []
  const pending: { value: unknown; path: string }[] = [{ value: data, path: '' }]
  for (let i = 0; i < pending.length && i < MAX_NODES; i++) {
    const { value, path } = pending[i] ?? { value: null, path: '' }
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value) && Object.hasOwn(value, key)) found.push({ node: value, path })
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== 'object') continue
      pending.push({
        value: inner,
        path: Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`,
      })
    }
  }
  return found
}
