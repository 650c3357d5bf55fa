import { describe, expect, test } from 'vitest'
import { fetchPage } from '../../src/collect/fetch.ts'
import { closedAddress } from '../../src/egress/address.ts'
import { openAddresses, visitable } from '../../src/egress/resolve.ts'
import { html, serve } from './servers.ts'

describe('which addresses are closed', () => {
  test.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.9.10', 'loopback'],
    ['10.1.2.3', 'private network'],
    ['172.31.255.255', 'private network'],
    ['192.168.1.1', 'private network'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['169.254.169.254', 'link-local'],
    ['0.0.0.0', 'unspecified'],
    ['224.0.0.251', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['::1', 'loopback'],
    ['::', 'reserved'],
    ['fd00::1', 'private network'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'IPv4-mapped'],
    ['::ffff:8.8.8.8', 'IPv4-mapped'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['64:ff9b::a9fe:a9fe', 'link-local'],
    ['2002:7f00:1::', '6to4'],
    ['nonsense', 'not an IP address'],
  ])('%s is %s', (address, what) => {
    expect(closedAddress(address)?.what).toBe(what)
  })

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '64:ff9b::808:808'])(
    '%s is open',
    (address) => {
      expect(closedAddress(address)).toBeNull()
    },
  )
})

describe('which hosts are closed', () => {
  test('localhost and names under it are loopback, and the refusal names the remedy', async () => {
    for (const host of ['localhost', 'shop.localhost', 'LOCALHOST', 'localhost.', '[::1]'])
      await expect(openAddresses(host, { allowPrivate: false })).rejects.toThrow(/loopback.*--allow-private/)
  })

  test('no option opens link-local addresses', async () => {
    await expect(openAddresses('169.254.169.254', { allowPrivate: true })).rejects.toThrow(/no option/)
  })

  test.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/'])(
    '%s, an unusual spelling of loopback, is refused as one',
    async (url) => {
      await expect(fetchPage(url, { allowPrivate: false })).rejects.toThrow(/127\.0\.0\.1.*loopback/)
    },
  )

  test('without permission a server on this machine is not even connected to', async () => {
    const server = await serve({ '/': html('secret') })
    await expect(fetchPage(server.url, { allowPrivate: false })).rejects.toMatchObject({ name: 'Refused' })
    await expect(
      fetchPage(`http://x.localhost:${new URL(server.url).port}/`, { allowPrivate: false }),
    ).rejects.toMatchObject({
      name: 'Refused',
    })
    expect(server.asked).toEqual([])
    await server.close()
  })

  test('other schemes and URLs with passwords are refused', () => {
    for (const url of ['file:///etc/passwd', 'ftp://a/', 'javascript:1', 'http://me:pw@shop.example/', 'not a url'])
      expect(() => visitable(url)).toThrow(expect.objectContaining({ name: 'Refused' }))
  })
})
