import type { VerdictKind } from '../domain.ts'
import { CHALLENGE_MARKERS } from './signs/blocked.ts'
import { GEO_PHRASES } from './signs/walls.ts'

export interface Sign {
  readonly kind: VerdictKind
  readonly weight: number
  readonly reason: string
}

/** An API says that it has nothing in few characters; longer answers carry goods. */
const SHORT_ANSWER = 4_096
/** Outweighs a bare status: the words say why. */
const SAID = 7
/** A failure without a reason: a status that tells more is heard first. */
const UNEXPLAINED = 3.2

/** Keys in which APIs put their failures; whatever else holds something is what was asked for. */
const SPEAKING = new Set(
  'error errors message msg error_msg error_message error_description errormessage detail details title code status status_code statuscode ret reason type success ok'.split(
    ' ',
  ),
)

const KINDS: readonly (readonly [VerdictKind, RegExp])[] = [
  ['geo-different', GEO_PHRASES],
  [
    'blocked',
    /access (is )?denied|forbidden|too many|rate.?limit|captcha|blocked|not a robot|user_validate|bi (chan|tu choi)|qua nhieu|qua nhanh/,
  ],
  [
    'login-wall',
    /unauthori[sz]ed|log ?in|sign ?in|dang nhap|access.?token|authenticat|not_?logged|session (has )?expired/,
  ],
  [
    'removed',
    /not[ _-]?found|khong (con )?ton tai|khong tim thay|het han|deleted|removed|does ?n[o']t exist|no longer|da (bi )?(xoa|go|an)|\bgone\b/,
  ],
]
const BY_CODE: Readonly<Record<string, VerdictKind>> = {
  401: 'login-wall',
  403: 'blocked',
  404: 'removed',
  410: 'removed',
  429: 'blocked',
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const holds = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : false

/** What an API's answer says of itself: a failure put into words, or a challenge in place of goods. */
export const wordsOfAnswer = (text: string, plain: (text: string) => string): readonly Sign[] => {
  if (text.length > SHORT_ANSWER) return []
  const answer = parsed(text)
  const marker = challengeIn(answer === null ? text : ownWords(answer, 2).join(' '))
  if (marker !== undefined) return [{ kind: 'blocked', weight: SAID, reason: `marker ${marker.text}` }]
  const said = failureOf(answer)
  if (said === null) return []
  const words = plain(said.words)
  const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? BY_CODE[said.code ?? ''] ?? 'error'
  const weight = kind === 'error' ? UNEXPLAINED : SAID
  return [{ kind, weight, reason: `the answer says that it failed: ${said.words.slice(0, 120) || 'no words'}` }]
}

const challengeIn = (text: string) => CHALLENGE_MARKERS.find((one) => one.weight >= 3 && text.includes(one.text))

/** Keys, and what an API says under its speaking ones or as the address to go to: a seller's words stand elsewhere. */
function ownWords(answer: unknown, depth: number): readonly string[] {
  if (!isFields(answer)) return []
  return Object.entries(answer).flatMap(([key, value]) => {
    const speaks = depth === 2 ? SPEAKING.has(key.toLowerCase()) : /^(msg|message|url|action|redirect.*)$/i.test(key)
    const said = [value].flat().filter((each) => typeof each === 'string')
    return [
      key,
      ...(speaks || /^(url|action)$/i.test(key) ? said : []),
      ...(depth > 1 ? ownWords(value, depth - 1) : []),
    ]
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // Cut short or no JSON after all: then it says nothing.
  }
}

/** Null where the answer carries what was asked for, or does not say that it failed. */
const failureOf = (answer: unknown): { readonly words: string; readonly code: string | null } | null => {
  if (!isFields(answer)) return null
  const entries = Object.entries(answer).map(([key, value]) => [key.toLowerCase(), value] as const)
  if (entries.some(([key, value]) => !SPEAKING.has(key) && holds(value))) return null
  const inner = entries.flatMap(([key, value]) =>
    /^errors?$/.test(key) && isFields(value) ? Object.entries(value) : [],
  )
  const all = [...entries, ...inner]
  const failed = all.some(
    ([key, value]) =>
      ((key === 'success' || key === 'ok') && value === false) ||
      (/^(error|errors|error_msg|error_message|errormessage)$/.test(key) && isFailure(value)) ||
      (/code|status/.test(key) &&
        /^(4\d\d|5\d\d|error|fail(ed)?|unauthori[sz]ed|forbidden|not_found)$/i.test(String(value))),
  )
  if (!failed) return null
  const words = all
    .flatMap(([key, value]) => (SPEAKING.has(key) && typeof value === 'string' ? [value] : []))
    .join(' · ')
  const code = all.find(([key, value]) => /code|status|^error$/.test(key) && /^[45]\d\d$/.test(String(value)))
  return { words, code: code === undefined ? null : String(code[1]) }
}

const isFailure = (value: unknown): boolean =>
  typeof value === 'string'
    ? value !== '' && value !== '0'
    : typeof value === 'number'
      ? value !== 0
      : value === true || holds(value)
