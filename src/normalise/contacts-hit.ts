import type { ContactKind } from '../domain.ts'

/** A contact before its words are taken from the original; places in the folded text. */
export interface Hit {
  readonly kind: ContactKind
  readonly value: string
  readonly from: number
  readonly to: number
}
