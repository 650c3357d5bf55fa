// Lets Node load the TypeScript sources: `node --import ./src/typescript.mjs file.ts`, or imported before the first of them.
// Types are stripped once per content of a file and the result is kept, so that a command starts without compiling anything.
import { register } from 'node:module'

register('./typescript-hooks.mjs', import.meta.url)
