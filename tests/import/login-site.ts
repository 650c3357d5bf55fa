import type { IncomingMessage, ServerResponse } from 'node:http'
import { serveSite } from '../capture/servers.ts'
import { listingPage } from './files.ts'

const form =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Đăng nhập</title></head><body><form method="post" action="/login"><input name="user"><input name="pass" type="password"><button>Vào</button></form></body></html>'

/** A script that tries everything a page can to mark itself, and to find what listens. */
const FORGER = `<script>
  window.stolen = []
  for (const name of Object.getOwnPropertyNames(window)) if (/soi/i.test(name)) window.stolen.push(name)
  const key = () => new KeyboardEvent('keydown', { code: 'KeyS', key: 'S', ctrlKey: true, shiftKey: true, bubbles: true })
  addEventListener('load', () => { window.dispatchEvent(key()); document.body.dispatchEvent(key()); try { soiMark('x') } catch (error) { window.stolen.push(error.name) } })
  addEventListener('keydown', (event) => { if (event.isTrusted && event.code === 'KeyS') window.stolen.push('saw the key') }, true)
</script>`

const signedIn = ({ headers }: IncomingMessage) => /\bsid=officer\b/.test(headers.cookie ?? '')

/** A market that shows its listings only to those who have signed in. */
export const serveLogin = () =>
  serveSite({
    '/': form,
    '/login': (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(303, { location: '/tin/1', 'set-cookie': 'sid=officer; Path=/; HttpOnly' }).end()
    },
    '/tin/1': (request: IncomingMessage, response: ServerResponse) => {
      if (!signedIn(request)) return void response.writeHead(303, { location: '/' }).end()
      const html = listingPage(1).replace('</body>', `${FORGER}</body>`)
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'fresh=secret-value; Path=/' })
        .end(html)
    },
    '/nhom':
      '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Nhóm mua bán</title></head><body><p>Nhóm mua bán đồng hồ super fake 1:1, ib mình nhé</p></body></html>',
  })
