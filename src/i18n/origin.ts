import { messages } from './messages.ts'

/** How a page came that no crawler fetched: what `soi show` and the report of a pack say of it. */
export const originMessages = messages({
  en: {
    heading: 'How it came',
    way: {
      'saved-page': 'a page saved by an officer’s own browser, imported',
      archive: 'a web archive (WARC, WACZ or HAR), imported',
      screenshot: 'an officer’s own screenshot, imported; no text was read from it',
      'data-file': 'a row of a data file handed over by a platform or authority',
      browse: 'marked by an officer in a browser that Soi opened',
      capture: 'captured on an officer’s order',
      session: 'fetched with the agency’s own sign-in',
    },
    by: 'brought by',
    file: 'file',
    place: 'place in the file',
    savedAt: 'saved, as the file says (not checked)',
    software: 'saved with, as the file says (not checked)',
    source: 'handed over by, as the officer says',
    session: 'sign-in used for',
    officerScreenshot: 'Screenshot made by the officer, not by Soi; the whole picture:',
  },
  vi: {
    heading: 'Nguồn đến',
    way: {
      'saved-page': 'trang do cán bộ lưu từ trình duyệt của mình, nhập vào',
      archive: 'kho lưu trữ web (WARC, WACZ hoặc HAR), nhập vào',
      screenshot: 'ảnh chụp màn hình do cán bộ tự chụp, nhập vào; không đọc chữ trong ảnh',
      'data-file': 'một dòng của tệp dữ liệu do sàn hoặc cơ quan cung cấp',
      browse: 'cán bộ đánh dấu trong trình duyệt do Soi mở',
      capture: 'chụp theo lệnh của cán bộ',
      session: 'lấy bằng phiên đăng nhập của chính cơ quan',
    },
    by: 'người đưa vào',
    file: 'tệp',
    place: 'vị trí trong tệp',
    savedAt: 'lưu lúc, theo tệp (chưa kiểm chứng)',
    software: 'lưu bằng, theo tệp (chưa kiểm chứng)',
    source: 'bên cung cấp, theo lời cán bộ',
    session: 'phiên đăng nhập dùng cho',
    officerScreenshot: 'Ảnh chụp màn hình do cán bộ chụp, không phải do Soi; ảnh đầy đủ:',
  },
})
