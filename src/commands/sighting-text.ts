// Longer than most: one sighting, part by part.
import type { Excuse, Quote, Signal, Verdict } from '../domain.ts'
import { allowedLines } from '../explain/account.ts'
import { checkLines } from '../i18n/check-lines.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import type { Lang } from '../i18n/messages.ts'
import { originMessages } from '../i18n/origin.ts'
import { registryMessages } from '../i18n/registry.ts'
import { saidIn } from '../i18n/said.ts'
import { storeMessages } from '../i18n/store.ts'
import { fieldName, terms } from '../i18n/terms.ts'
import type { StoredItem, StoredSighting } from '../store/api.ts'
import { saidOf } from '../store/item.ts'
import { originLines } from './origin-text.ts'
import { pictureLines } from './picture-lines.ts'

type Line = readonly [label: string, value: string | number | null]

/** A heading and its lines; lines without a value are left out. */
const section = (title: string, lines: readonly Line[]): readonly string[] => [
  title,
  ...lines.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [`  ${forTerminal(label === '' ? `${value}` : `${label}: ${value}`)}`],
  ),
  '',
]

const verdictText = ({ kind, reasons }: Verdict, lang: Lang): string =>
  [kind, ...reasons.map((reason) => saidIn(lang, reason))].join('; ')

const pageLines = (item: StoredItem, lang: Lang): readonly string[] => {
  const t = storeMessages(lang)
  return section(t.page, [
    [t.seen, localTime(item.at, lang)],
    [t.asked, item.requestedUrl],
    [t.answered, item.finalUrl === item.requestedUrl ? null : item.finalUrl],
    [t.status, item.status],
    [t.via, item.via],
    [t.verdict, verdictText(item.verdict, lang)],
    [t.pageHash, item.pageHash],
  ])
}

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'object' && 'text' in value) return String(value.text)
  if (Array.isArray(value)) return value.map(shown).join(', ')
  return typeof value === 'object'
    ? shown(Object.values(value).filter((each) => each !== null && each !== ''))
    : String(value)
}

/** Under the names that quotes and provenance use. */
const sellerFields = (seller: StoredItem['listing']['seller']): readonly (readonly [string, unknown])[] => {
  if (seller === null) return []
  const { name, url, location, phoneText: phone_text, badges } = seller
  return Object.entries({ name, url, location, phone_text, badges })
}

/** Every field with where on the page it stood; contacts apart, because they are only claims. */
const listingLines = ({ listing }: StoredItem, lang: Lang): readonly string[] => {
  const t = storeMessages(lang)
  const { contact, field } = terms(lang)
  const { provenance, contacts, attributes, seller, ...fields } = listing
  const from = (name: string) => (provenance[name] === undefined ? '' : `  [${provenance[name]}]`)
  const line = (name: string, value: unknown): Line => {
    const text = shown(value)
    return [fieldName(name, field), text === null || text === '' ? null : `${text}${from(name)}`]
  }
  return [
    ...section(t.listing, [
      ...Object.entries(fields).map(([name, value]) => line(name, value)),
      ...sellerFields(seller).map(([name, value]) => line(`seller.${name}`, value)),
      ...Object.entries(attributes).map(([name, value]) => line(`attributes.${name}`, value)),
    ]),
    ...(contacts.length === 0
      ? []
      : section(
          t.claims,
          contacts.map((each) => [contact[each.kind], `${each.value} («${each.text}»)`]),
        )),
  ]
}

const quoted = (quotes: readonly Quote[], lang: Lang): string =>
  quotes.map((quote) => `«${quote.text}» (${fieldName(quote.field, terms(lang).field)})`).join(', ')

const assessmentLines = ({ assessment }: StoredItem, lang: Lang): readonly string[] => {
  const t = storeMessages(lang)
  const { band, category } = terms(lang)
  const against = ({ rule, version, category: id, strength, quotes }: Signal): Line => [
    t.signal,
    `${category[id]}, ${rule} (${version}), ${strength}: ${quoted(quotes, lang)}`,
  ]
  const excuse = ({ rule, version, strength, quotes }: Excuse): Line => [
    t.excuse,
    `${rule} (${version}), ${strength}: ${quoted(quotes, lang)}`,
  ]
  return section(t.assessment, [
    ['', `${band[assessment.band]} ${assessment.score}, ${assessment.flagged ? t.flagged : t.notFlagged}`],
    ...allowedLines(assessment, lang).map((line): Line => ['', line]),
    ...assessment.categories.map(({ id, score }): Line => [category[id], score]),
    ...assessment.signals.map(against),
    ...assessment.excused.map(excuse),
    [t.ruleset, assessment.ruleset],
  ])
}

const checksLines = ({ checks }: StoredItem, lang: Lang): readonly string[] =>
  checks ? section(registryMessages(lang).checks, checkLines(checks, lang)) : []

const captureLines = (item: StoredItem, lang: Lang): readonly string[] => {
  const t = storeMessages(lang)
  const { capture, captureError, drift } = item
  const { missing, remarks } = saidOf(item)
  if (capture === null)
    return section(t.capture, [['', captureError === null ? t.noCapture : t.captureFailed(captureError)]])
  return section(t.capture, [
    ['', `${localTime(capture.takenAt, lang)}, ${capture.browser}`],
    [t.verdict, verdictText(capture.verdict, lang)],
    [t.missing, missing.map((what) => saidIn(lang, what)).join('; ')],
    [t.remarks, remarks.map((what) => saidIn(lang, what)).join('; ')],
    [t.drift, drift.join(', ')],
  ])
}

/** Everything that made one sighting, as lines for a terminal. */
export const sightingText = ({ item, exhibits, ledger, cases }: StoredSighting, lang: Lang): readonly string[] => {
  const t = storeMessages(lang)
  const files = exhibits.map(
    ({ role, mediaType, size, path }): Line => [role, `${path} (${mediaType}, ${t.bytes(size)})`],
  )
  const entries = ledger.map(
    (entry): Line => [
      `${entry.seq}`,
      `${localTime(entry.at, lang)} ${entry.actor} ${entry.action} ${entry.subject} ${entry.hash}`,
    ],
  )
  return [
    `#${item.id} ${forTerminal(item.listing.title)}`,
    '',
    ...pageLines(item, lang),
    ...(item.origin ? section(originMessages(lang).heading, originLines(item.origin, lang)) : []),
    ...listingLines(item, lang),
    ...assessmentLines(item, lang),
    ...checksLines(item, lang),
    ...(item.pictures === undefined ? [] : section(t.pictures, pictureLines(item.pictures, lang))),
    ...captureLines(item, lang),
    ...section(t.files, files.length === 0 ? [['', t.noFiles]] : files),
    ...(entries.length === 0 ? [] : section(t.ledger, entries)),
    ...(cases.length === 0 ? [] : section(t.cases, [['', cases.join(', ')]])),
  ].slice(0, -1)
}
