import type { Contact, Listing } from '../domain.ts'
import { contactsIn } from './contacts.ts'

type Texts = Pick<Listing, 'title' | 'description' | 'attributes' | 'seller'>

/** Contacts of every text of a listing but its pictures' words; each value once, where it stands first. */
export function contactsOf({ title, description, attributes, seller }: Texts): readonly Contact[] {
  const all = [
    ...contactsIn(title, 'title'),
    ...contactsIn(description ?? '', 'description'),
    ...Object.entries(attributes).flatMap(([name, value]) => contactsIn(value, `attributes.${name}`, name)),
    ...contactsIn(seller?.name ?? '', 'seller.name'),
    ...contactsIn(seller?.phoneText ?? '', 'seller.phone_text'),
    ...contactsIn(seller?.location ?? '', 'seller.location'),
  ]
  const seen = new Set<string>()
  return all.filter(({ kind, value }) => !seen.has(`${kind} ${value}`) && seen.add(`${kind} ${value}`))
}
