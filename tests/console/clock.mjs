// Loaded before everything else in a process of its own: its clock is ahead by what the file named in TEST_CLOCK says (ms).
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

const file = process.env['TEST_CLOCK'] ?? ''
const realNow = Date.now
let ahead = 0
let readAt = -1

const now = () => {
  if (performance.now() - readAt > 20) {
    readAt = performance.now()
    ahead = Number(readFileSync(file, 'utf8')) || 0
  }
  return realNow() + ahead
}

globalThis.Date = new Proxy(Date, {
  construct: (real, words) => Reflect.construct(real, words.length === 0 ? [now()] : words),
  get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
})
