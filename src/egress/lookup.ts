import { isIP, type LookupFunction } from 'node:net'
import { type EgressPolicy, openAddresses } from './resolve.ts'

/** A `lookup` for sockets. Connecting is the one moment at which an address is checked and used: a name cannot change in between. */
export const openLookup =
  (policy: EgressPolicy): LookupFunction =>
  (hostname, options, done) => {
    openAddresses(hostname, policy).then(
      (addresses) => {
        const first = addresses[0]
        if (options.all === true) done(null, [...addresses])
        else done(null, first?.address ?? '', first?.family ?? 4)
      },
      (error: Error) => done(error, '', 4),
    )
  }

/** Node asks no lookup for a literal address: it is checked here instead. Names pass, for their lookup checks them. */
export async function assertLiteralOpen(hostname: string, policy: EgressPolicy): Promise<void> {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) await openAddresses(bare, policy)
}
