// ReplayWeb.page and one archive on this machine: the reader that archives of this kind are made for.
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const READER = dirname(fileURLToPath(import.meta.resolve('replaywebpage/index.html')))

const SCRIPTS: Readonly<Record<string, string>> = { '/ui.js': 'ui.js', '/replay/sw.js': 'sw.js' }

/** A part of the archive where one is asked for: the reader looks things up in it rather than load it whole. */
function sendPart(response: ServerResponse, bytes: Buffer, range: string | undefined): void {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  const type = { 'content-type': 'application/wacz', 'accept-ranges': 'bytes' }
  if (from === '' && to === '') {
    response.writeHead(200, { ...type, 'content-length': bytes.length }).end(bytes)
    return
  }
  const start = from === '' ? bytes.length - Number(to) : Number(from)
  const part = bytes.subarray(start, from === '' || to === '' ? bytes.length : Number(to) + 1)
  const stands = `bytes ${start}-${start + part.length - 1}/${bytes.length}`
  response.writeHead(206, { ...type, 'content-range': stands, 'content-length': part.length }).end(part)
}

/** Serves the reader with one page of the archive open in it. */
export async function serveReplay(archive: Buffer, page: string) {
  const html = `<!doctype html><html><head><meta charset=utf-8><script src="/ui.js"></script></head>
<body style="margin:0;height:100vh"><replay-web-page style="height:100vh" source="/archive.wacz" url="${page}" replayBase="/replay/"></replay-web-page></body></html>`
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://reader.invalid').pathname
    const script = SCRIPTS[path]
    if (path === '/archive.wacz') sendPart(response, archive, request.headers.range)
    else if (path === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(html)
    else if (script)
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(join(READER, script)))
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
