import { type CheckedPlan, checkPlan } from '../schedule/edit.ts'
import type { World } from './ask.ts'

/** Text areas send CRLF; files have LF, and one at their end. */
export const planText = (text: string): string => `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`

/** What is wrong with a plan for this file (null: a new one), or the plan where it may be saved here. */
export async function checkedPlan(
  { sweeping, now, console }: World,
  file: string | null,
  text: string,
): Promise<CheckedPlan> {
  const { folder, allowPrivate } = sweeping
  const ground = { folder, allowPrivate, now, lists: console.watchLists, book: await sweeping.book() }
  return checkPlan(text, file, ground)
}
