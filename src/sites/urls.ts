import { BadInput } from '../errors.ts'

/** Parameters that say where a click came from, never what is shown. */
const TRACKING =
  /^(utm_.*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|ttclid|twclid|yclid|zanpid|igshid|igsh|mibextid|__cft__.*|__tn__|_ga|_gl|_gac|_hs(enc|mi)|mc_(cid|eid)|mkt_tok|oly_.*_id|vero_.*|spm|scm|pvid|aff_.*|affiliate.*|ref|ref_src|ref_url|referrer|refsrc|sp_atk|xptdk|is_from_webapp|sender_device|share_.*|trk|trackid|tracking_?id|clickid|click_id|gad_source|gad_campaignid|srsltid|_branch_match_id|uls_trackid|zarsrc|itm_.*)$/i

/** The visit that software writes into every address of a visitor without cookies: phpBB `sid`, vBulletin `s`, PHP's and shops' own. */
const SESSION = /^(?:s|sid|phpsessid|oscsid|zenid|xoopsid|session_?id)=[0-9a-f]{26,40}$/i

/** Two URLs that every server takes for the same one come out equal; what tells pages apart is kept, order included. */
export const canonicalUrl = (url: string): string => {
  const parsed = new URL(url)
  parsed.username = ''
  parsed.password = ''
  parsed.hostname = parsed.hostname.replace(/\.$/, '')
  parsed.pathname = normalPercent(parsed.pathname)
  const parameters = parsed.search.slice(1).split('&').filter(isTelling).map(normalPercent).join('&')
  parsed.search = parameters === '' ? '' : `?${parameters}`
  if (!parsed.hash.startsWith('#!')) parsed.hash = ''
  return parsed.href
}

/** Identity within a sweep: scheme, `www.`, trailing slash, letter case of escapes and parameter order do not matter. */
export const urlKey = (url: string): string => {
  const { host, pathname, search, hash } = new URL(canonicalUrl(url))
  const parameters = search.slice(1).split('&').filter(Boolean).sort().join('&')
  const path = pathname.replace(/\/{1,8}$/, '')
  return `${host.replace(/^www\./, '')}${path}${parameters === '' ? '' : `?${parameters}`}${hash}`
}

/**
 * What a person typed, as a URL that may be visited; `shop.vn/1` gets its https.
 * @throws BadInput with the reason and the remedy
 */
export const checkUrl = (text: string): URL => {
  const typed = text.trim()
  const shown = typed.length > 200 ? `${typed.slice(0, 200)}…` : typed
  if (typed === '')
    throw new BadInput('No URL was given. Paste the address of a listing, for example https://shop.vn/ao-1')
  if (/\s/.test(typed)) throw new BadInput(`“${shown}” holds white space. Give one URL at a time.`)
  const full = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed.replace(/^\/\//, '')}`
  if (!URL.canParse(full)) throw new BadInput(`“${shown}” is no URL. It should look like https://shop.vn/ao-1`)
  const url = new URL(full)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new BadInput(`“${shown}” is a ${url.protocol} address. Only http and https pages can be visited.`)
  if (url.username !== '' || url.password !== '')
    throw new BadInput(`“${shown}” carries a user name or password. Remove everything between // and @.`)
  if (!/[.:]/.test(url.hostname) && url.hostname !== 'localhost')
    throw new BadInput(`“${shown}” names no host on the web. It should look like https://shop.vn/ao-1`)
  return url
}

const isTelling = (parameter: string): boolean =>
  parameter !== '' && !TRACKING.test(nameOf(parameter)) && !SESSION.test(parameter)

const nameOf = (parameter: string): string => {
  const name = parameter.split('=', 1)[0] ?? ''
  return /%[0-9a-f]{2}/i.test(name) ? readable(name) : name
}

const readable = (escaped: string): string => {
  try {
    return decodeURIComponent(escaped)
  } catch (error) {
    if (error instanceof URIError) return escaped // not UTF-8: the raw form is its only name
    throw error
  }
}

/** Escapes in capitals, none for unreserved characters (RFC 3986 §6.2.2), Vietnamese letters composed (NFC). */
const normalPercent = (text: string): string =>
  text.replace(/[A-Za-z]?(?:%[0-9a-f]{2})+/gi, (run) => {
    const letters = readable(run)
    if (letters === run) return run.replace(/%../g, (hex) => hex.toUpperCase())
    return letters.normalize('NFC').replace(/[^A-Za-z0-9._~-]/gu, escaped)
  })

const escaped = (character: string): string =>
  encodeURIComponent(character).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
