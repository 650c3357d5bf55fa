import { messages } from './messages.ts'

export const serveMessages = messages({
  en: {
    about: 'the console for analysts, in the browser; ends on Ctrl-C',
    host: 'address to listen on; others than 127.0.0.1 belong behind a proxy that speaks TLS',
    port: 'port to listen on; 0 takes any free one',
    trustProxy: 'a proxy stands before it: take its X-Forwarded-Proto and X-Forwarded-For',
    publicTips: 'open the form for tips at /tips/new to everybody',
    noSchedule: 'begin no scheduled sweeps here; "soi schedule" may run beside it',
    allowPrivate: 'sweeps made in the console may visit private and loopback addresses (an intranet mirror)',
    badPort: (text: string) => `${text} is no port: give a number from 0 to 65535`,
    serving: (url: string) => `The console is at ${url} (Ctrl-C ends it)`,
    firstLink: (url: string) =>
      `There is no account yet. Make the first administrator here, once, within a day:\n  ${url}`,
  },
  vi: {
    about: 'bàn làm việc cho cán bộ, dùng trong trình duyệt; nhấn Ctrl-C để dừng',
    host: 'địa chỉ lắng nghe; nếu khác 127.0.0.1 thì đặt sau một proxy có TLS',
    port: 'cổng lắng nghe; 0 là cổng trống bất kỳ',
    trustProxy: 'có proxy đứng trước: tin X-Forwarded-Proto và X-Forwarded-For của nó',
    publicTips: 'mở trang nhận phản ánh /tips/new cho mọi người',
    noSchedule: 'không chạy các đợt quét theo lịch ở đây; có thể dùng "soi schedule" chạy riêng',
    allowPrivate: 'cho phép đợt quét tạo trong bàn làm việc xem địa chỉ nội bộ (bản sao trong mạng nội bộ)',
    badPort: (text: string) => `${text} không phải là cổng: hãy cho một số từ 0 đến 65535`,
    serving: (url: string) => `Bàn làm việc ở ${url} (nhấn Ctrl-C để dừng)`,
    firstLink: (url: string) =>
      `Chưa có tài khoản nào. Tạo người quản trị đầu tiên tại đây, một lần, trong vòng một ngày:\n  ${url}`,
  },
})
