import { z } from 'zod'
import { LANGS } from '../i18n/messages.ts'
import { VIETNAM_ZONE } from '../vietnam-day.ts'

/** What may be told. */
export const NOTICE_EVENTS = ['high-flag', 'broken-site', 'failed-sweep', 'overdue-tip', 'overdue-case'] as const
export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const line = z.string().min(1).max(200)
const COMMON = {
  /** Stands in the outbox; what waits for a channel that was renamed waits on. */
  name: z.string().regex(/^[\w.-]{1,40}$/, 'a name has letters, digits, dots, hyphens'),
  lang: z.enum(LANGS as unknown as readonly ['vi', 'en']).default('vi'),
  events: z
    .array(z.enum(NOTICE_EVENTS))
    .min(1)
    .default([...NOTICE_EVENTS]),
  /** Once a day at a time; at once where it is not given. */
  digest: z
    .strictObject({
      at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written 07:30'),
      zone: z.string().refine(isZone, 'no such time zone').default(VIETNAM_ZONE),
    })
    .optional(),
}
/** An address may be a secret itself; then it stands in a file or in the environment. */
const ADDRESS = { url: z.url({ protocol: /^https?$/ }).optional(), url_file: line.optional(), url_env: line.optional() }

const email = z.strictObject({
  ...COMMON,
  kind: z.literal('email'),
  from: z.email(),
  to: z.array(z.email()).min(1).max(50),
  smtp: z.strictObject({
    host: line,
    port: z.int().min(1).max(65_535).default(587),
    /** `tls`: from the first byte; `starttls`: refused without; `none`: within one machine or network. */
    security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
    user: line.optional(),
    password_file: line.optional(),
    password_env: line.optional(),
  }),
})
const webhook = z.strictObject({
  ...COMMON,
  ...ADDRESS,
  kind: z.literal('webhook'),
  secret_file: line.optional(),
  secret_env: line.optional(),
  allow_private: z.boolean().default(false),
})
const chat = z.strictObject({
  ...COMMON,
  ...ADDRESS,
  kind: z.literal('chat'),
  chat_id: z.union([z.string().min(1).max(80), z.int()]),
  allow_private: z.boolean().default(false),
})

/** `notify.yaml`; keys that are not here are refused. */
export const SETTINGS = z.strictObject({
  /** Where officers open the console; links in messages begin so. */
  console_url: z.url({ protocol: /^https?$/ }).optional(),
  channels: z.array(z.discriminatedUnion('kind', [email, webhook, chat])).max(50),
})
export type Given = z.output<typeof SETTINGS>
export type GivenChannel = Given['channels'][number]
