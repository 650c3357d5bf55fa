import { request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { gzipBomb } from './gzip-bomb.ts'
import { HOSTILE_PATHS, serveHostile } from './hostile.ts'
import { WINDOWS_1258 } from './hostile-pages.ts'

describe('the hostile server', () => {
  test('misbehaves as each path says', async () => {
    const hostile = await serveHostile()
    try {
      const status = async (path: string) => (await ask(hostile.url + path)).status
      expect(await status('/5xx')).toBe(503)
      expect([await status('/429'), await status('/429'), await status('/429')]).toEqual([429, 429, 200])
      expect((await ask(`${hostile.url}/redirect-private`)).location).toContain('169.254.169.254')
      expect((await ask(`${hostile.url}/ten-megabytes`)).body.length).toBeGreaterThan(9_000_000)
      await expect(ask(`${hostile.url}/reset-mid-body`)).rejects.toThrow()
      await expect(ask(`${hostile.url}/wrong-length`)).rejects.toThrow()
      const old = (await ask(`${hostile.url}/windows-1258`)).body
      expect(new TextDecoder('windows-1258').decode(old).normalize('NFC')).toContain(WINDOWS_1258.text)
      expect((await ask(hostile.url)).text).toContain(HOSTILE_PATHS.at(-1))
    } finally {
      await hostile.close()
    }
  })

  test('sends a bomb of a gigabyte in two megabytes that a decompressor takes whole', async () => {
    const bomb = gzipBomb()
    expect(bomb.length).toBeLessThan(2_000_000)
    let size = 0
    await pipeline(Readable.from([bomb]), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) size += chunk.length
    })
    expect(size).toBe(2 ** 30)
  })

  test('closes though a client still waits for an answer', async () => {
    const hostile = await serveHostile()
    const waiting = request(`${hostile.url}/never`)
    const ended = new Promise((resolve) => waiting.once('error', resolve))
    waiting.end()
    await new Promise((resolve) => waiting.once('socket', (socket) => socket.once('connect', resolve)))
    await hostile.close()
    expect(await ended).toBeInstanceOf(Error)
  })
})
