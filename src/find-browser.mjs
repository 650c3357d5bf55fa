/** Where the browser is. Plain Node without dependencies: it runs before anything is installed. */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/**
 * @typedef {'SOI_CHROMIUM' | 'installed' | 'playwright'} BrowserSource
 * @typedef {{ readonly path: string, readonly source: BrowserSource }} FoundBrowser
 * @typedef {object} Search
 * @property {string | null} chromium The value of SOI_CHROMIUM, or null.
 * @property {string} root The project's folder: Playwright keeps browsers inside node_modules when told so.
 * @property {Readonly<Record<string, string | undefined>>} [env] PATH, HOME and the like; process.env by default.
 * @property {NodeJS.Platform} [platform]
 */

const NAMES = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  win32: ['chrome.exe', 'chromium.exe', 'msedge.exe'],
}

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS_FOLDERS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]

/** @param {string} file */
const runnable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false // Absent or not executable: both mean look further.
  }
}

/** @param {(string | undefined)[]} roots @param {string[]} tails */
const within = (roots, tails) => roots.flatMap((root) => (root ? tails.map((tail) => path.join(root, tail)) : []))

/** @param {Readonly<Record<string, string | undefined>>} env @param {NodeJS.Platform} platform */
function installed(env, platform) {
  const home = env.HOME ?? homedir()
  const onPath = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter((folder) => folder !== '')
  if (platform === 'darwin')
    return [...within(['/Applications', path.join(home, 'Applications')], MAC_APPS), ...within(onPath, NAMES.linux)]
  if (platform === 'win32') {
    const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return [...within(programs, WINDOWS_FOLDERS), ...within(onPath, NAMES.win32)]
  }
  return within(
    [...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/var/lib/flatpak/exports/bin'],
    NAMES.linux,
  )
}

/** @param {Search} search @param {Readonly<Record<string, string | undefined>>} env @param {NodeJS.Platform} platform */
function playwrightFolder({ root }, env, platform) {
  const told = env.PLAYWRIGHT_BROWSERS_PATH
  if (told === '0') return path.join(root, 'node_modules', 'playwright-core', '.local-browsers')
  if (told) return path.resolve(told)
  const home = env.HOME ?? homedir()
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'ms-playwright')
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'ms-playwright')
  return path.join(env.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'ms-playwright')
}

// Inside chromium-1234/ and chromium_headless_shell-1234/; the platform's folder has changed its name over the years.
const PLAYWRIGHT_TAILS = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-mac/headless_shell',
  'chrome-headless-shell-win64/chrome-headless-shell.exe',
  'chrome-win/headless_shell.exe',
]

/** Whole Chromium before the headless shell, newest first. @param {string} folder */
function playwrights(folder) {
  if (!existsSync(folder)) return []
  const builds = readdirSync(folder).flatMap((name) => {
    const [, kind, build] = /^(chromium|chromium_headless_shell)-(\d+)$/.exec(name) ?? []
    return build ? [{ name, rank: (kind === 'chromium' ? 0 : 1e9) - Number(build) }] : []
  })
  builds.sort((a, b) => a.rank - b.rank)
  return within(
    builds.map(({ name }) => path.join(folder, name)),
    PLAYWRIGHT_TAILS,
  )
}

/**
 * SOI_CHROMIUM, then an installed Chrome, Chromium or Edge, then Playwright's own; null when there is none.
 * Throws when SOI_CHROMIUM is set and names no program: a stated wish is never replaced by a guess.
 * @param {Search} search
 * @returns {FoundBrowser | null}
 */
export function findBrowser(search) {
  const { chromium, env = process.env, platform = process.platform } = search
  if (chromium !== null && chromium !== '') {
    if (!runnable(chromium))
      throw new Error(`SOI_CHROMIUM=${chromium} is not a program that can be run: correct or unset it`)
    return { path: chromium, source: 'SOI_CHROMIUM' }
  }
  const system = installed(env, platform).find(runnable)
  if (system !== undefined) return { path: system, source: 'installed' }
  const own = playwrights(playwrightFolder(search, env, platform)).find(runnable)
  return own === undefined ? null : { path: own, source: 'playwright' }
}
