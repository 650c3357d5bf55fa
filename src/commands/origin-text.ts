import type { Origin } from '../domain.ts'
import { localTime } from '../i18n/format.ts'
import type { Lang } from '../i18n/messages.ts'
import { originMessages } from '../i18n/origin.ts'

/** How a page came that no crawler fetched: label and value, null where there is none. */
export const originLines = (
  origin: Origin,
  lang: Lang,
): readonly (readonly [label: string, value: string | null])[] => {
  const t = originMessages(lang)
  const { way, by, at, file, place, claimed, session } = origin
  return [
    ['', t.way[way]],
    [t.by, `${by}, ${localTime(at, lang)}`],
    [t.file, file === null ? null : `${file.name} (SHA-256 ${file.sha256})`],
    [t.place, place],
    [t.savedAt, claimed.savedAt],
    [t.software, claimed.software],
    [t.source, [claimed.source, claimed.date].filter((part) => part !== null).join(', ')],
    [t.session, session === null ? null : `${session.hosts.join(', ')} (SHA-256 ${session.sha256})`],
  ]
}
