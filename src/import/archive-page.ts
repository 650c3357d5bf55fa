import type { Page } from '../domain.ts'

/** A page out of an archive: read now, whenever it is said to have been saved. */
export function pageOf(
  address: string,
  status: number | null,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  at: string,
): Page {
  const url = new URL(address)
  url.hash = ''
  const rest = { redirects: [], status, headers, body, fetchedAt: at, via: 'import', remoteAddress: null } as const
  return { requestedUrl: url.href, url: url.href, ...rest }
}
