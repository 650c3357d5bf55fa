/** What must be read from one page of goods or one thread; fields left out are not asked. */
export interface Wanted {
  readonly path: string
  readonly title: string
  /** Dong; null where none is asked. */
  readonly price: number | null
  readonly listPrice?: number | null
  /** File name or path of the main picture, or of its sizes; null where the goods have none. */
  readonly image?: string | readonly string[] | null
  readonly seller?: string
  readonly availability?: string
  readonly sku?: string
}

/** A miniature of a site as one make of software prints it: our own goods and words in its markup. */
export interface Make {
  readonly name: string
  readonly base: string
  /** path with query → document */
  readonly pages: Readonly<Record<string, string>>
  readonly wanted: readonly Wanted[]
}

export interface Goods {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly price: number
  readonly old?: number
  readonly out?: boolean
  readonly text: string
}

/** Goods of one shop: every third has an old price, the fourth is sold out; prices and ids are moved by `shift`. */
export const goods = (shift: number, names: readonly string[]): readonly Goods[] =>
  names.map((name, at) => ({
    id: shift * 7 + at + 11,
    slug: slug(name),
    name,
    price: (at + 2) * 45_000 + shift * 1000,
    ...(at % 3 === 1 ? { old: (at + 3) * 65_000 + shift * 1000 } : {}),
    ...(at === 3 ? { out: true } : {}),
    text: `${name} làm thủ công, giao trong ngày tại nội thành, ngoài tỉnh từ hai đến bốn ngày. Phí giao từ 22.000đ.`,
  }))

const slug = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** 1234567 with `mark` between thousands. */
export const grouped = (amount: number, mark = '.'): string => String(amount).replace(/\B(?=(\d{3})+$)/g, mark)

export const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

/** `items` in pages of `size`, from page 1. */
export const paged = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, at * size + size))
