import type { Pictures } from '../domain.ts'
import { forTerminal } from '../i18n/format.ts'
import type { Lang } from '../i18n/messages.ts'
import { storeMessages } from '../i18n/store.ts'

/** What was seen of a sighting's pictures, and what was not and why: label and value of each line. */
export const pictureLines = ({ seen, missed }: Pictures, lang: Lang): readonly (readonly [string, string])[] => {
  const t = storeMessages(lang)
  return [
    ...seen.map(({ url, width, height, sha256, pdq, quality, words }) => {
      const hashes = `SHA-256 ${sha256}, PDQ ${pdq} (${quality})`
      return ['', `${forTerminal(url)} ${width} × ${height}, ${hashes}, ${t.wordsRead(words.length)}`] as const
    }),
    ...missed.map(({ url, why }) => [t.notSeen, `${forTerminal(url)}: ${forTerminal(why)}`] as const),
  ]
}
