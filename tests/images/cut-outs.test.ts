import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cutOuts } from '../../src/images/cut-outs.ts'

/** Each row in a shade of its own, and a red column at the left. */
const striped = async (width: number, height: number): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    pixels.fill(Math.floor(at / width) % 256, at * 3, at * 3 + 3)
    if (at % width === 0) pixels.set([255, 0, 0], at * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}
const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height })

test('parts are the very pixels of the picture, wherever they lie', async () => {
  const png = await striped(300, 900)
  const boxes = [box(0, 700, 300, 200), box(40, 310, 20, 10), box(299, 899, 1, 1)]
  const cut = await cutOuts(png, boxes)
  for (const one of boxes) {
    const part = sharp((await cut(one)) as Uint8Array)
    const expected = sharp(png).extract(one)
    expect(await part.raw().toBuffer()).toEqual(await expected.raw().toBuffer())
  }
})

test('a part that does not lie in the picture is not cut, and hinders no other', async () => {
  const cut = await cutOuts(await striped(300, 900), [
    ...[box(10, -5, 20, 20), box(-1, 0, 20, 20), box(10, 890, 20, 20), box(290, 10, 20, 20), box(5, 5, 0, 9)],
    box(5, 5, 10, 10),
  ])
  expect(await cut(box(5, 5, 10, 10))).not.toBeNull()
  for (const beside of [box(10, -5, 20, 20), box(-1, 0, 20, 20), box(10, 890, 20, 20), box(290, 10, 20, 20)])
    expect(await cut(beside)).toBeNull()
  expect(await cut(box(5, 5, 0, 9))).toBeNull()
  expect(await cut(box(5, 600, 10, 10)), 'not asked for at first').toBeNull()
})

test('without a picture, or with one that is broken or too large to hold, nothing is cut', async () => {
  expect(await (await cutOuts(Buffer.from('no picture'), [box(0, 0, 5, 5)]))(box(0, 0, 5, 5))).toBeNull()
  expect(await (await cutOuts(null, [box(0, 0, 5, 5)]))(box(0, 0, 5, 5))).toBeNull()
  expect(await (await cutOuts(await striped(10, 10), []))(box(0, 0, 5, 5))).toBeNull()
  const tall = await sharp({ create: { width: 4000, height: 9000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const both = [box(0, 0, 5, 5), box(0, 8990, 5, 5)]
  expect(await (await cutOuts(tall, both))(both[0] as (typeof both)[number])).toBeNull()
})
