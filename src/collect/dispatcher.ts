import { Agent, buildConnector, Client, type Dispatcher, Pool } from 'undici'
import { assertLiteralOpen, openLookup } from '../egress/lookup.ts'
import type { EgressPolicy } from '../egress/resolve.ts'

/** A connector that tells which address answered. */
function connector(
  policy: EgressPolicy,
  timeoutMs: number,
  told: (address: string | null) => void,
): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, lookup: openLookup(policy), allowH2: false })
  return (options, done) => {
    const go = () =>
      connect(options, (...[error, socket]) => {
        told(socket?.remoteAddress ?? null)
        if (error !== null) done(error, null)
        else if (socket !== null) done(null, socket)
      })
    assertLiteralOpen(options.hostname, policy).then(go, (error: Error) => done(error, null))
  }
}

/** Where the answer to one request came from; filled in before its headers are reported. */
export interface Remote {
  remoteAddress: string | null
}
type RemoteDispatchOptions = Dispatcher.DispatchOptions & { remote?: Remote }

/** A client that notes in `options.remote` which address its one socket is connected to. */
function tellingClient(origin: URL, options: object, policy: EgressPolicy, timeoutMs: number): Dispatcher {
  let current: string | null = null
  const connect = connector(policy, timeoutMs, (address) => {
    current = address
  })
  return new Client(origin, { ...options, pipelining: 1, connect }).compose((dispatch) => (request, handler) => {
    const { remote } = request as RemoteDispatchOptions
    if (remote === undefined) return dispatch(request, handler)
    return dispatch(request, {
      onRequestStart: (...args) => handler.onRequestStart?.(...args),
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => {
        remote.remoteAddress = current
        handler.onResponseStart?.(...args)
      },
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
      onResponseError: (...args) => handler.onResponseError?.(...args),
    })
  })
}

export interface DispatcherOptions extends EgressPolicy {
  /** Sockets per origin. */
  readonly connections: number
  readonly connectTimeoutMs: number
}

/** Every HTTP request leaves through one of these: addresses checked at connection, and again for each redirect's. */
export const egressDispatcher = ({ connections, connectTimeoutMs, ...policy }: DispatcherOptions): Agent =>
  new Agent({
    factory: (origin, options) =>
      new Pool(origin, {
        ...options,
        connections,
        factory: (clientOrigin, clientOptions) => tellingClient(clientOrigin, clientOptions, policy, connectTimeoutMs),
      }),
    maxHeaderSize: 64 * 1024,
  })
