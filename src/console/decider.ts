import type { Decider } from '../casework/second.ts'
import type { Account } from '../store/console/api.ts'
import type { SignedAsk } from './ask.ts'
import { may } from './roles.ts'

/** An account as one who decides, and whether it may be the second person. */
export const asDecider = ({ name, role }: Pick<Account, 'name' | 'role'>): Decider => ({
  name,
  second: may(role, 'second'),
})

/** Who decides here. */
export const deciderOf = ({ session: { account } }: SignedAsk): Decider => asDecider(account)
