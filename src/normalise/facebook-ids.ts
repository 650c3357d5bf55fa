/** What an address on Facebook names, whatever host and form it was copied in. */

const PATHS: readonly (readonly [kind: string, path: RegExp])[] = [
  ['item', /^\/marketplace\/item\/(\d+)/],
  ['post', /^\/groups\/[^/]+\/(?:permalink|posts)\/(\d+|pfbid\w+)/],
  ['post', /^\/[^/]+\/posts\/(?:[^/]+\/)?(\d+|pfbid\w+)/],
  ['photo', /^\/[^/]+\/photos\/(?:[^/]+\/)?(\d+)/],
  ['video', /^\/reel\/(\d+)/],
  ['video', /^\/[^/]+\/videos\/(?:[^/]+\/)?(\d+)/],
  ['product', /^\/commerce\/products\/(?:[^/]+\/)?(\d+)/],
  ['share', /^\/share\/([prv]\/\w+)/],
]
const PARAMETERS: readonly (readonly [kind: string, path: RegExp, name: string])[] = [
  ['post', /^\/(?:permalink|story)\.php$/, 'story_fbid'],
  ['photo', /^\/photo(?:\.php|\/|$)/, 'fbid'],
  ['video', /^\/watch/, 'v'],
]

/** `post/<id>`, `item/<id>`, `photo/…`, `video/…`, `product/…`, `share/…`; null for a page, a group, a search or another host. */
export const facebookId = (url: URL): string | null => {
  const { hostname, pathname, searchParams } = facebookTarget(url)
  if (hostname === 'fb.watch') return /^\/\w+/.test(pathname) ? `share${pathname.replace(/\/$/, '')}` : null
  if (!/(?:^|\.)(?:facebook|fb)\.com$/.test(hostname)) return null
  for (const [kind, path] of PATHS) {
    const id = path.exec(pathname)?.[1]
    if (id !== undefined) return `${kind}/${id}`
  }
  const asked = PARAMETERS.find(([, path]) => path.test(pathname))
  const id = asked === undefined ? null : searchParams.get(asked[2])
  return asked !== undefined && id !== null && /^\w+$/.test(id) ? `${asked[0]}/${id}` : null
}

/** Where `l.facebook.com/l.php?u=…` leads; any other address is its own target. */
export const facebookTarget = (url: URL): URL => {
  const wrapper = /(?:^|\.)facebook\.com$/.test(url.hostname) && url.pathname === '/l.php'
  const to = wrapper ? url.searchParams.get('u') : null
  if (to === null || !URL.canParse(to)) return url
  const target = new URL(to)
  return target.protocol === 'https:' || target.protocol === 'http:' ? target : url
}
