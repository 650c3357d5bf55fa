import { ExitCode } from '../exit-codes.ts'
import type { Store } from '../store/api.ts'
import type { Tools } from './command.ts'

/** Work on the store of a home where there is one already; NoInput where there is none. */
export async function withExisting(
  tools: Tools,
  readOnly: boolean,
  work: (store: Store) => Promise<void>,
): Promise<ExitCode> {
  const { openExisting } = await import('../store/store.ts')
  const store = await openExisting(tools.home, { actor: tools.operator, readOnly })
  try {
    await work(store)
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}
