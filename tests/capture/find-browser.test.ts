import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBrowser } from '../../src/find-browser.mjs'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'soi-browser-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const program = (...parts: readonly string[]): string => {
  const file = join(home, ...parts)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '#!/bin/sh\n')
  chmodSync(file, 0o755)
  return file
}
// macOS looks in no folder of this machine but /Applications and HOME, so that its tests see only what they made.
const find = (chromium: string | null, env: Record<string, string> = {}) =>
  findBrowser({ chromium, root: home, env: { HOME: home, PATH: '', ...env }, platform: 'darwin' })

test('a stated browser is taken before any other', () => {
  program('Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  const stated = program('my/chromium')
  expect(find(stated)).toEqual({ path: stated, source: 'SOI_CHROMIUM' })
})

test('a stated browser that is not there is an error, never replaced by a guess', () => {
  program('Applications/Chromium.app/Contents/MacOS/Chromium')
  expect(() => find(join(home, 'nowhere'))).toThrow(/SOI_CHROMIUM.*nowhere/)
})

test('an installed browser comes before Playwright’s', () => {
  program('Library/Caches/ms-playwright/chromium-1200/chrome-mac/Chromium.app/Contents/MacOS/Chromium')
  const edge = program('Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
  expect(find(null)).toEqual({ path: edge, source: 'installed' })
})

test('a browser on PATH is found', () => {
  const onPath = program('bin/chromium')
  expect(find(null, { PATH: join(home, 'bin') })).toEqual({ path: onPath, source: 'installed' })
})

test('of Playwright’s browsers the newest whole one is taken, the headless shell only when alone', () => {
  const folder = join(home, 'browsers')
  const shell = program('browsers/chromium_headless_shell-1300/chrome-linux/headless_shell')
  const env = { PLAYWRIGHT_BROWSERS_PATH: folder }
  expect(find(null, env)).toEqual({ path: shell, source: 'playwright' })
  program('browsers/chromium-999/chrome-linux/chrome')
  const newest = program('browsers/chromium-1200/chrome-linux64/chrome')
  expect(find(null, env)).toEqual({ path: newest, source: 'playwright' })
})

test('where there is none the answer is null', () => {
  expect(find(null)).toBeNull()
})
