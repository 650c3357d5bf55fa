import { z } from 'zod'
import { text } from './endpoint.ts'

/** A seller as a program names it, and as it is told of one. */
export const sellerAsked = z
  .strictObject({
    site: text,
    key: text.nullable().default(null).describe('the seller’s key on the site'),
    name: text.nullable().default(null).describe('where the site gives no key'),
  })
  .refine(({ key, name }) => key !== null || name !== null, 'give the key of the seller, or the name where it has none')

export const sellerTold = { site: z.string(), key: z.string().nullable(), name: z.string().nullable() }
