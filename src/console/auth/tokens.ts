import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sha256 } from '../../store/canonical.ts'

/** 256 random bits, fit for a cookie and an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** What is kept of it. */
export const tokenHash = (token: string): string => sha256(token)

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(sha256(a)), Buffer.from(sha256(b))]
  return timingSafeEqual(left, right)
}

const NAME = 'soi-session'
/** Behind TLS the name itself forbids other hosts and plain HTTP to set it. */
export const cookieName = (secure: boolean): string => (secure ? `__Host-${NAME}` : NAME)

const attributes = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

export const sessionCookie = (token: string, secure: boolean): string =>
  `${cookieName(secure)}=${token}; ${attributes(secure)}`

export const noSessionCookie = (secure: boolean): string => `${cookieName(secure)}=; Max-Age=0; ${attributes(secure)}`

export const languageCookie = (lang: string, secure: boolean): string =>
  `soi-lang=${lang}; Max-Age=31536000; ${attributes(secure)}`
