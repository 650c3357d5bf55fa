import sharp from 'sharp'

/** Points of the picture for one of the drawing, each way: sharp on paper. */
const SCALE = 2
/** At which sharp draws one for one. */
const USUAL_DENSITY = 72

export interface SvgPicture {
  readonly png: Uint8Array
  /** Of the drawing, not of the points. */
  readonly width: number
  readonly height: number
}

/** A drawing of our own as PNG. Its letters are those of the machine's fonts; the same drawing on one machine is the same bytes. */
export async function svgPicture(svg: string): Promise<SvgPicture> {
  const { data, info } = await sharp(Buffer.from(svg), { density: USUAL_DENSITY * SCALE })
    .flatten({ background: '#fff' })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })
  return { png: new Uint8Array(data), width: info.width / SCALE, height: info.height / SCALE }
}
