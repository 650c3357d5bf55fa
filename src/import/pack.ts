import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { Instant, Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { foreignRows } from '../evidence/verify/foreign.ts'
import { withPack } from '../evidence/verify/verify.ts'
import { importMessages } from '../i18n/import.ts'
import type { Lang } from '../i18n/messages.ts'
import type { Store } from '../store/api.ts'
import { bring } from './run.ts'

const factsShape = z.object({
  sha256: z.string(),
  name: z.string(),
  bag: z.string(),
  title: z.string(),
  /** As the pack names it; null where it names none. */
  unit: z.string().nullable(),
  operator: z.string().nullable(),
  createdAt: z.string(),
  fingerprint: z.string(),
  /** Somebody gave the published fingerprint, and it is this one. */
  keyCompared: z.boolean(),
  head: z.string(),
  sightings: z.array(z.object({ id: z.int(), at: z.string(), url: z.string(), title: z.string(), score: z.number() })),
})

/** What is recorded of another unit's pack: where it comes from and whose signature it carries. */
export type PackFacts = z.infer<typeof factsShape>

/** One that was imported. */
export interface ImportedPack extends PackFacts {
  readonly at: Instant
  readonly by: string
}

export interface PackRequest {
  readonly file: string
  /** Fingerprint that the other unit has published; null where nobody compared. */
  readonly key: string | null
  readonly lang: Lang
}

const subjectOf = (sha256: Sha256): string => `imported-pack:${sha256}`

async function hashOf(file: string): Promise<Sha256> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** Verifies a pack and reads what it says; writes nothing. BadInput where any check fails, NoInput where it cannot be read. */
export function packFacts({ file, key, lang }: PackRequest): Promise<PackFacts> {
  return withPack(file, { lang, ...(key === null ? {} : { key }) }, async ({ result, contents, said }) => {
    const failed = result.checks.filter(({ ok }) => ok === false)
    if (!result.ok || !contents || !said)
      throw new BadInput(
        importMessages(lang).notWhole(
          failed.map(({ title, detail }) => `${title}: ${detail.split('\n')[0]}`).join('; '),
        ),
      )
    return {
      ...{ sha256: await hashOf(file), name: file.split(/[\\/]/).at(-1) ?? file, bag: contents.bag },
      ...{ title: said.title, unit: said.unit ?? null, operator: said.operator ?? null, createdAt: said.createdAt },
      ...{ fingerprint: result.fingerprint ?? '', keyCompared: key !== null, head: result.head ?? '' },
      sightings: [...(await foreignRows(contents, said))],
    }
  })
}

/**
 * Keeps another unit's pack as it came: one exhibit and one `imported` entry of the ledger. Its sightings stay inside it; they
 * enter no list, no median and no case of this unit. A pack that was imported before is told, not doubled.
 */
export async function importPack(
  request: PackRequest,
  store: Store,
): Promise<{ readonly facts: PackFacts; readonly before: ImportedPack | null }> {
  const facts = await packFacts(request)
  const before = (await importedPacks(store, facts.sha256))[0] ?? null
  if (before) return { facts, before }
  const kept = await bring(request.file, 'application/zip', store)
  if (kept.sha256 !== facts.sha256) throw new BadInput(`${request.file} changed while it was read`)
  await store.ledger.append('imported', subjectOf(facts.sha256), facts)
  return { facts, before: null }
}

/** Imported packs whose SHA-256 begins so, oldest first. */
export async function importedPacks(store: Store, prefix: string): Promise<readonly ImportedPack[]> {
  const found: ImportedPack[] = []
  for await (const { action, subject, body, at, actor } of store.ledger.entries())
    if (action === 'imported' && subject.startsWith(subjectOf(prefix)))
      found.push({ ...factsShape.parse(JSON.parse(body)), at, by: actor })
  return found
}
