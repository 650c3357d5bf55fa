import { forTerminal, localTime } from '../i18n/format.ts'
import { importMessages } from '../i18n/import.ts'
import type { PackFacts } from '../import/pack.ts'
import type { Tools } from './command.ts'
import type { Planned } from './import-plan.ts'
import { each, type Work } from './import-work.ts'

/** How an imported pack is called on the command line. */
export const packName = ({ sha256 }: Pick<PackFacts, 'sha256'>): string => `pack:${sha256.slice(0, 12)}`

/** Who made it, when, and with which key. */
export function packLines(facts: PackFacts, tools: Tools): readonly string[] {
  const t = importMessages(tools.lang)
  const { title, unit, operator, createdAt, fingerprint, keyCompared } = facts
  return [
    t.otherPack(title, unit ?? t.noUnit, operator ?? '–', localTime(createdAt, tools.lang)),
    t.signedBy(fingerprint, keyCompared),
  ].map(forTerminal)
}

/** Brings in the packs of other units, each verified before anything of it is kept; how many there were. */
export async function bringPacks(packs: readonly Planned[], work: Work, tools: Tools): Promise<number> {
  const t = importMessages(tools.lang)
  const { importPack, packFacts } = await import('../import/pack.ts')
  const { openStore } = await import('../store/store.ts')
  const store = work.options.dryRun ? null : await openStore(tools.home, { actor: tools.operator })
  try {
    const done = await each({ ...work, planned: packs }, async ({ file }) => {
      const request = { file, key: work.options.key ?? null, lang: tools.lang }
      const { facts, before } = store
        ? await importPack(request, store)
        : { facts: await packFacts(request), before: null }
      if (work.options.json) tools.out(JSON.stringify({ file, ...facts, before }))
      else {
        tools.out(forTerminal(`${file} (${t.kinds.pack}, SHA-256 ${facts.sha256})`))
        for (const line of packLines(facts, tools)) tools.out(`  ${line}`)
        const kept = store ? t.keptPack(facts.sightings.length, packName(facts)) : t.packWhole(facts.sightings.length)
        tools.out(`  ${before ? t.packBefore(localTime(before.at, tools.lang), forTerminal(before.by)) : kept}`)
      }
    })
    return done.length
  } finally {
    await store?.close()
  }
}
