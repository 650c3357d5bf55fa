import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { decode, pictureType } from '../../src/images/decode.ts'
import { hashPicture } from '../../src/images/picture.ts'
import { tilesOf } from '../../src/images/tiles.ts'
import { drawn } from './drawn.ts'

/** A PNG of one grey, as wide and high as told, in a few bytes: its rows are nothing. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  const rows = deflateSync(Buffer.alloc(1000))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
function crc(bytes: Buffer): number {
  let c = 0xffffffff
  for (const byte of bytes) {
    c ^= byte
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  }
  return (c ^ 0xffffffff) >>> 0
}

describe('a picture', () => {
  test('is known by its bytes, not by its name', async () => {
    const picture = sharp(await drawn(1, 60, 40))
    expect(pictureType(await picture.jpeg().toBuffer())).toBe('image/jpeg')
    expect(pictureType(await picture.webp().toBuffer())).toBe('image/webp')
    expect(pictureType(await picture.avif().toBuffer())).toBe('image/avif')
    expect(pictureType(await picture.gif().toBuffer())).toBe('image/gif')
    expect(pictureType(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
    expect(pictureType(Buffer.from('%PDF-1.7 and the rest'))).toBeNull()
    expect(pictureType(Buffer.from('abc'))).toBeNull()
  })

  test.each([
    ['a bomb of many pixels', bomb(30_000, 30_000)],
    ['one wider than any shop shows', bomb(25_000, 10)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a page instead of a picture', Buffer.from('<!doctype html><title>404</title>')],
    ['nothing', Buffer.alloc(0)],
  ])('that is %s is refused before it is opened', async (_, bytes) => {
    await expect(decode(bytes)).rejects.toBeInstanceOf(BadInput)
    await expect(hashPicture(bytes)).rejects.toBeInstanceOf(BadInput)
  })

  test('whose pixels are cut short is refused, not half read', async () => {
    const whole = await sharp(await drawn(1, 400, 300))
      .jpeg()
      .toBuffer()
    await expect(hashPicture(whole.subarray(0, whole.length / 2))).rejects.toBeInstanceOf(BadInput)
    await expect(hashPicture(bomb(500, 500))).rejects.toBeInstanceOf(BadInput)
  })

  test('is measured as it is shown, not as the camera held it', async () => {
    const turned = await sharp(await drawn(1, 60, 40))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await decode(turned)).toMatchObject({ width: 40, height: 60 })
  })
})

test('tiles cover every row of any picture up to the limit, in order, and are bounded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (width, height) => {
      const tiles = tilesOf(width, height)
      let covered = 0
      for (const { area, scale } of tiles) {
        expect(area.top).toBeLessThanOrEqual(covered)
        expect(area.top + area.height).toBeLessThanOrEqual(height)
        expect(area.width * scale).toBeLessThanOrEqual(2401)
        expect(area.height * scale).toBeLessThanOrEqual(2201)
        covered = area.top + area.height
      }
      expect(covered === height || tiles.length === 10).toBe(true)
    }),
  )
})
