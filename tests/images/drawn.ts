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

interface Writing {
  readonly width?: number
  readonly height?: number
  readonly size?: number
  readonly gap?: number
  readonly background?: string
  readonly colour?: string
}

/** Lines of print, as sellers put on their pictures; the first stands at the top. */
export async function written(lines: readonly string[], how: Writing = {}): Promise<Buffer> {
  const { width = 900, height = 400, size = 36, gap = size * 2, background = '#fff', colour = '#111' } = how
  const texts = lines.map(
    (line, n) =>
      `<text x="20" y="${60 + n * gap}" font-family="DejaVu Sans, Noto Sans, sans-serif" font-size="${size}" fill="${colour}">${line}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${background}"/>${texts.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
