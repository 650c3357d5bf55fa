import type { Gap } from '../evidence/gate.ts'
import { messages } from './messages.ts'

type Words = Readonly<Record<Gap['kind'], string>>

/** What keeps a pack from being whole. */
export const gateMessages = messages({
  en: {
    sighting: (id: number) => `sighting ${id}`,
    kinds: {
      missing: 'missing',
      unsettled: 'the server’s answer is unsettled',
      unsigned: 'the ledger’s head has no timestamp',
    } as Words,
    refused: (n: number) => `the pack would not be whole (${n} ${n === 1 ? 'gap' : 'gaps'}):`,
    more: (n: number) => `and ${n} more`,
    remedy: 'capture these listings again, leave them out, or give --partial: every page then says so',
    stamp: (n: number) => `NOT COMPLETE: ${n} ${n === 1 ? 'gap' : 'gaps'}, listed on the first pages`,
    heading: 'This pack is not complete',
    about: 'It was made with these gaps known and accepted:',
  },
  vi: {
    sighting: (id: number) => `lần ghi nhận ${id}`,
    kinds: {
      missing: 'còn thiếu',
      unsettled: 'trả lời của máy chủ chưa rõ ràng',
      unsigned: 'mã đầu sổ cái chưa có dấu thời gian',
    } as Words,
    refused: (n: number) => `gói sẽ không đầy đủ (${n} chỗ):`,
    more: (n: number) => `và ${n} chỗ khác`,
    remedy: 'hãy chụp lại các tin này, bỏ chúng ra, hoặc thêm --partial: khi đó trang nào cũng ghi rõ',
    stamp: (n: number) => `KHÔNG ĐẦY ĐỦ: ${n} chỗ thiếu, liệt kê ở các trang đầu`,
    heading: 'Gói này không đầy đủ',
    about: 'Người lập đã biết và chấp nhận những chỗ thiếu sau:',
  },
})
export type GateText = ReturnType<typeof gateMessages>
