import { html, type Markup, shown } from '../evidence/report/markup.ts'
import type { Case } from '../store/api.ts'
import type { SignedAsk } from './ask.ts'

/** Cases as choices of a list, by number behind `before`. */
export const caseOptions = (cases: readonly Case[], before = ''): readonly Markup[] =>
  cases.map(({ id, title }) => html`<option value="${before}${id}">#${id} ${shown(title)}</option>`)

/** Cases that may still take something in. */
export const notClosed = (cases: readonly Case[]): readonly Case[] => cases.filter(({ status }) => status !== 'closed')

/** A case's title from what was typed: one line, and not without end. */
export const caseTitle = (typed: string | undefined): string => (typed ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)

/**
 * The case that a form chose: its number, or that of a new one where it says `new`. `no title`: a new one needs one; `no case`: it
 * is no number. Whether there is such a case the store says.
 */
export async function chosenCase(
  { world, session }: SignedAsk,
  choice: string,
  title: string,
): Promise<number | 'no title' | 'no case'> {
  if (choice !== 'new') return /^[1-9]\d{0,14}$/.test(choice) ? Number(choice) : 'no case'
  if (title === '') return 'no title'
  const { name, unit } = session.account
  return world.store.cases.create(title, name, unit)
}
