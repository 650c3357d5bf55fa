#!/usr/bin/env node
// The `soi` command: plain Node up to the point where the TypeScript sources can be loaded.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const needed = ['esbuild/package.json', 'better-sqlite3/build/Release/better_sqlite3.node']
if (!needed.every((file) => existsSync(`${root}node_modules/${file}`))) {
  process.stderr.write(`soi: chưa cài đặt xong / not set up yet.\n  → cd ${root} && npm start -- doctor\n`)
  process.exit(69)
}
const { load } = await import('./typescript.mjs')
const [cli] = await load([`${root}src/cli.ts`])
const { main } = /** @type {typeof import('./cli.ts')} */ (cli)
process.exitCode = await main(process.argv.slice(2))
