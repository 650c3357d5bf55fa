import { absolute, found, type Source } from './found.ts'
import { isObject, type Json, listed, parseLenient, scriptsOf } from './json.ts'
import { nameKey } from './own.ts'
import { plain, text } from './values.ts'

const MARKER = /type\s*=\s*["']?application\/json|id\s*=\s*["']?__NEXT_DATA__/gi
const STATE =
  /(?:window\.)?(?:__INITIAL_STATE__|__PRELOADED_STATE__|__APOLLO_STATE__|__STATE__|__NUXT__|__DATA__|pageData|productJson|product_json)\s*=\s*(?=[{[])/g
const MAX_NODES = 60_000
const MAX_BYTES = 4_000_000

const NAMES = ['name', 'title', 'product_name', 'productName', 'subject', 'product_title']
const PRICES = [
  'price',
  'final_price',
  'finalPrice',
  'sale_price',
  'salePrice',
  'special_price',
  'current_price',
  'currentPrice',
  'price_min',
  'sellingPrice',
]

/**
 * State that scripts would render from: the object named like the page, wherever it lies. Data only, nothing is run.
 * Its price is the last resort: some platforms write it in hundredths.
 */
export const readEmbedded = (html: string, names: readonly string[], base: string): Source | null => {
  const keys = new Set(names.map(nameKey).filter((key) => key.length > 2))
  if (keys.size === 0) return null
  for (const block of blocks(html)) {
    const hit = block.length > MAX_BYTES ? null : search(parseLenient(block), keys)
    if (hit !== null) return fields(hit.node, hit.path, base)
  }
  return null
}

const blocks = (html: string): readonly string[] => {
  const states = [...html.matchAll(STATE)].slice(0, 10).map((match) => literalAt(html, match.index + match[0].length))
  return [...scriptsOf(html, MARKER), ...states].filter((block) => block.length > 20)
}

/** The balanced {...} or [...] that starts at `start`; '' when it never closes. */
export const literalAt = (html: string, start: number): string => {
  let depth = 0
  const end = Math.min(html.length, start + MAX_BYTES)
  for (let at = start; at < end; at++) {
    const char = html[at]
    if (char === '"') {
      for (at++; at < end && html[at] !== '"'; at++) if (html[at] === '\\') at++
    } else if (char === '{' || char === '[') depth++
    else if ((char === '}' || char === ']') && --depth === 0) return html.slice(start, at + 1)
  }
  return ''
}

const search = (root: unknown, keys: ReadonlySet<string>): { readonly node: Json; readonly path: string } | null => {
  const queue: { value: unknown; path: string }[] = [{ value: root, path: '$' }]
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const { value, path } = queue[at] ?? { value: null, path: '' }
    if (isObject(value) && isGoods(value, keys)) return { node: value, path: `json:${path}` }
    if (Array.isArray(value))
      queue.push(...value.slice(0, 500).map((child, index) => ({ value: child as unknown, path: `${path}[${index}]` })))
    else if (isObject(value))
      for (const [key, child] of Object.entries(value))
        if (typeof child === 'object' && child !== null) queue.push({ value: child, path: `${path}.${key}` })
  }
  return null
}

const isGoods = (node: Json, keys: ReadonlySet<string>): boolean =>
  NAMES.some((name) => typeof node[name] === 'string' && keys.has(nameKey(node[name]))) &&
  PRICES.some((key) => node[key] !== undefined && node[key] !== null)

const pick = (node: Json, path: string, keys: readonly string[]) => {
  for (const key of keys) {
    const value = node[key]
    const one = found(
      plain(text(isObject(value) ? (value.value ?? value.name ?? value.amount) : value)),
      `${path}.${key}`,
    )
    if (one !== null) return one
  }
  return null
}

const fields = (node: Json, path: string, base: string): Source => {
  const seller = node.seller ?? node.current_seller ?? node.shop ?? node.vendor
  const name = isObject(seller) ? pick(seller, `${path}.seller`, ['name', 'shop_name', 'username']) : null
  return {
    title: pick(node, path, NAMES),
    description: pick(node, path, ['description', 'body', 'body_html', 'content', 'short_description']),
    price: pick(node, path, PRICES),
    listPrice: pick(node, path, [
      'list_price',
      'original_price',
      'compare_at_price',
      'price_before_discount',
      'regular_price',
      'originalPrice',
    ]),
    brand: pick(node, path, ['brand', 'brand_name', 'brandName', 'vendor']),
    sku: pick(node, path, ['sku', 'product_code', 'item_id', 'itemid', 'id']),
    images: listed(node.images ?? node.image)
      .slice(0, 30)
      .flatMap(
        (one) =>
          found(absolute(text(isObject(one) ? (one.base_url ?? one.src ?? one.url) : one), base), `${path}.images`) ??
          [],
      ),
    seller: name === null ? null : { name, url: null, location: null, phoneText: null, badges: [] },
  }
}
