import type { CommanderError, Command as Program } from 'commander'
import { helpMessages } from './i18n/help.ts'
import type { Lang } from './i18n/messages.ts'

/** Help in the reader's language, for the program and every command under it. Call after all commands are declared. */
export function localiseHelp(program: Program, lang: Lang): void {
  const t = helpMessages(lang)
  const walk = (command: Program) => {
    command.helpCommand(false).configureHelp({
      styleTitle: (title) => t.titles[title] ?? title,
      // Folders of this machine say nothing to a reader; the description already names those defaults.
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' && defaultValue !== '' && !defaultValue.startsWith('/')
          ? `${description} ${t.defaultsTo(defaultValue)}`
          : description,
      argumentDescription: ({ description }) => description,
    })
    if (command.parent) command.addHelpText('after', `\n${t.globals}`)
    for (const sub of command.commands) walk(sub)
  }
  walk(program)
}

const KINDS = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'optionMissingArgument',
  'commander.excessArguments': 'excessArguments',
} as const

/** What was wrong with a command line, in the reader's language: the mistake, a suggestion where there is one, where to look. */
export function usageProblem(error: CommanderError, argv: readonly string[], program: Program, lang: Lang): string {
  const t = helpMessages(lang)
  const kind = error.code in KINDS ? KINDS[error.code as keyof typeof KINDS] : null
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  const said = kind === null ? error.message.replace(/^error: /, '') : t[kind](name)
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]
  const command = program.commands.find((one) => argv.includes(one.name()))
  const where = t.seeHelp(command ? `soi ${command.name()}` : 'soi')
  return [`soi: ${said}`, ...(near ? [`  ${t.suggest(near)}`] : []), `  ${where}`].join('\n')
}
