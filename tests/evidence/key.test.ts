import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadInput, CannotWrite } from '../../src/errors.ts'
import { signingKey } from '../../src/evidence/key.ts'
import { inFolder } from './fixture.ts'

const FILE = 'signing-key.pem'

describe('the signing key', () => {
  test('is made once, for its owner’s eyes only, and stays the same', () =>
    inFolder(async (folder) => {
      const keys = join(folder, 'a/keys')
      const first = await signingKey(keys)
      expect((await signingKey(keys)).fingerprint).toBe(first.fingerprint)
      expect((await stat(join(keys, FILE))).mode & 0o777).toBe(0o600)
      expect((await stat(keys)).mode & 0o777).toBe(0o700)
      const message = Buffer.from('đồng hồ')
      expect(verify(null, message, createPublicKey(first.publicPem), first.sign(message))).toBe(true)
      expect(first.sign(message)).toHaveLength(64)
    }))

  test('is one even when many ask for it at the same moment', () =>
    inFolder(async (folder) => {
      const all = await Promise.all(Array.from({ length: 12 }, () => signingKey(folder)))
      expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(1)
      expect(await readdir(folder)).toEqual([FILE])
    }))

  test.skipIf(process.platform === 'win32')('that others may read is refused, with the remedy', () =>
    inFolder(async (folder) => {
      await signingKey(folder)
      await chmod(join(folder, FILE), 0o644)
      await expect(signingKey(folder)).rejects.toThrow(/chmod 600/)
    }),
  )

  test('of another kind, or no key at all, is refused and left alone', () =>
    inFolder(async (folder) => {
      const file = join(folder, FILE)
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      for (const text of [privateKey.export({ type: 'pkcs8', format: 'pem' }), 'no key', '']) {
        await writeFile(file, text, { mode: 0o600 })
        await expect(signingKey(folder)).rejects.toThrow(BadInput)
        expect((await stat(file)).size).toBe(text.length)
      }
    }))

  test('cannot be made where a file stands in the way of its folder', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'keys'), '')
      await expect(signingKey(join(folder, 'keys', 'deeper'))).rejects.toThrow(CannotWrite)
      await mkdir(join(folder, 'other', FILE), { recursive: true, mode: 0o700 })
      await expect(signingKey(join(folder, 'other'))).rejects.toThrow(CannotWrite)
    }))
})
