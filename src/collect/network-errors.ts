import { FetchFailed } from '../errors.ts'

// Codes of undici and of Node's sockets, in words; `again` where a later try can end otherwise.
const KNOWN: Readonly<Record<string, readonly [words: string, again: boolean]>> = {
  UND_ERR_CONNECT_TIMEOUT: ['no connection in time', true],
  UND_ERR_HEADERS_TIMEOUT: ['no answer in time', true],
  UND_ERR_BODY_TIMEOUT: ['the body stopped coming', true],
  UND_ERR_SOCKET: ['the connection was closed before the answer was whole', true],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['the body does not have its announced length', true],
  UND_ERR_RESPONSE_STATUS_CODE: ['the answer has no valid status', true],
  UND_ERR_HEADERS_OVERFLOW: ['the headers are too big', false],
  ECONNRESET: ['the connection was reset', true],
  ECONNREFUSED: ['the connection was refused', true],
  ETIMEDOUT: ['no connection in time', true],
  EPIPE: ['the connection was closed', true],
  EHOSTUNREACH: ['the host is unreachable', true],
  ENETUNREACH: ['the network is unreachable', true],
}

const codeOf = (error: unknown): string | null => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}

/** The failure in words, with whether a later try makes sense. Unknown ones (TLS, malformed HTTP) do not come right by themselves. */
export function asFetchFailed(url: string, error: unknown): FetchFailed {
  const cause = error instanceof AggregateError ? error.errors[0] : error
  const code = codeOf(error) ?? codeOf(cause)
  const [words, again] = KNOWN[code ?? ''] ?? [error instanceof Error ? error.message : String(error), false]
  return new FetchFailed(`${url}: ${words}${code === null ? '' : ` (${code})`}`, { again, cause: error })
}
