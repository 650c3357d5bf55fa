import type { Quote } from '../domain.ts'
import type { Hit, Stream, Subject } from './subject.ts'
import { quoteTokens } from './subject.ts'

/** Makers' names that a part may fit; the part's own maker is somebody else. Without marks, one word each. */
const DEVICES = new Set(
  'apple iphone ipad ip macbook airpods airpod imac samsung galaxy oppo vivo realme xiaomi redmi poco huawei nokia sony playstation ps4 ps5 xbox nintendo switch gopro dji canon nikon fujifilm dyson roborock ecovacs philips panasonic daikin makita bosch dewalt garmin casio honda yamaha toyota vinfast mazda hyundai kia suzuki piaggio vespa laptop dell hp lenovo asus acer kindle watch'.split(
    ' ',
  ),
)
/** Words that lead to the machine a part fits, each with its marks. */
const RELATIONS: readonly (readonly string[])[] = [
  'dành cho',
  'dùng cho',
  'lắp cho',
  'lắp vừa',
  'thay thế cho',
  'gắn cho',
  'tương thích với',
  'tương thích',
  'phù hợp với',
  'phù hợp',
  'compatible with',
  'replacement for',
  'cho',
  'for',
  'fits',
].map((words) => words.split(' '))
/** Between the relation and the name: `cho dòng máy iPhone`, `cho các loại đồng hồ Garmin`. */
const FILLERS = new Set(
  'dòng máy các loại mọi tất cả điện thoại đồng hồ tai nghe xe chiếc hãng your the series'.split(' '),
)
/** `bán cho`, `quà tặng cho`: to somebody, not for something. */
const GIVING = new Set('bán tặng quà gửi giao mua đặt nhường'.split(' '))

const phrases = (list: string) => list.split('|').map((words) => words.split(' '))
/** Parts that the maker of the machine seldom makes himself. */
const PARTS = phrases(
  'ốp lưng|ốp|bao da|kính cường lực|cường lực|miếng dán|dán màn hình|dán lưng|dây đeo|dây đồng hồ|khay sim|giá đỡ|giá treo|giá để|đế sạc|chân đế|hộp đựng|túi đựng|bao đựng|túi chống sốc|case|skin|bộ lọc|lõi lọc|màng lọc|đầu chổi|chổi quét|túi rác|phụ kiện|linh kiện|phụ tùng|kính camera',
)
/** Parts he does make: only where they are called replacements or compatible. */
const OWN_PARTS = phrases('pin|cáp|củ sạc|sạc|màn hình|bàn phím|vỏ|nắp lưng|dây sạc|loa|điều khiển|remote')
const REPLACEMENT = phrases('thay thế|linh kiện|tương thích|compatible|replacement|hãng thứ ba|bên thứ ba')
const MAKERS_OWN =
  /(?:chính hãng|zin|chính chủ) (?:của |hãng )?(?:apple|samsung|dyson|xiaomi|sony|garmin|honda|yamaha|toyota|piaggio|canon|hp)|(?:apple|samsung|dyson|xiaomi|sony|garmin|honda|yamaha|toyota|piaggio|canon|hp) (?:chính hãng|zin)/

const titleOf = ({ streams }: Subject) => streams.find(({ field, asWritten }) => field.kind === 'title' && asWritten)

/** The phrase stands at this word; a title written without marks is read without them. */
function stands({ tokens }: Stream, at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, k) => {
    const there = tokens.marked[at + k]
    if (k > 0 && tokens.gap[at + k] !== 0) return false
    return there === word || (tokens.unaccentedText && there === bareOf(word))
  })
}
const bareOf = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')

const standing = (stream: Stream, at: number, list: readonly (readonly string[])[]) =>
  list.find((phrase) => stands(stream, at, phrase)) ?? null

/**
 * The goods are a part or an accessory, and the name in the title is the machine it fits: `Ốp lưng cho iPhone 15`.
 * Not: a gift beside the machine, a brand's own accessory, goods that bear another famous name before the relation.
 */
export function compatiblePart(subject: Subject, brands: number): Quote[] | null {
  const title = titleOf(subject)
  if (!title || MAKERS_OWN.test(title.tokens.folded.text)) return null
  const named = firstNamed(title, subject.hits.get(brands) ?? [])
  for (let at = 0; at < Math.min(title.tokens.count, 60); at++) {
    if (at > named) return null
    const end = partFor(title, at, named) ?? relatedTo(title, at, named)
    if (end !== null) return [quoteTokens(title, at, end)]
  }
  return null
}

/** The first word of the title that names a machine or a famous brand. */
function firstNamed(title: Stream, brands: readonly Hit[]): number {
  const places = brands.filter(({ stream, from, to }) => stream === title && to > from).map(({ from }) => from)
  const device = title.tokens.plain.findIndex((word) => DEVICES.has(word))
  return Math.min(...places, device < 0 ? Number.POSITIVE_INFINITY : device)
}

/** `Kính cường lực iPhone 13`: the part, then a machine soon after it. */
function partFor(title: Stream, at: number, named: number): number | null {
  const { tokens } = title
  const part = standing(title, at, PARTS) ?? (replacing(title) ? standing(title, at, OWN_PARTS) : null)
  const after = at + (part?.length ?? 0)
  // A desktop's case is the machine itself.
  if (part?.[0] === 'case' && tokens.plain[after] === 'may') return null
  if (!part || at > 5 || named < after || named > after + 5) return null
  return DEVICES.has(tokens.plain[named] ?? '') && !parted(title, after, named) ? named + 1 : null
}

const replacing = (title: Stream) => title.tokens.marked.some((_, at) => standing(title, at, REPLACEMENT) !== null)

const parted = ({ tokens }: Stream, from: number, to: number) =>
  tokens.gap.slice(from, to + 1).includes(2) || tokens.marked.slice(from, to).some((word) => GIVING.has(word))

/** `Pin cho Dyson V8`: a relation, at most a few filling words, then the name. Nothing famous stands before it. */
function relatedTo(title: Stream, at: number, named: number): number | null {
  const relation = at > 0 && !GIVING.has(title.tokens.marked[at - 1] ?? '') ? standing(title, at, RELATIONS) : null
  if (!relation) return null
  let next = at + relation.length
  while (next < named && FILLERS.has(title.tokens.marked[next] ?? '')) next++
  return next === named && DEVICES.has(title.tokens.plain[named] ?? '') ? named + 1 : null
}
