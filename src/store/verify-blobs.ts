import type { Blobs, Problem } from './api.ts'
import { digestOf } from './blobs.ts'
import type { Db } from './db.ts'

const PAGE = 500
const HEX = /^[0-9a-f]{64}$/

const checkBlob = async (blobs: Blobs, hash: string, size: number): Promise<readonly Problem[]> => {
  const subject = `blob:${hash}`
  if (!HEX.test(hash)) return [{ kind: 'exhibit-row', subject, detail: 'is not a SHA-256' }]
  const found = await digestOf(blobs.path(hash)).catch((error: unknown) => String(error))
  if (typeof found === 'string') return [{ kind: 'blob-missing', subject, detail: found }]
  if (found.sha256 === hash && found.size === size) return []
  const detail = found.sha256 === hash ? `has ${found.size} bytes, its row says ${size}` : 'its content was changed'
  return [{ kind: 'blob-changed', subject, detail }]
}

/** Every file a row names is there and has the hash it is named by. Files no row names are harmless: a writer died. */
export const checkBlobs = async (db: Db, blobs: Blobs): Promise<readonly Problem[]> => {
  const problems: Problem[] = []
  let after = ''
  for (;;) {
    const rows = await db.query
      .selectFrom('exhibit')
      .selectAll()
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(PAGE)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return problems
    for (const row of rows) problems.push(...(await checkBlob(blobs, row.sha256, row.size)))
    after = last.sha256
  }
}
