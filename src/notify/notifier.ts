import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { BadInput } from '../errors.ts'
import { NotSent, send } from './channels.ts'
import { gather, type NewsDesk } from './gather.ts'
import { type Channel, loadNoticeSettings, type NoticeSettings, type SecretOf } from './settings.ts'
import { messageOf, testMessage } from './words.ts'

/** Minutes to the next try; after the last the message is given up, some two days on. */
const WAIT_MIN = [1, 5, 15, 60, 240, 720, 1_440] as const
/** Longer than a try may take: a message whose sender was killed is taken up again after that. */
const HELD_MS = 300_000
/** Notices that one message binds, and messages that one look sends. */
const MOST_BOUND = 5_000
const MOST_SENT = 200

interface Looked {
  readonly fresh: number
  readonly sent: number
  readonly failed: number
}

export interface Tested {
  readonly channel: string
  /** Null: sent. */
  readonly problem: string | null
}

export interface Notifier {
  readonly channels: readonly Channel[]
  /** Looks for news, and sends what is due. */
  look(): Promise<Looked>
  /** Sends a test through every channel, or that one. BadInput where there is none. */
  test(name: string | null): Promise<readonly Tested[]>
}

interface Ground extends NewsDesk {
  readonly log: Pick<Logger, 'warn' | 'error'>
}

/** One message that waits; null when none does. At least once: killed after sending, it goes again with the same id. */
async function sendNext(
  { outbox, now, log }: Ground,
  { channels, consoleUrl }: NoticeSettings,
): Promise<boolean | null> {
  const names = channels.map(({ name }) => name)
  const delivery = outbox.take(names, HELD_MS)
  const channel = channels.find(({ name }) => name === delivery?.channel)
  if (!delivery || !channel) return null
  try {
    await send(channel, messageOf(delivery, channel.lang, consoleUrl), now())
    outbox.sent(delivery.id)
    return true
  } catch (error) {
    if (!(error instanceof NotSent)) throw error
    const minutes = WAIT_MIN[delivery.tries - 1]
    const nextAt = minutes === undefined ? null : new Date(now().getTime() + minutes * 60_000).toISOString()
    outbox.failed(delivery.id, error.message, nextAt)
    log.warn({ channel: channel.name, delivery: delivery.id, problem: error.message, nextAt }, 'a notice was not sent')
    return false
  }
}

function makeNotifier(ground: Ground, settings: NoticeSettings): Notifier {
  const { outbox, now } = ground
  return {
    channels: settings.channels,
    look: async () => {
      const fresh = await gather(ground, settings.channels)
      for (const { name } of settings.channels) outbox.bundle(name, randomUUID(), MOST_BOUND)
      let [sent, failed] = [0, 0]
      while (sent + failed < MOST_SENT) {
        const done = await sendNext(ground, settings)
        if (done === null) break
        if (done) sent++
        else failed++
      }
      return { fresh, sent, failed }
    },
    test: async (name) => {
      const chosen = settings.channels.filter((channel) => name === null || channel.name === name)
      if (name !== null && chosen.length === 0) throw new BadInput(`notify.yaml has no channel ${name.slice(0, 60)}`)
      return Promise.all(
        chosen.map(async (channel): Promise<Tested> => {
          try {
            await send(channel, testMessage(randomUUID(), channel.lang), now())
            return { channel: channel.name, problem: null }
          } catch (error) {
            if (!(error instanceof NotSent)) throw error
            return { channel: channel.name, problem: error.message }
          }
        }),
      )
    },
  }
}

/** The notifier that `<home>/notify.yaml` sets up; null where there is no such file. BadInput, NoInput as settings say. */
export async function openNotifier(ground: Ground, home: string, secretOf: SecretOf): Promise<Notifier | null> {
  const settings = await loadNoticeSettings(home, secretOf)
  return settings && makeNotifier(ground, settings)
}

/** Between two looks of a running server. */
const EVERY_MS = 60_000

/** Looks every minute until stopped; one look at a time, and a failed one is logged, not the end. */
export function keepLooking(notifier: Notifier, log: Ground['log']): () => Promise<void> {
  let under: Promise<void> = Promise.resolve()
  let busy = false
  const look = () => {
    if (busy) return
    busy = true
    under = notifier
      .look()
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error }, 'looking for notices failed'))
      .finally(() => {
        busy = false
      })
  }
  const timer = setInterval(look, EVERY_MS)
  look()
  return async () => {
    clearInterval(timer)
    await under
  }
}
