import { Certificate } from 'pkijs'

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g

/** The DER of every block of that name, in the order of the file. */
export const derBlocks = (pem: string, label: string): readonly Uint8Array[] =>
  [...pem.matchAll(BLOCK)].filter(([, name]) => name === label).map(([, , body = '']) => Buffer.from(body, 'base64'))

/** One PEM block, 64 characters a line, with its line feed. */
export const pemOf = (der: Uint8Array, label: string): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** Throws an Error of the ASN.1 library where a block is no certificate. */
export const certificatesIn = (pem: string): readonly Certificate[] =>
  derBlocks(pem, 'CERTIFICATE').map((der) => Certificate.fromBER(Uint8Array.from(der)))
