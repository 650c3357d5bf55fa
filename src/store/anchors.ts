import { BadInput } from '../errors.ts'
import type { AnchorRow, Anchors, Blobs, NewAnchor, PackSource } from './api.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry } from './ledger.ts'

interface Files {
  readonly token: string
  readonly chain: string
  readonly crl: string | null
}

const NEW_EXHIBIT =
  'insert into exhibit (sha256, size) select ?, ? where not exists (select 1 from exhibit where sha256 = ?)'

/** The entry also has this machine's time: the difference to the authority's is how far its clock was off. */
const insert = (db: Db, anchor: NewAnchor, files: Files, sizes: ReadonlyMap<string, number>): AnchorRow => {
  const { seq, head, authority, at } = anchor
  const hash = db.prepare('select hash from ledger where seq = ?').pluck().get(seq)
  if (hash !== head) throw new BadInput(`the timestamp is of another head than ledger entry ${seq}`)
  for (const [sha256, size] of sizes) db.prepare(NEW_EXHIBIT).run(sha256, size, sha256)
  const row = { seq, head, authority, at, ...files }
  db.prepare(
    'insert into anchor (seq, head, authority, at, token, chain, crl) values (@seq, @head, @authority, @at, @token, @chain, @crl)',
  ).run(row)
  appendEntry(db, 'anchored', `ledger:${seq}`, { body: canonical(row) })
  return row
}

export const anchorRows = async (db: Db): Promise<readonly AnchorRow[]> =>
  db.query
    .selectFrom('anchor')
    .select(['seq', 'head', 'authority', 'at', 'token', 'chain', 'crl'])
    .orderBy('id')
    .execute()

export const openAnchors = (db: Db, blobs: Blobs): Anchors => ({
  add: async (anchor) => {
    const sizes = new Map<string, number>()
    const keep = async (bytes: Uint8Array) => {
      const hash = await blobs.put(bytes)
      sizes.set(hash, bytes.byteLength)
      return hash
    }
    const files = {
      token: await keep(anchor.token),
      chain: await keep(Buffer.from(anchor.chainPem)),
      crl: anchor.crlPem === null ? null : await keep(Buffer.from(anchor.crlPem)),
    }
    return db.write('full', () => insert(db, anchor, files, sizes))
  },
  list: () => anchorRows(db),
})

/** Every anchor with its files, oldest first; EvidenceBroken when one of them is missing or changed. */
export async function* anchorsWithFiles(db: Db, blobs: Blobs): ReturnType<PackSource['anchors']> {
  const text = async (hash: string) => Buffer.from(await blobs.read(hash)).toString('utf8')
  for (const { seq, head, authority, token, chain, crl } of await anchorRows(db))
    yield {
      ...{ seq, head, authority, token: await blobs.read(token), chainPem: await text(chain) },
      crlPem: crl === null ? null : await text(crl),
    }
}
