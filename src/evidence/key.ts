import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { cannotWrite, codeOf } from './whole-file.ts'

/** The unit's Ed25519 key. The private half never leaves this object. */
export interface SigningKey {
  /** SPKI PEM, as `openssl pkeyutl -pubin -inkey` takes it. */
  readonly publicPem: string
  /** SHA-256 of the SPKI DER: what the unit publishes and a stranger compares. */
  readonly fingerprint: Sha256
  /** Raw signature, 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

export const KEY_FILE = 'signing-key.pem'

export const fingerprintOf = (key: KeyObject): Sha256 =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')

/**
 * The signing key of a folder: PKCS #8 PEM, mode 0600, made on first use. Two processes that make it at once end with the same one.
 * Throws BadInput for a file that is no Ed25519 key or that others may read, CannotWrite where it cannot be made.
 */
export async function signingKey(folder: string): Promise<SigningKey> {
  const file = join(folder, KEY_FILE)
  const pem = (await existing(file)) ?? (await make(folder, file))
  return fromPem(pem, file)
}

async function existing(file: string): Promise<string | null> {
  try {
    const { mode } = await stat(file)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new BadInput(
        `${file}: others may read this key (mode ${(mode & 0o777).toString(8)}); run: chmod 600 ${file}`,
      )
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw cannotWrite(file, error)
  }
}

/** Written aside and linked into place, so that nobody ever reads half a key. */
async function make(folder: string, file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(aside, 'wx', 0o600)
    try {
      await handle.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(aside, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error // EEXIST: another process was first, and its key counts
    })
    await unlink(aside)
    return await readFile(file, 'utf8')
  } catch (error) {
    throw cannotWrite(file, error)
  }
}

function fromPem(pem: string, file: string): SigningKey {
  const key = privateKeyOf(pem, file)
  const publicKey = createPublicKey(key)
  return {
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
    sign: (message) => sign(null, message, key),
  }
}

function privateKeyOf(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (cause) {
    throw new BadInput(
      `${file}: not a private key in PEM; restore it from a backup, or move it away and a new one is made`,
      { cause },
    )
  }
  throw new BadInput(`${file}: not an Ed25519 key; move it away and a new one is made`)
}
