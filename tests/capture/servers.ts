import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import sharp from 'sharp'

export interface Site {
  readonly url: string
  readonly asked: string[]
  close(): Promise<void>
}

export type Answer = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void)

const typeOf = (answer: string | Buffer): string =>
  typeof answer === 'string' ? 'text/html; charset=utf-8' : 'image/png'

/** A site of named paths. */
export async function serveSite(paths: Readonly<Record<string, Answer>>): Promise<Site> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = paths[path]
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'function') answer(request, response)
    else response.writeHead(200, { 'content-type': typeOf(answer) }).end(answer)
  })
  server.on('connection', (socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = () =>
    new Promise<void>((done) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => done())
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close }
}

/** A plain picture of one colour. */
export const picture = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 200, height: 200, channels: 3, background: colour } })
    .png()
    .toBuffer()

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Rows, from the top, in which some pixel has just this colour. */
  rowsWith(red: number, green: number, blue: number): readonly number[]
}

export async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(png, { limitInputPixels: false })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const row = info.width * 3
  return {
    width: info.width,
    height: info.height,
    rowsWith(red, green, blue) {
      const rows: number[] = []
      for (let y = 0; y < info.height; y += 1)
        for (let i = y * row; i < (y + 1) * row; i += 3)
          if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) {
            rows.push(y)
            break
          }
      return rows
    },
  }
}
