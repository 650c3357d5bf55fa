import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Page } from '../../src/domain.ts'

/** One recorded shop: pages by address, as its server answered. */
export interface Recording {
  readonly name: string
  readonly base: string
  readonly expected: readonly Readonly<Record<string, unknown>>[]
  /** Follows recorded redirects; null for what was not recorded. */
  readonly page: (url: string) => Page | null
}

interface Entry {
  readonly status: number
  readonly type?: string
  readonly file?: string
  readonly location?: string
}

export const jsonLines = (path: string): readonly Readonly<Record<string, unknown>>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

export const unzipped = (path: string): Buffer => gunzipSync(readFileSync(path))

export const pageOf = (
  url: string,
  body: Uint8Array,
  type = 'text/html; charset=utf-8',
  status: number | null = 200,
): Page => ({
  requestedUrl: url,
  url,
  redirects: [],
  status,
  headers: { 'content-type': type },
  body,
  fetchedAt: '2026-11-25T00:00:00.000Z',
  via: 'import',
  remoteAddress: null,
})

/** @param folder holds index.json, expected.jsonl and files/ */
export const recording = (folder: string, name: string): Recording | null => {
  if (!existsSync(join(folder, 'index.json'))) return null
  const { base, index } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    base: string
    index: Record<string, Entry>
  }
  const decoded = new Map(Object.entries(index).map(([path, entry]) => [safeDecode(path), entry]))
  const page = (url: string, hops = 0): Page | null => {
    if (!url.startsWith(base) || hops > 5) return null
    const path = url.slice(base.length) || '/'
    const entry = index[path] ?? decoded.get(safeDecode(path))
    if (entry === undefined) return null
    if (entry.location !== undefined) return page(new URL(entry.location, url).href, hops + 1)
    const body = entry.file === undefined ? new Uint8Array() : unzipped(join(folder, 'files', entry.file))
    return pageOf(url, body, entry.type, entry.status)
  }
  return { name, base, expected: jsonLines(join(folder, 'expected.jsonl')), page }
}

const safeDecode = (path: string): string => {
  try {
    return decodeURI(path)
  } catch (error) {
    if (error instanceof URIError) return path // a path that is no UTF-8 is compared as written
    throw error
  }
}
