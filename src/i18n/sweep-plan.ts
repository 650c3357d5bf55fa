import type { RobotsRecord } from '../domain.ts'
import { messages } from './messages.ts'

type Decisions = Readonly<Record<RobotsRecord['decision'], string>>

/** What `soi sweep plan` and `soi sweep show` say. */
export const sweepPlanMessages = messages({
  en: {
    planAbout:
      'say how many requests a sweep file will send to each host and how long that takes; asks for robots.txt only',
    showAbout: 'one run again: coverage, broken sites, what each robots.txt said',
    id: 'number of the run, as soi sweep list shows it',
    host: 'host',
    starts: 'first pages',
    robots: 'robots.txt',
    visits: 'visits',
    apart: 'one request each',
    lasts: 'lasts',
    allowed: 'allowed',
    refused: (n: number) => `${n} refused`,
    seconds: (n: number) => `${n.toLocaleString('en-GB', { maximumFractionDigits: 2 })} s`,
    minutes: (n: number) => `${n} min`,
    basis: (id: number) => `Visits as in run ${id}, the newest under this name.`,
    noBasis: (most: number) => `No earlier run under this name: at most ${most} visits.`,
    total: (n: number) => `About ${n} ${n === 1 ? 'minute' : 'minutes'} in all, hosts side by side.`,
    opensAt: (when: string) => `Outside its hours now: asking begins ${when}.`,
    paused: (when: string) => `Outside the hours of this sweep: waiting until ${when}.`,
    browserPages: (n: number, all: number) => `Pages that needed a browser: ${n} of ${all}.`,
    robotsSaid: 'What robots.txt said',
    decisions: {
      rules: 'rules followed',
      'all allowed': 'all allowed',
      'all disallowed': 'all disallowed',
      overridden: 'overridden by a person',
    } as Decisions,
  },
  vi: {
    planAbout: 'cho biết một tệp quét sẽ gửi bao nhiêu yêu cầu tới từng máy chủ và mất bao lâu; chỉ hỏi robots.txt',
    showAbout: 'xem lại một lần chạy: phạm vi, trang hỏng, robots.txt của từng nơi',
    id: 'số của lần chạy, như soi sweep list hiển thị',
    host: 'máy chủ',
    starts: 'trang đầu',
    robots: 'robots.txt',
    visits: 'lượt xem',
    apart: 'mỗi yêu cầu cách',
    lasts: 'kéo dài',
    allowed: 'cho phép',
    refused: (n: number) => `không cho ${n}`,
    seconds: (n: number) => `${n.toLocaleString('vi-VN', { maximumFractionDigits: 2 })} giây`,
    minutes: (n: number) => `${n} phút`,
    basis: (id: number) => `Số lượt theo lần chạy ${id}, mới nhất mang tên này.`,
    noBasis: (most: number) => `Chưa có lần chạy nào mang tên này: nhiều nhất ${most} lượt.`,
    total: (n: number) => `Tổng cộng khoảng ${n} phút, các máy chủ chạy song song.`,
    opensAt: (when: string) => `Hiện ngoài khung giờ: bắt đầu hỏi lúc ${when}.`,
    paused: (when: string) => `Ngoài khung giờ của đợt quét: chờ đến ${when}.`,
    browserPages: (n: number, all: number) => `Số trang phải dùng trình duyệt: ${n} trên ${all}.`,
    robotsSaid: 'robots.txt nói gì',
    decisions: {
      rules: 'theo quy tắc',
      'all allowed': 'cho phép tất cả',
      'all disallowed': 'cấm tất cả',
      overridden: 'được người vận hành bỏ qua',
    } as Decisions,
  },
})
