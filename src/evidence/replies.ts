import { EvidenceBroken } from '../errors.ts'
import type { Reply } from '../store/api.ts'
import { sha256 } from '../store/canonical.ts'
import { exhibitFile } from './names.ts'
import type { BagWriter } from './payload.ts'
import type { PackSource } from './source.ts'
import type { Survey } from './survey.ts'

/** By sighting: what the seller answered about its listing, oldest first. */
export type RepliesBook = ReadonlyMap<number, readonly Reply[]>

/** Where a file that came with a reply stands in the bag. The name it had is the sender's, and is never a path. */
export const replyFile = ({
  sha256: hash,
  mediaType,
}: {
  readonly sha256: string
  readonly mediaType: string
}): string => `data/replies/${exhibitFile({ role: `reply-${hash.slice(0, 32)}`, mediaType })}`

/** Adds the files that came with replies, each once. Throws EvidenceBroken where one is no longer what was kept. */
export async function addReplies(to: BagWriter, source: PackSource, { summaries }: Survey): Promise<RepliesBook> {
  const book = new Map<number, readonly Reply[]>()
  const added = new Set<string>()
  for (const { id, site, key } of summaries) {
    const replies = await source.replies(site, key)
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
  replies.map(({ id, at, officer, unit, kind, received, way, sender, text, file }) => ({
    ...{ id, at, officer, unit, kind, received, way, sender, text },
    file: file && {
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      path: replyFile(file),
    },
  }))
