import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { FetchFailed, Refused } from '../errors.ts'
import { assertLiteralOpen, openLookup } from './lookup.ts'
import { type EgressPolicy, visitable } from './resolve.ts'

/** A forward proxy on loopback through which a browser's every byte goes, under the same checks as our own requests. */
export interface EgressProxy {
  /** http://127.0.0.1:port */
  readonly url: string
  /** Why the last connection to host:port was refused or failed; null when it succeeded or was never tried. */
  failure(hostPort: string): Refused | FetchFailed | null
  /** The address host:port was last reached at. */
  remoteAddress(hostPort: string): string | null
  /** What pages were refused so far, at most 1,000; the browser's own chatter is not told. */
  refusals(): readonly string[]
  close(): Promise<void>
}

export interface ProxyOptions extends EgressPolicy {
  /** Hosts that are never connected to: the browser's own chatter. */
  readonly never: ReadonlySet<string>
  readonly onRefusal: (reason: string) => void
}

const MOST_REFUSALS = 1_000
const CONNECT_MS = 15_000

interface Ledger {
  readonly failures: Map<string, Refused | FetchFailed>
  readonly remotes: Map<string, string>
  readonly refusals: string[]
}

const noted = (ledger: Ledger, options: ProxyOptions, hostPort: string, error: Error): void => {
  const known = error instanceof Refused || error instanceof FetchFailed
  ledger.failures.set(
    hostPort,
    known ? error : new FetchFailed(`${hostPort}: ${error.message}`, { again: true, cause: error }),
  )
  if (!(error instanceof Refused) || options.never.has(hostPort.replace(/:\d+$/, ''))) return
  if (ledger.refusals.length < MOST_REFUSALS) ledger.refusals.push(error.message)
  options.onRefusal(error.message)
}

/** A connected socket to an open address, or the reason why not. */
async function reach(host: string, port: number, ledger: Ledger, options: ProxyOptions): Promise<Socket> {
  if (options.never.has(host)) throw new Refused(`${host} is not visited: the browser's own traffic`)
  await assertLiteralOpen(host, options)
  const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, lookup: openLookup(options), timeout: CONNECT_MS })
  await new Promise<void>((done, fail) => {
    socket.once('connect', done).once('error', fail)
    socket.once('timeout', () =>
      socket.destroy(new FetchFailed(`${host}:${port}: no connection in time`, { again: true })),
    )
  })
  socket.setTimeout(0)
  const hostPort = `${host}:${port}`
  ledger.failures.delete(hostPort)
  ledger.remotes.set(hostPort, socket.remoteAddress ?? '')
  return socket
}

async function tunnel(
  target: string,
  client: Duplex,
  head: Buffer,
  ledger: Ledger,
  options: ProxyOptions,
): Promise<void> {
  const { hostname, port } = new URL(`http://${target}`)
  const server = await reach(hostname, Number(port || 80), ledger, options)
  // Either end going away ends the other; what was under way is the browser's to report.
  server.on('error', () => client.destroy())
  client.on('close', () => server.destroy())
  client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
  server.write(head)
  server.pipe(client).pipe(server)
}

const HOP_BY_HOP = ['proxy-connection', 'proxy-authorization', 'connection', 'keep-alive']

async function forward(
  from: IncomingMessage,
  to: ServerResponse,
  ledger: Ledger,
  options: ProxyOptions,
): Promise<void> {
  const url = visitable(from.url ?? '')
  const socket = await reach(url.hostname, Number(url.port || 80), ledger, options)
  const headers = Object.fromEntries(Object.entries(from.headers).filter(([name]) => !HOP_BY_HOP.includes(name)))
  const path = url.pathname + url.search
  const upstream = httpRequest({ createConnection: () => socket, method: from.method, path, setHost: false, headers })
  upstream.on('response', (answer) => {
    to.writeHead(
      answer.statusCode ?? 502,
      answer.rawHeaders.filter((_, i, all) => !isHopByHop(all[i - (i % 2)])),
    )
    answer.on('error', () => to.destroy()).pipe(to)
  })
  upstream.on('error', (error) => {
    noted(ledger, options, hostPortOf(url), error)
    to.destroy()
  })
  to.on('close', () => socket.destroy())
  from.pipe(upstream)
}

const isHopByHop = (name: string | undefined): boolean => HOP_BY_HOP.includes((name ?? '').toLowerCase())

/** `host:port` with the scheme's default port, as failure() and remoteAddress() want it. */
export const hostPortOf = (url: URL): string =>
  `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`

export async function openEgressProxy(options: ProxyOptions): Promise<EgressProxy> {
  const ledger: Ledger = { failures: new Map(), remotes: new Map(), refusals: [] }
  const sockets = new Set<Duplex>()
  const server = createServer((from, to) => {
    forward(from, to, ledger, options).catch((error: Error) => {
      if (URL.canParse(from.url ?? '')) noted(ledger, options, hostPortOf(new URL(from.url ?? '')), error)
      to.destroy() // No page of ours may be taken for the site's: the browser sees a closed connection.
    })
  })
  server.on('connect', (from: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy())
    tunnel(from.url ?? '', client, head, ledger, options).catch((error: Error) => {
      noted(ledger, options, from.url ?? '', error)
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done))
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failure: (hostPort) => ledger.failures.get(hostPort) ?? null,
    remoteAddress: (hostPort) => ledger.remotes.get(hostPort) ?? null,
    refusals: () => ledger.refusals,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}
