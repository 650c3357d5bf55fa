import { open } from 'node:fs/promises'
import { NoInput } from '../../errors.ts'
import type { VerifyText } from '../../i18n/verify.ts'

/** The bytes of a pack, wherever they lie. */
export interface Medium {
  readonly size: number
  /** Fewer bytes than asked at the end. */
  readonly read: (position: number, length: number) => Promise<Buffer>
  /** Of the open file; null in memory. */
  readonly fd: number | null
  readonly close: () => Promise<void>
}

const inMemory = (bytes: Uint8Array): Medium => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: buffer.length,
    read: async (position, length) => buffer.subarray(position, position + length),
    fd: null,
    close: async () => {},
  }
}

/** A file by its name, or bytes. NoInput for a file that is not there or is no file: the caller's mistake, not a finding. */
export async function openMedium(source: string | Uint8Array, t: VerifyText): Promise<Medium> {
  if (typeof source !== 'string') return inMemory(source)
  const handle = await open(source).catch((cause: Error) => {
    throw new NoInput(t.noFile(source, cause.message), { cause })
  })
  const stats = await handle.stat()
  if (!stats.isFile()) {
    await handle.close()
    throw new NoInput(t.noFile(source, 'EISDIR'))
  }
  const read: Medium['read'] = async (position, length) => {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, stats.size - position)))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
    return buffer.subarray(0, bytesRead)
  }
  return { size: stats.size, read, fd: handle.fd, close: () => handle.close() }
}
