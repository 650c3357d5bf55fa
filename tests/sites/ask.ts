import { get } from 'node:http'

export interface Got {
  readonly status: number
  readonly type: string
  readonly location: string | null
  readonly body: Buffer
  readonly text: string
}

/** Asks 127.0.0.1 with the URL's own host name, as a resolver that knows *.localhost would. Follows nothing. */
export const ask = (url: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { host, port, pathname, search } = new URL(url)
    get({ host: '127.0.0.1', port, path: pathname + search, headers: { host }, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const { location = null, 'content-type': type = '' } = response.headers
        resolve({ status: response.statusCode ?? 0, type, location, body, text: body.toString('utf8') })
      })
    }).on('error', reject)
  })
