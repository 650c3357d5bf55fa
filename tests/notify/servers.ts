import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

interface Posted {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface HookServer {
  readonly url: string
  readonly posted: readonly Posted[]
  /** What is answered from now on; 0: nothing at all. */
  answer: number
  close(): Promise<void>
}

const listening = (server: Server | SMTPServer['server']): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

export async function serveHook(): Promise<HookServer> {
  const posted: Posted[] = []
  const server = createServer(async (request, response) => {
    posted.push({ path: request.url ?? '', headers: request.headers, body: await text(request) })
    if (hook.answer === 0) return
    if (hook.answer === 302) response.setHeader('location', 'http://169.254.169.254/latest')
    response.writeHead(hook.answer).end('a secret of the receiver')
  })
  const port = await listening(server)
  const hook = {
    url: `http://127.0.0.1:${port}`,
    posted,
    answer: 200,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return hook
}

export interface MailServer {
  readonly port: number
  readonly mails: readonly string[]
  close(): Promise<void>
}

/** Takes mail of soi / geheimnis alone. */
export async function serveMail(): Promise<MailServer> {
  const mails: string[] = []
  const smtp = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'soi' && password === 'geheimnis') done(null, { user: 'soi' })
      else done(new Error('no'))
    },
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => {
        mails.push(mail)
        done()
      })
    },
  })
  const port = await listening(smtp.server)
  return { port, mails, close: () => new Promise((resolve) => smtp.close(() => resolve())) }
}
