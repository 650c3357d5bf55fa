import type { ImportWorld } from '../import/take.ts'
import { openChecks } from './checks-world.ts'
import type { Tools } from './command.ts'

/** Opens store, rules and sites for what an officer brings, and closes them whatever happens. */
export async function withImportWorld<T>(tools: Tools, use: (world: ImportWorld) => Promise<T>): Promise<T> {
  const { openStore } = await import('../store/store.ts')
  const { loadRuleset } = await import('../rules/load.ts')
  const { SOFTWARE } = await import('../collect/identity.ts')
  const { loadSites } = await import('../sites/load.ts')
  const ruleset = await loadRuleset(tools.rulesFolder)
  const { examinerOf } = await import('../examine.ts')
  const book = await loadSites(tools.siteFolders)
  const store = await openStore(tools.home, { actor: tools.operator })
  const checks = await openChecks(tools, store)
  const { operator, signal } = tools
  try {
    const now = () => new Date().toISOString()
    const examiner = examinerOf(book, ruleset)
    return await use({
      book,
      ruleset,
      examiner,
      checks: checks.gather,
      store,
      operator,
      software: SOFTWARE,
      now,
      signal,
    })
  } finally {
    checks.close()
    await store.close()
  }
}
