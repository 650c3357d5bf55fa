#!/usr/bin/env node
// The `soi` command: plain Node up to the point where the TypeScript sources can be loaded.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
if (!existsSync(`${root}node_modules/esbuild/package.json`)) {
  process.stderr.write(`soi: chưa cài đặt xong / not set up yet.\n  → cd ${root} && npm start -- doctor\n`)
  process.exit(69)
}
await import('./typescript.mjs')
const { main } = await import('./cli.ts')
process.exitCode = await main(process.argv.slice(2))
