import type { Box } from '../domain.ts'

/** A stretch of a picture as it is given to the reader. */
export interface Tile {
  /** In the picture's own pixels. */
  readonly area: Box
  /** The reader's pixels for one of the picture's. */
  readonly scale: number
}

/** Print of 10 pixels is read badly, print of 30 well: small pictures are enlarged. */
const WANTED_WIDTH = 1600
const MOST_ENLARGED = 3
const LARGEST_WIDTH = 2400
/** Of a tile, in the reader's pixels: memory is bounded by it, however tall a picture. */
const TILE_HEIGHT = 2200
/** A line that one tile cuts is whole in the next. */
const OVERLAP = 120
/** A strip taller than this many tiles is read to there; sellers' strips have five. */
const MOST_TILES = 10

/** How a picture is cut and scaled for reading, top to bottom. */
export function tilesOf(width: number, height: number): readonly Tile[] {
  const scale = Math.max(
    Math.min(MOST_ENLARGED, Math.max(1, WANTED_WIDTH / width)) * Math.min(1, LARGEST_WIDTH / Math.max(width, 1)),
    0.1,
  )
  const tall = Math.max(1, Math.floor(TILE_HEIGHT / scale))
  const step = Math.max(1, tall - Math.ceil(OVERLAP / scale))
  const tiles: Tile[] = []
  for (let top = 0; tiles.length < MOST_TILES; top += step) {
    tiles.push({ area: { left: 0, top, width, height: Math.min(tall, height - top) }, scale })
    if (top + tall >= height) break
  }
  return tiles
}

/** From the reader's pixels of a tile to the picture's, inside the picture. */
export function boxOnPicture({ area, scale }: Tile, x0: number, y0: number, x1: number, y1: number): Box {
  const left = area.left + Math.floor(x0 / scale)
  const top = area.top + Math.floor(y0 / scale)
  return {
    left,
    top,
    width: Math.max(1, Math.ceil((x1 - x0) / scale)),
    height: Math.max(1, Math.ceil((y1 - y0) / scale)),
  }
}
