import type { Listing } from '../domain.ts'
import { provinceOf } from './provinces.ts'

/** Names of attributes that say where the goods lie or the seller sits. */
const PLACE_NAME =
  /^(?:gửi từ|kho hàng|kho|khu vực|tỉnh|tỉnh ?[/,-] ?thành(?: phố)?|tỉnh thành|thành phố|địa chỉ.*|nơi bán|địa điểm|vị trí|location|address|ships? from)$/iu

type Told = Pick<Listing, 'attributes' | 'seller' | 'contacts'>

/** The province a listing names, and the field that says so: the seller's place first, then attributes, then addresses in the texts. */
export function placeOf(listing: Told): { readonly province: string | null; readonly field: string | null } {
  const { attributes, seller, contacts } = listing
  const stated = [
    { field: 'seller.location', text: seller?.location ?? '' },
    ...Object.entries(attributes)
      .filter(([name]) => PLACE_NAME.test(name.trim()))
      .map(([name, text]) => ({ field: `attributes.${name}`, text })),
  ]
  for (const { field, text } of stated) {
    const province = provinceOf(text)
    if (province !== null) return { province, field }
  }
  const told = contacts.flatMap(({ kind, text, field }) => {
    const province = kind === 'address' ? provinceOf(text) : null
    return province === null ? [] : [{ province, field }]
  })
  // Branches in several provinces: the listing does not say which.
  const [first, ...others] = told
  return first && others.every(({ province }) => province === first.province) ? first : { province: null, field: null }
}
