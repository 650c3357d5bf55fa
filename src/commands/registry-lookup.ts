import type { LookupBy } from '../checks/lookups.ts'
import { REGISTRY_KINDS, type RegistryKind } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal } from '../i18n/format.ts'
import { registryMessages } from '../i18n/registry.ts'
import { nameKey, numberKey, phoneKey, taxKey, urlKey } from '../normalise/registry-keys.ts'
import type { Registries } from '../store/registry/api.ts'
import type { Tools } from './command.ts'

/** A registry by its id; BadInput names those there are. */
export function kindOf(text: string, tools: Tools): RegistryKind {
  const kind = REGISTRY_KINDS.find((each) => each === text)
  if (!kind) throw new BadInput(registryMessages(tools.lang).badKind(text, REGISTRY_KINDS.join(', ')))
  return kind
}

/** Opened for one command. */
export const openFor = async (tools: Tools, readOnly: boolean): Promise<Registries> => {
  const { openRegistries } = await import('../store/registry/registries.ts')
  return openRegistries(tools.home, { readOnly, actor: tools.operator, now: () => new Date().toISOString() })
}

/** Number (a person's telephone), name, tax code, address: the first reading of the value that finds something. */
export async function lookup(
  tools: Tools,
  kind: string,
  value: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const t = registryMessages(tools.lang)
  const registry = kindOf(kind, tools)
  const keys: readonly (readonly [LookupBy, string])[] = [
    ['number', registry === 'offenders' ? phoneKey(value) : numberKey(value)],
    ['tax', taxKey(value)],
    ['name', nameKey(value)],
    ['url', urlKey(value)],
  ]
  const registries = await openFor(tools, true)
  try {
    const snapshot = await registries.snapshot(registry)
    const answers = await Promise.all(keys.map(([by, key]) => registries.find(registry, by, key)))
    const found = answers.find((records) => records.length > 0) ?? []
    if (options.json) tools.out(JSON.stringify({ kind: registry, value, snapshot, found }))
    else if (!snapshot) tools.out(t.noSnapshot(t.kinds[registry]))
    else if (found.length === 0) tools.out(t.notThere(forTerminal(value), forTerminal(snapshot.source), snapshot.asOf))
    else {
      tools.out(t.thereIn(forTerminal(snapshot.source), snapshot.asOf))
      for (const record of found)
        tools.out(
          `  ${forTerminal(
            Object.entries(record)
              .map(([column, cell]) => `${column}: ${cell}`)
              .join(' · '),
          )}`,
        )
    }
    return ExitCode.Ok
  } finally {
    registries.close()
  }
}
