/** HTML that is already safe. Only `html` and `shown` make it, so seller text cannot become markup by an oversight. */
export interface Markup {
  readonly markup: string
}

type Part = Markup | string | number | null | readonly (Markup | null)[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters have no place in HTML text; U+FFFD says that one stood there. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

const join = (part: Part): string => {
  if (part === null) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(join).join('')
}

/** A template whose every value is escaped, unless it is markup already. Null leaves nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, i) => text + join(parts[i] ?? null)).join(''),
})

/** Invisible or direction-changing characters, which sellers use to hide words and to turn text around. */
const HIDDEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/gu
const EMOJI_JOINER = /(?<=[\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d(?=\p{Extended_Pictographic})/gu

/** Foreign text: isolated in direction, its hidden characters made visible as U+XXXX. */
export function shown(text: string): Markup {
  const joiners = new Set([...text.matchAll(EMOJI_JOINER)].map((match) => match.index))
  let markup = ''
  let from = 0
  for (const match of text.matchAll(HIDDEN)) {
    if (joiners.has(match.index)) continue
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    markup += `${escaped(text.slice(from, match.index))}<span class="hidden-character">U+${code}</span>`
    from = match.index + match[0].length
  }
  return { markup: `<bdi>${markup}${escaped(text.slice(from))}</bdi>` }
}
