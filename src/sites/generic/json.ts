// one scanner, kept whole: the repair is a single pass over the text
/** JSON as shops write it: parsed strictly first, then repaired once; null when it is no JSON at all. Linear time. */
export const parseLenient = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (strict) {
    if (!(strict instanceof SyntaxError)) throw strict
  }
  try {
    return JSON.parse(repair(unwrap(text)))
  } catch (hopeless) {
    if (hopeless instanceof SyntaxError) return null // the block is lost; the page's other sources speak
    throw hopeless
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  apos: "'",
  lt: '<',
  gt: '>',
  '#34': '"',
  '#39': "'",
}

const unwrap = (text: string): string => {
  const bare = text
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?$/, '')
    .replace(/;\s*$/, '')
  if (!/^[\s[{]*&(?:quot|#34);/.test(bare)) return bare
  return bare.replace(/&(quot|amp|apos|lt|gt|#34|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** Comments and trailing commas go, control characters and stray quotes inside strings are escaped. */
const repair = (text: string): string => {
  const out: string[] = []
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    if (char === '"') at = string(text, at, out)
    else if (char === '/' && (text[at + 1] === '*' || text[at + 1] === '/')) at = pastComment(text, at)
    else if (char === ',' && /[}\]]/.test(text[nextSolid(text, at + 1)] ?? '')) at++
    else {
      out.push(char < ' ' ? ' ' : char)
      at++
    }
  }
  return out.join('')
}

const pastComment = (text: string, at: number): number => {
  const block = text[at + 1] === '*'
  const end = text.indexOf(block ? '*/' : '\n', at + 2)
  return end === -1 ? text.length : end + (block ? 2 : 1)
}

const nextSolid = (text: string, from: number): number => {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}

/** Copies one string literal; a quote that nothing of JSON follows is the writer's own and gets escaped. */
const string = (text: string, start: number, out: string[]): number => {
  out.push('"')
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '\\') {
      const next = text[at + 1] ?? ''
      out.push(/["\\/bfnrtu]/.test(next) ? `\\${next}` : next < ' ' ? ' ' : next)
      at++
    } else if (char === '"') {
      const after = text[nextSolid(text, at + 1)]
      if (after === undefined || ',:}]'.includes(after)) {
        out.push('"')
        return at + 1
      }
      out.push('\\"')
    } else out.push(char < ' ' ? ' ' : char)
  }
  out.push('"')
  return text.length
}

/** Contents of script elements whose opening tag matches, without parsing the document. */
export const scriptsOf = (html: string, marker: RegExp): readonly string[] => scriptsAt(html, placesOf(html, marker))

function* placesOf(html: string, marker: RegExp): Generator<number> {
  for (const { index } of html.matchAll(marker)) yield index
}

/** Contents of script elements in whose opening tags these places lie, in order. */
export const scriptsAt = (html: string, places: Iterable<number>): readonly string[] => {
  const blocks: string[] = []
  let past = 0
  for (const at of places) {
    // Inside a script it is a word of that script; and each one would be read to the same end again.
    if (at < past) continue
    const before = html.slice(Math.max(0, at - 500), at)
    if (!/<script\s[^<>]*$/i.test(before)) continue
    const block = contentAfter(html, at)
    if (block === null) break
    blocks.push(html.slice(block.from, block.to))
    past = block.to
  }
  return blocks
}

/** Contents of every script element, one after the other; one that is not closed runs to the end. Linear time. */
export function* scriptsIn(html: string): Generator<string> {
  const opening = /<script\b/gi
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const block = contentAfter(html, found.index)
    if (block === null) return
    yield html.slice(block.from, block.to)
    opening.lastIndex = block.to
  }
}

/** Where the content of the script element lies whose opening tag stands at `at`; null where that tag does not end. */
const contentAfter = (html: string, at: number): { readonly from: number; readonly to: number } | null => {
  const end = html.indexOf('>', at)
  if (end === -1) return null
  const closing = /<\/script/gi
  closing.lastIndex = end
  return { from: end + 1, to: closing.exec(html)?.index ?? html.length }
}

export type Json = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** A value or list of values as a list; null and undefined give none. */
export const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
