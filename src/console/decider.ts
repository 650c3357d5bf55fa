import type { Decider } from '../casework/second.ts'
import type { SignedAsk } from './ask.ts'
import { may } from './roles.ts'

/** Who decides here, and whether they may be the second person. */
export const deciderOf = ({ session: { account } }: SignedAsk): Decider => ({
  name: account.name,
  second: may(account.role, 'second'),
})
