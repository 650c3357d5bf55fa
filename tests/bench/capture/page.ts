import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'

const PICTURES = 45

const WORDS =
  'Túi xách nữ hàng hiệu, da bò thật, khoá kim loại, bảo hành mười hai tháng, giao hàng toàn quốc, kiểm tra trước khi trả tiền. '

/** A listing's page as shops have them: about 5,000 pixels tall, 45 pictures, style and script of their own, two calls for data. */
const html = (): string => {
  const cards = Array.from(
    { length: PICTURES },
    (_, i) =>
      `<li><img src="/anh/${i}.jpg" width="240" height="240" alt=""><h3>Túi xách mẫu ${i}</h3><p>${1200 + i}.000 ₫</p></li>`,
  )
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Túi LV like auth</title><link rel="stylesheet" href="/kieu.css"><script src="/ma.js" defer></script></head>
<body><h1>Túi LV like auth 1:1</h1><p class="gia">1.200.000 ₫</p><div id="mota"><p>Bán túi LV like auth, hàng tuồn xưởng, full box.</p>${`<p>${WORDS}</p>`.repeat(30)}</div><ul>${cards.join('')}</ul></body></html>`
}

const CSS =
  'body{margin:0 auto;width:1100px;font-family:sans-serif}ul{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;list-style:none}'
const SCRIPT = "fetch('/du-lieu/1').then((r)=>r.json());fetch('/du-lieu/2').then((r)=>r.json())"

/** Noise with some shape, so that it packs as photographs do: about 25 KB each as it is, less the more it is blurred. */
const photograph = (seed: number, blurred: number): Promise<Buffer> => {
  let state = seed + 1
  const pixels = Buffer.alloc(240 * 240 * 3, 0).map((_, i) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return ((i >> 4) + (state >> 20)) & 0xff
  })
  return sharp(pixels, { raw: { width: 240, height: 240, channels: 3 } })
    .blur(blurred)
    .jpeg({ quality: 80 })
    .toBuffer()
}

export interface ListingSite {
  readonly url: string
  close(): Promise<void>
}

/** Serves the page; every address under /1, /2 … is the same page, and nothing of it may be cached. */
export async function serveListing(blurred = 1): Promise<ListingSite> {
  const photos = await Promise.all(Array.from({ length: PICTURES }, (_, i) => photograph(i, blurred)))
  const body = html()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const send = (type: string, content: string | Buffer) =>
      response
        .writeHead(200, {
          'content-type': type,
          'cache-control': 'no-store',
          'content-length': Buffer.byteLength(content),
        })
        .end(content)
    if (path.startsWith('/anh/')) send('image/jpeg', photos[Number.parseInt(path.slice(5), 10)] ?? '')
    else if (path === '/kieu.css') send('text/css', CSS)
    else if (path === '/ma.js') send('text/javascript', SCRIPT)
    else if (path.startsWith('/du-lieu/')) send('application/json', JSON.stringify({ noi: WORDS.repeat(40) }))
    else send('text/html; charset=utf-8', body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
