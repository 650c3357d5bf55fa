import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AlikeReason } from '../casework/alike.ts'
import { BadInput, NoInput } from '../errors.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { terms } from '../i18n/terms.ts'
import { CASE_FIELDS, type Case, type CaseChange, type CaseNote, type KeptFile, type Store } from '../store/api.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { Tools } from './command.ts'

/** A file that the officer names, kept among the exhibits. NoInput: not there; BadInput: too large, or of another kind. */
export async function broughtFile(store: Store, path: string, { lang }: Tools): Promise<KeptFile> {
  const { keepFile, MOST_FILE_BYTES } = await import('../casework/upload.ts')
  try {
    // Not read where it is too large anyway: the size alone says so.
    if ((await stat(path)).size > MOST_FILE_BYTES) throw new BadInput(caseworkMessages(lang).tooBig('10 MB'))
    return await keepFile(store.blobs, basename(path), await readFile(path), lang)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new NoInput(`${path}: ${error.message}`, { cause: error })
    throw error
  }
}

export interface SetOptions {
  readonly status?: string
  readonly units?: string
  readonly province?: string
  readonly assignee?: string
  readonly due?: string
  readonly json?: boolean
}

/** What is set; `none` takes a value away. */
export const changesOf = (options: SetOptions): readonly CaseChange[] =>
  CASE_FIELDS.flatMap((field) => {
    const value = options[field]
    return value === undefined ? [] : [{ field, value: value === 'none' && field !== 'status' ? null : value }]
  })

/** Everything of a case but its sightings, as lines for a terminal. */
export async function caseLines(found: Case, notes: readonly CaseNote[], { lang }: Tools): Promise<readonly string[]> {
  const t = caseworkMessages(lang)
  const { isOverdue } = await import('../casework/facts.ts')
  const { status, units, province, assignee, due, sellers, attachments } = found
  const late = isOverdue(found, vietnamDay(new Date())) ? ` (${t.overdue})` : ''
  const facts = [
    [t.fields.status, t.statuses[status]],
    [t.fields.units, units.join(', ')],
    [t.fields.province, province ?? ''],
    [t.fields.assignee, assignee ?? ''],
    [t.fields.due, due === null ? '' : `${due}${late}`],
  ].filter(([, value]) => value !== '')
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines])
  return [
    ...facts.map(([label, value]) => forTerminal(`${label}: ${value}`)),
    ...section(
      t.sellersIn,
      sellers.map(({ site, key, name }) => forTerminal(`  ${name ?? key} [${site}:${key ?? ''}]`)),
    ),
    ...section(
      t.attachments,
      attachments.map(({ id, name, size, sha256, officer }) =>
        forTerminal(`  ${id}. ${name} (${size} byte, ${officer}) ${sha256}`),
      ),
    ),
    ...section(
      t.notes,
      notes.map(({ at, officer, text }) => forTerminal(`  ${localTime(at, lang)} ${officer}: ${text}`)),
    ),
  ]
}

/** Why a listing is like another, in words. */
export function reasonText(reason: AlikeReason, lang: Tools['lang']): string {
  const t = caseworkMessages(lang)
  if (reason.kind === 'image') return t.reasonImage(reason.distance)
  if (reason.kind === 'text') return t.reasonText(Math.round(reason.share * 100))
  return t.reasonContact(terms(lang).contact[reason.contact], reason.value)
}

/** `soi case alike`: listings to add, each with why. */
export async function alikeLines(store: Store, id: number, json: boolean, { lang, out, err }: Tools): Promise<void> {
  const t = caseworkMessages(lang)
  const { CASE_BOUNDS, findAlike } = await import('../casework/alike.ts')
  const { alike, more } = await findAlike(store, (await store.cases.get(id)).sightings, CASE_BOUNDS)
  if (json) for (const each of alike) out(JSON.stringify(each))
  else if (alike.length === 0) out(t.noAlike)
  else
    for (const { row, like, reasons } of alike) {
      const why = reasons.map((reason) => reasonText(reason, lang)).join('; ')
      out(
        forTerminal(
          `${row.id}  ${row.title} [${row.site}:${row.key}], ${row.sellerName ?? t.nothing} – ${why} (${t.like(like)})`,
        ),
      )
    }
  if (more) err(t.alikeMore)
}
