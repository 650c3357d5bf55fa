import { createHash, randomInt } from 'node:crypto'
import type { Sha256 } from '../domain.ts'

/** Letters and digits that are not taken for one another, over the telephone either. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** Good for looking up the state of one tip: 30^12 of them, 59 bits, and tries are limited. */
export const newReference = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-')

/** Of a code as it was typed: small letters, spaces and hyphens do not matter. Only this is kept. */
export const referenceHash = (code: string): Sha256 =>
  createHash('sha256')
    .update(
      `tip ${code
        .slice(0, 80)
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')}`,
    )
    .digest('hex')
