import { fold } from './fold.ts'
import { gazetteer, type Meaning, wordsOf } from './gazetteer.ts'

/** Longer texts are no addresses. */
const LONGEST = 300
const PARTS = /[,;|()/–—\n\r]|(?<=\s)-|-(?=\s)| {3,}/g
/** What may stand before a name without being part of it. Not wards and streets: they bear the names of provinces. */
const BEFORE =
  /^(?:tinh|thanh pho|tp|t p|quan|q|huyen|h|thi xa|tx|thi tran|tt|tai|o|kho|kho hang|shop|khu vuc|kv|toan|noi thanh|trung tam|province|city) /
const AFTER = / (?:viet nam|vietnam|vn|city|province|\d{5,6})$/
const STREET_BEFORE = / (?:duong|pho|d|xa lo|cau|phuong|p|xa|ngo|ngach|hem|kiet|quoc lo|ql|khu pho|thon|ap|\d+[a-z]?)$/
const MOST_WORDS = 5
const LONGEST_NAME = 60

/**
 * The province, as it is named since 1 July 2025, that an address or a place speaks of: `Q.5, TP.HCM` → Hồ Chí Minh,
 * `Dĩ An, Bình Dương` → Hồ Chí Minh. Null when it names none, or when it could be several.
 */
export function provinceOf(text: string): string | null {
  const parts = text
    .slice(0, LONGEST)
    .normalize('NFC')
    .split(PARTS)
    .map(wordsOf)
    .filter(({ plain }) => plain !== '' && !/^(?:viet nam|vietnam|vn|\d+)$/.test(plain))
  const meanings = parts.map(({ plain, marked }, at) => {
    const whole = wholePart(plain, marked)
    return whole ?? (at === parts.length - 1 ? endOf(plain, marked) : null)
  })
  return decide(meanings.flatMap((one) => one ?? []).reverse())
}

/** Length of the name of a place that a folded part of an address begins with, `tp` and the like included; 0 when it begins with none. */
export function leadingPlace(part: string): number {
  const head = part.slice(0, LONGEST_NAME)
  const { text, plain } = fold(head)
  if (text.length !== head.length) return 0
  const words = [...text.matchAll(/[\p{L}\d]+/gu)].slice(0, MOST_WORDS + 2)
  const ends = words.map(({ 0: word, index }) => index + word.length)
  const upTo = (from: string, count: number) =>
    words
      .slice(0, count)
      .map(({ 0: word, index }) => from.slice(index, index + word.length))
      .join(' ')
  for (let count = words.length; count > 0; count--) {
    const found = wholePart(upTo(plain, count), upTo(text, count))
    const end = ends[count - 1] ?? 0
    if (found && (!found.short || end === part.length)) return end
  }
  return 0
}

/** Smaller units stand before larger ones: the last province named is where it is, unless another is named as an equal. */
function decide(lastFirst: readonly Meaning[]): string | null {
  let answer: ReadonlySet<string> | null = null
  let stated = false
  let confirmed = false
  for (const { level, provinces } of lastFirst) {
    const both: Set<string> = new Set([...(answer ?? provinces)].filter((one) => provinces.has(one)))
    if (both.size > 0) {
      confirmed ||= stated && level === 'place'
      stated ||= level === 'province'
      answer = both
    } else if (level === 'province' && !confirmed) return null
  }
  const [only, ...more] = answer ?? []
  return more.length === 0 ? (only ?? null) : null
}

/** A part that is a name and nothing more. */
function wholePart(plain: string, marked: string): Meaning | null {
  let [bare, full] = [numbered(plain), numbered(marked)]
  for (;;) {
    const found = lookUp(bare, full, true)
    if (found) return found
    const cut = BEFORE.exec(bare)?.[0].length ?? 0
    const end = AFTER.exec(bare)?.[0].length ?? 0
    if (cut === 0 && end === 0) return null
    bare = bare.slice(cut, bare.length - end)
    full = full.slice(cut, full.length - end)
  }
}

/** `q 5` and `q5` are `quan 5`. */
const numbered = (words: string): string =>
  words.replace(/^q(?:u[aậ]n)? ?0?(\d{1,2})$/, (whole, n) => `${/ậ/.test(whole) ? 'quận' : 'quan'} ${n}`)

/** The longest name at the end of the last part: `… quận Liên Chiểu Đà Nẵng`. One syllable alone is a person's or a street's name as well. */
function endOf(plain: string, marked: string): Meaning | null {
  const [bare, full] = [plain.replace(AFTER, '').split(' '), marked.split(' ')]
  for (let from = Math.max(1, bare.length - MOST_WORDS); from < bare.length; from++) {
    const words = bare.slice(from).join(' ')
    if (words.length < 6 && !/^(?:tp ?)?hcm$/.test(words) && !words.includes(' ')) continue
    const found = lookUp(words, full.slice(from, bare.length).join(' '), false)
    if (found && !STREET_BEFORE.test(` ${bare.slice(0, from).join(' ')}`)) return found
  }
  return null
}

/** Written without marks a name may be meant; with other marks it is another word (`huệ` is not Huế). */
function lookUp(plain: string, marked: string, whole: boolean): Meaning | null {
  const found = gazetteer().get(plain) ?? []
  return (
    found.find((one) => (one.marked === marked || marked === plain || one.marked === plain) && (whole || !one.short)) ??
    null
  )
}
