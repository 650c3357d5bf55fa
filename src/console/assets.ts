import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Route } from './ask.ts'

const FOLDER = fileURLToPath(new URL('./public/', import.meta.url))

const load = (file: string, mediaType: string) => {
  const bytes = readFileSync(FOLDER + file)
  const [name, ending] = file.split('.')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { path: `/static/${name}.${hash}.${ending}`, bytes, mediaType }
}

/** The hash is in the name: what a browser keeps is never stale. */
export const STYLE = load('console.css', 'text/css; charset=utf-8')
export const SCRIPT = load('console.js', 'text/javascript; charset=utf-8')
const ICON = load('icon.svg', 'image/svg+xml')
export const ICON_PATH = ICON.path

export const assetRoutes: readonly Route[] = [STYLE, SCRIPT, ICON].map(({ path, bytes, mediaType }) => ({
  method: 'GET',
  path,
  permission: 'public',
  handle: async () =>
    new Response(bytes, {
      headers: { 'Content-Type': mediaType, 'Cache-Control': 'public, max-age=31536000, immutable' },
    }),
}))
