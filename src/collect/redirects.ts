import { visitable } from '../egress/resolve.ts'
import { FetchFailed } from '../errors.ts'

export const withoutHash = (url: URL): URL => {
  url.hash = ''
  return url
}

/** Where a Location header leads. Refused when we do not go there, FetchFailed when it is no URL. */
export function redirectTarget(location: string, from: URL): URL {
  // Header bytes reach us as Latin-1; servers write UTF-8 paths.
  const text = Buffer.from(location, 'latin1').toString('utf8')
  if (!URL.canParse(text, from.href))
    throw new FetchFailed(`${from.href} redirects to no URL: ${text}`, { again: false })
  return withoutHash(visitable(new URL(text, from.href).href))
}

/** Cookies within one chain of redirects: many shops set one and redirect to the same page. Forgotten with the chain. */
export interface ChainCookies {
  /** The Cookie header for a URL; null when there is none. */
  header(url: URL): string | null
  keep(url: URL, setCookie: string | readonly string[] | undefined): void
}

const MOST_COOKIES = 30

/** Each cookie goes back to the host that set it and to no other. */
export function chainCookies(): ChainCookies {
  const hosts = new Map<string, Map<string, string>>()
  return {
    header(url) {
      const cookies = hosts.get(url.hostname)
      return cookies === undefined ? null : [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    keep(url, setCookie) {
      const cookies = hosts.get(url.hostname) ?? new Map<string, string>()
      for (const line of typeof setCookie === 'string' ? [setCookie] : (setCookie ?? [])) {
        const pair = line.split(';', 1)[0] ?? ''
        const equals = pair.indexOf('=')
        if (equals > 0 && cookies.size < MOST_COOKIES)
          cookies.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim())
      }
      if (cookies.size > 0) hosts.set(url.hostname, cookies)
    },
  }
}
