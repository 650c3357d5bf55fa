import { createPublicKey } from 'node:crypto'
import { rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Instant, Sha256 } from '../domain.ts'
import { BadInput, EvidenceBroken } from '../errors.ts'
import { fingerprintOf, KEY_FILE, type SigningKey, signingKey } from './key.ts'
import type { FullEntry } from './ledger-chain.ts'
import { cannotWrite, codeOf } from './whole-file.ts'

/** One key of the unit, as the ledger knows it. The private half of a key that is no longer used stays in the folder, 0600. */
export interface KeyRecord {
  readonly fingerprint: Sha256
  /** SPKI PEM. */
  readonly publicPem: string
  readonly state: 'current' | 'retired' | 'revoked'
  /** When the ledger first names it; null for one it does not name yet. */
  readonly since: Instant | null
  /** When it was retired or revoked. */
  readonly until: Instant | null
  /** Why, in the officer's words; null for the current one. */
  readonly reason: string | null
}

/** Subject of a key's ledger entries; actions `key-made`, `key-rotated`, `key-revoked`. */
export const keySubject = (fingerprint: Sha256): string => `key:${fingerprint}`

const body = z.object({ publicPem: z.string(), reason: z.string().nullable().optional() })

/** The keys that a ledger tells of, oldest first, then `current` where it does not know it yet. Throws EvidenceBroken for an entry that contradicts itself. */
export async function keyRing(
  ledger: AsyncIterable<FullEntry>,
  current: Pick<SigningKey, 'fingerprint' | 'publicPem'> | null,
): Promise<readonly KeyRecord[]> {
  const keys = new Map<Sha256, KeyRecord>()
  for await (const entry of ledger) {
    if (!entry.subject.startsWith('key:')) continue
    const fingerprint = entry.subject.slice('key:'.length)
    const { publicPem, reason } = body.parse(JSON.parse(entry.body))
    if (fingerprintOf(createPublicKey(publicPem)) !== fingerprint)
      throw new EvidenceBroken(`ledger entry ${entry.seq} names a key by another key's fingerprint`)
    const before = keys.get(fingerprint)
    const since = before?.since ?? entry.at
    const ended = entry.action === 'key-rotated' || entry.action === 'key-revoked'
    const state = entry.action === 'key-revoked' ? 'revoked' : ended ? 'retired' : (before?.state ?? 'current')
    keys.set(fingerprint, {
      fingerprint,
      publicPem,
      state,
      since,
      until: ended ? entry.at : null,
      reason: reason ?? null,
    })
  }
  if (current && !keys.has(current.fingerprint))
    keys.set(current.fingerprint, {
      ...{ fingerprint: current.fingerprint, publicPem: current.publicPem, state: 'current' },
      ...{ since: null, until: null, reason: null },
    })
  return [...keys.values()]
}

/** Where a key goes that is no longer signed with. */
const retiredFile = (folder: string, fingerprint: Sha256): string =>
  join(folder, `retired-${fingerprint.slice(0, 16)}.pem`)

/** The key of a folder; null where none was ever made. BadInput for a file that is none. */
export async function existingKey(folder: string): Promise<SigningKey | null> {
  try {
    await stat(join(folder, KEY_FILE))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw cannotWrite(join(folder, KEY_FILE), error)
  }
  return signingKey(folder)
}

/**
 * Puts the key aside and makes a new one. The old private half is kept, for a signature is never needed from it again but a
 * court may ask who held it. BadInput when there is no key. Returns both.
 */
export async function rotateKey(folder: string): Promise<{ readonly old: SigningKey; readonly made: SigningKey }> {
  const old = await existingKey(folder)
  if (old === null) throw new BadInput(`${folder} holds no key yet; the first pack makes one`)
  const file = join(folder, KEY_FILE)
  const aside = retiredFile(folder, old.fingerprint)
  try {
    await rename(file, aside)
  } catch (error) {
    throw cannotWrite(file, error)
  }
  return { old, made: await signingKey(folder) }
}

/** Writes the public halves beside each other, for publishing. */
export const publicKeysText = (keys: readonly KeyRecord[]): string =>
  `${JSON.stringify({ keys: keys.map((key) => ({ ...key })) }, null, 1)}\n`
