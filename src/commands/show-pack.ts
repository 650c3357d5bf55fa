import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { importMessages } from '../i18n/import.ts'
import type { ImportedPack } from '../import/pack.ts'
import type { Store } from '../store/api.ts'
import type { Tools } from './command.ts'
import { packLines, packName } from './import-pack.ts'

/** `pack:<first digits of its SHA-256>`, or with `/<id>` one sighting inside it. */
export const PACK_NAME = /^pack:([0-9a-f]{6,64})(?:\/([1-9]\d{0,14}))?$/

/** Shows an imported pack or one sighting of it, always saying whose it is. BadInput where there is none. */
export async function showPack(store: Store, name: string, json: boolean, tools: Tools): Promise<ExitCode> {
  const t = importMessages(tools.lang)
  const { importedPacks } = await import('../import/pack.ts')
  const [, prefix = '', id] = PACK_NAME.exec(name) ?? []
  const [pack, ...others] = await importedPacks(store, prefix)
  if (!pack) throw new BadInput(t.noPack(name))
  if (others.length > 0) throw new BadInput(t.manyPacks(name))
  if (id !== undefined) return showSighting(store, pack, Number(id), json, tools)
  if (json) tools.out(JSON.stringify(pack))
  else {
    tools.out(`${packName(pack)} ${forTerminal(pack.name)} (SHA-256 ${pack.sha256})`)
    for (const line of packLines(pack, tools)) tools.out(line)
    tools.out(`${localTime(pack.at, tools.lang)} ${forTerminal(pack.by)} imported`)
    for (const row of pack.sightings)
      tools.out(forTerminal(`${packName(pack)}/${row.id}  ${row.score}  ${row.title}  ${row.url}`))
  }
  return ExitCode.Ok
}

async function showSighting(
  store: Store,
  pack: ImportedPack,
  id: number,
  json: boolean,
  tools: Tools,
): Promise<ExitCode> {
  const t = importMessages(tools.lang)
  const { withPack } = await import('../evidence/verify/verify.ts')
  const { foreignItem } = await import('../evidence/verify/foreign.ts')
  const { sightingText } = await import('./sighting-text.ts')
  return withPack(store.blobs.path(pack.sha256), { lang: tools.lang }, async ({ result, contents, said }) => {
    const found = result.ok && contents && said ? await foreignItem(contents, said, id) : null
    if (!found) throw new BadInput(t.noSuchSighting(id))
    const from = t.fromPack(packName(pack), pack.unit ?? t.noUnit, pack.fingerprint)
    if (json) tools.out(JSON.stringify({ from: { ...pack, sightings: undefined }, ...found }))
    else {
      tools.out(forTerminal(from))
      const item = { ...found.item, pageHash: '' }
      for (const line of sightingText({ item, exhibits: found.exhibits, ledger: [], cases: [] }, tools.lang))
        tools.out(line)
    }
    return ExitCode.Ok
  })
}
