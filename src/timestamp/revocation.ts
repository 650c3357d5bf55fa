import './engine.ts'
import { type Certificate, CertificateRevocationList } from 'pkijs'
import type { TokenFault } from './check.ts'
import { nameOf } from './names.ts'
import { derBlocks } from './pem.ts'

/** RFC 5280 §5.3.1: these reasons leave what was signed before in force; any other reason, or none, does not. */
const HARMLESS_LATER = new Set([0, 3, 4, 5])

/** By whose key, as pkijs checks it; a list of another kind of key or a damaged one is signed by nobody. */
const signedBy = (list: CertificateRevocationList, issuerCertificate: Certificate): Promise<boolean> =>
  list.verify({ issuerCertificate }).catch(() => false)

/** A certificate that was revoked before the token, or for a lost key, vouches for nothing. */
function revoked(certificate: Certificate, list: CertificateRevocationList, at: Date): TokenFault | null {
  const entry = list.revokedCertificates?.find(({ userCertificate }) =>
    userCertificate.isEqual(certificate.serialNumber),
  )
  if (!entry) return null
  const reason = entry.crlEntryExtensions?.extensions.find(({ extnID }) => extnID === '2.5.29.21')
  const code = Number(reason?.parsedValue?.valueBlock?.valueDec ?? -1)
  if (entry.revocationDate.value > at && HARMLESS_LATER.has(code)) return null
  return { kind: 'revoked', detail: `${nameOf(certificate)} was revoked ${entry.revocationDate.value.toISOString()}` }
}

/**
 * What the kept revocation lists say of a chain, signer first. A list of one of its issuers counts only with that issuer's
 * signature, and is a fault without it: an empty list of somebody's own making would hide that a key was lost. `at`: the token's time.
 */
export async function revocationFaults(path: readonly Certificate[], crlPem: string, at: Date): Promise<TokenFault[]> {
  const lists = derBlocks(crlPem, 'X509 CRL').map((der) => CertificateRevocationList.fromBER(Uint8Array.from(der)))
  const faults: TokenFault[] = []
  for (const [i, certificate] of path.entries()) {
    const issuer = path[i + 1] ?? certificate
    for (const list of lists.filter((one) => one.issuer.isEqual(certificate.issuer))) {
      const forged = !(await signedBy(list, issuer))
      const detail = `the list of ${nameOf(issuer)} does not have its signature`
      const found = forged ? ({ kind: 'revocation-list', detail } as const) : revoked(certificate, list, at)
      if (found) faults.push(found)
    }
  }
  return faults
}
