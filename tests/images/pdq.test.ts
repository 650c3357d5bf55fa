import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { pdqOf } from '../../src/images/pdq.ts'
import { hashPicture } from '../../src/images/picture.ts'
import { distance, TURNED, type Turned, turned } from '../../src/images/turned.ts'
import { drawn } from './drawn.ts'

interface Row {
  readonly width: number
  readonly height: number
  readonly seed: number
  readonly hash: string
  readonly quality: number
}
const ROWS = JSON.parse(readFileSync(fileURLToPath(new URL('pdq-rows.json', import.meta.url)), 'utf8')) as Row[]

/** The picture of pdq_by_definition.py, integer for integer. */
function formula({ width, height, seed }: Row): Float32Array {
  const whole = Math.floor
  return Float32Array.from({ length: width * height }, (_, k) => {
    const [u, v] = [whole(((k % width) * 1000) / width), whole((whole(k / width) * 1000) / height)]
    const blobs = (whole((u * (7 + seed)) / 5) + whole((v * v) / (90 + 10 * seed))) % 256
    const bars = (whole(u / (60 + 7 * seed)) * 53 + whole(v / (45 + 5 * seed)) * 91) % 256
    return whole((blobs + bars) / 2)
  })
}

test.each(ROWS)('a $width × $height picture has the hash that its definition gives', (row) => {
  const { hash, quality } = pdqOf(formula(row), row.width, row.height)
  // Frequencies that are the median but for rounding may fall on either side.
  expect(distance(hash, row.hash)).toBeLessThanOrEqual(2)
  expect(Math.abs(quality - row.quality)).toBeLessThanOrEqual(1)
})

test('half of the bits are set', () => {
  for (const row of ROWS) expect(distance(pdqOf(formula(row), row.width, row.height).hash, '0'.repeat(64))).toBe(128)
})

/** Hashes the authors published for one photograph turned and mirrored (ThreatExchange, pdq/python tests); their own tests allow 16 bits. */
const BRIDGE = 'd8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22'
test.each<[Turned, string]>([
  ['turned by 90°', '38a50efd71c83f429013d68d0ffffc52e34e0e15ada952a9d29684214aa9e5af'],
  ['turned by 180°', '2dadda64b5a142e5d362209057da895ae63b8c7fc277b4b766b319361f893188'],
  ['turned by 270°', 'a5f0a457248995e8c9065c275aaa54d8b61ba4bdf8fcfc0387c32f8b0bfc4f05'],
  ['upside down', 'd8f80f31e0f417b00e37f5dd028f980fb36ed12a9662c1e233e64c634e9c64dd'],
  ['mirrored', '0dad259bb1a1bd18d362576556da32a1e63b7380c2374b4866b3c6c91b89ce77'],
  ['rows for columns', 'f0a5e10271dcc0bd9c5309720fff018de34ef1e8ada9a956d2967ade1ea91a50'],
  ['rows for columns, turned by 180°', '69f05aa8a4996a17c146a2da5aaaab07b61b5b60f8fc07fc83c3d0740bfcb0fa'],
])('the published hash %s follows from the published hash', (how, published) => {
  expect(distance(turned(BRIDGE, how), published)).toBeLessThanOrEqual(24)
  for (const other of TURNED) if (other !== how) expect(distance(turned(BRIDGE, other), published)).toBeGreaterThan(90)
})

describe('the same picture', async () => {
  const original = await drawn(1, 900, 700)
  const { pdq } = await hashPicture(original)
  const change = async (how: (picture: Sharp) => Sharp) =>
    distance(pdq.hash, (await hashPicture(await how(sharp(original)).toBuffer())).pdq.hash)

  test.each<[string, number, (picture: Sharp) => Sharp]>([
    ['as a poor JPEG', 20, (p) => p.jpeg({ quality: 50 })],
    ['at half the size', 20, (p) => p.resize(450, 350)],
    ['in grey', 24, (p) => p.greyscale()],
    ['with its edges cut by one per cent', 60, (p) => p.extract({ left: 9, top: 7, width: 882, height: 686 })],
    ['with a watermark', 40, (p) => p.composite([{ input: mark(), left: 40, top: 600 }])],
    ['a little brighter', 20, (p) => p.linear(1, 12)],
  ])('%s is within %i bits', async (_, most, how) => {
    expect(await change(how)).toBeLessThanOrEqual(most)
  })

  test('mirrored and turned is far off, and near to the hash turned so', async () => {
    const ways: [Turned, (picture: Sharp) => Sharp][] = [
      ['mirrored', (p) => p.flop()],
      ['upside down', (p) => p.flip()],
      ['turned by 180°', (p) => p.rotate(180)],
      ['turned by 90°', (p) => p.rotate(270)],
      ['turned by 270°', (p) => p.rotate(90)],
    ]
    for (const [how, way] of ways) {
      const { hash } = (await hashPicture(await way(sharp(original)).png().toBuffer())).pdq
      expect(distance(pdq.hash, hash)).toBeGreaterThan(80)
      expect(distance(turned(pdq.hash, how), hash)).toBeLessThanOrEqual(24)
    }
  })

  test('is far from other pictures', async () => {
    for (const seed of [2, 3, 4, 5, 6])
      expect(distance(pdq.hash, (await hashPicture(await drawn(seed, 800, 800))).pdq.hash)).toBeGreaterThan(80)
  })

  test('has a quality, and an empty one has none', async () => {
    const empty = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#888' } })
      .png()
      .toBuffer()
    expect(pdq.quality).toBeGreaterThan(50)
    expect((await hashPicture(empty)).pdq.quality).toBe(0)
  })
})

const mark = () =>
  Buffer.from(
    '<svg width="300" height="50"><text y="40" font-size="40" fill="#fff" opacity=".8">shop.example</text></svg>',
  )
