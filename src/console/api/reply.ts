import { sha256 } from '../../store/canonical.ts'

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** An error as RFC 9457 writes it. `detail` is ours: never a listing's words. */
export const refusal = (status: number, detail: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })

/** The answer to a POST, as JSON; 202 says in its head too where to look. */
export function told(status: number, body: string, more: Readonly<Record<string, string>> = {}): Response {
  const where = status === 202 ? { Location: (JSON.parse(body) as { readonly self: string }).self } : {}
  return new Response(body, { status, headers: { 'Content-Type': 'application/json', ...where, ...more } })
}

const matches = (asked: string | null, tag: string): boolean =>
  asked?.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag) ?? false

/** An answer with its ETag, the hash of its bytes; 304 without them where the asker has them already. */
export function tagged(content: unknown, asked: string | null): Response {
  const body = JSON.stringify(content)
  const tag = `"${sha256(body).slice(0, 32)}"`
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' }
  if (matches(asked, tag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } })
}
