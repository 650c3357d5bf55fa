import type { Found, RawSeller } from '../domain.ts'
import type { PageView } from '../page/view.ts'
import { workedOut } from '../worked-out.ts'
import type { RawDifference } from './contract.ts'
import { literalAt } from './generic/embedded.ts'
import { parseLenient, scriptsIn, scriptsOf } from './generic/json.ts'
import type { Spot } from './json-path.ts'

export { parseLenient }

/** What script elements whose tag matches hold as JSON, `/id="__NEXT_DATA__"/g`; none on a page saved without its scripts. */
export const scriptJson = (html: string, tag: RegExp): readonly Spot[] =>
  scriptsOf(html, tag).map((block) => ({ value: parseLenient(block), path: '' }))

/** Larger state is not read. */
const MOST = 8_000_000

/** What script elements that mention `word` hold as JSON, whatever their tag says; those that hold a script are left out. */
export const scriptsWith = (html: string, word: string): readonly unknown[] =>
  [...scriptsIn(html)]
    .filter((text) => text.length <= MOST && /^\s*[{[]/.test(text) && text.includes(word))
    .map(strictly)
    .filter((value) => value !== null)

/**
 * The data of a page as its makers keep them: an API's answer whole, else what the script elements of these tags hold.
 * Parsed once for a view.
 */
export const statesOf = (view: PageView, ...tags: readonly RegExp[]): readonly Spot[] => {
  const states = statesKnown(view)
  const asked = String(tags)
  const made =
    states.get(asked) ??
    (view.isJson ? [{ value: view.data(), path: '' }] : tags.flatMap((tag) => scriptJson(view.html, tag)))
  states.set(asked, made)
  return made
}

const statesKnown = workedOut((_view: PageView) => new Map<string, readonly Spot[]>())

/**
 * JSON that a script assigns to a name: `window.pageData = {…}`; null where none does. Scripts alone are searched, and the
 * literal must be whole: a listing's own words stand in text, or escaped in a string.
 */
export const assignedJson = (html: string, name: string): unknown => {
  for (const script of scriptsIn(html)) {
    const named = script.indexOf(name)
    const start = named === -1 ? -1 : opening(script, named + name.length)
    const value = start === -1 ? null : strictly(literalAt(script, start))
    if (value !== null) return value
  }
  return null
}

/** Where the literal begins that is assigned from `from` on; -1 when none is. */
const opening = (script: string, from: number): number => {
  const between = /^["'\]]{0,2}\s{0,8}=\s{0,8}(?=[{[])/.exec(script.slice(from, from + 20))?.[0]
  return between === undefined ? -1 : from + between.length
}

const strictly = (literal: string): unknown => {
  try {
    return JSON.parse(literal)
  } catch (error) {
    if (error instanceof SyntaxError) return null // a script's own object or a quoted one, not the page's data
    throw error
  }
}

/** Without the fields that hold nothing, which the generic reader may know. */
export const stated = (difference: RawDifference): RawDifference =>
  Object.fromEntries(
    Object.entries(difference).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )

/** Those of several that are there. */
export const present = (parts: readonly (Found | null)[]): readonly Found[] => parts.filter((part) => part !== null)

/** A seller of what is known of one; null where nothing is. Telephone numbers of platforms are asked for, not shown. */
export const sellerOf = (known: {
  readonly name: Found | null
  readonly url?: Found | null
  readonly location?: Found | null
  readonly badges?: readonly (Found | null)[]
}): RawSeller | null => {
  const { name, url = null, location = null } = known
  const badges = present(known.badges ?? [])
  if (name === null && url === null && location === null && badges.length === 0) return null
  return { name, url, location, phoneText: null, badges }
}
