import { EvidenceBroken } from '../errors.ts'
import type { PackSource, Reply } from '../store/api.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import { exhibitFile } from './names.ts'
import type { BagWriter } from './payload.ts'
import type { Survey } from './survey.ts'

/** By sighting: what the seller answered about its listing, oldest first. */
export type RepliesBook = ReadonlyMap<number, readonly Reply[]>

/** Action of a reply's ledger entry; its subject is the sighting it was given about. */
export const REPLIED = 'replied'
export const REPLY_FOLDER = 'data/replies/'

/** The body of that entry: what the store entered, made again from the reply. */
export const replyBody = ({ file, key, ...reply }: Told): string => {
  const { id, at, officer, unit, site, sighting, kind, received, way, sender, text } = reply
  return canonical({
    ...{ id, at, officer, unit, site, listingKey: key, sighting, kind, received, way, sender, text },
    ...{ fileName: file?.name ?? null, mediaType: file?.mediaType ?? null },
    ...{ size: file?.size ?? null, sha256: file?.sha256 ?? null },
  })
}

/** A reply as a stranger's pack may tell it. */
type Told = { readonly [K in keyof Omit<Reply, 'file' | 'kind' | 'way'>]: Reply[K] } & {
  readonly kind: string
  readonly way: string
  readonly file: Pick<NonNullable<Reply['file']>, 'name' | 'mediaType' | 'size' | 'sha256'> | null
}

/** Where a file that came with a reply stands in the bag. The name it had is the sender's, and is never a path. */
export const replyFile = ({
  sha256: hash,
  mediaType,
}: {
  readonly sha256: string
  readonly mediaType: string
}): string => `${REPLY_FOLDER}${exhibitFile({ role: `reply-${hash.slice(0, 32)}`, mediaType })}`

/**
 * Adds the files that came with replies, each once. `told`: numbers of the replies that the ledger tells of; one that came after the
 * ledger was written is no part of the pack. Throws EvidenceBroken where one is no longer what was kept.
 */
export async function addReplies(
  to: BagWriter,
  source: PackSource,
  { summaries }: Survey,
  told: ReadonlySet<number>,
): Promise<RepliesBook> {
  const book = new Map<number, readonly Reply[]>()
  const added = new Set<string>()
  for (const { id, site, key } of summaries) {
    const replies = (await source.replies(site, key)).filter((reply) => told.has(reply.id))
    if (replies.length > 0) book.set(id, replies)
    for (const { file } of replies) {
      if (file === null || added.has(file.sha256)) continue
      added.add(file.sha256)
      const bytes = await source.exhibit(file.sha256)
      if (sha256(bytes) !== file.sha256)
        throw new EvidenceBroken(
          `the file of a reply (${file.sha256}) is no longer what was kept; run: soi verify --store`,
        )
      await to.add(replyFile(file), bytes)
    }
  }
  return book
}

/** What pack.json says of a listing's replies. */
export const repliesSaid = (replies: readonly Reply[]) =>
  replies.map(({ id, at, officer, unit, sighting, kind, received, way, sender, text, file }) => ({
    ...{ id, at, officer, unit, sighting, kind, received, way, sender, text },
    file: file && {
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      path: replyFile(file),
    },
  }))
