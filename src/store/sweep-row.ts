import type { Selectable } from 'kysely'
import type { Sweep } from './api.ts'
import type { Schema } from './schema.ts'

/** A sweep as its row has it. */
export const toSweep = (row: Selectable<Schema['sweep']>): Sweep => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  specHash: row.spec_hash,
  spec: JSON.parse(row.spec),
  rulesetHash: row.ruleset_hash,
  state: row.state,
  begunAt: row.begun_at,
  endedAt: row.ended_at,
})
