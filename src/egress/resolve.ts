import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { FetchFailed, Refused } from '../errors.ts'
import { closedAddress } from './address.ts'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/** Whether loopback and private networks may be visited. Link-local, multicast and reserved addresses never may. */
export interface EgressPolicy {
  readonly allowPrivate: boolean
}

/** A parsed http(s) URL without credentials; Refused otherwise. */
export function visitable(url: string): URL {
  if (!URL.canParse(url)) throw new Refused(`${url} is not a URL`)
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw new Refused(`${url} is not visited: only http and https are, not ${parsed.protocol}`)
  if (parsed.username !== '' || parsed.password !== '')
    throw new Refused(`${parsed.origin} is not visited: the URL carries a user name or password; remove it`)
  return parsed
}

/** Throws Refused naming the address and the remedy. */
function assertOpen(host: string, address: string, policy: EgressPolicy): void {
  const closed = closedAddress(address)
  if (closed === null || (closed.allowable && policy.allowPrivate)) return
  const place = host === address ? address : `${host} (${address})`
  const remedy = closed.allowable ? '; --allow-private permits it' : ', and no option permits it'
  throw new Refused(`${place} is not visited: ${closed.what} address${remedy}`)
}

const isLocalName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** Every address of a host name. `localhost` and names under it are 127.0.0.1 without DNS (RFC 6761). */
async function addressesOf(host: string): Promise<readonly Address[]> {
  const version = isIP(host)
  if (version !== 0) return [{ address: host, family: version === 6 ? 6 : 4 }]
  if (isLocalName(host)) return [{ address: '127.0.0.1', family: 4 }]
  try {
    const found = await lookup(host, { all: true, verbatim: true })
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown'
    // ENOTFOUND is the resolver's word that there is no such name; the others pass.
    throw new FetchFailed(`no address for ${host} (${code})`, { again: code !== 'ENOTFOUND', cause })
  }
}

/**
 * The addresses a host may be reached at, IPv4 first. One closed address closes the host: a name that mixes public and
 * private addresses is an attack or a mistake. Throws Refused, or FetchFailed when the name does not resolve.
 */
export async function openAddresses(hostname: string, policy: EgressPolicy): Promise<readonly Address[]> {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  const addresses = await addressesOf(host)
  if (addresses.length === 0) throw new FetchFailed(`no address for ${host}`, { again: false })
  for (const { address } of addresses) assertOpen(host, address, policy)
  return [...addresses].sort((a, b) => a.family - b.family)
}
