import { nameKey } from '../normalise/registry-keys.ts'
import type { Account } from '../store/console/api.ts'
import type { Tip, TipFilter, TipKind, Tips } from '../store/console/tip-api.ts'

/** Who looks: what decides whether a tip on official conduct is open to them. */
export type Viewer = Pick<Account, 'name' | 'displayName'>

const PIECE = 180

/** Words of a long text without marks, one space between and around. */
const words = (text: string): string => {
  let all = ' '
  for (let at = 0; at < text.length; at += PIECE) all += `${nameKey(text.slice(at, at + PIECE))} `
  // A word that was cut between two pieces is looked for without spaces as well.
  return all
}
const bare = (text: string): string => words(text).replaceAll(' ', '')

/**
 * True where a tip names an officer: the full name or the account's name, with or without accents. Rather too often than
 * too seldom: it is then another auditor's.
 */
export function names(tip: Pick<Tip, 'text' | 'about' | 'seller'>, { name, displayName }: Viewer): boolean {
  const full = nameKey(displayName)
  const about = tip.about ?? ''
  const account = nameKey(name).replaceAll(' ', '')
  if (full !== '' && words(about).includes(` ${full} `)) return true
  const everything = bare(`${about} ${tip.seller ?? ''} ${tip.text}`)
  // A single short word stands in any text.
  const telling = full.includes(' ') && everything.includes(full.replaceAll(' ', ''))
  return telling || (account.length > 4 && everything.includes(account))
}

const open = (tips: Tips, tip: Tip, viewer: Viewer): boolean =>
  tip.kind === 'seller' || (!tips.excluded(tip.id).includes(viewer.name) && !names(tip, viewer))

/** A tip of that kind and number; null where there is none, or not for this viewer: the two look the same. */
export function seenTip(tips: Tips, kind: TipKind, number: number, viewer: Viewer): Tip | null {
  const tip = tips.numbered(kind, number)
  return tip && open(tips, tip, viewer) ? tip : null
}

/** Those that the viewer may see. Whether the viewer's role has to do with this kind is decided before. */
export const seenTips = (tips: Tips, filter: TipFilter, viewer: Viewer): readonly Tip[] =>
  tips.list(filter).filter((tip) => open(tips, tip, viewer))
