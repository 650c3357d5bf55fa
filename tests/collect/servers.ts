import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net'

export interface TestServer {
  /** http://127.0.0.1:port */
  readonly url: string
  readonly host: string
  /** Paths asked for, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const closing = (server: Server | TcpServer, sockets: ReadonlySet<Socket>) => (): Promise<void> =>
  new Promise((done) => {
    for (const socket of sockets) socket.destroy()
    server.close(() => done())
  })

const listening = async (server: Server | TcpServer): Promise<{ host: string; sockets: Set<Socket> }> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, sockets }
}

/** A web server of named paths; others are 404, robots.txt among them unless named. */
export async function serve(paths: Readonly<Record<string, Answer>>, otherwise?: Answer): Promise<TestServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = paths[path] ?? (path === '/robots.txt' ? undefined : otherwise)
    if (answer !== undefined) answer(request, response)
    else response.writeHead(404).end('nothing here')
  })
  const { host, sockets } = await listening(server)
  return { url: `http://${host}`, host, asked, close: closing(server, sockets) }
}

/** A server that answers every connection with these bytes and then does as told. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<TestServer> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
  })
  const { host, sockets } = await listening(server)
  return { url: `http://${host}`, host, asked: [], close: closing(server, sockets) }
}

export const html =
  (body: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  }

export const redirect =
  (location: string, status = 302): Answer =>
  (_, response) => {
    response.writeHead(status, { location }).end('moved')
  }
