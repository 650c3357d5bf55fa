import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Why an address may not be visited: `allowable` ones open with --allow-private, the rest never do. */
export interface Closed {
  readonly what: string
  readonly allowable: boolean
}

type Range = readonly [network: string, prefix: number, what: string, allowable: boolean]

// IANA IPv4 special-purpose registry (RFC 6890) with multicast and the reserved class E; first match wins.
const V4: readonly Range[] = [
  ['127.0.0.0', 8, 'loopback', true],
  ['10.0.0.0', 8, 'private network', true],
  ['172.16.0.0', 12, 'private network', true],
  ['192.168.0.0', 16, 'private network', true],
  ['100.64.0.0', 10, 'carrier-grade NAT', true],
  // Cloud metadata services live here: no listing ever does.
  ['169.254.0.0', 16, 'link-local', false],
  ['0.0.0.0', 8, 'unspecified', false],
  ['192.0.0.0', 24, 'reserved', false],
  ['192.0.2.0', 24, 'documentation', false],
  ['192.88.99.0', 24, 'reserved', false],
  ['198.18.0.0', 15, 'benchmarking', false],
  ['198.51.100.0', 24, 'documentation', false],
  ['203.0.113.0', 24, 'documentation', false],
  ['224.0.0.0', 4, 'multicast', false],
  ['240.0.0.0', 4, 'reserved', false],
]

// Everything outside 2000::/3 is not global unicast; inside it, these are not either (RFC 6890, RFC 4380, RFC 3056).
const V6: readonly Range[] = [
  ['::1', 128, 'loopback', true],
  ['fc00::', 7, 'private network', true],
  ['::ffff:0:0', 96, 'IPv4-mapped', false],
  ['fe80::', 10, 'link-local', false],
  ['ff00::', 8, 'multicast', false],
  ['2001::', 23, 'reserved', false],
  ['2001:db8::', 32, 'documentation', false],
  ['2002::', 16, '6to4', false],
  ['3fff::', 20, 'documentation', false],
]

const lists = (ranges: readonly Range[], family: 'ipv4' | 'ipv6') =>
  ranges.map(([network, prefix, what, allowable]) => {
    const list = new BlockList()
    list.addSubnet(network, prefix, family)
    return { list, closed: { what, allowable } }
  })

const closedV4 = lists(V4, 'ipv4')
const closedV6 = lists(V6, 'ipv6')
const globalV6 = new BlockList()
globalV6.addSubnet('2000::', 3, 'ipv6')
const nat64 = new BlockList()
nat64.addSubnet('64:ff9b::', 96, 'ipv6')

/** The last 32 bits of an IPv6 address, dotted. */
const embeddedV4 = (address: string): string => {
  const host = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [high = '0', low = '0'] = host.split(':').slice(-2)
  const bits = (Number.parseInt(high || '0', 16) << 16) | Number.parseInt(low || '0', 16)
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.')
}

/** Null when the IP address is on the public internet; otherwise what it is. Anything that is no IP address is closed. */
export function closedAddress(address: string): Closed | null {
  if (isIPv4(address)) return closedV4.find(({ list }) => list.check(address, 'ipv4'))?.closed ?? null
  if (!isIPv6(address)) return { what: 'not an IP address', allowable: false }
  const bare = address.split('%')[0] ?? address
  // Networks without IPv4 reach the public IPv4 internet through this prefix: what counts is the address inside.
  if (nat64.check(bare, 'ipv6')) return closedAddress(embeddedV4(bare))
  const found = closedV6.find(({ list }) => list.check(bare, 'ipv6'))?.closed
  return found ?? (globalV6.check(bare, 'ipv6') ? null : { what: 'reserved', allowable: false })
}
