import type { SellerRef, Sellers } from '../store/api.ts'

const MOST = 300

/** A seller with a key under its newest name; one without is its name. */
export async function newestName(sellers: Sellers, seller: SellerRef): Promise<SellerRef> {
  if (seller.key === null) return seller
  const known = await sellers.find(seller.key, MOST)
  const own = known.filter(({ site, key }) => site === seller.site && key === seller.key)
  return { ...seller, name: own.at(-1)?.name ?? null }
}
