import type { Found, RawListing } from '../../domain.ts'
import { fold } from '../../page/visible-text.ts'
import type { RawDifference } from '../contract.ts'

/** Longest text of one field; a page that prints more is not describing goods. */
const MAX_TEXT = 100_000

/** A Found from anything printable; null for absent, empty, boolean or structured values. */
export const found = (value: unknown, source: string): Found | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = tidy(String(value))
  return text === '' ? null : { text, source }
}

/** NFC, control and zero-width-free ends, white space folded, cut at 100,000 characters. */
export const tidy = (text: string): string => fold(text.normalize('NFC').slice(0, MAX_TEXT))

/** The same of a text whose white space is folded already. */
export const tidyFolded = (text: string): string => text.normalize('NFC').slice(0, MAX_TEXT).trim()

/** Absolute http(s) address, or null. */
export const absolute = (href: string | null | undefined, base: string): string | null =>
  absoluteUrl(href, base)?.href ?? null

/** The same taken apart. */
export const absoluteUrl = (href: string | null | undefined, base: string): URL | null => {
  const text = href?.trim() ?? ''
  if (text === '') return null
  const url = parsed(text, base)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null
}

/** To ask first whether it can be parsed would parse it twice. */
const parsed = (address: string, base: string): URL | null => {
  try {
    return new URL(address, base)
  } catch (error) {
    if (error instanceof TypeError) return null // no address
    throw error
  }
}

export const EMPTY: RawListing = {
  url: null,
  title: null,
  description: null,
  price: null,
  currency: null,
  listPrice: null,
  priceMax: null,
  brand: null,
  sku: null,
  gtin: null,
  availability: null,
  condition: null,
  category: null,
  images: [],
  attributes: {},
  seller: null,
  postedAt: null,
  sold: null,
  rating: null,
  ratings: null,
  shipping: null,
  variants: [],
}

/** One source's answer: the fields it knows. */
export type Source = RawDifference
