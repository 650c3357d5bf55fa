import { createHash } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
}

/** RFC 4648 without padding. */
function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text
}

/**
 * Whether `sha1:…` or `sha256:…` (hexadecimal, base32 or base64) is the digest of one of the candidates; null where the
 * digest is of a kind nobody here can compute.
 */
export function digestFits(stated: string, candidates: readonly Uint8Array[]): boolean | null {
  const [name = '', value = ''] = stated.trim().split(':', 2)
  const algorithm = ALGORITHMS[name.toLowerCase()]
  if (algorithm === undefined || value === '') return null
  return candidates.some((bytes) => {
    const digest = createHash(algorithm).update(bytes).digest()
    const forms = [digest.toString('hex'), base32(digest).toLowerCase()]
    return forms.includes(value.replace(/=+$/, '').toLowerCase()) || digest.toString('base64') === value
  })
}
