import { BadInput } from '../errors.ts'
import type { TipDesk } from './desk.ts'
import { readMail } from './eml.ts'
import { contentHash, type Received, readTip, receiveTip } from './receive.ts'
import { tipsOfCsv, tipsOfJson } from './table.ts'
import type { ReadTip, TipInput } from './words.ts'

/** More than a hotline takes in a year is another kind of file. */
const MOST_TIPS = 10_000

export interface Imported {
  readonly received: readonly Received[]
  /** Rows that were there already, word for word. */
  readonly known: readonly ReadTip[]
}

/** Bytes as text: UTF-8, or UTF-16 with its mark. BadInput for anything else. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new BadInput('the file is not UTF-8: save it as “CSV UTF-8” or as JSON', { cause })
  }
}

function tipOfMail(bytes: Uint8Array): TipInput {
  const { subject, from, date, text } = readMail(bytes)
  return {
    ...{ kind: 'seller', channel: 'email', received_at: date, contact: from },
    text: [subject, text].filter(Boolean).join('\n\n'),
  }
}

const isMail = (name: string, text: string): boolean =>
  /\.eml$/i.test(name) || /^(?:[\w-]{1,60}:[^\n]{0,2000}\n)(?:[\w-]{1,60}:|[ \t])/.test(text.slice(0, 4_000))

/** The tips of a file, by its name's ending or, for pasted text, by what it looks like. BadInput names the row. */
export function tipsIn(name: string, bytes: Uint8Array): readonly TipInput[] {
  if (/\.eml$/i.test(name)) return [tipOfMail(bytes)]
  const text = textOf(bytes)
  const looksLikeJson = /^[\s\ufeff]*[[{]/.test(text)
  const ofFile = (tips: readonly Omit<TipInput, 'channel'>[]): readonly TipInput[] =>
    tips.map((tip) => ({ ...tip, channel: 'file' }))
  if (/\.(json|jsonl|ndjson)$/i.test(name) || (name === '' && looksLikeJson))
    return ofFile(tipsOfJson(text.replace(/^\ufeff/, '')))
  if (name === '' && isMail(name, text)) return [tipOfMail(bytes)]
  if (/\.(csv|tsv|txt)$/i.test(name) || name === '') return ofFile(tipsOfCsv(text))
  throw new BadInput(`${name.slice(0, 80)} is none of .csv, .json, .jsonl, .eml`)
}

/** Takes every tip of a file in; all are read before the first is written. Imported again, what is there already is left. */
export async function importTips(desk: TipDesk, inputs: readonly TipInput[], by: string): Promise<Imported> {
  if (inputs.length === 0) throw new BadInput('there is no tip in it')
  if (inputs.length > MOST_TIPS) throw new BadInput(`there are more than ${MOST_TIPS} tips in it; split the file`)
  const tips = inputs.map((input, i) => {
    try {
      return readTip(input)
    } catch (error) {
      throw error instanceof BadInput ? new BadInput(`tip ${i + 1}: ${error.message}`) : error
    }
  })
  const received: Received[] = []
  const known: ReadTip[] = []
  for (const [i, tip] of tips.entries()) {
    const input = inputs[i]
    if (!input || desk.tips.hasContent(contentHash(tip))) known.push(tip)
    else received.push(await receiveTip(desk, input, by))
  }
  return { received, known }
}
