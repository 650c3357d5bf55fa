import type { Hit } from './contacts-hit.ts'
import type { Folded } from './folded.ts'
import { leadingPlace, provinceOf } from './provinces.ts'

/**
 * Words after which an address stands: those that say so (some only with a colon or a number, for `đc` is `được` too), and
 * those after which sellers write all sorts of things.
 */
const CUE =
  /(?<!\p{L})(?:((?:địa chỉ|dia chi|đ\/c|d\/c|đchỉ|address)(?:[^:.,;\d]{0,40}:)?|(?:đc|add|dc) ?(?=[:\-–]|\d|số))|(?:(showroom|chi nhánh|cơ sở|(?:cs|cn)(?= ?\d)|văn phòng|trụ sở)|cửa hàng|kho hàng|kho|shop|xem hàng|giao dịch|xưởng)(?: ?\d{1,2}(?![\d/]))?(?: (?:tại|ở|o))?)(?: (?:ở|tại))? ?[:.\-–]? ?(?=[\p{L}\d])/gu
/** A house number and a name, then a comma: an address without a word for it. */
const HOUSE =
  /(?<![\p{L}\d.,/])(?:số nhà |số |sn |lô |ki ?ốt )?[a-z]?\d{1,4}[a-z]?(?:\/\d{1,4}[a-z]?){0,4}(?: bis)? (?=\p{L})[^,;|.:]{2,40}[,\-–]/gu
/** What a part with a ward, a district or a town begins with. */
const UNIT =
  /^(?:quận|quan|q|huyện|huyen|phường|phuong|p|xã|xa|thị trấn|thị xã|tx|tt|tp|thành phố|thanh pho|tỉnh|tinh|khu phố|kp|ấp|thôn|kcn|khu công nghiệp|kđt|khu đô thị)(?:[. ]{1,2}|(?=\d))[\p{L}\d]/u
const STREET =
  /^(?:(?:số|sn|lô|ki ?ốt|ngõ|ngách|hẻm|kiệt|đường|phố|tòa|toà|chung cư|chợ|tầng|quốc lộ|ql|thôn|ấp) |[a-z]?\d{1,4}[a-z]?(?:\/\d{1,4}[a-z]?)* \p{L})/u
const STREET_WORD = /(?:^(?:số|sn|lô|ki ?ốt)|(?:^|[ \d])(?:ngõ|ngách|hẻm|kiệt|đường|phố)) |^[a-z]?\d{1,4}[a-z]?\/\d/u
/** What ends an address on its line. */
const END =
  /[;|•★☎📞🔥\n!?*\ufffd]|https?:|--|cơ s[ởỏ] ?\d|showroom|chi nhánh|(?<!\p{L})(?:cs|cn) ?\d|(?<![\p{L}])(?:sđt|sdt|đt|tel|hotline|zalo|lh|liên hệ|phone|điện thoại|email|mail|fb|facebook|web|website|mst|mã số thuế|giờ|mở cửa|ship|giao hàng|giá|call|inbox|ib|stk|bảo hành|cam kết|chuyên)(?!\p{L})|[([]|(?<!(?:^|[ ,.])(?:p|q|f|tp|h|tx|tt|x|đ|kp|số|st|d|t))\. |\d(?:[ .]?\d){8}/u
const LONGEST = 160
/** Chains list many branches; nobody lists more. */
const MOST = 60
/** Places looked at: a text of nothing but the word for an address stays cheap. */
const MOST_TRIED = 300
const PART = /[^,\-–]+/g

/** Addresses, as written, up to the end of what belongs to them. */
export function addressesIn(input: string, folded: Folded): Hit[] {
  const { text } = folded
  const lineEnds = linesOf(input, folded)
  const found: Hit[] = []
  const add = (from: number, accepts: (address: Address) => boolean): void => {
    if (found.length >= MOST || found.some((one) => one.from <= from && from < one.to)) return
    const line = lineEnds.find((end) => end > from) ?? text.length
    const rest = text.slice(from, Math.min(line, from + LONGEST))
    const body = rest.slice(0, END.exec(rest)?.index ?? rest.length)
    // `Địa chỉ của cá nhân chịu trách nhiệm: …`
    const colon = trimmed(body).text.lastIndexOf(':') + 1
    const skipped = colon + (/^\s*/.exec(body.slice(colon))?.[0].length ?? 0)
    const address = trimmed(body.slice(skipped))
    if (address.text.length < 2 || !accepts(address)) return
    const start = from + skipped
    found.push({
      kind: 'address',
      value: address.text.replace(/\s+/g, ' '),
      from: start,
      to: start + address.text.length,
    })
  }
  for (const { 0: cue, 1: plain, 2: branch, index } of first(text.matchAll(CUE)))
    add(index + cue.length, plain !== undefined ? isSaid : branch !== undefined ? isBranch : isSure)
  if (/\d/.test(text)) for (const { index } of first(text.matchAll(HOUSE))) add(index, isSure)
  return found
}

function* first<T>(all: Iterable<T>): Generator<T> {
  let count = 0
  for (const one of all) {
    if (count++ === MOST_TRIED) return
    yield one
  }
}

/** Ends of the input's lines, in the folded text, where line breaks are spaces. */
function linesOf(input: string, { starts }: Folded): number[] {
  const ends: number[] = []
  let from = 0
  for (const { index } of input.matchAll(/[\n\r]/g)) {
    while (from < starts.length && (starts[from] ?? 0) < index) from++
    ends.push(from)
  }
  return ends
}

interface Address {
  readonly text: string
  /** Parts that name a ward, district, town or province. */
  readonly named: number
  readonly street: boolean
}

/** Up to the last part that names a place: what follows on the line is something else. */
function trimmed(body: string): Address {
  let [end, named, at] = [0, 0, 0]
  for (const { 0: part, index } of body.matchAll(PART)) {
    const start = index + part.length - part.trimStart().length
    const words = part.trim()
    const place = leadingPlace(words)
    const unit = UNIT.test(words) && words.split(' ').length <= 6
    if (place > 0 || unit) {
      named++
      end = start + (place > 0 ? place : words.length)
    } else if (at === 0) end = start + words.length
    else if (words.length > 40) break
    at++
  }
  return { text: body.slice(0, end).replace(/[^\p{L}\d]+$/u, ''), named, street: STREET.test(body) }
}

/** After a word for an address: a street, a unit or a place, not a sentence. */
const isSaid = ({ text, named }: Address): boolean =>
  named > 0 || (STREET_WORD.test(text) && text.length <= 60) || provinceOf(text) !== null

const isBranch = (address: Address): boolean =>
  isSure(address) || (address.street && address.named > 0 && provinceOf(address.text) !== null)

/** Without one: a province and nothing else, or a street with a ward or district and what tells where they are. */
function isSure({ text, named, street }: Address): boolean {
  if (named === 0) return false
  if (text.length < 4 && !/^(?:hn|sg|hcm)$/.test(text)) return false
  if (!/[\d,]/.test(text)) return named === 1 && text.split(' ').length <= 5 && provinceOf(text) !== null
  return (
    (street || named > 1) &&
    (named > 1 ||
      UNIT.test(
        text
          .split(/[,\-–]/)
          .at(-1)
          ?.trim() ?? '',
      )) &&
    provinceOf(text) !== null
  )
}
