import { messages } from './messages.ts'

/** The words commander itself prints; its English titles are the keys. */
export const helpMessages = messages({
  en: {
    titles: {} as Readonly<Record<string, string>>,
    defaultsTo: (value: string) => `(default: ${value})`,
    globals: 'Options that every command takes (--home, --lang, --log-level …): soi --help',
    unknownOption: (name: string) => `unknown option ${name}`,
    unknownCommand: (name: string) => `unknown command ${name}`,
    missingArgument: (name: string) => `an argument is missing: ${name}`,
    optionMissingArgument: (name: string) => `the option ${name} needs a value`,
    excessArguments: (_: string) => 'too many arguments',
    suggest: (name: string) => `Did you mean ${name}?`,
    seeHelp: (command: string) => `→ ${command} --help`,
  },
  vi: {
    titles: {
      'Usage:': 'Cách dùng:',
      'Arguments:': 'Đối số:',
      'Options:': 'Tùy chọn:',
      'Commands:': 'Các lệnh:',
    } as Readonly<Record<string, string>>,
    defaultsTo: (value: string) => `(mặc định: ${value})`,
    globals: 'Tùy chọn chung cho mọi lệnh (--home, --lang, --log-level …): soi --help',
    unknownOption: (name: string) => `không có tùy chọn ${name}`,
    unknownCommand: (name: string) => `không có lệnh ${name}`,
    missingArgument: (name: string) => `thiếu đối số: ${name}`,
    optionMissingArgument: (name: string) => `tùy chọn ${name} cần một giá trị`,
    excessArguments: (_: string) => 'thừa đối số',
    suggest: (name: string) => `Có phải bạn muốn gõ ${name}?`,
    seeHelp: (command: string) => `→ ${command} --help`,
  },
})
