import type { Element } from 'domhandler'

/** Lazy loaders keep the picture in one of these while src holds a placeholder. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-original-src', 'data-zoom-image']

/** Where the picture of an element may be, best first: largest of srcset, lazy attributes, src, CSS background. */
export const pictureCandidates = (
  element: Element,
): readonly { readonly value: string; readonly attribute: string }[] => {
  const at = (attribute: string) => ({ value: element.attribs[attribute] ?? '', attribute })
  const sets = ['srcset', 'data-srcset'].map((name) => ({ value: largest(at(name).value), attribute: name }))
  const background = { value: backgroundUrl(at('style').value), attribute: 'style' }
  return [...sets, ...LAZY.map(at), at('src'), at('content'), background].filter(({ value }) => isPicture(value))
}

const isPicture = (value: string) => value.trim() !== '' && !/^\s*(data|about|blob|javascript):/i.test(value)

/** `a.jpg 320w, b.jpg 2x` → the URL with the greatest number; a URL itself may hold commas. */
const largest = (srcset: string): string => {
  let best = { url: '', size: -1 }
  for (const candidate of srcset.split(/,\s+|,(?=https?:|\/)/)) {
    const [url = '', descriptor = '1x'] = candidate.trim().split(/\s+/)
    const size = Number.parseFloat(descriptor)
    if (isPicture(url) && size > best.size) best = { url, size }
  }
  return best.url
}

const backgroundUrl = (style: string): string => {
  const start = style.search(/background(?:-image)?\s*:/i)
  return start === -1 ? '' : (/url\(\s*['"]?([^'")]+)/i.exec(style.slice(start))?.[1] ?? '')
}
