import { createHmac } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { egressDispatcher } from '../collect/dispatcher.ts'
import { asFetchFailed } from '../collect/network-errors.ts'
import { visitable } from '../egress/resolve.ts'
import { FetchFailed, Refused } from '../errors.ts'
import type { Channel } from './settings.ts'
import type { Message } from './words.ts'

/** A try ends long before another may begin. */
const TRY_MS = 30_000
const MOST_ANSWER = 64 * 1024
/** What chat services take, with room left: Telegram's limit is 4,096. */
const MOST_CHAT = 4_000

/** Why a message did not go out; fit to be shown and kept: never an address with a token, never what a server said. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
}

type Of<K extends Channel['kind']> = Extract<Channel, { readonly kind: K }>

async function sendMail({ smtp, from, to, secret }: Of<'email'>, { id, subject, text }: Message): Promise<void> {
  const security = { tls: { secure: true }, starttls: { requireTLS: true }, none: { ignoreTLS: true } }[smtp.security]
  const transport = createTransport({
    ...{ host: smtp.host, port: smtp.port, secure: false, ...security },
    ...(smtp.user !== undefined && secret !== null ? { auth: { user: smtp.user, pass: secret } } : {}),
    ...{ connectionTimeout: TRY_MS, greetingTimeout: TRY_MS, socketTimeout: TRY_MS, logger: false },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId,
      headers: { 'Soi-Delivery': id, 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    throw new NotSent([`${smtp.host}:${smtp.port}`, code, responseCode].filter(Boolean).join(' '))
  } finally {
    transport.close()
  }
}

/** What a webhook's receiver computes too: hexadecimal HMAC-SHA256 of timestamp, full stop, body. */
const signature = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')

interface Post {
  readonly address: string
  readonly allowPrivate: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Through the same guard as every other request; a redirect is a failure, for it could lead anywhere. */
async function post({ address, allowPrivate, headers, body }: Post): Promise<void> {
  const url = visitable(address)
  const agent = egressDispatcher({ allowPrivate, connections: 1, connectTimeoutMs: TRY_MS })
  try {
    const { statusCode, body: answer } = await agent.request({
      ...{ origin: url.origin, path: url.pathname + url.search, method: 'POST', body },
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Soi', ...headers },
      ...{ headersTimeout: TRY_MS, bodyTimeout: TRY_MS, signal: AbortSignal.timeout(TRY_MS) },
    })
    await answer.dump({ limit: MOST_ANSWER })
    if (statusCode < 200 || statusCode > 299) throw new NotSent(`${url.host} answered ${statusCode}`)
  } catch (error) {
    if (error instanceof NotSent) throw error
    // The words of the others may hold the whole address.
    const known = error instanceof Refused || error instanceof FetchFailed ? error : asFetchFailed(url.host, error)
    throw new NotSent(known.message.replaceAll(address, url.host))
  } finally {
    await agent.destroy()
  }
}

async function sendHook(channel: Of<'webhook'>, { id, subject, text, events }: Message, now: Date): Promise<void> {
  const body = JSON.stringify({ id, channel: channel.name, subject, text, events })
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signed = `v1=${signature(channel.secret ?? '', timestamp, body)}`
  const headers = { 'soi-delivery': id, 'soi-timestamp': timestamp, 'soi-signature': signed }
  await post({ address: channel.address ?? '', allowPrivate: channel.allow_private, headers, body })
}

async function sendChat(channel: Of<'chat'>, { id, text }: Message): Promise<void> {
  const cut = text.length > MOST_CHAT ? `${[...text.slice(0, MOST_CHAT)].slice(0, -1).join('')}…\n${id}` : text
  const body = JSON.stringify({ chat_id: channel.chat_id, text: cut, disable_web_page_preview: true })
  await post({ address: channel.address ?? '', allowPrivate: channel.allow_private, headers: {}, body })
}

/** Sends one message. NotSent. */
export async function send(channel: Channel, message: Message, now: Date): Promise<void> {
  if (channel.kind === 'email') await sendMail(channel, message)
  else if (channel.kind === 'webhook') await sendHook(channel, message, now)
  else await sendChat(channel, message)
}

/** Where a channel leads, without what may be a secret. */
export const whereTo = (channel: Channel): string =>
  channel.kind === 'email' ? `${channel.to.join(', ')} (${channel.smtp.host})` : new URL(channel.address ?? '').host
