import { messages } from './messages.ts'

/** What is said of a site that no longer yields what its file expects. */
export const sweepHealthMessages = messages({
  en: {
    broken: (site: string) => `${site} looks BROKEN`,
    notSeen: (site: string) => `${site}: not seen (blocked, unreachable or gone); this says nothing of its site file`,
    listings: (found: number, expected: number) => `${found} listings, at least ${expected} expected`,
    filled: (field: string, share: number, expected: number) =>
      `${field} in ${share} % of listings, ${expected} % expected`,
    layout: (pages: number, read: number) => `${pages} of ${read} pages no longer fit the site file`,
    remedy: (site: string) =>
      `few or no findings there mean nothing; mend crawlers/${site}.ts by the pages in quarantine/${site}`,
  },
  vi: {
    broken: (site: string) => `${site} có vẻ ĐÃ HỎNG`,
    notSeen: (site: string) =>
      `${site}: chưa xem được (bị chặn, không kết nối được hoặc không còn); không nói lên gì về tệp mô tả trang`,
    listings: (found: number, expected: number) => `${found} tin, cần ít nhất ${expected}`,
    filled: (field: string, share: number, expected: number) =>
      `${field} có trong ${share} % số tin, cần ${expected} %`,
    layout: (pages: number, read: number) => `${pages} trên ${read} trang không còn khớp tệp mô tả trang`,
    remedy: (site: string) =>
      `ít hoặc không có dấu hiệu ở đó không có nghĩa gì; hãy sửa crawlers/${site}.ts theo các trang trong quarantine/${site}`,
  },
})
