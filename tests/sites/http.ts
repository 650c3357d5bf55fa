import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Markup } from './html.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export const answer = (status: number, type: string, body: string | Uint8Array, headers = {}): Answer => ({
  status,
  headers: { 'content-type': type, ...headers },
  body,
})

export const htmlAnswer = (status: number, page: Markup, headers = {}): Answer =>
  answer(status, 'text/html; charset=utf-8', page.markup, headers)

export const jsonAnswer = (value: unknown): Answer =>
  answer(200, 'application/json; charset=utf-8', JSON.stringify(value))

/** One request as the sample servers remember it, for tests that ask whether a crawler was polite. */
export interface Seen {
  readonly host: string
  readonly path: string
  readonly userAgent: string
}

/** Listens on 127.0.0.1; port 0 takes a free one. `close` also ends connections that are still open. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  port = 0,
): Promise<{ port: number; server: Server; close(): Promise<void> }> {
  const server = createServer(handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { port: (server.address() as AddressInfo).port, server, close }
}

/** Serves a site that is one function from URL to answer. HEAD is answered without the body. */
export async function serveSite(site: (url: URL) => Answer | Promise<Answer>, port: number, seen: Seen[]) {
  return listen(async (request, response) => {
    const host = request.headers.host ?? '127.0.0.1'
    const url = new URL(request.url ?? '/', `http://${host}`)
    seen.push({ host, path: url.pathname + url.search, userAgent: request.headers['user-agent'] ?? '' })
    const { status, headers, body } = await site(url)
    const bytes = Buffer.from(body)
    response.writeHead(status, { ...headers, 'content-length': String(bytes.length) })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }, port)
}
