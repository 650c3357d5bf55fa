import { nameKey } from '../normalise/registry-keys.ts'
import type { Account } from '../store/console/api.ts'
import type { Tip, TipFilter, TipKind, Tips } from '../store/console/tip-api.ts'

/** Who looks: what decides whether a tip on official conduct is open to them. */
export type Viewer = Pick<Account, 'name' | 'displayName'>

/** Words of a text run together without marks, and where a word begins or ends. */
interface Run {
  readonly text: string
  readonly edges: ReadonlySet<number>
}

function run(text: string): Run {
  let all = ''
  const edges = new Set([0])
  for (const word of text.split(/\s+/).flatMap((each) => nameKey(each).split(' '))) {
    all += word
    edges.add(all.length)
  }
  return { text: all, edges }
}

/** Whole words, however they are spaced: `L ê V ă n` has what `Lê Văn` has, `Lê Vănh` has not. */
function holds({ text, edges }: Run, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (edges.has(at) && edges.has(at + name.length)) return true
  return false
}

/** A shorter account name is a syllable of any text. */
const LEAST_ACCOUNT = 5

/**
 * True where a tip names an officer: the full name or the account's name, with or without accents. Rather too often than
 * too seldom: it is then another auditor's.
 */
export function names(tip: Pick<Tip, 'text' | 'about' | 'seller'>, { name, displayName }: Viewer): boolean {
  const full = nameKey(displayName)
  const account = nameKey(name).replaceAll(' ', '')
  const everything = run(`${tip.about ?? ''} ${tip.seller ?? ''} ${tip.text}`)
  if (account.length >= LEAST_ACCOUNT && holds(everything, account)) return true
  // A name of one word stands in any text, but not in the field for it.
  return full !== '' && holds(full.includes(' ') ? everything : run(tip.about ?? ''), full.replaceAll(' ', ''))
}

const open = (tips: Tips, tip: Tip, viewer: Viewer): boolean =>
  tip.kind === 'seller' || (!tips.excluded(tip.id).includes(viewer.name) && !names(tip, viewer))

/** A tip of that kind and number; null where there is none, or not for this viewer: the two look the same. */
export function seenTip(tips: Tips, kind: TipKind, number: number, viewer: Viewer): Tip | null {
  const tip = tips.numbered(kind, number)
  return tip && open(tips, tip, viewer) ? tip : null
}

const CHUNK = 200

/**
 * A page of those that the viewer may see, filled up where others were left out; `offset` and `next` count only what they may see, so
 * that neither a short page nor its arrow tells of the others. Whether the viewer's role has to do with this kind is decided before.
 */
export function seenPage(
  tips: Tips,
  { limit, offset = 0, ...filter }: TipFilter,
  viewer: Viewer,
): { readonly tips: readonly Tip[]; readonly next: number | null } {
  const end = offset + limit
  const seen: Tip[] = []
  for (let at = 0; seen.length <= end; at += CHUNK) {
    const found = tips.list({ ...filter, limit: CHUNK, offset: at })
    seen.push(...found.filter((tip) => open(tips, tip, viewer)))
    if (found.length < CHUNK) break
  }
  return { tips: seen.slice(offset, end), next: seen.length > end ? end : null }
}

/** The first of those that the viewer may see. */
export const seenTips = (tips: Tips, filter: TipFilter, viewer: Viewer): readonly Tip[] =>
  seenPage(tips, filter, viewer).tips
