import { CannotWrite } from '../errors.ts'
import { ledgerMessages } from '../i18n/ledger.ts'
import type { OpenOptions, Store } from '../store/api.ts'
import type { Tools } from './command.ts'

/**
 * Opens a store to look at it. Looking is entered in the ledger, so it is opened for writing where it can be written; a copy
 * that cannot (a read-only disk, somebody else's folder) is only read. NoInput when there is none.
 */
export async function openToLook(tools: Tools): Promise<Store> {
  const { openExisting, openStore } = await import('../store/store.ts')
  const options: OpenOptions = { actor: tools.operator }
  try {
    return await openExisting(tools.home, options)
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error
    return openStore(tools.home, { ...options, readOnly: true })
  }
}

/** Enters a look; where the store cannot be written that is said, and the reader still sees what was asked for. */
export async function recordLook(tools: Tools, enter: () => Promise<unknown>): Promise<void> {
  try {
    await enter()
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error
    tools.err(ledgerMessages(tools.lang).notRecorded(error.message))
  }
}
