import type { Page as Tab } from 'playwright'
import type { CaptureBrowser } from './browser.ts'

export interface Glyphs {
  readonly vietnamese: boolean
  readonly cjk: boolean
  readonly emoji: boolean
}

const SAMPLES = { vietnamese: ['Đ', 'ồ', 'ữ', 'ặ', 'ỵ'], cjk: ['劳', '力', '士'], emoji: ['🔥', '👜', '💯'] } as const

// A string, for the page's own world knows nothing of the helpers that a TypeScript loader adds to functions.
const drawing = (characters: readonly string[]): string => `(() => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 48
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  paper.font = '32px sans-serif'
  return ${JSON.stringify(characters)}.map((character) => {
    paper.clearRect(0, 0, 48, 48)
    paper.fillText(character, 4, 36)
    return paper.getImageData(0, 0, 48, 48).data.join()
  })
})()`

/** Pixels of each character, as text; a missing letter is drawn as the font's one box, or as nothing. */
const draw = (tab: Tab, characters: readonly string[]): Promise<readonly string[]> => tab.evaluate(drawing(characters))

/**
 * Whether the letters of listings are letters in a screenshot: each sample leaves ink, and differs from the others and
 * from a code point that no font has.
 */
export async function glyphsRender(browser: CaptureBrowser): Promise<Glyphs> {
  const script = (characters: readonly string[]) =>
    browser.tab(async (tab) => {
      const [blank, tofu, ...drawn] = await draw(tab, [' ', '\u{10fffd}', ...characters])
      return new Set([blank, tofu, ...drawn]).size === new Set([blank, tofu]).size + characters.length
    })
  return {
    vietnamese: await script(SAMPLES.vietnamese),
    cjk: await script(SAMPLES.cjk),
    emoji: await script(SAMPLES.emoji),
  }
}
