import type { SellerRef, Store } from '../store/api.ts'

const MOST = 300

/** A seller of a site as the store knows it: by its key, else by exactly this name where the site gives no key. */
export async function sellerRef(store: Pick<Store, 'sellers'>, site: string, text: string): Promise<SellerRef> {
  const known = (await store.sellers.find(text, MOST)).filter((each) => each.site === site)
  const byKey = known.find(({ key }) => key === text)
  if (byKey) return { site, key: text, name: byKey.name }
  const byName = known.find(({ name, key }) => name === text && key === null)
  return byName ? { site, key: null, name: text } : { site, key: text, name: null }
}
