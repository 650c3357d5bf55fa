import type { Category } from '../../../src/domain.ts'
import { slugOf } from '../fold.ts'
import type { Shape } from './pictures.ts'

interface Review {
  readonly who: string
  readonly stars: number
  readonly text: string
}

/** One sample listing: what its page prints, and what an officer would say of it. */
export interface SampleListing {
  readonly id: number
  readonly path: string
  readonly title: string
  /** As printed: `1.290.000đ`, `₫199.000 – ₫259.000`, `1tr2`, `Liên hệ` … */
  readonly price: string
  /** Dong; the lowest of a range; null where the price is not stated. */
  readonly dong: number | null
  readonly listPrice: string | null
  readonly brand: string | null
  readonly section: string
  readonly shop: string
  readonly description: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly used: boolean
  readonly sold: string
  readonly stars: string
  readonly reviews: readonly Review[]
  /** How the page states its data beside what it shows. */
  readonly markup: 'jsonld' | 'microdata' | 'none'
  readonly picture: Shape
  /** Base colour of its pictures, degrees. */
  readonly hue: number
  /** Categories a rule should find; empty for an honest listing. */
  readonly truth: readonly Category[]
  /** `trap`: honest, with a word that sounds bad. `evasive`: bad, with its words disguised. */
  readonly manner: 'ordinary' | 'trap' | 'plain' | 'evasive'
}

type Given = Pick<SampleListing, 'id' | 'title' | 'price' | 'dong' | 'section' | 'shop' | 'picture'> &
  Partial<Omit<SampleListing, 'path' | 'description'>> & { readonly description: string }

const MARKUPS = ['jsonld', 'none', 'jsonld', 'microdata'] as const

/** Fills in what a sample does not care about; paragraphs of the description are its lines. */
export const goods = ({ description, ...given }: Given): SampleListing => ({
  path: `/san-pham/${slugOf(given.title)}-${given.id}`,
  listPrice: null,
  brand: null,
  attributes: {},
  used: false,
  sold: String((given.id * 37) % 900),
  stars: '4,8',
  reviews: [],
  markup: MARKUPS[given.id % MARKUPS.length] ?? 'none',
  hue: (given.id * 47) % 360,
  truth: [],
  manner: 'ordinary',
  ...given,
  description: description.split('\n').map((line) => line.trim()),
})
