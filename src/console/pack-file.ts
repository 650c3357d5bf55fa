import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { World } from './ask.ts'
import { fileHeaders } from './security.ts'

interface Wish {
  readonly caseId: number
  readonly name: string
  /** Who gets it: that is noted. */
  readonly account: string
}

/** A pack of a case as a file; null where there is none of that name. */
export async function packFile({ packs, console }: World, { caseId, name, account }: Wish): Promise<Response | null> {
  const pack = (await packs.made(caseId)).find((each) => each.name === name)
  if (!pack) return null
  console.access.note(account, 'pack.download', `case:${caseId} ${pack.name}`)
  const stream = Readable.toWeb(createReadStream(packs.path(caseId, pack.name))) as ReadableStream
  const headers = { ...fileHeaders('application/zip', pack.name), 'Content-Length': String(pack.bytes) }
  return new Response(stream, { headers })
}
