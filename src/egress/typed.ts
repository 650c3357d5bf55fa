import { isIP } from 'node:net'
import { Refused } from '../errors.ts'
import { closedAddress } from './address.ts'
import { type EgressPolicy, visitable } from './resolve.ts'

/**
 * An address that a person typed, as it will be visited. Refused where it is no http(s) URL, carries a password, or names a
 * closed address outright, however that is written. Names pass without DNS: what they stand for is checked whenever a
 * connection is made, for it may change until then.
 */
export function typedUrl(text: string, policy: EgressPolicy): URL {
  const url = visitable(text)
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const local = host === 'localhost' || host.endsWith('.localhost')
  const literal = local ? '127.0.0.1' : isIP(host) === 0 ? null : host
  const closed = literal === null ? null : closedAddress(literal)
  if (closed !== null && !(closed.allowable && policy.allowPrivate))
    throw new Refused(`${url.origin} is not visited: ${closed.what} address`)
  return url
}
