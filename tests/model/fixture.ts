import { featuresOf } from '../../src/model/features.ts'
import type { Example } from '../../src/model/weights.ts'
import { parseScoreInput } from '../../src/rules/input.ts'

const COPIES = ['túi rep cao cấp', 'giày siêu cấp như thật', 'đồng hồ bản sao y hệt', 'ví da fake loại đẹp']
const HONEST = ['túi vải may tay', 'giày chính hãng có hóa đơn', 'đồng hồ cũ của nhà dùng', 'ví da xưởng tự làm']
const PLACES = ['ship toàn quốc', 'xem tại cửa hàng', 'nhắn tin em tư vấn', 'giao trong ngày', 'đổi trả bảy ngày']

/** `count` listings, every other one a copy; the same for the same count. */
export const listings = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const violating = at % 2 === 0
    const goods = violating ? COPIES : HONEST
    return {
      id: `n${at}`,
      title: goods[(at >> 1) % goods.length] ?? '',
      description: `${PLACES[at % PLACES.length]}, gọi 09${String(at).padStart(8, '0')}`,
      labels: violating ? ['counterfeit'] : [],
    }
  })

export const examples = (count: number, folds = 4): readonly Example[] =>
  listings(count).map(({ labels, ...fields }, at) => ({
    ...featuresOf(parseScoreInput(fields)),
    violating: labels.length > 0,
    fold: String((at >> 1) % folds),
  }))

export const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
