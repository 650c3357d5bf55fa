import { z } from 'zod'
import { contactsIn } from '../normalise/contacts.ts'
import { checkUrl } from '../sites/urls.ts'
import { TIP_CHANNELS, TIP_KINDS } from '../store/console/tip-api.ts'

/** Longest text of a tip, in characters: some three pages. */
export const MOST_TEXT = 8_000
const MOST_LINE = 300
const MOST_URL = 2_000

/** Control characters but line feed and tab have no place in what a person wrote. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROL, ' ').trim()

const line = z
  .string()
  .nullish()
  .transform(
    (text) =>
      clean(text ?? '')
        .replace(/\s+/g, ' ')
        .slice(0, MOST_LINE) || null,
  )

/** An address as it was typed becomes one that may be visited; what is none stays in the text. */
const address = z
  .string()
  .max(MOST_URL)
  .nullish()
  .transform((text, context) => {
    if (!text?.trim()) return null
    try {
      return checkUrl(text).href
    } catch (error) {
      context.addIssue((error as Error).message)
      return z.NEVER
    }
  })

/** A tip as it comes in, by whatever way; keys that are not here are refused. */
export const TIP_INPUT = z.strictObject({
  kind: z.enum(TIP_KINDS).default('seller'),
  channel: z.enum(TIP_CHANNELS),
  received_at: z.iso.datetime({ offset: true }).nullish(),
  text: z
    .string()
    .nullish()
    .transform((text) => clean(text ?? '').slice(0, MOST_TEXT)),
  url: address,
  seller: line,
  phone: line,
  about: line,
  name: line,
  contact: line,
})
export type TipInput = z.input<typeof TIP_INPUT>
export type ReadTip = z.output<typeof TIP_INPUT>

const LINK = /https?:\/\/[^\s<>"'“”‘’()[\]]{3,2000}/i

/** The first address in a text that may be visited; null without one. */
export function addressIn(text: string): string | null {
  const found = LINK.exec(text)?.[0].replace(/[.,;:!?…]+$/, '')
  return found && URL.canParse(found) && !found.includes('@') ? checkUrl(found).href : null
}

/** Numbers in E.164, of the field and of the text, each once. */
export const phonesOf = ({ phone, text }: Pick<ReadTip, 'phone' | 'text'>): readonly string[] => [
  ...new Set(
    contactsIn(`${phone ?? ''}\n${text}`, 'tip')
      .filter(({ kind }) => kind === 'phone' || kind === 'zalo')
      .map(({ value }) => value),
  ),
]
