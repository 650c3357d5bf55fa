import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import pino from 'pino'
import pretty from 'pino-pretty'

/** Opens the file at the first line, so that a command with nothing to say leaves no folder behind. */
function lazyFile(path: string, onLoss: (why: string) => void): { write(line: string): void } {
  let file: ReturnType<typeof pino.destination> | null | undefined
  const open = () => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      return pino.destination({ dest: path, sync: true })
    } catch (error) {
      onLoss(`no log file: ${(error as Error).message}`)
      return null
    }
  }
  return {
    write(line) {
      if (file === undefined) file = open()
      file?.write(line)
    },
  }
}

/** JSON lines into `<home>/logs/soi.log` (info and up), readable lines on stderr (`level` and up). */
export function makeLog(options: { home: string; level: string; colour: boolean }): pino.Logger {
  const stderr = pretty({ colorize: options.colour, destination: 2, sync: true, ignore: 'pid,hostname' })
  const onLoss = (why: string) => process.stderr.write(`soi: ${why}\n`)
  const least = options.level === 'trace' || options.level === 'debug' ? options.level : 'info'
  return pino(
    { level: least, base: { pid: process.pid }, redact: ['headers.cookie', 'headers.authorization'] },
    pino.multistream([
      { level: least, stream: lazyFile(`${options.home}/logs/soi.log`, onLoss) },
      { level: options.level as pino.Level, stream: stderr },
    ]),
  )
}
