import type { CDPSession } from 'playwright'
import type { Artifact } from '../domain.ts'
import { made } from './made.ts'

/** The server's certificate and those above it, as the browser got them: PEM, the server's own first. None for plain HTTP. */
export async function certificates(cdp: CDPSession, url: string): Promise<readonly Artifact[]> {
  if (!url.startsWith('https:')) return []
  const { tableNames } = await cdp.send('Network.getCertificate', { origin: new URL(url).origin })
  if (tableNames.length === 0) return []
  const pem = tableNames.map((der) => `-----BEGIN CERTIFICATE-----\n${lines(der)}-----END CERTIFICATE-----\n`).join('')
  return [made('certificates', 'application/x-pem-file', Buffer.from(pem))]
}

/** RFC 7468: 64 characters to a line. */
const lines = (base64: string): string => base64.replace(/.{1,64}/g, '$&\n')
