import { messages } from './messages.ts'

/** What `soi rules calibrate` and `soi rules new` print. */
export const careMessages = messages({
  en: {
    calibrateHeads: ['rule', 'fired', 'own category', 'any label', 'alone', 'strength', 'proposed'],
    excuseHeads: ['rule that lowers', 'applied', 'legitimate', 'alarms spared', 'violating lost', 'strength'],
    measured: (listings: number, violating: string) =>
      `${listings} listings, violating ${violating}. A market has far fewer: precisions measured here flatter.`,
    prior: (least: number) =>
      `Proposed: mean of the posterior with prior Beta(1, 1) on the share that carries the rule's own category, never above that share; none below ${least} listings. Nothing was changed.`,
    neverFired: (rules: string) => `Never fired: ${rules}`,
    neverAlone: (rules: string) => `Fired, but never as the only rule: ${rules}`,
    none: 'none',
    written: (path: string) =>
      `${path} is written. Fill in what stands in ‹…›; until then \`soi rules test\` fails and the rule fires on nothing.`,
    badPath: (path: string, families: string) =>
      `"${path}" is no <family>/<id>: the id is lower-case words joined by hyphens; the families are ${families}`,
    exists: (path: string) => `${path} is there already; nothing was written`,
    taken: (id: string, path: string) => `the id ${id} is taken by ${path}; nothing was written`,
  },
  vi: {
    calibrateHeads: ['quy tắc', 'số lần bắt', 'đúng nhóm', 'có nhãn bất kỳ', 'bắt một mình', 'độ mạnh', 'đề xuất'],
    excuseHeads: ['quy tắc giảm', 'số lần', 'hợp pháp', 'tránh báo oan', 'bỏ lọt', 'độ mạnh'],
    measured: (listings: number, violating: string) =>
      `${listings} tin, tỷ lệ vi phạm ${violating}. Thị trường thật thấp hơn nhiều: độ chính xác đo ở đây cao hơn thực tế.`,
    prior: (least: number) =>
      `Đề xuất: trung bình hậu nghiệm với tiên nghiệm Beta(1, 1) của tỷ lệ mang đúng nhóm của quy tắc, không vượt tỷ lệ đo được; dưới ${least} tin thì không đề xuất. Không tệp nào bị sửa.`,
    neverFired: (rules: string) => `Chưa bắt lần nào: ${rules}`,
    neverAlone: (rules: string) => `Có bắt nhưng không lần nào một mình: ${rules}`,
    none: 'không có',
    written: (path: string) =>
      `Đã tạo ${path}. Hãy điền những chỗ ‹…›; khi chưa điền, \`soi rules test\` sẽ báo lỗi và quy tắc không bắt gì.`,
    badPath: (path: string, families: string) =>
      `“${path}” không phải <họ>/<mã>: mã gồm chữ thường nối bằng gạch ngang; các họ là ${families}`,
    exists: (path: string) => `${path} đã có; không ghi gì`,
    taken: (id: string, path: string) => `mã ${id} đã được ${path} dùng; không ghi gì`,
  },
})
