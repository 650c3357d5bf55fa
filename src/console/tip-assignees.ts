import type { Account } from '../store/console/api.ts'
import type { Tip } from '../store/console/tip-api.ts'
import { seenTip } from '../tips/sight.ts'
import type { World } from './ask.ts'
import { may } from './roles.ts'
import type { TipSection } from './tip-parts.ts'

/** Who may work on a tip: active accounts whose role has to do with its kind, without those it is closed to. */
export const assignees = (
  { number }: Tip,
  { permission, kind }: Pick<TipSection, 'permission' | 'kind'>,
  { console }: World,
): readonly Account[] =>
  console.accounts
    .list()
    .filter(({ active, role }) => active && may(role, permission))
    .filter((each) => seenTip(console.tips, kind, number, each) !== null)
