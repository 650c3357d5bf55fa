import { BadInput } from '../errors.ts'
import { TIP_STATUSES, type Tip, type TipStatus } from '../store/console/tip-api.ts'
import { DAY_MS, vietnamDayBegins } from '../vietnam-day.ts'
import { act, type TipDesk } from './desk.ts'
import { tipSettings } from './settings.ts'

const MOST_NOTE = 4_000

export const isOpen = ({ status, mergedInto }: Tip): boolean =>
  mergedInto === null && (status === 'new' || status === 'working')

/** Open, and its time is over. */
export const isOverdue = (tip: Tip, now: Date): boolean => isOpen(tip) && Date.parse(tip.dueAt) < now.getTime()

/** BadInput for anything that is no status. */
export function statusOf(text: string): TipStatus {
  const found = TIP_STATUSES.find((status) => status === text)
  if (found === undefined) throw new BadInput(`${text.slice(0, 40)} is none of ${TIP_STATUSES.join(', ')}`)
  return found
}

const noteOf = (text: string): string => text.trim().slice(0, MOST_NOTE)

/** Closing one takes a word on why. BadInput without it. */
export async function setStatus(desk: TipDesk, tip: Tip, to: { status: TipStatus; note: string }, actor: string) {
  const note = noteOf(to.note)
  const closes = to.status === 'done' || to.status === 'rejected'
  if (closes && note === '') throw new BadInput('say in a word what came of it, or why nothing did')
  await act(
    desk,
    tip.id,
    { actor, action: 'status', body: { from: tip.status, to: to.status, note } },
    { status: to.status },
  )
}

/** `assignee`: an account's name; null: nobody. Work on a new tip has then begun. */
export async function assign(desk: TipDesk, tip: Tip, assignee: string | null, actor: string): Promise<void> {
  const begun = assignee !== null && tip.status === 'new' ? { status: 'working' as const } : {}
  await act(
    desk,
    tip.id,
    { actor, action: 'assign', body: { from: tip.assignee, to: assignee } },
    { assignee, ...begun },
  )
}

/** `day` is YYYY-MM-DD, in Viet Nam; due when it is over. BadInput. */
export async function setDue(desk: TipDesk, tip: Tip, day: string, actor: string): Promise<void> {
  const at = vietnamDayBegins(day) + DAY_MS
  if (Number.isNaN(at)) throw new BadInput(`${day.slice(0, 40)} is no day: write 2026-12-31`)
  const dueAt = new Date(at).toISOString()
  await act(desk, tip.id, { actor, action: 'due', body: { from: tip.dueAt, to: dueAt } }, { dueAt })
}

export async function addNote(desk: TipDesk, tip: Tip, text: string, actor: string): Promise<void> {
  const note = noteOf(text)
  if (note !== '') await act(desk, tip.id, { actor, action: 'note', body: { note } })
}

/** Undoes a merge, the machine's or an officer's: both are tips of their own again. */
export async function unmerge(desk: TipDesk, tip: Tip, actor: string): Promise<void> {
  const from = tip.mergedInto === null ? null : desk.tips.get(tip.mergedInto)
  if (!from) throw new BadInput('this tip is not merged into another')
  await act(desk, tip.id, { actor, action: 'unmerge', body: { from: from.number } }, { mergedInto: null })
}

/** Merges an open tip into another of its kind. BadInput: itself, one that is merged itself, or one that others were merged into. */
export async function merge(desk: TipDesk, tip: Tip, into: Tip, actor: string): Promise<void> {
  const chained = into.mergedInto !== null || desk.tips.mergedInto(tip.id).length > 0
  if (tip.id === into.id || tip.kind !== into.kind || tip.mergedInto !== null || chained)
    throw new BadInput(`this tip cannot be merged into ${into.number}`)
  const body = { into: into.number, because: 'officer' }
  await act(desk, tip.id, { actor, action: 'merge', body }, { mergedInto: into.id })
}

/** The listing a tip is about goes into a case with all that was seen of it. */
export async function putInCase(desk: TipDesk, tip: Tip, caseId: number, actor: string): Promise<void> {
  await act(desk, tip.id, { actor, action: 'case', body: { case: caseId } }, { caseId })
}

/** Name and contact are gone, also from the file; the words of the tip stay. */
export async function eraseTipster(desk: TipDesk, tip: Tip, actor: string): Promise<void> {
  await act(desk, tip.id, { actor, action: 'erase', body: {} }, { eraseTipster: true })
}

/** Closes a tip to an officer whom it is about. */
export async function exclude(desk: TipDesk, tip: Tip, account: string, actor: string): Promise<void> {
  await act(desk, tip.id, { actor, action: 'exclude', body: { account } }, { excluded: account })
}

/** Erases who gave tips that were closed longer ago than the office keeps it. Returns how many. */
export async function eraseOld(desk: TipDesk): Promise<number> {
  const before = new Date(desk.now().getTime() - tipSettings(desk.tips).keepDays * DAY_MS).toISOString()
  const old = desk.tips.erasable(before)
  for (const tip of old) await eraseTipster(desk, tip, 'soi')
  return old.length
}

/** That somebody opened a tip on official conduct stands with the tip, not where others could read it. */
const SAME_LOOK_MS = 3_600_000

export async function noteOpened(desk: TipDesk, tip: Tip, actor: string): Promise<void> {
  const last = desk.tips.history(tip.id).findLast((entry) => entry.action === 'open' && entry.actor === actor)
  if (last && desk.now().getTime() - Date.parse(last.at) < SAME_LOOK_MS) return
  await act(desk, tip.id, { actor, action: 'open', body: {} })
}
