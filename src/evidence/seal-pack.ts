import type { PackSelection, PackSource, Store } from '../store/api.ts'
import type { PackOptions, PackSummary } from './pack.ts'

export interface SealJob {
  readonly store: Pick<Store, 'ledger' | 'anchors'>
  readonly source: PackSource
  readonly selection: PackSelection
  readonly options: Omit<PackOptions, 'redacted'>
  /** Who makes it, where that is not the store's actor. */
  readonly by?: string
}

/** The key's first use stands in the ledger, so that every pack tells whose it is and since when. */
async function noteKey({ store, source, options, by }: SealJob): Promise<void> {
  const [{ signingKey }, { keyRing, keySubject }] = await Promise.all([import('./key.ts'), import('./key-ring.ts')])
  const { fingerprint, publicPem } = await signingKey(options.keyFolder)
  const known = (await keyRing(source.ledger(), null)).some((key) => key.fingerprint === fingerprint)
  if (!known) await store.ledger.append('key-made', keySubject(fingerprint), { publicPem }, by)
}

/**
 * Writes the sealed pack; its export is in the ledger, and so in the pack, before the pack is made. What buildPack throws is
 * thrown; gaps that are not accepted are refused before anything is entered.
 */
export async function sealPack(job: SealJob): Promise<PackSummary> {
  const { store, source, selection, options, by } = job
  const [{ bagName, packSubject }, { exportRecords }, { buildPack }, { refuseGaps }, { survey }] = await Promise.all([
    import('./bag.ts'),
    import('./contents.ts'),
    import('./pack.ts'),
    import('./gate.ts'),
    import('./survey.ts'),
  ])
  // Refused before anything is entered: a pack that is not made was not exported.
  refuseGaps((await survey(source)).gaps, options.partial ?? false, options.lang)
  const { title, purpose, createdAt } = options
  const records = await exportRecords(source.items())
  await noteKey(job)
  const said = { ...selection, title, ...(purpose ? { purpose } : {}), createdAt, records }
  await store.ledger.append('exported', packSubject(bagName(createdAt)), said, by)
  const summary = await buildPack(source, options)
  for (const { seq, head, ...stamp } of summary.anchored)
    if (head !== '') await store.anchors.add({ seq, head, ...stamp })
  return summary
}
