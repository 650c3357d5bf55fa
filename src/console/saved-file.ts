import type { KeptFile } from '../store/api.ts'
import type { World } from './ask.ts'
import { fileHeaders } from './security.ts'

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/plain': 'txt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
}

/** An Office document is a ZIP to us; under its own ending the officer's program opens it. Anything else ends as its bytes say. */
const endingOf = ({ name, mediaType }: KeptFile): string =>
  mediaType === 'application/zip'
    ? (/\.(docx|xlsx|pptx|odt|ods)$/i.exec(name)?.[1]?.toLowerCase() ?? 'zip')
    : (ENDINGS[mediaType] ?? 'bin')

/** A file that somebody brought, to be saved and never shown: not as a page, nor as a picture. The name is ours. */
export async function savedFile({ store }: Pick<World, 'store'>, file: KeptFile, name: string): Promise<Response> {
  const bytes = await store.blobs.read(file.sha256)
  return new Response(Buffer.from(bytes), {
    headers: fileHeaders('application/octet-stream', `${name}.${endingOf(file)}`),
  })
}
