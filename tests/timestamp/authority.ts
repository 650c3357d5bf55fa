// A timestamp authority for tests: openssl makes its certificates and signs its answers, a real HTTP server gives them out.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Authority } from '../../src/timestamp/stamp.ts'

const CONFIG = `[req]
distinguished_name=dn
[dn]
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[stamping]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
crlDistributionPoints=URI:CRL_URL
[mail]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping,emailProtection
[ca]
default_ca=it
[it]
database=index.txt
default_md=sha256
default_crl_days=30
[tsa]
default_tsa=it_stamps
[it_stamps]
serial=serial
signer_cert=signer.pem
certs=root.pem
signer_key=signer.key
signer_digest=sha256
default_policy=1.2.3.4.1
other_policies=1.2.3.4.2
digests=sha256,sha512
tsa_name=yes
ess_cert_id_alg=sha256
`

export interface TestAuthority extends Authority {
  /** Where its files are: root.pem, signer.pem. */
  readonly folder: string
  /** Signs anything itself, without HTTP. */
  reply(query: Uint8Array): Uint8Array
  /** Puts the signer on its revocation list, which is served from now on. */
  revoke(reason: 'superseded' | 'keyCompromise'): void
  close(): Promise<void>
}

interface Options {
  readonly name?: string
  /** `mail`: a certificate that is not made for timestamps alone. */
  readonly purpose?: 'stamping' | 'mail'
}

export async function testAuthority({ name = 'Test TSA', purpose = 'stamping' }: Options = {}): Promise<TestAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'soi-tsa-'))
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const reply = (query: Uint8Array): Uint8Array => {
    writeFileSync(join(folder, 'query.tsq'), query)
    openssl(
      'ts',
      '-reply',
      '-queryfile',
      'query.tsq',
      '-config',
      'openssl.cnf',
      '-section',
      'it_stamps',
      '-out',
      'out.tsr',
    )
    return readFileSync(join(folder, 'out.tsr'))
  }
  const server = createServer((request, response) => {
    if (request.url === '/crl') {
      response.end(readFileSync(join(folder, 'crl.der')))
      return
    }
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      try {
        response.end(reply(Buffer.concat(chunks)))
      } catch {
        response.writeHead(500).end('openssl does not sign this')
      }
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  writeFileSync(join(folder, 'openssl.cnf'), CONFIG.replace('CRL_URL', `${url}crl`))
  writeFileSync(join(folder, 'serial'), '01\n')
  writeFileSync(join(folder, 'index.txt'), '')
  const subject = (of: string) => ['-subj', `/CN=${of}`, '-config', 'openssl.cnf']
  openssl(
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-days',
    '30',
    ...subject(`${name} Root`),
    '-extensions',
    'root',
  )
  openssl(
    'req',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    'signer.key',
    '-out',
    'signer.csr',
    ...subject(name),
  )
  openssl(
    'x509',
    '-req',
    '-in',
    'signer.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-out',
    'signer.pem',
    '-days',
    '10',
    '-extfile',
    'openssl.cnf',
    '-extensions',
    purpose,
  )
  const ca = ['-config', 'openssl.cnf', '-keyfile', 'root.key', '-cert', 'root.pem']
  const list = () => {
    openssl('ca', '-gencrl', ...ca, '-out', 'crl.pem')
    openssl('crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der')
  }
  list()
  return {
    name,
    url,
    certificates: readFileSync(join(folder, 'root.pem'), 'utf8'),
    folder,
    reply,
    revoke: (reason) => {
      openssl('ca', '-revoke', 'signer.pem', ...ca, '-crl_reason', reason)
      list()
    },
    close: async () => {
      await new Promise((closed) => server.close(closed))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
