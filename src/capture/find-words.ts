/**
 * The source of a function that runs in the page, in an isolated world: a string, for the page knows nothing of the helpers
 * that a TypeScript loader adds to functions. Longer than a function of ours is: it has to be one.
 *
 * All text of the page (open shadow trees too) is read once, without its white space and composed (NFC), so that it does not
 * matter how markup breaks words and lines; each unit remembers where it stands. Each quote is then looked for with the words
 * around it, then with those of one side, then alone, by Knuth-Morris-Pratt: linear, whatever the page holds.
 */
export const FIND_WORDS = `(sought) => {
  const MOST_UNITS = 2000000, MOST_PLACES = 200, MOST_RECTS = 24
  const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD'])
  const nodes = [], starts = [], offsets = []
  const units = []
  let full = false
  const add = (node) => {
    const data = node.data
    nodes.push(node)
    starts.push(units.length)
    for (let i = 0; i < data.length; ) {
      if (units.length >= MOST_UNITS) { full = true; return }
      let end = i + 1
      const code = data.charCodeAt(i)
      if (code >= 0xd800 && code < 0xdc00 && end < data.length) end += 1
      while (end < data.length && end - i < 8 && isMark(data.charCodeAt(end))) end += 1
      const piece = data.slice(i, end)
      if (!isSpace(code)) for (const unit of piece.normalize('NFC').split('')) { units.push(unit.charCodeAt(0)); offsets.push(i, end) }
      i = end
    }
  }
  const isSpace = (c) => c <= 0x20 || c === 0xa0 || c === 0x200b || c === 0x2060 || c === 0xfeff || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x3000 || c === 0xad
  const isMark = (c) => c >= 0x300 && c <= 0x36f
  const walk = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === 1 && SKIPPED.has(node.tagName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
    for (let node = walker.nextNode(); node !== null && !full; node = walker.nextNode()) {
      if (node.nodeType === 3) add(node)
      else if (node.shadowRoot) walk(node.shadowRoot)
    }
  }
  walk(document.documentElement)
  const strip = (text) => { const out = []; for (const unit of text.normalize('NFC').split('')) { const c = unit.charCodeAt(0); if (!isSpace(c)) out.push(c) } return out }
  const places = (needle) => {
    const found = [], back = [0]
    if (needle.length === 0) return found
    for (let i = 1, k = 0; i < needle.length; i++) {
      while (k > 0 && needle[i] !== needle[k]) k = back[k - 1]
      if (needle[i] === needle[k]) k += 1
      back.push(k)
    }
    for (let i = 0, k = 0; i < units.length && found.length < MOST_PLACES; i++) {
      while (k > 0 && units[i] !== needle[k]) k = back[k - 1]
      if (units[i] === needle[k]) k += 1
      if (k === needle.length) { found.push(i - k + 1); k = back[k - 1] }
    }
    return found
  }
  const nodeAt = (unit) => {
    let low = 0, high = starts.length - 1
    while (low < high) { const middle = (low + high + 1) >> 1; if (starts[middle] <= unit) low = middle; else high = middle - 1 }
    return nodes[low]
  }
  const boxOf = (rect) => ({ left: Math.round(rect.left + scrollX), top: Math.round(rect.top + scrollY), width: Math.round(rect.width), height: Math.round(rect.height) })
  const shown = (at, length) => {
    const range = document.createRange()
    const first = nodeAt(at), last = nodeAt(at + length - 1)
    try { range.setStart(first, offsets[2 * at]); range.setEnd(last, offsets[2 * (at + length - 1) + 1]) } catch { return null }
    const rects = [...range.getClientRects()].filter((rect) => rect.width >= 1 && rect.height >= 1)
    const holder = first.parentElement
    if (rects.length === 0 || (holder && !holder.checkVisibility({ opacityProperty: true, visibilityProperty: true }))) return null
    const common = range.commonAncestorContainer
    return { boxes: rects.slice(0, MOST_RECTS).map(boxOf), holder: common.nodeType === 1 ? common : common.parentElement }
  }
  const find = ({ text, before, after }) => {
    const words = strip(text), head = strip(before), tail = strip(after)
    if (words.length === 0) return null
    const ways = [['whole', head, tail], ['part', head, []], ['part', [], tail], ['words', [], []]]
    for (const [by, lead, end] of ways) {
      if (by !== 'words' && lead.length + end.length === 0) continue
      for (const at of places([...lead, ...words, ...end])) {
        const place = shown(at + lead.length, words.length)
        if (place) return { by, ...place }
      }
    }
    return null
  }
  const block = (element) => {
    for (let one = element; one; one = one.parentElement) if (getComputedStyle(one).display !== 'inline') return one
    return element
  }
  const around = (holders) => {
    let common = holders[0]
    for (const holder of holders) while (common && !common.contains(holder)) common = common.parentElement
    return common && (common.closest('article,[role="article"],[itemscope],li,tr') ?? common)
  }
  return {
    full,
    listings: sought.map(({ quotes, amongOthers }) => {
      const found = quotes.map(find)
      const near = found.filter((one) => one && one.by !== 'words').map((one) => one.holder)
      const element = amongOthers && near.length > 0 ? around(near) : null
      return {
        element: element && element !== document.body && element !== document.documentElement ? boxOf(element.getBoundingClientRect()) : null,
        quotes: found.map((one) => one === null ? { by: null, boxes: [], block: null } : { by: one.by, boxes: one.boxes, block: boxOf(block(one.holder).getBoundingClientRect()) }),
      }
    }),
  }
}`

/** What FIND_WORDS gives for each listing it was asked for, in their order. */
export interface FoundWords {
  /** The page holds more text than is looked through. */
  readonly full: boolean
  readonly listings: readonly {
    readonly element: PageBox | null
    readonly quotes: readonly {
      readonly by: 'whole' | 'part' | 'words' | null
      readonly boxes: readonly PageBox[]
      readonly block: PageBox | null
    }[]
  }[]
}

interface PageBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
