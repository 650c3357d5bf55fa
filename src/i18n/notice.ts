// Long because it is one table of texts.
import type { NoticeChannel } from '../store/api.ts'
import { messages } from './messages.ts'

interface NoticeText {
  readonly about: string
  readonly addAbout: string
  readonly listAbout: string
  readonly target: string
  readonly on: string
  readonly channel: string
  readonly recipient: string
  readonly reference: string
  readonly note: string
  readonly site: string
  readonly limit: string
  readonly json: string
  readonly badChannel: (text: string, choices: string) => string
  readonly badDay: string
  readonly noChannel: string
  readonly done: (id: number, what: string) => string
  readonly none: string
  readonly line: (site: string, key: string, day: string, channel: string, by: string) => string
  readonly channels: Readonly<Record<NoticeChannel, string>>
  readonly title: string
  readonly open: string
  readonly record: string
  readonly saved: string
  readonly labels: Readonly<Record<'on' | 'channel' | 'recipient' | 'reference' | 'note', string>>
  readonly sends: string
}

/** That a platform was told of a listing: `soi notice` and the form beside a listing. */
export const noticeMessages = messages<NoticeText>({
  en: {
    about: 'record that a platform was told of a listing; Soi itself sends nothing',
    addAbout: 'record one: it stands in the ledger, and reports count from its day',
    listAbout: 'notices, newest first',
    target: 'number of a sighting, or site:key of a listing',
    on: 'day on which the platform was told (YYYY-MM-DD, Viet Nam); today where none is given',
    channel: 'portal, email, letter, phone, meeting or other',
    recipient: 'whom at the platform',
    reference: 'number of the letter or of the platform’s ticket',
    note: 'what else is to be said',
    site: 'only of this site',
    limit: 'at most so many',
    json: 'JSON instead of a text for people',
    badChannel: (text, choices) => `${text} is none of: ${choices}`,
    noChannel: 'Choose how the platform was told. Nothing was recorded.',
    badDay: 'That is no day, or it has not come yet.',
    done: (id, what) => `Notice ${id}: ${what}`,
    none: 'No notice was recorded.',
    line: (site, key, day, channel, by) => `${site} ${key}: told on ${day} by ${channel}, recorded by ${by}`,
    channels: {
      portal: 'the platform’s portal',
      email: 'e-mail',
      letter: 'letter',
      phone: 'phone',
      meeting: 'meeting',
      other: 'another way',
    },
    title: 'Platform told',
    open: 'Record a notice to the platform',
    record: 'Record',
    saved: 'The notice was recorded.',
    labels: {
      on: 'Day on which it was told',
      channel: 'By',
      recipient: 'To whom (may stay empty)',
      reference: 'Number of the letter or ticket (may stay empty)',
      note: 'Note (may stay empty)',
    },
    sends: 'Soi sends nothing: record here what was sent.',
  },
  vi: {
    about: 'ghi việc đã báo cho nền tảng về một tin; Soi không tự gửi gì',
    addAbout: 'ghi một lần báo: vào sổ cái, báo cáo tính từ ngày báo',
    listAbout: 'các lần báo, mới nhất trước',
    target: 'số lần ghi nhận, hoặc trang:mã của tin',
    on: 'ngày đã báo nền tảng (YYYY-MM-DD, giờ Việt Nam); không nêu thì là hôm nay',
    channel: 'portal, email, letter, phone, meeting hoặc other',
    recipient: 'người nhận ở nền tảng',
    reference: 'số công văn hoặc mã yêu cầu của nền tảng',
    note: 'điều cần nói thêm',
    site: 'chỉ của trang này',
    limit: 'nhiều nhất bấy nhiêu',
    json: 'JSON thay cho văn bản',
    badChannel: (text, choices) => `${text} không phải là: ${choices}`,
    noChannel: 'Hãy chọn đã báo bằng cách nào. Chưa ghi nhận gì.',
    badDay: 'Ngày không có thật hoặc chưa tới.',
    done: (id, what) => `Lần báo ${id}: ${what}`,
    none: 'Chưa ghi lần báo nào.',
    line: (site, key, day, channel, by) => `${site} ${key}: báo ngày ${day} qua ${channel}, người ghi ${by}`,
    channels: {
      portal: 'cổng của nền tảng',
      email: 'thư điện tử',
      letter: 'công văn',
      phone: 'điện thoại',
      meeting: 'buổi làm việc',
      other: 'cách khác',
    },
    title: 'Đã báo nền tảng',
    open: 'Ghi việc đã báo nền tảng',
    record: 'Ghi lại',
    saved: 'Đã ghi lần báo.',
    labels: {
      on: 'Ngày đã báo',
      channel: 'Qua',
      recipient: 'Người nhận (có thể để trống)',
      reference: 'Số công văn hoặc mã yêu cầu (có thể để trống)',
      note: 'Ghi chú (có thể để trống)',
    },
    sends: 'Soi không gửi gì: ghi ở đây việc đã gửi.',
  },
})
