import type { CDPSession } from 'playwright'
import type { Artifact } from '../domain.ts'
import { made } from './made.ts'
import { within } from './visit.ts'

const TOLD_MS = 2_000

/** The server's certificate and those above it, as the browser got them: PEM, the server's own first. None for plain HTTP. */
export async function certificates(cdp: CDPSession, url: string): Promise<readonly Artifact[]> {
  if (!url.startsWith('https:')) return []
  const told = new Promise<readonly string[]>((done) => {
    cdp.on('Security.visibleSecurityStateChanged', ({ visibleSecurityState: { certificateSecurityState } }) => {
      if (certificateSecurityState) done(certificateSecurityState.certificate)
    })
  })
  // Chromium tells the state of the page that is shown as soon as somebody asks to be told of changes.
  await cdp.send('Security.enable')
  if (!(await within(TOLD_MS, told))) throw new Error('the browser did not give them')
  const pem = (await told)
    .map((der) => `-----BEGIN CERTIFICATE-----\n${lines(der)}-----END CERTIFICATE-----\n`)
    .join('')
  return [made('certificates', 'application/x-pem-file', Buffer.from(pem))]
}

/** RFC 7468: 64 characters to a line. */
const lines = (base64: string): string => base64.replace(/.{1,64}/g, '$&\n')
