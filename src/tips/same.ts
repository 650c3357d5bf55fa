import { nameKey } from '../normalise/registry-keys.ts'
import { urlKey } from '../sites/urls.ts'
import type { Tip, Tips } from '../store/console/tip-api.ts'
import { similarity, sketch } from './near.ts'
import { phonesOf, type ReadTip } from './words.ts'

/** Two texts at least this alike say the same. */
const ALIKE = 0.7
/** A shorter name is anybody's. */
const LEAST_NAME = 4

/** Why two tips are taken for one. */
export type Sameness = 'url' | 'phone' | 'seller' | 'text'

const urlKeys = (url: string | null): readonly string[] => {
  if (url === null) return []
  const { pathname, search } = new URL(url)
  // The front page of a marketplace says nothing about who is meant.
  return pathname === '/' && search === '' ? [] : [`url:${urlKey(url)}`]
}

const sellerKeys = ({ seller, url }: ReadTip): readonly string[] => {
  const name = nameKey(seller ?? '')
  if (url === null || name.length < LEAST_NAME) return []
  return [`seller:${new URL(url).host.replace(/^www\./, '')} ${name}`]
}

/** What another tip on the same would have too. */
export const keysOf = (tip: ReadTip): readonly string[] => [
  ...urlKeys(tip.url),
  ...phonesOf(tip).map((phone) => `phone:${phone}`),
  ...sellerKeys(tip),
  ...sketch(tip.text).map((each) => `text:${each}`),
]

const why = (tip: ReadTip, other: Tip, keys: readonly string[]): Sameness | null => {
  const exact = (['url', 'phone', 'seller'] as const).find((kind) => keys.some((key) => key.startsWith(`${kind}:`)))
  return exact ?? (similarity(tip.text, other.text) >= ALIKE ? 'text' : null)
}

/** The oldest open tip on the same; null where there is none, and always for official conduct: who may see one of two such tips may be named in the other. */
export function sameAs(tips: Tips, tip: ReadTip): { readonly tip: Tip; readonly because: Sameness } | null {
  if (tip.kind !== 'seller') return null
  for (const { tip: other, keys } of tips.sharing(tip.kind, keysOf(tip))) {
    const because = why(tip, other, keys)
    if (because) return { tip: other, because }
  }
  return null
}
