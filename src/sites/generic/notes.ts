import type { Element } from 'domhandler'

/** What is known of one element. A dozen readers ask every element the same questions; the document does not change meanwhile. */
export interface Notes {
  children: readonly Element[] | null
  tokens: readonly string[] | null
  /** How much there is to read in it; -1 while nobody asked. */
  weight: number
  text: string | null
  links: ReadonlyMap<string, number> | null
  /** Its place in document order among what a reader may see; -1 for the rest. */
  order: number
}

/** On the element itself: a weak map of a few thousand elements costs each page milliseconds of garbage collection. */
const NOTES = Symbol('notes')
type Noted = Element & { [NOTES]?: Notes }

export const notesOf = (element: Noted): Notes => {
  const known = element[NOTES]
  if (known !== undefined) return known
  const made: Notes = { children: null, tokens: null, weight: -1, text: null, links: null, order: -1 }
  element[NOTES] = made
  return made
}
