import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { BadInput } from '../errors.ts'
import type { Tip } from '../store/console/tip-api.ts'
import { nonce, settle, type TipDesk } from './desk.ts'
import { newReference, referenceHash } from './reference.ts'
import { keysOf, type Sameness, sameAs } from './same.ts'
import { tipSettings } from './settings.ts'
import { addressIn, type ReadTip, TIP_INPUT, type TipInput } from './words.ts'

const DAY_MS = 86_400_000
/** Who entered a tip that nobody signed in for. */
const PUBLIC = 'public'

export interface Received {
  readonly tip: Tip
  /** Shown to the tipster this once; only its hash is kept. */
  readonly reference: string
  /** The tip it was merged into. */
  readonly same: { readonly tip: Tip; readonly because: Sameness } | null
}

const inWords = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message)).join('; ')

/** The same words from the same person again have the same. */
export const contentHash = ({ kind, text, url, seller, phone, about, contact }: ReadTip): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, text, url, seller, phone, about, contact]))
    .digest('hex')

/** BadInput: what is wrong with it, by field; nothing that could be looked at. */
export function readTip(input: TipInput): ReadTip {
  const result = TIP_INPUT.safeParse(input)
  if (!result.success) throw new BadInput(inWords(result.error))
  const tip = { ...result.data, url: result.data.url ?? addressIn(result.data.text) }
  if (tip.text === '' && tip.url === null)
    throw new BadInput('a tip needs a text or the address of what it is about (text, url)')
  return tip
}

/** Takes a tip in: due date, number, and merged where an open one says the same. `enteredBy` null: the tipster did it. */
export async function receiveTip(desk: TipDesk, input: TipInput, enteredBy: string | null): Promise<Received> {
  const read = readTip(input)
  const { tips, now } = desk
  const receivedAt = read.received_at ? new Date(read.received_at) : now()
  if (receivedAt.getTime() > now().getTime() + DAY_MS) throw new BadInput('received_at: lies in the future')
  const dueAt = new Date(receivedAt.getTime() + tipSettings(tips).dueDays[read.kind] * DAY_MS).toISOString()
  const same = sameAs(tips, read)
  const reference = newReference()
  const { kind, channel, text, url, seller, phone, about, name, contact } = read
  const body = same && { into: same.tip.number, because: same.because }
  const tip = tips.add(
    {
      ...{ kind, channel, text, url, seller, phone, about, enteredBy, dueAt, receivedAt: receivedAt.toISOString() },
      ...{ referenceHash: referenceHash(reference), contentHash: contentHash(read), keys: keysOf(read) },
      tipster: { name, contact },
      merge: same && body ? { into: same.tip.id, body, nonce: nonce() } : null,
    },
    enteredBy ?? PUBLIC,
    nonce(),
  )
  await settle(desk)
  return { tip, reference, same }
}
