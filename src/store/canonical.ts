import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Sha256 } from '../domain.ts'
import { workedOut } from '../worked-out.ts'

export const sha256 = (data: string | Uint8Array): Sha256 => hash('sha256', data)

/** Of a page's body, which nothing changes once it is read: visit and sighting both state it, it is computed once. */
export const bodyHash = workedOut((body: Uint8Array): Sha256 => sha256(body))

/** In Unicode mode a surrogate class matches lone surrogates only. */
const LONE = /[\ud800-\udfff]/gu

/** Sellers may write half a character; UTF-8 cannot. One code unit becomes one, so offsets stay. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(LONE, '\ufffd')
  if (Array.isArray(value)) return value.map(wellFormed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replace(LONE, '\ufffd'), wellFormed(inner)]),
  )
}

/** RFC 8785 canonical JSON; lone surrogates become U+FFFD. Throws on NaN and infinities. */
export const canonical = (value: unknown): string => {
  try {
    return canonicalize(value) ?? 'null'
  } catch {
    // Nearly always there is nothing to replace; what has another fault throws again.
    return canonicalize(wellFormed(value)) ?? 'null'
  }
}
