import { z } from 'zod'
import { keepFile, MOST_FILE_BYTES } from '../../casework/upload.ts'
import type { Blobs, KeptFile } from '../../store/api.ts'
import { hash, text } from './endpoint.ts'
import { ApiProblem } from './problem.ts'

/** A file as a program brings it; what it is, its bytes say. */
export const broughtFile = z.strictObject({
  name: text,
  content: z
    .string()
    .min(1)
    .max(Math.ceil(MOST_FILE_BYTES / 3) * 4)
    .meta({
      contentEncoding: 'base64',
      description: 'its bytes, at most 10 MiB: PDF, picture, ZIP, Office file or text',
    }),
})

export const fileTold = {
  name: z.string(),
  mediaType: z.string().describe('what its bytes say'),
  size: z.int().describe('bytes'),
  sha256: hash,
}

/** Keeps it as an exhibit. BadInput as keepFile says; ApiProblem where it is not written in base64. */
export function keepBrought(blobs: Blobs, { name, content }: z.output<typeof broughtFile>): Promise<KeptFile> {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.toString('base64') !== content) throw new ApiProblem(400, 'content: is not written in base64 (RFC 4648)')
  return keepFile(blobs, name, bytes, 'en')
}
