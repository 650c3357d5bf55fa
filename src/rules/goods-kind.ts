import type { ClaimKind } from '../domain.ts'
import { workedOut } from '../worked-out.ts'
import type { Subject } from './subject.ts'

/** Goods that need a number of their own kind before they may be sold. */
export type GoodsKind = 'cosmetic' | 'food' | 'drug' | 'device'

/** Names of goods with their marks: without them `kem` is also `kém`, `son` also `sơn`. */
const NAMES: Readonly<Record<GoodsKind, RegExp>> = {
  cosmetic:
    /(?<![\p{L}\d])(?:son (?:môi|dưỡng|lì|tint|kem|bóng)|kem (?:dưỡng|chống nắng|trộn|body|nền|lót|trị|trắng|face|mắt|đánh răng|tẩy|ủ|nám)[\p{L} ]{0,20}|serum|tinh chất dưỡng|toner|sữa rửa mặt|sữa tắm|mặt nạ (?:giấy|đất sét|ngủ|dưỡng)|nước hoa|dầu gội|dầu xả|mascara|phấn (?:nền|phủ|má|mắt|nước)|nước tẩy trang|tẩy trang|xịt khoáng|lăn khử mùi|mỹ phẩm)(?![\p{L}\d])/u,
  food: /(?<![\p{L}\d])(?:viên uống|viên sủi|viên nang (?:thảo|giảm|tăng)[\p{L} ]{0,20}|thực phẩm chức năng|tpcn|thực phẩm bảo vệ sức khỏe|thực phẩm bảo vệ sức khoẻ|collagen (?:uống|nước|dạng uống|bột)|siro (?:ăn ngon|ho|bổ)|trà giảm cân|kẹo (?:giảm cân|ngủ ngon|collagen)|men vi sinh|dầu cá|cốm (?:ăn ngon|tăng)[\p{L} ]{0,12})(?![\p{L}\d])/u,
  drug: /(?<![\p{L}\d])(?:thuốc (?:kháng sinh|hạ sốt|giảm đau|ho|nhỏ mắt|trị|điều trị|chữa|kê đơn|huyết áp|tiểu đường|xương khớp|dạ dày|cảm|tránh thai|mê|ngủ|an thần)[\p{L} ]{0,20}|thuốc tây|kháng sinh)(?![\p{L}\d])/u,
  device:
    /(?<![\p{L}\d])(?:máy đo (?:huyết áp|đường huyết|spo2)|que thử (?:thai|đường huyết|rụng trứng)|khẩu trang y tế|test nhanh|máy trợ thính|nhiệt kế (?:điện tử|hồng ngoại)|máy xông (?:khí dung|mũi họng)|kim tiêm)(?![\p{L}\d])/u,
}
const NOT_FOR_PEOPLE =
  /(?<![\p{L}\d])(?:thú y|cho chó|cho mèo|thủy sản|thuốc lá|thuốc trừ sâu|thuốc nhuộm)(?![\p{L}\d])/u
const SEVERAL = /(?<![\p{L}\d])(?:combo|set|bộ|tặng kèm|kèm|tặng)(?![\p{L}\d])/u

/** Kinds that title and category name; empty where nothing is said or the offer mixes goods. */
export const goodsKinds: (subject: Subject) => ReadonlySet<GoodsKind> = workedOut((subject) => {
  const texts = subject.streams
    .filter(({ asWritten, field: { kind } }) => asWritten && (kind === 'title' || kind === 'category'))
    .map(({ tokens }) => tokens.folded.text)
  return goodsKindsIn(texts.join(' | '))
})

/** The same of title and category, folded. */
export function goodsKindsIn(folded: string): ReadonlySet<GoodsKind> {
  const text = folded.slice(0, 2_000)
  const kinds = (Object.keys(NAMES) as GoodsKind[]).filter((kind) => NAMES[kind].test(text))
  return new Set(SEVERAL.test(text) || NOT_FOR_PEOPLE.test(text) ? [] : kinds)
}

/** Which numbers never belong on which goods; a tablet with a drug number or a gel with a device number may be what it says. */
const FOREIGN: Readonly<Record<GoodsKind, readonly ClaimKind[]>> = {
  food: ['cosmetic', 'device'],
  cosmetic: ['food', 'self-declared'],
  drug: ['food', 'self-declared', 'cosmetic'],
  device: ['food', 'self-declared'],
}

/** Whether numbers of a kind are given to such goods; null where the goods are not clear. */
export function fitsGoods(
  claim: ClaimKind,
  [kind, second]: ReadonlySet<GoodsKind> | readonly GoodsKind[],
): boolean | null {
  return kind && !second ? !FOREIGN[kind].includes(claim) : null
}
