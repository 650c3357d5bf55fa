import { messages } from './messages.ts'

export const demoMessages = messages({
  en: {
    serving: (market: string, social: string) =>
      `Two sample sites with invented goods and sellers are served on this machine:\n  ${market} (marketplace)\n  ${social} (social feed, rendered by script)`,
    now: 'Soi now does its real job on them, with the commands you would type yourself.',
    done: 'That was the whole main job. Everything lies in:',
    evidence: 'evidence store',
    pack: 'evidence pack (open report.html inside; check it with HOW-TO-VERIFY.txt)',
    log: 'log',
    next: 'What to type next:',
    nextCheck: 'check one listing, seller or shop',
    nextShow: 'one sighting with everything that made it',
    nextHelp: 'all commands',
  },
  vi: {
    serving: (market: string, social: string) =>
      `Hai trang mẫu với hàng hóa và người bán hư cấu đang chạy trên máy này:\n  ${market} (sàn giao dịch)\n  ${social} (mạng xã hội, nội dung do script dựng)`,
    now: 'Soi thực hiện công việc thật trên hai trang đó, bằng chính những lệnh mà bạn sẽ gõ.',
    done: 'Đó là toàn bộ công việc chính. Mọi thứ nằm ở:',
    evidence: 'kho chứng cứ',
    pack: 'gói chứng cứ (mở report.html bên trong; kiểm tra theo HOW-TO-VERIFY.txt)',
    log: 'nhật ký',
    next: 'Gõ tiếp:',
    nextCheck: 'kiểm tra một tin rao, người bán hoặc cửa hàng',
    nextShow: 'một lần ghi nhận với mọi căn cứ của nó',
    nextHelp: 'mọi lệnh',
  },
})
