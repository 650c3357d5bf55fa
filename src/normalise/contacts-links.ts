import { parse } from 'tldts'
import type { ContactKind } from '../domain.ts'
import type { Hit } from './contacts-hit.ts'
import { phoneOf } from './phones.ts'

const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![a-z0-9@])/g
/** `shop.xinh (a) gmail . com`, `shop[at]gmail[dot]com`: only with the mail services of private people, for the rest reads like prose. */
const HIDDEN_EMAIL =
  /(?<![a-z0-9._%+-])([a-z0-9][a-z0-9._%+-]{2,40}) ?(?:@|[([](?:a|at|@)[)\]]|a còng|a cong| at ) ?(gmail|yahoo|hotmail|outlook|icloud|ymail) ?(?:\.|[([](?:dot|\.)[)\]]|chấm|cham| dot ) ?(com(?:\.vn)?|vn)(?![a-z0-9])/g

/** E-mail addresses, also disguised. */
export function emailsIn(text: string): Hit[] {
  if (!/@|a c[òo]ng|at|\(a\)|\[a\]/.test(text)) return []
  const plain = [...text.matchAll(EMAIL)].map(({ 0: value, index }) => ({
    value,
    from: index,
    to: index + value.length,
  }))
  const hidden = [...text.matchAll(HIDDEN_EMAIL)].map(({ 0: whole, 1: name, 2: host, 3: end, index }) => ({
    value: `${name}@${host}.${end}`,
    from: index,
    to: index + whole.length,
  }))
  const apart = hidden.filter((one) => !plain.some((other) => other.from < one.to && one.from < other.to))
  return [...plain, ...apart].map((one) => ({ kind: 'email', ...one }))
}

const TELEGRAM = /(?<!\p{L})(?:tele(?:gram)?|tlg|tg)[:\s]{0,3}@([a-z][a-z0-9_]{4,31})(?![a-z0-9_])/gu
const FACEBOOK =
  /(?<!\p{L})(?:facebook|fb|face|fanpage|page|mess(?:enger)?)(?: ?[:：] ?@?| @)([a-z][a-z0-9.]{4,49})(?![\p{L}\d._])(?=\s*(?:$|[,;|)(!–-]| (?:zalo|sđt|sdt|đt|hotline|tele|ib|inbox|lh|mail)))/gu

/** Names given after the service's own: `tele @hangxin88`, `fb: shop.xinh`. */
export function handlesIn(text: string): Hit[] {
  const of = (pattern: RegExp, kind: ContactKind): Hit[] =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', index }) => {
      const value = name.replace(/\.+$/, '')
      const from = index + whole.lastIndexOf(name)
      const isHost = /\.(?:com|vn|net|me)$/.test(value)
      return isHost || value.length < 5 ? [] : [{ kind, value, from, to: from + value.length }]
    })
  return [...(text.includes('@') ? of(TELEGRAM, 'telegram') : []), ...of(FACEBOOK, 'facebook')]
}

const LINK =
  /(?<![@\p{L}\d.-])(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![\p{L}\d])(?:[/?][^\s"'<>()•]{0,200})?/gu

/** `original` gives the same stretch as it was written: `giá rẻ.Shop nhận` is two sentences, not a host. */
export function linksIn(text: string, original: (from: number, to: number) => string): Hit[] {
  if (!/\.[a-z]/.test(text)) return []
  return [...text.matchAll(LINK)].flatMap(({ 0: whole, index }) => {
    const printed = whole.replace(/[.,;:!?…]+$/, '')
    const meant = linkOf(printed)
    const sentences = meant?.kind === 'website' && /\p{Ll}\.\p{Lu}/u.test(original(index, index + printed.length))
    return meant && !sentences ? [{ ...meant, from: index, to: index + printed.length }] : []
  })
}

/** Without a scheme only names with the usual endings are sites: sentences run together look like hosts too. */
const BARE_HOST =
  /^(?:[a-z][a-z0-9-]{0,30}\.)?[a-z][a-z0-9-]{2,40}\.(?:vn|com|net|org|info|shop|store|online|xyz|site|asia|biz|top|club)(?:\.vn)?$/
/** Hosts of many sellers: the first part of the path says whose page it is. */
const SHARED_HOST =
  /^(?:(?:[a-z-]+\.)?(?:tiktok|instagram|youtube|pinterest|blogspot|wixsite|threads)\.(?:com|net)|shopee\.vn|lazada\.vn|tiki\.vn|sendo\.vn|chotot\.com|linktr\.ee|youtu\.be|bit\.ly)$/

type Meant = Pick<Hit, 'kind' | 'value'>

/** What a link identifies; null for file names, numbers and unknown endings. */
function linkOf(printed: string): Meant | null {
  const [host = '', ...path] = printed.replace(/^https?:\/\//, '').split(/[/?#]/)
  const bare = host.replace(/^(?:www|m|web|vi-vn|mobile)\.(?=[^.]+\.)/, '')
  const [first = '', second = ''] = path
  if (bare === 'zalo.me' || bare === 'chat.zalo.me') return zaloOf(first, second)
  if (/^(?:facebook\.com|fb\.com|fb\.me|m\.me)$/.test(bare)) return facebookOf(printed, path)
  if (/^(?:t\.me|telegram\.me)$/.test(bare))
    return first === '' ? null : { kind: 'telegram', value: first === 's' ? second : first }
  const { domain, isIcann } = parse(bare, { allowPrivateDomains: false })
  const plain = !/^https?:|^www\.|\//.test(printed)
  if (domain === null || !isIcann || (plain && !BARE_HOST.test(bare))) return null
  if (!SHARED_HOST.test(bare)) return { kind: 'website', value: bare }
  const who = /^(?:channel|c|user|shop|cua-hang)$/.test(first) ? `${first}/${second}` : first
  return /^(?:watch|shorts|reel|p|)$/.test(first) ? null : { kind: 'website', value: `${bare}/${who}` }
}

const zaloOf = (first: string, second: string): Meant | null =>
  first === '' ? null : { kind: 'zalo', value: phoneOf(first) ?? (second ? `${first}/${second}` : first) }

const FACEBOOK_OWN = /^(?:share|sharer|sharer\.php|watch|login|help|hashtag|photo|photo\.php|story\.php|reel)$/

function facebookOf(printed: string, [first = '', second = '', third = '']: readonly string[]): Meant | null {
  const id = /[?&]id=(\d+)/.exec(printed)?.[1]
  if (id !== undefined) return { kind: 'facebook', value: id }
  if (first === '' || FACEBOOK_OWN.test(first)) return null
  if (first === 'groups' || first === 'marketplace') return { kind: 'facebook', value: `${first}/${second}` }
  if (first === 'people' || first === 'pages') return { kind: 'facebook', value: third || second }
  return { kind: 'facebook', value: first === 't' ? second : first }
}
