import { messages } from './messages.ts'

/** `soi read`, and why a page is no listing. */
export const readMessages = messages({
  en: {
    about: 'read one page (URL, or a file saved by a browser) and print its listings as JSON Lines',
    target: 'URL, or HTML/MHTML file',
    url: 'address the saved page came from',
    forScore: 'print what `soi score` takes instead',
    allowPrivate: 'allow addresses of this machine and of private networks',
    urlTwice: '--url says where a saved file came from; a URL that is fetched says so itself',
    noFile: (file: string) => `${file} cannot be read: no such file, or no permission`,
    notServed: (kind: string, reasons: string) => `the page was not served (${kind}): ${reasons}`,
    notAListing: (why: string) => `not a listing: ${why}`,
    whyNot: {
      'many-goods': 'the page lists several goods (category, search or front page); `soi check` visits them',
      'empty-index': 'the page says that it found nothing',
      article: 'the page is an article',
      'no-title': 'the page names nothing',
      'no-goods': 'the page offers nothing for sale',
      'addresses-only': 'it lists addresses alone (a sitemap or a feed); `soi check` visits them',
    } as Readonly<Record<string, string>>,
  },
  vi: {
    about: 'đọc một trang (URL hoặc tệp trình duyệt đã lưu) và in các tin rao dưới dạng JSON Lines',
    target: 'URL, hoặc tệp HTML/MHTML',
    url: 'địa chỉ gốc của trang đã lưu',
    forScore: 'in dữ liệu đầu vào cho `soi score`',
    allowPrivate: 'cho phép địa chỉ của máy này và của mạng nội bộ',
    urlTwice: '--url chỉ dùng cho tệp đã lưu; trang tải từ URL đã có sẵn địa chỉ',
    noFile: (file: string) => `không đọc được ${file}: tệp không tồn tại hoặc không có quyền đọc`,
    notServed: (kind: string, reasons: string) => `máy chủ không trả về nội dung trang (${kind}): ${reasons}`,
    notAListing: (why: string) => `không phải tin rao bán: ${why}`,
    whyNot: {
      'many-goods':
        'trang liệt kê nhiều mặt hàng (danh mục, tìm kiếm hoặc trang chủ); dùng `soi check` để xem từng tin',
      'empty-index': 'trang báo không tìm thấy kết quả nào',
      article: 'trang là một bài viết',
      'no-title': 'trang không có tên hàng hóa',
      'no-goods': 'trang không chào bán hàng hóa nào',
      'addresses-only': 'chỉ liệt kê địa chỉ (sơ đồ trang hoặc nguồn cấp tin); dùng `soi check` để xem từng tin',
    } as Readonly<Record<string, string>>,
  },
})
