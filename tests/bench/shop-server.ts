// A process of its own: serves the bench shop from memory, gzipped, and counts what was fetched.
import { gzipSync } from 'node:zlib'
import { listen } from '../sites/http.ts'
import { categoryPage, frontPage, PER_CATEGORY, productAt, productPage } from './pages.ts'

/** What the parent may ask, and what it is told. */
export type Ask = 'served'
export type Told =
  | { readonly kind: 'ready'; readonly port: number; readonly meanBytes: number; readonly meanGzip: number }
  | { readonly kind: 'served'; readonly products: number; readonly requests: number }
  /** So many products were asked for since last told, at this time (milliseconds of `Date.now`). */
  | { readonly kind: 'warm'; readonly at: number }

const [pages = 6000, jsonld = 1, warm = 1000] = process.argv.slice(2).map(Number)
const tell = (told: Told) => process.send?.(told)

const answers = new Map<string, Buffer>([['/robots.txt', gzipSync('User-agent: *\nAllow: /\n')]])
answers.set('/', gzipSync(frontPage(pages)))
for (let n = 1; (n - 1) * PER_CATEGORY < pages; n++) answers.set(`/danh-muc/${n}`, gzipSync(categoryPage(n, pages)))
let bytes = 0
let gzipped = 0
for (let i = 0; i < pages; i++) {
  // Spreads the pages without JSON-LD evenly.
  const has = Math.floor((i + 1) * jsonld) > Math.floor(i * jsonld)
  const page = Buffer.from(productPage(i, has, pages))
  const packed = gzipSync(page)
  bytes += page.length
  gzipped += packed.length
  answers.set(productAt(i).path, packed)
}

let products = new Set<string>()
let requests = 0
const { port } = await listen((request, response) => {
  const path = request.url ?? '/'
  const body = answers.get(path)
  requests += 1
  if (path.startsWith('/san-pham/') && body && !products.has(path)) {
    products.add(path)
    if (products.size === warm) tell({ kind: 'warm', at: Date.now() })
  }
  if (!body) return void response.writeHead(404).end()
  const type = path === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8'
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length }).end(body)
})

process.on('message', (_ask: Ask) => {
  tell({ kind: 'served', products: products.size, requests })
  products = new Set()
  requests = 0
})
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready', port, meanBytes: bytes / pages, meanGzip: gzipped / pages })
