import type { Logger } from 'pino'
import { type Changes, ruleChanges } from '../amend/changes.ts'
import { type RuleDesk, ruleDesk } from '../amend/desk.ts'
import { type RuleReader, ruleReader } from '../amend/reader.ts'
import type { RulesPlace } from '../rules/place.ts'
import type { Store } from '../store/api.ts'

/** The rules in force: read, asked, changed. One thread holds them, whoever asks; it begins with the first question. */
export interface Ruling {
  readonly desk: RuleDesk
  readonly reader: RuleReader
  readonly changes: Changes
  close(): Promise<void>
}

interface Ground {
  readonly store: Store
  readonly place: RulesPlace
  readonly log: Logger
  readonly now: () => Date
}

export function ruling({ store, place, log, now }: Ground): Ruling {
  const desk = ruleDesk({ home: store.home, place })
  const reader = ruleReader(desk, now)
  const changes = ruleChanges({ desk, reader, store, place, log, now })
  return {
    ...{ desk, reader, changes },
    close: async () => {
      changes.close()
      await desk.close()
    },
  }
}
