/** Larger state is not read. */
const MOST = 8_000_000
const MAX_NODES = 200_000

/** Contents of the script elements that hold JSON and mention `word`, parsed; broken ones are left out. */
export const scriptsWith = (html: string, word: string): readonly unknown[] => {
  const found: unknown[] = []
  for (const { 0: tag, index } of html.matchAll(/<script\b[^>]{0,400}>/gi)) {
    const from = index + tag.length
    const end = html.indexOf('</script', from)
    if (end === -1) break
    const text = html.slice(from, end)
    if (!text.includes(word) || !/^\s*[{[]/.test(text)) continue
    const value = parsed(text)
    if (value !== undefined) found.push(value)
  }
  return found
}

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

const parsed = (text: string): unknown => {
  try {
    return text.length > MOST ? undefined : JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined // script, not data: the page is read by its other marks
    throw error
  }
}
