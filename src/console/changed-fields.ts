import type { Listing } from '../domain.ts'
import { fieldsOf } from './fields.ts'

/** A field that two sightings of one listing give differently; '' where one of them does not give it. */
interface ChangedField {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Which fields differ; `images` and the like are compared as they are written. */
export function changedFields(before: Listing, after: Listing): readonly ChangedField[] {
  const textsOf = (listing: Listing) => new Map(fieldsOf(listing).map(({ name, text }) => [name, text]))
  const [old, now] = [textsOf(before), textsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, from: old.get(name) ?? '', to: now.get(name) ?? '' }))
    .filter(({ from, to }) => from !== to)
}
