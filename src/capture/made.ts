import { createHash } from 'node:crypto'
import type { Artifact } from '../domain.ts'

/** An artifact with its digest taken at once, before anything else touches the bytes. */
export const made = (role: string, mediaType: string, bytes: Uint8Array): Artifact => ({
  role,
  mediaType,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
