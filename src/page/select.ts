import { load } from 'cheerio/slim'
import { Document, type Element, type ParentNode } from 'domhandler'

/**
 * One for all documents. `load` makes a class for what it loads, whose prototype V8 lists at Cheerio's own and takes for live
 * until the old generation is collected: a document of its own for each page was copied and kept many pages long.
 */
const $ = load(new Document([]), { xml: { xmlMode: false, encodeEntities: 'utf8' } })

/** Elements below `node` that match, in document order. Throws on a selector that is none. */
export const select = (node: ParentNode, selector: string): readonly Element[] =>
  $(node)
    .find(selector)
    .get()
    .filter((found): found is Element => 'attribs' in found)

/** As HTML. */
export const markupOf = (node: ParentNode): string => $.html(node)

/** All text in it, as written; that of scripts and styles too. */
export const textIn = (node: ParentNode): string => $(node).text()
