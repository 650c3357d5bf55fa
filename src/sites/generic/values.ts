import { isObject } from './json.ts'

/** The text of a value that may be wrapped: `"x"`, `{"@value":"x"}`, `["x"]`. */
export const text = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return text(value[0])
  if (isObject(value)) return text(value['@value'] ?? value['@id'] ?? value.url ?? null)
  return null
}

/** `http://schema.org/InStock` → `InStock`. */
export const schemaName = (value: unknown): string | null =>
  text(value)
    ?.trim()
    .replace(/^.*[/#:]/, '') ?? null

const MARKS: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: ' ', apos: "'" }
/** Shops escape for HTML before they write JSON; twice happens too. */
export const unescaped = (value: string | null): string | null => {
  if (value === null || !value.includes('&')) return value
  const once = (text: string) =>
    text
      .replace(/&(amp|quot|lt|gt|nbsp|apos);/g, (whole, name: string) => MARKS[name] ?? whole)
      .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => character(code) ?? whole)
  return once(once(value))
}

const character = (code: string): string | null => {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null
}

/** Text of a value that may hold markup. */
export const plain = (value: string | null): string | null => {
  const text = unescaped(value)
  return text === null || !text.includes('<') ? text : text.replace(/<[^<>]{0,2000}>/g, ' ')
}
