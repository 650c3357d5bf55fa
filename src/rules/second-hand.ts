import type { Quote } from '../domain.ts'
import type { Stream, Subject } from './subject.ts'
import { quoteFolded, quoteTokens } from './subject.ts'

/** Words of goods that somebody has used. `cũ` alone is judged apart, by its neighbours. */
const USED =
  /(?<![\p{L}\d])(?:2 ?hand|second[ -]?hand|đã qua sử dụng|(?:hàng|đồ|máy|sản phẩm) đã sử dụng|(?:hàng|đồ|máy) (?:đã )?dùng rồi|(?:đồ|hàng) (?:si|cũ)|like ?new|pass lại|cần pass|thanh lý (?:đồ|tủ đồ|cá nhân|máy cũ)|refurb(?:ished)?|pre-?(?:owned|loved)|(?:gently|lightly|barely) used|used (?:once|twice|condition)|ít (?:dùng|mặc)|không (?:dùng|mặc|xài|đi) (?:đến |tới )?nữa|(?:mặc|đi|đeo|xài|mới dùng|dùng được) (?:được |đúng )?(?:một|hai|vài|[1-3]) lần|xước (?:nhẹ|dăm)|(?:ngoại hình|máy đẹp|độ mới|máy) (?:keng )?9\d ?%)(?![\p{L}\d])/gu
const USED_PLAIN =
  /(?<![a-z\d])(?:2 ?hand|second[ -]?hand|da qua su dung|(?:hang|do|may) da su dung|do cu|may cu|xe cu|hang cu|like ?new|pass lai|can pass|thanh ly do|refurb(?:ished)?|khong dung nua|it dung)(?![a-z\d])/g
/** Headings of a shop that sells both: say nothing of this article. */
const MENU = /^(?:hàng|đồ) cũ$/iu
/** A denial, or somebody who takes used things in exchange. */
const DENIED =
  /(?:không|ko|k|chưa|chẳng|khong|chua)(?: hề| phải| bán| nhận| có)?(?: là)?(?: hàng| đồ| máy)? ?$|(?:thu|thu mua|thu lại|đổi|lên đời|nhận)(?: hàng| máy)? ?$/
/** `giá cũ`, `mẫu cũ`: the old price or model of new goods. */
const OLD_OF_ELSE = new Set('giá mẫu bản địa chỉ phố shop tên số thu đổi khách ảnh bài link kho lô đợt chai'.split(' '))
const CONDITION_NAME = /^(?:tinh trang|condition|do moi|tinh trang san pham)$/
const CONDITION_USED = /(?:đã sử dụng|đã qua sử dụng|cũ|used|second ?hand|2 ?hand|like ?new|da su dung|9\d ?%)/

/** The goods are said to be used: by their words, by the attribute of condition, or by `cũ` after what is sold. */
export function secondHand(subject: Subject): Quote[] | null {
  const names = new Map(
    subject.streams.flatMap(({ attributeName, field, tokens }) =>
      attributeName ? [[field, tokens.folded.plain.trim()] as const] : [],
    ),
  )
  const quotes = subject.streams
    .filter(({ asWritten, attributeName }) => asWritten && !attributeName)
    .flatMap((stream) => {
      const { kind } = stream.field
      if (kind === 'attributes') return ofCondition(stream, names.get(stream.field) ?? '')
      if (kind === 'title' || kind === 'category') return [...ofWords(stream), ...ofOld(stream)]
      return kind === 'description' || kind === 'ocr' ? ofWords(stream).filter(({ text }) => !MENU.test(text)) : []
    })
  return quotes.length > 0 ? quotes : null
}

function ofWords({ field, tokens }: Stream): Quote[] {
  const { folded, unaccentedText } = tokens
  const text = unaccentedText ? folded.plain : folded.text
  const found = [...text.matchAll(unaccentedText ? USED_PLAIN : USED)].slice(0, 20)
  return found
    .filter(({ index }) => !DENIED.test(text.slice(Math.max(0, index - 28), index)))
    .map(({ index, 0: words }) => quoteFolded(field, folded, index, index + words.length))
}

function ofOld(stream: Stream): Quote[] {
  const { tokens } = stream
  return tokens.marked.flatMap((word, at) => {
    const before = tokens.marked[at - 1] ?? ''
    const exchanged = tokens.marked[at + 1] === 'đổi' || tokens.marked[at + 1] === 'lấy'
    if (word !== 'cũ' || at === 0 || OLD_OF_ELSE.has(before) || exchanged) return []
    const around = tokens.marked.slice(Math.max(0, at - 4), at)
    return around.some((each) => ['không', 'chưa', 'thu', 'đổi'].includes(each))
      ? []
      : [quoteTokens(stream, at - 1, at + 1)]
  })
}

function ofCondition({ field, tokens }: Stream, name: string): Quote[] {
  const text = tokens.folded.text.slice(0, 80)
  const match = CONDITION_NAME.test(name) ? CONDITION_USED.exec(text) : null
  if (!match || DENIED.test(text.slice(0, match.index))) return []
  return [quoteFolded(field, tokens.folded, match.index, match.index + match[0].length)]
}
