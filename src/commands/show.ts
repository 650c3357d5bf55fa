import { ExitCode } from '../exit-codes.ts'
import { storeMessages } from '../i18n/store.ts'
import type { Command, Tools } from './command.ts'
import { wholeNumber } from './list.ts'
import { openToLook, recordLook } from './look.ts'
import { PACK_NAME, showPack } from './show-pack.ts'

const show = async (tools: Tools, id: string, options: { readonly json?: boolean }): Promise<ExitCode> => {
  const number = PACK_NAME.test(id) ? null : wholeNumber(id, tools)
  const { sightingText } = await import('./sighting-text.ts')
  const store = await openToLook(tools)
  try {
    if (number === null) return await showPack(store, id, options.json ?? false, tools)
    const found = await store.sightings.get(number)
    await recordLook(tools, () => store.ledger.append('viewed', `sighting:${number}`, { by: 'show' }))
    if (options.json) tools.out(JSON.stringify(found))
    else for (const line of sightingText(found, tools.lang)) tools.out(line)
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'show',
  declare: (program, lang, act) => {
    const t = storeMessages(lang)
    program
      .command('show')
      .description(t.showAbout)
      .argument('<id>', t.id)
      .option('--json', t.json)
      .action(act((tools, id: string, options: { json?: boolean }) => show(tools, id, options)))
  },
}
