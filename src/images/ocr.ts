import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createWorker, type Line as FoundLine, OEM, PSM, type Worker } from 'tesseract.js'
import type { Box } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { type Decoded, decode } from './decode.ts'
import { timed } from './patience.ts'
import { boxOnPicture, type Tile, tilesOf } from './tiles.ts'

export interface ReadWord {
  readonly text: string
  readonly box: Box
  /** 0–100. */
  readonly confidence: number
}
/** Words of one line, left to right. */
export type ReadLine = readonly ReadWord[]

/** Reads words out of pictures, one picture at a time however many ask. Starts at the first question. */
export interface Reader {
  /** Lines from top to bottom. BadInput: no picture that is read, too large, or damaged. */
  read(bytes: Uint8Array): Promise<readonly ReadLine[]>
  close(): Promise<void>
}

const require = createRequire(import.meta.url)

const LANGUAGES = {
  vie: () => require.resolve('@tesseract.js-data/vie/package.json'),
  eng: () => require.resolve('@tesseract.js-data/eng/package.json'),
}
/** The small integer models: half the memory, the same text. */
const MODEL = '4.0.0_best_int'
/** Words below are noise of textures; lines below are no writing at all. */
const LEAST_WORD = 35
const LEAST_LINE = 55

interface Started {
  readonly worker: Worker
  readonly folder: string
}

/** The engine wants its languages in one folder; they come in one package each. */
async function start(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'soi-ocr-'))
  for (const [language, found] of Object.entries(LANGUAGES)) {
    const name = `${language}.traineddata.gz`
    await copyFile(join(dirname(found()), MODEL, name), join(folder, name))
  }
  // Errors reject the call they belong to; without a handler the engine throws them a second time, past every catch.
  const worker = await createWorker(Object.keys(LANGUAGES), OEM.LSTM_ONLY, {
    langPath: folder,
    cacheMethod: 'none',
    gzip: true,
  })
  // Pictures of goods carry words here and there, not pages of prose.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: '300' })
  return { worker, folder }
}

/** Opens a reader; nothing is loaded before the first picture. Close it, or the process does not end. */
export function openReader(): Reader {
  let started: Promise<Started> | null = null
  let last: Promise<unknown> = Promise.resolve()
  const read = async (bytes: Uint8Array): Promise<readonly ReadLine[]> => {
    const decoded = await decode(bytes)
    const lines: ReadLine[] = []
    for (const tile of tilesOf(decoded.width, decoded.height)) {
      started ??= start()
      const running = await started
      const found = await timed(readTile(running.worker, decoded, tile), async () => {
        started = null
        await stop(running)
      })
      lines.push(...found.filter((line) => !lines.some((other) => sameLine(line, other))))
    }
    return lines
  }
  return {
    read(bytes) {
      const mine = last.then(() => read(bytes))
      // The next in the queue is not to fail with this one; its own caller hears of it.
      last = mine.catch(() => undefined)
      return mine
    },
    async close() {
      await last
      if (started === null) return
      await stop(await started)
    },
  }
}

async function stop({ worker, folder }: Started): Promise<void> {
  await worker.terminate()
  await rm(folder, { recursive: true, force: true })
}

async function readTile(worker: Worker, decoded: Decoded, tile: Tile): Promise<readonly ReadLine[]> {
  const { area, scale } = tile
  const bytes = await decoded
    .pixels()
    .extract(area)
    .resize({ width: Math.round(area.width * scale), kernel: 'cubic' })
    .greyscale()
    .normalise()
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch((error: Error) => {
      throw new BadInput(`damaged picture: ${error.message}`)
    })
  const { data } = await worker.recognize(bytes, {}, { blocks: true, text: false })
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines: all }) => all))
  return lines.flatMap((line) => wordsOf(line, tile))
}

function wordsOf({ words }: FoundLine, tile: Tile): readonly ReadLine[] {
  const kept = words
    .filter(({ text, confidence }) => confidence >= LEAST_WORD && /[\p{L}\d]/u.test(text))
    .map(({ text, confidence, bbox }) => ({
      text: text.normalize('NFC').trim(),
      confidence: Math.round(confidence),
      box: boxOnPicture(tile, bbox.x0, bbox.y0, bbox.x1, bbox.y1),
    }))
  const mean = kept.reduce((sum, { confidence }) => sum + confidence, 0) / kept.length
  const letters = kept.reduce((sum, { text }) => sum + text.length, 0)
  return kept.length > 0 && mean >= LEAST_LINE && letters > 1 ? [kept] : []
}

/** The same words at the same place: read in the overlap of two tiles. */
function sameLine(a: ReadLine, b: ReadLine): boolean {
  const [first, other] = [a[0]?.box, b[0]?.box]
  if (!first || !other) return false
  const shared = Math.min(first.top + first.height, other.top + other.height) - Math.max(first.top, other.top)
  return shared > Math.min(first.height, other.height) / 2 && Math.abs(first.left - other.left) < first.height
}
