import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { describe, expect, test } from 'vitest'
import { captureHere } from '../../src/capture/here.ts'
import { throughProxy } from '../../src/capture/launch.ts'
import { watch } from '../../src/capture/traffic.ts'
import { readTab } from '../../src/capture/visit.ts'
import { openEgressProxy } from '../../src/egress/proxy.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { artifact, page, place, words } from './browsing.ts'
import { warcRecordsOf } from './warc-records.ts'

/** A certificate of our own for 127.0.0.1, made by the system's openssl. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'soi-tls-'))
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const name = ['-subj', '/O=Cua hang thu/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
    execFileSync('openssl', [...kind, ...name, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(findBrowser(place) === null)('the certificate of a captured page', () => {
  test('is kept as the server sent it, with who made it out and for how long', async () => {
    const own = certificate()
    const server = createServer(own, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(`<h1>Túi</h1>${words}`)),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/1`
    const proxy = await openEgressProxy({ allowPrivate: true, never: new Set(), onRefusal: () => undefined })
    const browser = await chromium.launch({
      executablePath: findBrowser(place)?.path ?? '',
      chromiumSandbox: false,
      proxy: throughProxy(proxy),
    })
    try {
      const tab = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage()
      const traffic = watch(tab, proxy, { bodies: 'at once' })
      const response = await tab.goto(url)
      if (response === null) throw new Error('no answer')
      const read = () => readTab(tab, url, response, proxy)
      const capture = await captureHere(
        { tab, response, traffic, proxy, read, browser: 'x', consent: true, print: true },
        [],
      )
      expect(capture.missing).toEqual([])
      const sent = new X509Certificate(own.cert)
      expect(new X509Certificate(Buffer.from(artifact(capture, 'certificates'))).fingerprint256).toBe(
        sent.fingerprint256,
      )
      expect(capture.facts?.tls).toEqual({
        ...{ protocol: expect.stringMatching(/^TLS/), subject: '127.0.0.1', issuer: '127.0.0.1' },
        validFrom: new Date(sent.validFrom).toISOString(),
        validTo: new Date(sent.validTo).toISOString(),
      })
      const known = warcRecordsOf(artifact(capture, 'archive')).find(
        (one) => one.type === 'metadata' && one.url === url,
      )
      expect(known?.block.toString()).toContain('tls-issuer: 127.0.0.1\r\n')
      expect(Buffer.from(artifact(capture, 'print')).subarray(0, 5).toString()).toBe('%PDF-')
    } finally {
      await browser.close()
      await proxy.close()
      server.close()
    }
  })
})
