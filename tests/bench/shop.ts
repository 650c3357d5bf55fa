import { fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { TYPESCRIPT } from './runners.ts'
import type { Ask, Told } from './shop-server.ts'

export interface Shop {
  readonly url: string
  readonly meanBytes: number
  readonly meanGzip: number
  /** Distinct products and all requests since last asked; starts both anew. */
  served(): Promise<{ readonly products: number; readonly requests: number }>
  /** Called when `warm` distinct products were asked for since `served`, with when that was (milliseconds of `Date.now`). */
  onWarm(say: (at: number) => void): void
  stop(): void
}

/** Starts the shop in a process of its own, so that serving costs the runners nothing but the machine. */
export async function startShop(pages: number, jsonld: number, warm = Number.POSITIVE_INFINITY): Promise<Shop> {
  const script = fileURLToPath(new URL('shop-server.ts', import.meta.url))
  const child = fork(TYPESCRIPT, [script, ...[pages, jsonld, warm].map(String)])
  const said = new EventEmitter()
  child.on('message', (message: Told) => said.emit(message.kind, message))
  const told = async <K extends Told['kind']>(kind: K): Promise<Extract<Told, { kind: K }>> => {
    const [message] = await once(said, kind)
    return message as Extract<Told, { kind: K }>
  }
  const ready = await told('ready')
  return {
    url: `http://127.0.0.1:${ready.port}/`,
    meanBytes: ready.meanBytes,
    meanGzip: ready.meanGzip,
    served: () => {
      const answer = told('served')
      child.send('served' satisfies Ask)
      return answer
    },
    onWarm: (say) => {
      said.removeAllListeners('warm')
      said.on('warm', ({ at }: Extract<Told, { kind: 'warm' }>) => say(at))
    },
    stop: () => child.disconnect(),
  }
}
