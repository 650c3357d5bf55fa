import type { Found } from '../domain.ts'

/** An amount that an API counts in cents or the like, as a decimal: `18050` with two digits is 18.05. Other texts stay as they are. */
export const fromMinor = (amount: Found | null, digits: number): Found | null => {
  if (amount === null || digits <= 0 || !/^\d{1,18}$/.test(amount.text)) return amount
  const padded = amount.text.padStart(digits + 1, '0')
  const whole = padded.slice(0, -digits)
  const part = padded.slice(-digits).replace(/0+$/, '')
  // Three figures behind a point would be read as thousands.
  const decimals = part.length === 3 ? `${part}0` : part
  return { text: decimals === '' ? whole : `${whole}.${decimals}`, source: amount.source }
}
