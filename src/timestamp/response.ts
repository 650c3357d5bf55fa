import { ContentInfo, type PKIStatusInfo, SignedData, TimeStampResp, TSTInfo } from 'pkijs'
import { BadInput } from '../errors.ts'

/** What an authority's answer says, before anything of it is believed. */
export interface Answer {
  readonly signed: SignedData
  readonly info: TSTInfo
}

const MOST_BYTES = 1024 * 1024
/** id-ct-TSTInfo, RFC 3161 §2.4.2. */
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

const words = (status: PKIStatusInfo): string =>
  (status.statusStrings ?? []).map((text) => text.valueBlock.value).join('; ') || `status ${status.status}`

/** Parses a TimeStampResp (RFC 3161 §2.4.2, DER). BadInput where it is none, or where the authority refused. */
export function readResponse(der: Uint8Array): Answer {
  if (der.length > MOST_BYTES) throw new BadInput('the answer is larger than any timestamp')
  try {
    const response = TimeStampResp.fromBER(Uint8Array.from(der))
    // 0 granted, 1 granted with modifications (RFC 3161 §2.4.2).
    if (response.status.status > 1) throw new BadInput(`the authority refused: ${words(response.status)}`)
    const token = response.timeStampToken
    if (token?.contentType !== ContentInfo.SIGNED_DATA) throw new BadInput('the answer holds no signed token')
    const signed = new SignedData({ schema: token.content })
    if (signed.encapContentInfo.eContentType !== TST_INFO) throw new BadInput('what is signed is no timestamp')
    const content = signed.encapContentInfo.eContent?.getValue()
    if (!content) throw new BadInput('the token is empty')
    return { signed, info: TSTInfo.fromBER(content) }
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    throw new BadInput(`not a timestamp answer: ${(cause as Error).message}`, { cause })
  }
}

/** Lower-case hexadecimal digest the token speaks of. */
export const imprintOf = ({ info }: Answer): string =>
  Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex')
