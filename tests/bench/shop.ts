import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { TYPESCRIPT } from './runners.ts'
import type { Ask, Told } from './shop-server.ts'

export interface Shop {
  readonly url: string
  readonly meanBytes: number
  readonly meanGzip: number
  /** Distinct products and all requests since last asked; starts both anew. */
  served(): Promise<{ readonly products: number; readonly requests: number }>
  stop(): void
}

/** Starts the shop in a process of its own, so that serving costs the runners nothing but the machine. */
export async function startShop(pages: number, jsonld: number): Promise<Shop> {
  const script = fileURLToPath(new URL('shop-server.ts', import.meta.url))
  const child = fork(script, [String(pages), String(jsonld)], { execArgv: ['--import', TYPESCRIPT] })
  const told = async (kind: Told['kind']): Promise<Told> => {
    const [message]: Told[] = await once(child, 'message')
    if (message?.kind !== kind) throw new Error(`the bench shop answered ${JSON.stringify(message)}, not ${kind}`)
    return message
  }
  const ready = await told('ready')
  if (ready.kind !== 'ready') throw new Error('the bench shop did not start')
  return {
    url: `http://127.0.0.1:${ready.port}/`,
    meanBytes: ready.meanBytes,
    meanGzip: ready.meanGzip,
    served: async () => {
      const answer = told('served')
      child.send('served' satisfies Ask)
      const counts = await answer
      return counts.kind === 'served' ? counts : { products: 0, requests: 0 }
    },
    stop: () => child.disconnect(),
  }
}
