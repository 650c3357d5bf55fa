import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { visitable } from '../egress/resolve.ts'
import { BadInput, NoInput, Refused } from '../errors.ts'
import { parseYaml } from '../yaml.ts'
import { type Given, type GivenChannel, SETTINGS } from './schema.ts'

/** A channel with its secrets; these go nowhere but to the channel itself. */
export type Channel = GivenChannel & {
  readonly address: string | null
  readonly secret: string | null
}

export interface NoticeSettings {
  readonly consoleUrl: string | null
  readonly channels: readonly Channel[]
}

/** Looks a name up in the environment of the command; null where it is not set. */
export type SecretOf = (name: string) => string | null

export const settingsFile = (home: string): string => join(home, 'notify.yaml')

async function fileText(path: string): Promise<string> {
  return (
    await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      throw new NoInput(`${path} cannot be read (${cause.code}); notify.yaml names it`, { cause })
    })
  ).trim()
}

interface Asked {
  readonly what: string
  readonly plain?: string | undefined
  readonly file?: string | undefined
  readonly env?: string | undefined
}

/** From exactly one place. BadInput names the channel and the key, never what was found. */
async function secretFrom(asked: Asked, channel: string, home: string, secretOf: SecretOf): Promise<string | null> {
  const { what, plain, file, env } = asked
  const given = [plain, file, env].filter((each) => each !== undefined)
  if (given.length > 1) throw new BadInput(`notify.yaml: channel ${channel}: give ${what} once`)
  if (plain !== undefined) return plain
  const found = file !== undefined ? await fileText(resolve(home, file)) : env !== undefined ? secretOf(env) : null
  if (given.length === 1 && !found)
    throw new BadInput(`notify.yaml: channel ${channel}: ${what} is empty or not set (${file ?? env})`)
  return found
}

/** The guard's own reason may hold the address, which may be a secret: only that there is one is told. */
function isPlain(address: string): boolean {
  try {
    return visitable(address).href !== ''
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

async function withSecrets(channel: GivenChannel, home: string, secretOf: SecretOf): Promise<Channel> {
  const { name } = channel
  const from = (asked: Asked) => secretFrom(asked, name, home, secretOf)
  if (channel.kind === 'email') {
    const { user, password_file: file, password_env: env } = channel.smtp
    const secret = await from({ what: 'the password', file, env })
    if ((user === undefined) !== (secret === null))
      throw new BadInput(`notify.yaml: channel ${name}: user and password go together`)
    return { ...channel, address: null, secret }
  }
  const address = await from({ what: 'url', plain: channel.url, file: channel.url_file, env: channel.url_env })
  if (address === null || !isPlain(address))
    throw new BadInput(
      `notify.yaml: channel ${name}: an http(s) address without a user name is needed: url, url_file or url_env`,
    )
  if (channel.kind === 'chat') return { ...channel, address, secret: null }
  const secret = await from({ what: 'the secret', file: channel.secret_file, env: channel.secret_env })
  if (secret === null || secret.length < 16)
    throw new BadInput(
      `notify.yaml: channel ${name}: a secret of at least 16 characters is needed: secret_file or secret_env`,
    )
  return { ...channel, address, secret }
}

/** Reads `<home>/notify.yaml`; null where there is none. BadInput names line and key of every mistake. */
export async function loadNoticeSettings(home: string, secretOf: SecretOf): Promise<NoticeSettings | null> {
  const file = settingsFile(home)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const { console_url, channels } = parseYaml(text, file, SETTINGS as z.ZodType<Given>)
  const names = channels.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new BadInput(`${file}: two channels are called ${twice}`)
  const open = await Promise.all(channels.map((channel) => withSecrets(channel, home, secretOf)))
  return { consoleUrl: console_url?.replace(/\/+$/, '') ?? null, channels: open }
}
