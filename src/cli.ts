// Longer than most: one command line from its words to its exit code.
import { readdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { CommanderError, Command as Program } from 'commander'
import type { Act, Command, Tools } from './commands/command.ts'
import { BadInput } from './errors.ts'
import { ExitCode } from './exit-codes.ts'
import { localiseHelp, usageProblem } from './help.ts'
import { cliMessages } from './i18n/cli.ts'
import { LANGS, type Lang } from './i18n/messages.ts'
import { makeLog } from './log.ts'
import { exitCodeOf } from './outcome.ts'
import { rulesOfHome } from './rules/place.ts'
import { VERSION } from './version.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The outside world of one run; tests pass their own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly signal: AbortSignal
  readonly terminal: boolean
}

/** `en` when the locale says English, Vietnamese otherwise: most who use Soi read Vietnamese. */
function languageOf(argv: readonly string[], env: Surroundings['env']): Lang {
  const at = argv.indexOf('--lang')
  const asked = at >= 0 ? argv[at + 1] : (argv.find((word) => word.startsWith('--lang='))?.slice(7) ?? env['SOI_LANG'])
  const lang = asked ?? ((env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').startsWith('en') ? 'en' : 'vi')
  if (LANGS.includes(lang as Lang)) return lang as Lang
  throw new BadInput(cliMessages('vi').badLang(lang))
}

/**
 * The folder is the registry: every file that exports `command`, in alphabetical order (a name with a hyphen is a part of a
 * command, which loads it when it runs); `only` the one of that name, where there is one, since
 * loading all takes longer than most commands run.
 */
export async function loadCommands(only: string | null = null): Promise<readonly Command[]> {
  const folder = fileURLToPath(new URL('./commands/', import.meta.url))
  const all = readdirSync(folder).filter((file) => /^[a-z]+\.ts$/.test(file))
  const files = all.includes(`${only}.ts`) ? [`${only}.ts`] : all
  // The place stands in the import itself, for whatever puts sources together must know of it.
  const modules = await Promise.all(files.sort().map((file) => import(`./commands/${file.slice(0, -3)}.ts`)))
  const commands = modules.flatMap((module: { command?: Command }) => module.command ?? [])
  return commands.length === 0 ? loadCommands() : commands
}

/** The command that a line names; null where it names none before it asks for help. */
function commandIn(argv: readonly string[]): string | null {
  const valued = ['--home', '--lang', '--log-level', '--sites', '--rules']
  const at = argv.findIndex((word, index) => !word.startsWith('-') && !valued.includes(argv[index - 1] ?? ''))
  const before = argv.slice(0, Math.max(0, at))
  return at === -1 || before.some((word) => ['-h', '--help', '-V', '--version'].includes(word))
    ? null
    : (argv[at] ?? null)
}

type Globals = { home: string; logLevel: string; sites: string[]; rules?: string; color: boolean }

function toolsFor(globals: Globals, lang: Lang, world: Surroundings): Tools {
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'silent']
  if (!levels.includes(globals.logLevel)) throw new BadInput(cliMessages(lang).badLogLevel(globals.logLevel))
  const home = resolve(globals.home)
  const colour = world.terminal && globals.color && !world.env['NO_COLOR']
  return {
    home,
    lang,
    out: world.out,
    err: world.err,
    stdin: world.stdin,
    signal: world.signal,
    log: makeLog({ home, level: globals.logLevel, colour }),
    chromium: world.env['SOI_CHROMIUM'] || null,
    operator: world.env['SOI_OPERATOR'] || userInfo().username,
    unit: world.env['SOI_UNIT'] || null,
    secret: (name) => world.env[name] || null,
    terminal: world.terminal,
    colour,
    display: process.platform !== 'linux' || Boolean(world.env['DISPLAY'] || world.env['WAYLAND_DISPLAY']),
    siteFolders: [`${ROOT}crawlers`, ...globals.sites.map((folder) => resolve(folder))],
    rulesFolder: globals.rules === undefined ? rulesOfHome(home) : resolve(globals.rules),
  }
}

function programFor(lang: Lang, world: Surroundings): Program {
  const t = cliMessages(lang)
  return new Program('soi')
    .description(t.about)
    .version(VERSION, '-V, --version', t.version)
    .helpOption('-h, --help', t.help)
    .helpCommand(false)
    .option('--home <folder>', t.home, world.env['SOI_HOME'] || `${ROOT}data/run`)
    .option('--lang <vi|en>', t.lang)
    .option('--log-level <level>', t.logLevel, world.env['SOI_LOG_LEVEL'] || 'error')
    .option('--sites <folder>', t.sites, (folder: string, all: string[]) => [...all, folder], [])
    .option('--rules <folder>', t.rules)
    .option('--no-color', t.colour)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.out(text.replace(/\n$/, '')),
      // Said by usageProblem, in the reader's language.
      outputError: () => {},
      writeErr: (text) => world.err(text.replace(/\n$/, '')),
    })
}

/** Runs one command line to its end; never throws. Returns the exit code. */
export async function run(argv: readonly string[], world: Surroundings): Promise<ExitCode> {
  let lang: Lang = 'vi'
  let ending: ExitCode = ExitCode.Ok
  let program: Program | null = null
  try {
    lang = languageOf(argv, world.env)
    const made = programFor(lang, world)
    program = made
    const act: Act =
      (action) =>
      async (...args) => {
        ending = await action(toolsFor(made.opts<Globals>(), lang, world), ...args)
      }
    for (const command of await loadCommands(commandIn(argv))) command.declare(made, lang, act)
    localiseHelp(made, lang)
    await made.parseAsync(argv, { from: 'user' })
    return ending
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return ExitCode.Ok
      // Without a command commander has printed the whole help instead.
      if (program && error.code !== 'commander.help') world.err(usageProblem(error, argv, program, lang))
      return ExitCode.Usage
    }
    return exitCodeOf(error, { lang, err: world.err, interrupted: world.signal.aborted })
  }
}

/** The real surroundings of the `soi` command. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const interrupt = new AbortController()
  const terminal = process.stderr.isTTY === true
  process.on('SIGINT', () => {
    if (interrupt.signal.aborted) process.exit(ExitCode.Interrupted)
    interrupt.abort()
    if (terminal) process.stderr.write(`\n${cliMessages('vi').stopping}\n`)
  })
  process.on('SIGTERM', () => interrupt.abort())
  // A reader that closed the pipe (`soi list | head`) has what it wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? 0 : ExitCode.Internal),
  )
  return run(argv, {
    env: process.env,
    stdin: process.stdin,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    signal: interrupt.signal,
    terminal,
  })
}
