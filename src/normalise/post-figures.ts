/** Which figures of a post are money, by their unit or by what stands beside them. */
import { type Around, askedBy, isForOne } from './post-context.ts'
import type { Figure } from './vnd-figures.ts'
import { FREE_AFTER } from './vnd-units.ts'

/** A unit of money says so; slang and bare figures need a price word, a piece they are for, or the start of the post. */
export function isMoney(text: string, figure: Figure, around: Around, reduced: boolean): boolean {
  if (figure.kind === 'sure') return true
  const asked = askedBy(around)
  if (/^\d{2,}m[23](?!\d)/.test(text.slice(figure.from, figure.to + 1))) return false // an area
  if (figure.kind === 'weak' && isCount(text, figure, around.after)) return false
  if (figure.kind === 'weak') return asked > 0 || reduced || isSlang(text, figure, around)
  const printed = text.slice(figure.from, figure.to)
  const one = isForOne(around)
  if (
    /^[1-9]\d{1,2}$/.test(printed) &&
    (one === 'after' ||
      (one === 'before' && /^ ?(?:\d{1,3} ?\p{L}|$)/u.test(around.after)) ||
      (one === 'before' && FREE_AFTER.test(around.after)))
  )
    return true
  if (/^0|^(?:19|20)\d\d$/.test(printed) || /^[/:.]?[\p{L}\d]/u.test(around.after)) return false
  if (/^\d{1,3}(?:[.,]\d{3}){1,3}$/.test(printed))
    return (asked === 2 && printed.length > 5) || FREE_AFTER.test(around.after)
  if (figure.value !== null && (figure.value < 10_000 || printed.length > 9)) return false
  if (/^\d{5,}$/.test(printed) && !/(?:00|999)$/.test(printed)) return false // a number of a model or an order
  return asked === 2 || reduced || (asked === 1 && FREE_AFTER.test(around.after))
}

/** `5 chai 200k`, `2 lít 260k`: so many bottles for that price. */
const isCount = (text: string, { from, to }: Figure, after: string): boolean => {
  const printed = text.slice(from, to)
  return (
    /^\d+ (?:chai|lít|lit|quả|qua)(?: \d+ ?(?:k|nghìn|ngàn))$/u.test(printed) ||
    (/^\d+ ?(?:chai|lít|lit|quả|qua)$/u.test(printed) && /^[ :=]{1,3}\d/.test(after))
  )
}

/** `5 chục/cái`, `, 4m2 bao ship`, `, 850 cành thôi`: a clause of its own, or for one piece. `1 lít mật ong` is a measure. */
function isSlang(text: string, figure: Figure, around: Around): boolean {
  const one = isForOne(around)
  if (one === 'after' || (one === 'before' && FREE_AFTER.test(around.after))) return true
  const printed = text.slice(figure.from, figure.to)
  if (!/[\p{L}\d]/u.test(text.slice(0, figure.from)))
    return (
      /\d$|m$/.test(printed) ||
      FREE_AFTER.test(around.after) ||
      /^ (?:con|cái|chiếc|đôi|bộ|em|cặp|cai|chiec|doi|bo|cap)(?!\p{L})/u.test(around.after)
    )
  if (/(?:củ|cu) (?:\d|\p{L}+)$|(?:củ|cu)\d$/u.test(printed)) return true
  const free = FREE_AFTER.test(around.after)
  if (/^\d+ ?(?:củ|cu|cành|canh)(?: ?\d+| rưỡi| ruoi)?$/.test(printed))
    return free && /(?:^|[,|:.(!]) ?$/u.test(around.before)
  return free && /\d$/.test(printed) && /(?:^|[,|:]) ?$/.test(around.before) && /^ ?\p{L}/u.test(around.after)
}

/** `balo da bò, 480, ai thích`, `390 fs`: a number of thousands that is a clause of its own. */
export const isAlone = (text: string, figure: Figure, { before, after }: Around): boolean =>
  figure.kind === 'bare' &&
  /^[1-9]\d{1,2}$/.test(text.slice(figure.from, figure.to)) &&
  /(?:^|[,|:]) ?$/.test(before) &&
  /^(?: ?(?:$|[,|])| (?:fs|ship|free ?ship|bao ship)(?!\p{L}))/u.test(after)

/** What a number counts that is no price. */
const SIZED =
  /(?<!\p{L})(?:size|sz|cao|nặng|dài|rộng|sâu|dày|vòng|ngực|eo|mông|phi|pin|số|lớp|hoành|từ|đến|dưới|trên|mã|khoảng)(?: \p{L}+)? $/u

/** `jordan low 290, dunk low 270, samba 260`: three goods or more, each with its thousands; none where money has its unit. */
export function listedIn(text: string, figures: readonly Figure[]): ReadonlySet<Figure> {
  if (figures.some(({ kind }) => kind === 'sure')) return new Set()
  const listed = figures.filter(
    ({ kind, from, to, number }) =>
      kind === 'bare' &&
      number >= 30 &&
      number < 1000 &&
      number % 5 === 0 &&
      /\p{L} $/u.test(text.slice(Math.max(0, from - 3), from)) &&
      !SIZED.test(text.slice(Math.max(0, from - 20), from)) &&
      /^ ?(?:[,|;.]|$)/u.test(text.slice(to, to + 2)),
  )
  return new Set(listed.length >= 3 ? listed : [])
}
