import './engine.ts'
import { createHash } from 'node:crypto'
import { type Certificate, ExtKeyUsage } from 'pkijs'
import type { Instant, Sha256 } from '../domain.ts'
import { nameOf, sameName } from './names.ts'
import { certificatesIn } from './pem.ts'
import { type Answer, imprintOf, readResponse } from './response.ts'
import { revocationFaults } from './revocation.ts'

/** What is known of a token without asking anybody. */
export interface TokenCheck {
  readonly ok: boolean
  /** The authority's time; null where the token cannot be read. */
  readonly at: Instant | null
  /** The authority's name as its certificate states it. */
  readonly authority: string | null
  /** SHA-256 of the root certificate that the token leads to: what a reader compares with what the authority publishes. */
  readonly root: Sha256 | null
  /** Key of each fault, with a word about it. */
  readonly faults: readonly TokenFault[]
}

export interface TokenFault {
  readonly kind: 'unreadable' | 'other-bytes' | 'signature' | 'purpose' | 'chain' | 'revocation-list' | 'revoked'
  readonly detail: string
}

const SHA_256 = '2.16.840.1.101.3.4.2.1'
/** id-kp-timeStamping; RFC 3161 §2.3 wants it alone and critical. */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const EXT_KEY_USAGE = '2.5.29.37'

/**
 * Checks an RFC 3161 answer over `data`: imprint, signature, purpose of the certificate, and its chain to a self-signed one
 * in `chainPem`, all as of the token's own time, so that it stays checkable after the certificate has expired.
 * `crlPem`: revocation lists kept beside it, or null. Whether the root is the authority's own is for the reader to compare.
 */
export async function checkToken(
  der: Uint8Array,
  data: Uint8Array,
  chainPem: string,
  crlPem: string | null,
): Promise<TokenCheck> {
  let answer: Answer
  let trusted: readonly Certificate[]
  try {
    answer = readResponse(der)
    trusted = certificatesIn(chainPem)
  } catch (error) {
    const detail = (error as Error).message
    return { ok: false, at: null, authority: null, root: null, faults: [{ kind: 'unreadable', detail }] }
  }
  const at = answer.info.genTime
  const faults: TokenFault[] = []
  const fault = (kind: TokenFault['kind'], detail: string) => faults.push({ kind, detail })
  const { algorithmId } = answer.info.messageImprint.hashAlgorithm
  if (algorithmId !== SHA_256) fault('other-bytes', `the digest is not SHA-256 but ${algorithmId}`)
  else if (imprintOf(answer) !== createHash('sha256').update(data).digest('hex'))
    fault('other-bytes', 'the token speaks of other bytes')
  const { signer, path, problem } = await signature(answer, data, trusted, at)
  if (problem) fault(problem.kind, problem.detail)
  if (signer) faults.push(...purposeFaults(signer))
  const root = path.at(-1) ?? null
  if (root && !sameName(root)) fault('chain', 'the chain does not end in a self-signed certificate')
  if (crlPem !== null) faults.push(...(await revocationFaults(path, crlPem, at)))
  return {
    ok: faults.length === 0,
    at: at.toISOString(),
    authority: signer && nameOf(signer),
    root: root && createHash('sha256').update(Buffer.from(root.toSchema().toBER())).digest('hex'),
    faults,
  }
}

/** Codes of pkijs' SignedDataVerifyError: the signer's certificate is not here; its chain does not hold. */
const NO_SIGNER = 3
const CHAIN_FAILED = 5

interface Signed {
  readonly signer: Certificate | null
  readonly path: readonly Certificate[]
  readonly problem: TokenFault | null
}

/** Signature and chain by pkijs, which checks for a TSTInfo also that its imprint is of `data`. */
async function signature(answer: Answer, data: Uint8Array, trusted: readonly Certificate[], at: Date): Promise<Signed> {
  const { signed } = answer
  // Certificates beside the token count as those inside it; without one no path is found.
  signed.certificates = [...(signed.certificates ?? []), ...trusted]
  try {
    const verified = await signed.verify({
      signer: 0,
      data: Uint8Array.from(data).buffer,
      trustedCerts: trusted.filter(sameName),
      checkDate: at,
      checkChain: true,
      extendedMode: true,
      passedWhenNotRevValues: true,
    })
    const path = verified.certificatePath
    const signer = verified.signerCertificate ?? null
    if (!verified.signatureVerified) return { signer, path, problem: { kind: 'signature', detail: verified.message } }
    if (!verified.signerCertificateVerified)
      return { signer, path, problem: { kind: 'chain', detail: verified.message } }
    return { signer, path, problem: null }
  } catch (error) {
    // In extended mode pkijs throws for a bad chain too; then it says that the signature itself is good or was not reached.
    const { code, signerCertificate, message } = error as {
      code?: number
      signerCertificate?: Certificate
      message?: string
    }
    const kind = code === CHAIN_FAILED || code === NO_SIGNER ? 'chain' : 'signature'
    return { signer: signerCertificate ?? null, path: [], problem: { kind, detail: message ?? String(error) } }
  }
}

function purposeFaults(signer: Certificate): TokenFault[] {
  const usage = signer.extensions?.find(({ extnID }) => extnID === EXT_KEY_USAGE)
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : []
  if (usage?.critical && purposes.length === 1 && purposes[0] === TIME_STAMPING) return []
  return [{ kind: 'purpose', detail: 'its certificate is not made for timestamps alone' }]
}
