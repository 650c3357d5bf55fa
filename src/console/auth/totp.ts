import { Secret, TOTP } from 'otpauth'

const STEP_S = 30

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Soi', label, secret: Secret.fromBase32(secret), period: STEP_S })

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator application takes in: `otpauth://totp/…`. */
export const enrolment = (secret: string, name: string): string => totpOf(secret, name).toString()

/** The step a code belongs to, one step of clock error allowed either way; null when it is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const totp = totpOf(secret, '')
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_S) + delta
}
