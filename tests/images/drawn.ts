import sharp from 'sharp'

/** Always the same numbers for the same seed. */
const dice = (seed: number) => {
  let state = seed * 2654435761 + 12345
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

/** A picture with shapes of every size, as photographs have. */
export async function drawn(seed: number, width: number, height: number): Promise<Buffer> {
  const roll = dice(seed)
  const colour = () => `rgb(${roll(256)},${roll(256)},${roll(256)})`
  const shapes = Array.from({ length: 60 }, (_, n) => {
    const size = 20 + roll(Math.floor(width / (2 + n / 6)))
    const [x, y] = [roll(width), roll(height)]
    return n % 2
      ? `<ellipse cx="${x}" cy="${y}" rx="${size / 2}" ry="${size / 3}" fill="${colour()}"/>`
      : `<rect x="${x - size / 2}" y="${y - size / 2}" width="${size}" height="${size * 0.7}" fill="${colour()}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour()}"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
