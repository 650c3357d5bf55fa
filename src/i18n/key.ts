import type { KeyRecord } from '../evidence/key-ring.ts'
import { messages } from './messages.ts'

type States = Readonly<Record<KeyRecord['state'], string>>

/** `soi key`. */
export const keyMessages = messages({
  en: {
    about: 'the keys that packs are signed with',
    showAbout: 'all keys of this unit that the ledger names, with their fingerprints for publishing',
    rotateAbout: 'end the use of the key and make a new one; packs signed before stay valid',
    revokeAbout: 'declare that a key is not to be trusted any more (lost, copied); the one in use is replaced',
    pem: 'the public keys too, in PEM',
    json: 'one JSON object a key',
    reason: 'why; stands in the ledger and in every later pack',
    needReason: 'say why in --reason, in at most 500 characters',
    fingerprint: 'fingerprint of the key, or its first 8 digits or more',
    badFingerprint: (text: string) => `${text} is no fingerprint: 8 to 64 digits and letters a–f`,
    notOne: (text: string, n: number) =>
      n ? `${text} stands for ${n} keys; give more digits` : `no key begins with ${text}; see: soi key show`,
    revokedBefore: (key: string) => `${key} is revoked already`,
    none: 'there is no key yet; the first pack makes one',
    notYet: 'not used yet',
    since: (at: string) => `since ${at}`,
    until: (at: string) => `until ${at}`,
    states: { current: 'in use', retired: 'retired', revoked: 'REVOKED' } as States,
    revoked: (key: string) => `revoked: ${key}`,
    replaced: (old: string, made: string) =>
      `no longer signed with: ${old}\nnew key:               ${made}\nPublish the new fingerprint, and that the old one is not used any more.`,
  },
  vi: {
    about: 'các khóa dùng để ký gói chứng cứ',
    showAbout: 'mọi khóa của đơn vị mà sổ cái có ghi, kèm dấu vân tay để công bố',
    rotateAbout: 'thôi dùng khóa hiện tại và tạo khóa mới; các gói đã ký vẫn có giá trị',
    revokeAbout: 'tuyên bố một khóa không còn đáng tin (mất, bị sao chép); khóa đang dùng sẽ được thay',
    pem: 'in cả khóa công khai, dạng PEM',
    json: 'mỗi khóa một đối tượng JSON',
    reason: 'lý do; ghi vào sổ cái và vào mọi gói về sau',
    needReason: 'hãy nêu lý do bằng --reason, không quá 500 ký tự',
    fingerprint: 'dấu vân tay của khóa, hoặc ít nhất 8 ký tự đầu',
    badFingerprint: (text: string) => `${text} không phải dấu vân tay: cần 8 đến 64 chữ số và chữ cái a–f`,
    notOne: (text: string, n: number) =>
      n
        ? `có ${n} khóa bắt đầu bằng ${text}; hãy ghi dài hơn`
        : `không khóa nào bắt đầu bằng ${text}; xem: soi key show`,
    revokedBefore: (key: string) => `${key} đã bị thu hồi từ trước`,
    none: 'chưa có khóa; gói đầu tiên sẽ tạo khóa',
    notYet: 'chưa dùng',
    since: (at: string) => `từ ${at}`,
    until: (at: string) => `đến ${at}`,
    states: { current: 'đang dùng', retired: 'đã thôi dùng', revoked: 'ĐÃ THU HỒI' } as States,
    revoked: (key: string) => `đã thu hồi: ${key}`,
    replaced: (old: string, made: string) =>
      `thôi ký bằng: ${old}\nkhóa mới:     ${made}\nHãy công bố dấu vân tay mới, và rằng khóa cũ không còn dùng.`,
  },
})
