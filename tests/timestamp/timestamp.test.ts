import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkToken } from '../../src/timestamp/check.ts'
import { pemOf } from '../../src/timestamp/pem.ts'
import { readResponse } from '../../src/timestamp/response.ts'
import { type Stamp, stamp } from '../../src/timestamp/stamp.ts'
import { type TestAuthority, testAuthority } from './authority.ts'

const DATA = Buffer.from(`${'c0ffee'.repeat(10)}abcd`)
let authority: TestAuthority
let stamped: Stamp
beforeAll(async () => {
  authority = await testAuthority()
  stamped = await stamp(DATA, authority)
})
afterAll(() => authority.close())

const kinds = async (token: Uint8Array, data: Uint8Array = DATA, chain = stamped.chainPem, crl: string | null = null) =>
  (await checkToken(token, data, chain, crl)).faults.map(({ kind }) => kind)

describe('a timestamp over real HTTP', () => {
  test('carries the authority’s time, name, chain and revocation list', async () => {
    expect(Math.abs(Date.parse(stamped.at) - Date.now())).toBeLessThan(600_000)
    expect(stamped.chainPem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(stamped.crlPem).toContain('BEGIN X509 CRL')
    expect(await checkToken(stamped.token, DATA, stamped.chainPem, stamped.crlPem)).toMatchObject({
      ok: true,
      authority: 'Test TSA',
      faults: [],
    })
  })

  test('is checked by openssl with the kept chain alone', () => {
    const at = (name: string) => join(authority.folder, name)
    writeFileSync(at('data'), DATA)
    writeFileSync(at('kept.tsr'), stamped.token)
    writeFileSync(at('kept.pem'), stamped.chainPem)
    const said = execFileSync(
      'openssl',
      ['ts', '-verify', '-data', at('data'), '-in', at('kept.tsr'), '-CAfile', at('kept.pem')],
      { stdio: 'pipe' },
    )
    expect(said.toString()).toContain('Verification: OK')
  })

  test('an authority that is away, or answers with something else, is named', async () => {
    await expect(stamp(DATA, { ...authority, url: 'http://127.0.0.1:9/' })).rejects.toThrow(/cannot be reached/)
    await expect(stamp(DATA, { ...authority, url: `${authority.url}crl` })).rejects.toThrow(/timestamp answer/)
  })

  test('a token of another authority than the one whose certificates were given is refused', async () => {
    const other = await testAuthority({ name: 'Other TSA' })
    try {
      await expect(stamp(DATA, { ...authority, certificates: other.certificates })).rejects.toThrow(/chain|lead/i)
    } finally {
      await other.close()
    }
  })
})

describe('a token that does not hold', () => {
  test('is of other bytes', async () => {
    expect(await kinds(stamped.token, Buffer.from('other'))).toContain('other-bytes')
  })

  test('every changed byte is noticed or changes nothing that is signed', async () => {
    let noticed = 0
    for (let at = 0; at < stamped.token.length; at += 7) {
      const changed = Buffer.from(stamped.token)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      const found = await checkToken(changed, DATA, stamped.chainPem, null)
      if (found.ok) expect(found.at).toBe(stamped.at)
      else noticed++
    }
    expect(noticed).toBeGreaterThan(stamped.token.length / 7 / 3)
  })

  test('leads to no certificate of the chain', async () => {
    const other = await testAuthority({ name: 'Other TSA' })
    try {
      expect(await kinds(stamped.token, DATA, other.certificates)).toEqual(['chain'])
      expect(await kinds(stamped.token, DATA, '')).toEqual(['chain'])
    } finally {
      await other.close()
    }
  })

  test('is signed with a certificate made for mail too', async () => {
    // openssl makes no such timestamp, so the same statement is signed as any other message.
    const mail = await testAuthority({ name: 'Mail', purpose: 'mail' })
    try {
      const statement = readResponse(stamped.token).signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0)
      writeFileSync(join(mail.folder, 'tst.der'), Buffer.from(statement))
      const sign =
        '-sign -binary -cades -nodetach -in tst.der -signer signer.pem -inkey signer.key -outform DER -md sha256'
      const type = ['-econtent_type', '1.2.840.113549.1.9.16.1.4']
      const signed = execFileSync('openssl', ['cms', ...sign.split(' '), ...type], { cwd: mail.folder, stdio: 'pipe' })
      const granted = Buffer.from('3003020100', 'hex')
      const length = granted.length + signed.length
      const response = Buffer.concat([Buffer.from([0x30, 0x82, length >> 8, length & 0xff]), granted, signed])
      expect(await kinds(response, DATA, mail.certificates)).toContain('purpose')
    } finally {
      await mail.close()
    }
  })

  test('is refused by its authority', async () => {
    const mail = await testAuthority({ name: 'Mail', purpose: 'mail' })
    try {
      await expect(stamp(DATA, mail)).rejects.toThrow(/answered 500/)
    } finally {
      await mail.close()
    }
  })

  test('is no token at all', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('hello'),
      Buffer.alloc(2 ** 21, 0x30),
      Buffer.from('3080', 'hex'),
    ])
      expect(await kinds(bytes)).toEqual(['unreadable'])
    expect(await kinds(stamped.token, DATA, pemOf(Buffer.from('junk'), 'CERTIFICATE'))).toEqual(['unreadable'])
  })
})

test('a revocation list that its issuer did not sign is a fault, not a list', async () => {
  const one = await testAuthority({ name: 'One' })
  const forger = await testAuthority({ name: 'One' })
  try {
    const before = await stamp(DATA, one)
    const forged = readFileSync(join(forger.folder, 'crl.pem'), 'utf8')
    expect(await kinds(before.token, DATA, before.chainPem, before.crlPem)).toEqual([])
    expect(await kinds(before.token, DATA, before.chainPem, forged)).toContain('revocation-list')
    forger.revoke('keyCompromise')
    const accusing = readFileSync(join(forger.folder, 'crl.pem'), 'utf8')
    const found = await kinds(before.token, DATA, before.chainPem, accusing)
    expect(found).toContain('revocation-list')
    expect(found).not.toContain('revoked')
  } finally {
    await one.close()
    await forger.close()
  }
})

test('a signer whose key was lost vouches for nothing; one that was merely replaced later still does', async () => {
  const replaced = await testAuthority({ name: 'Replaced' })
  const lost = await testAuthority({ name: 'Lost' })
  try {
    for (const [one, reason, faults] of [
      [replaced, 'superseded', []],
      [lost, 'keyCompromise', ['revoked']],
    ] as const) {
      const before = await stamp(DATA, one)
      // Revocation has whole seconds: it must lie after the token's.
      await new Promise((later) => setTimeout(later, 1_100))
      one.revoke(reason)
      const after = await stamp(DATA, one).then(
        () => null,
        (error: Error) => error.message,
      )
      expect(after).toMatch(/revoked/)
      const list = execFileSync('cat', [join(one.folder, 'crl.pem')]).toString()
      expect(await kinds(before.token, DATA, before.chainPem, list)).toEqual(faults)
    }
  } finally {
    await replaced.close()
    await lost.close()
  }
})
