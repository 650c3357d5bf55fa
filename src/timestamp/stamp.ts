import './engine.ts'
import { createHash, randomBytes } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { AlgorithmIdentifier, type Certificate, CRLDistributionPoints, MessageImprint, TimeStampReq } from 'pkijs'
import { request } from 'undici'
import type { Instant } from '../domain.ts'
import { BadInput, FetchFailed } from '../errors.ts'
import { checkToken } from './check.ts'
import { certificatesIn, pemOf } from './pem.ts'
import { type Answer, readResponse } from './response.ts'

/** A timestamp authority that the agency has chosen. */
export interface Authority {
  readonly name: string
  /** http(s). */
  readonly url: string
  /** Its root and intermediate certificates in PEM, as the authority publishes them. */
  readonly certificates: string
}

/** What is kept of one timestamp: enough to check it years later, offline. */
export interface Stamp {
  readonly authority: string
  /** The authority's clock. */
  readonly at: Instant
  /** The whole answer (TimeStampResp, DER): what `openssl ts -verify -in` reads. */
  readonly token: Uint8Array
  /** Every certificate of its chain, signer first. */
  readonly chainPem: string
  /** Revocation lists as they were; null when none was named or none came. */
  readonly crlPem: string | null
}

const TIMEOUT_MS = 20_000
const MOST_BYTES = 4 * 1024 * 1024
const SHA_256 = '2.16.840.1.101.3.4.2.1'
const CRL_POINTS = '2.5.29.31'

/**
 * Has an authority sign the SHA-256 of `data` with its time (RFC 3161 over HTTP), and checks the answer before it is kept.
 * FetchFailed when the authority cannot be reached, BadInput when its answer does not hold.
 */
export async function stamp(data: Uint8Array, authority: Authority, signal?: AbortSignal): Promise<Stamp> {
  const nonce = randomBytes(12)
  nonce[0] = 1 + ((nonce[0] ?? 0) & 0x3f) // Positive, and no leading zero that would be lost on the way.
  const token = await ask(authority, requestFor(data, nonce), signal)
  const answer = readResponse(token)
  const echoed = answer.info.nonce ? Buffer.from(answer.info.nonce.valueBlock.valueHexView).toString('hex') : ''
  if (echoed !== nonce.toString('hex'))
    throw new BadInput(`${authority.name}: the answer is to another question (nonce)`)
  const chain = [...(answer.signed.certificates ?? []).filter(isCertificate), ...certificatesIn(authority.certificates)]
  const chainPem = [
    ...new Set(chain.map((each) => pemOf(new Uint8Array(each.toSchema().toBER()), 'CERTIFICATE'))),
  ].join('')
  const crlPem = await revocationLists(chain, signal)
  const checked = await checkToken(token, data, chainPem, crlPem)
  const published = certificatesIn(authority.certificates).map((each) =>
    sha256(new Uint8Array(each.toSchema().toBER())),
  )
  if (published.length > 0 && !published.includes(checked.root ?? ''))
    throw new BadInput(`${authority.name}: the token does not lead to the certificates given for it`)
  if (!checked.ok || checked.at === null)
    throw new BadInput(`${authority.name}: ${checked.faults.map(({ detail }) => detail).join('; ')}`)
  return { authority: authority.name, at: checked.at, token, chainPem, crlPem }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const isCertificate = (each: NonNullable<Answer['signed']['certificates']>[number]): each is Certificate =>
  'subjectPublicKeyInfo' in each

/** TimeStampReq in DER, asking for the certificate too. */
function requestFor(data: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
    hashedMessage: new OctetString({ valueHex: createHash('sha256').update(data).digest() }),
  })
  const query = new TimeStampReq({
    version: 1,
    messageImprint: imprint,
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER())
}

async function ask({ name, url }: Authority, query: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' }
  return answerOf(name, url, { method: 'POST', headers, body: query }, signal)
}

/** The body of a successful answer, at most 4 MiB. */
async function answerOf(
  name: string,
  url: string,
  options: Parameters<typeof request>[1],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const patience = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const { statusCode, body } = await request(url, {
      ...options,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > MOST_BYTES) throw new FetchFailed(`${name}: the answer is too large`, { again: false })
      chunks.push(chunk)
    }
    if (statusCode !== 200)
      throw new FetchFailed(`${name}: the authority answered ${statusCode}`, { again: statusCode >= 500 })
    return Buffer.concat(chunks)
  } catch (cause) {
    if (cause instanceof FetchFailed) throw cause
    throw new FetchFailed(`${name} (${url}) cannot be reached: ${(cause as Error).message}`, { again: true, cause })
  }
}

/** The lists that the certificates name, kept now: the authority may be gone when somebody asks. What does not come is left out. */
async function revocationLists(chain: readonly Certificate[], signal?: AbortSignal): Promise<string | null> {
  const urls = new Set(chain.flatMap(listUrls))
  const lists = await Promise.all(
    [...urls].map(async (url) => {
      try {
        const bytes = await answerOf('revocation list', url, { method: 'GET' }, signal)
        const text = Buffer.from(bytes.subarray(0, 11)).toString('latin1')
        return text === '-----BEGIN ' ? Buffer.from(bytes).toString('latin1') : pemOf(bytes, 'X509 CRL')
      } catch (error) {
        if (error instanceof FetchFailed) return ''
        throw error
      }
    }),
  )
  const pem = lists.join('')
  return pem === '' ? null : pem
}

function listUrls({ extensions }: Certificate): string[] {
  const points = extensions?.find(({ extnID }) => extnID === CRL_POINTS)?.parsedValue
  if (!(points instanceof CRLDistributionPoints)) return []
  return points.distributionPoints.flatMap(({ distributionPoint }) =>
    Array.isArray(distributionPoint)
      ? distributionPoint.flatMap((name) =>
          name.type === 6 && /^https?:/.test(String(name.value)) ? [String(name.value)] : [],
        )
      : [],
  )
}
