import { type Document, DomHandler, Element } from 'domhandler'
import { type Handler, Parser } from 'htmlparser2'

/** Browsers flatten at 512 too; below it recursive helpers and ancestor walks stay cheap. */
const MAX_DEPTH = 512
/** The parser keeps its open tags in an array whose cost is quadratic in depth, so it never gets deep. */
const MAX_OPEN_TAGS = 1024
/** Selecting is quadratic in the number of top-level elements; a document with more gets one html element around them. */
const MAX_ROOTS = 256
const CHUNK = 1 << 13

/**
 * Parses any HTML in linear time: elements nested deeper than 512 become siblings, nothing is dropped.
 * No html, head, body or tbody is invented.
 */
export const parseHtml = (html: string): Document => {
  const dom = new DomHandler()
  const flat = flattening(dom)
  let parser = new Parser(flat.handler)
  for (let start = 0; start < html.length; ) {
    const deep = flat.open() > MAX_OPEN_TAGS
    const end = deep ? boundary(html, start) : Math.min(start + CHUNK, html.length)
    parser.write(html.slice(start, end))
    start = end
    if (deep) {
      parser = new Parser(flat.handler) // forgets what was open: later closing tags of those are ignored
      flat.forget()
    }
  }
  parser.end()
  if (dom.root.children.length > MAX_ROOTS) wrap(dom.root)
  return dom.root
}

const wrap = (root: Document): void => {
  const html = new Element('html', {}, root.children)
  for (const child of root.children) child.parent = html
  root.children = [html]
  html.parent = root
}

/** A step that ends before a tag, so that a fresh parser can take over there. */
const boundary = (html: string, start: number): number => {
  const next = html.indexOf('<', start)
  return next === -1 ? html.length : next
}

const flattening = (dom: DomHandler) => {
  let open = 0
  let kept = 0
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      open++
      if (kept >= MAX_DEPTH) dom.onclosetag()
      else kept++
      dom.onopentag(name, attributes)
    },
    onclosetag() {
      open--
      if (open >= kept) return
      kept--
      dom.onclosetag()
    },
    ontext: (text) => dom.ontext(text),
    oncomment: (text) => dom.oncomment(text),
    oncommentend: () => dom.oncommentend(),
    onprocessinginstruction: (name, data) => dom.onprocessinginstruction(name, data),
    onend: () => dom.onend(),
  }
  return {
    handler,
    open: () => open,
    forget: () => {
      for (open = 0; kept > 0; kept--) dom.onclosetag()
    },
  }
}
