import { messages } from './messages.ts'

/** What `soi capture` says. */
export const captureMessages = messages({
  en: {
    about:
      'capture a page as it is now, whether or not anything speaks against it; with --browse in a browser where you sign in, browse, and mark what counts',
    url: 'http(s) address to begin with',
    browse: 'open a browser of your own: sign in, browse, and mark pages with Ctrl+Shift+S or Enter here',
    headless: 'no window, only the pages marked from here (for machines without a screen)',
    allowPrivate: 'allow private and loopback addresses (an intranet mirror, the sample sites)',
    json: 'print JSON, one line for each captured page',
    session:
      'signed-in session of the agency (Playwright storage state, file mode 0600); its cookies go to the named hosts only',
    sessionHost: 'a host that the session may be used for; may be repeated',
    sessionBrowse: '--session does not go with --browse: there you sign in yourself',
    sessionPair: '--session and --session-host go together',
    noDisplay: 'There is no screen to open a window on; the browser runs unseen, and pages are marked from here.',
    keys: 'Ctrl+Shift+S in the page, or Enter here: keep the page in front · l: list what was kept · q: end',
    profile: (folder: string) => `The browser’s own folder, where you stay signed in: ${folder}`,
    kept: (n: number, url: string) => `${n}. kept: ${url}`,
    whole: 'no listing was recognised: title and visible text were scored as they are',
    line: (id: number, band: string, score: number, title: string) => `#${id} [${band} ${score}] ${title}`,
    missing: (what: string) => `missing: ${what}`,
    remark: (what: string) => `note: ${what}`,
    notKept: (why: string) => `NOT kept: ${why}`,
    noTab: 'no page is open',
    none: 'nothing was kept yet',
    ended: (n: number, run: number) => `${n} pages kept; run ${run}. Next: soi show <id> · soi pack <id…> -o pack.zip`,
    notServed: (verdict: string, reasons: string) => `The page itself says: ${verdict} (${reasons})`,
  },
  vi: {
    about:
      'chụp lại một trang như hiện giờ, dù có dấu hiệu hay không; với --browse thì mở trình duyệt để cán bộ đăng nhập, xem và đánh dấu trang cần giữ',
    url: 'địa chỉ http(s) để bắt đầu',
    browse: 'mở trình duyệt riêng: đăng nhập, xem, và đánh dấu trang bằng Ctrl+Shift+S hoặc Enter ở đây',
    headless: 'không mở cửa sổ, chỉ đánh dấu từ đây (cho máy không có màn hình)',
    allowPrivate: 'cho phép địa chỉ nội bộ (bản sao trong mạng nội bộ, trang mẫu)',
    json: 'in JSON, mỗi trang một dòng',
    session:
      'phiên đăng nhập của cơ quan (Playwright storage state, quyền tệp 0600); cookie chỉ gửi tới các máy chủ đã nêu',
    sessionHost: 'máy chủ được dùng phiên này; có thể lặp lại',
    sessionBrowse: '--session không dùng cùng --browse: ở đó cán bộ tự đăng nhập',
    sessionPair: '--session và --session-host phải đi cùng nhau',
    noDisplay: 'Không có màn hình để mở cửa sổ; trình duyệt chạy ngầm, đánh dấu trang từ đây.',
    keys: 'Ctrl+Shift+S trong trang, hoặc Enter ở đây: giữ trang đang xem · l: liệt kê trang đã giữ · q: kết thúc',
    profile: (folder: string) => `Thư mục riêng của trình duyệt, nơi lưu phiên đăng nhập: ${folder}`,
    kept: (n: number, url: string) => `${n}. đã giữ: ${url}`,
    whole: 'không nhận ra tin rao nào: tiêu đề và chữ trên trang được chấm điểm nguyên văn',
    line: (id: number, band: string, score: number, title: string) => `#${id} [${band} ${score}] ${title}`,
    missing: (what: string) => `còn thiếu: ${what}`,
    remark: (what: string) => `ghi chú: ${what}`,
    notKept: (why: string) => `CHƯA giữ được: ${why}`,
    noTab: 'không có trang nào đang mở',
    none: 'chưa giữ trang nào',
    ended: (n: number, run: number) =>
      `đã giữ ${n} trang; lần chạy ${run}. Tiếp theo: soi show <số> · soi pack <số…> -o goi.zip`,
    notServed: (verdict: string, reasons: string) => `Chính trang này cho biết: ${verdict} (${reasons})`,
  },
})
