// What `npm start` and `npm test` run first: plain Node, no dependencies, idempotent. Long because it is one list of steps.
// It installs what is missing (packages, a browser, fonts, the tools of the by-hand check), then runs what was asked for.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (/** @type {string} */ path) => join(root, path)
const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)

/** Stops with what to do next. @param {string} line @returns {never} */
function give_up(line) {
  say(`\n✗ ${line}`)
  process.exit(69)
}

/** @param {string} command @param {readonly string[]} args @param {{ quiet?: boolean, env?: Record<string, string> }} [options] */
function run(command, args, options = {}) {
  const env = { ...process.env, ...options.env }
  const shell = process.platform === 'win32'
  return (
    spawnSync(command, args, { cwd: root, env, shell, stdio: options.quiet ? 'pipe' : ['ignore', 2, 2] }).status === 0
  )
}

const has = (/** @type {string} */ command) =>
  (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':').some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false // not in this folder: the next one is asked
    }
  })

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  give_up(
    `Node ${process.versions.node} is too old / quá cũ: Soi needs 20.19 or newer. Install it from your system's packages.`,
  )
}

/** Packages are right when the lock file they were installed from is the one that lies here. */
const lock = createHash('sha256')
  .update(readFileSync(at('package-lock.json')))
  .digest('hex')
const [unpacked, mark] = [at('node_modules/.soi-unpacked'), at('node_modules/.soi-lock')]
const isOfLock = (/** @type {string} */ file) => existsSync(file) && readFileSync(file, 'utf8') === lock

/** Everything but what is compiled: enough for the linter and the type-checker. */
function unpackPackages() {
  if (isOfLock(mark) || isOfLock(unpacked)) return
  say('• Installing packages / đang cài các gói (npm ci; about two minutes the first time: one package is compiled) …')
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))
    give_up('npm ci failed (its message stands above). Needed: a reachable npm registry.')
  writeFileSync(unpacked, lock)
}

/** Begins to compile what must be compiled, which takes one core a minute; what is returned waits for it. */
function compilePackages() {
  if (isOfLock(mark)) return async () => {}
  if (!has('g++') || !has('make') || !has('python3'))
    installSystem(['build-essential', 'python3'], 'a compiler for better-sqlite3')
  const shell = process.platform === 'win32'
  const words = ['rebuild', 'better-sqlite3', '--loglevel=error']
  const child = spawn('npm', words, { cwd: root, shell, stdio: ['ignore', 2, 2] })
  const ended = new Promise((done) => child.once('error', () => done(null)).once('close', done))
  return async () => {
    if ((await ended) !== 0)
      give_up('better-sqlite3 could not be compiled (see above). Needed: python3, make, g++ with the Node headers.')
    writeFileSync(mark, lock)
    say('  packages done / các gói đã xong')
  }
}

/** Through the system's package manager, when this is Debian and we may. @param {readonly string[]} packages @param {string} what */
function installSystem(packages, what) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const install = [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages]
  if (!has('apt-get')) return false
  say(`• Installing ${what} / đang cài: ${packages.join(' ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const call = (/** @type {readonly string[]} */ words) => run(words[0] ?? '', words.slice(1), { env })
  // A fresh machine has no package lists yet; one that has them need not fetch them again.
  if (call(install) || (call([...sudo, 'apt-get', 'update', '-qq']) && call(install))) return true
  say(
    `  could not install / không cài được. Ask an administrator to run / nhờ quản trị viên chạy: sudo apt-get install ${packages.join(' ')}`,
  )
  return false
}

async function installBrowser() {
  const { findBrowser } = await import('./find-browser.mjs')
  const find = () => findBrowser({ chromium: process.env['SOI_CHROMIUM'] ?? null, root })
  if (find()) return
  say('• No browser found; asking Playwright for one / chưa có trình duyệt, đang tải …')
  if (run('npx', ['playwright', 'install', 'chromium'], { quiet: true }) && find()) return
  say(
    "  Playwright's download was refused; trying the system's package manager / đang thử trình quản lý gói của hệ thống …",
  )
  if (installSystem(['chromium'], 'Chromium') && find()) return
  say(
    '✗ No browser: pages are read over HTTP, but nothing can be captured. Install Chrome, Chromium or Edge, or set SOI_CHROMIUM=/path/to/it.',
  )
  say('  Chưa có trình duyệt: hãy cài Chrome, Chromium hoặc Edge, hoặc đặt SOI_CHROMIUM=/đường/dẫn.')
}

/** Vietnamese, Chinese and emoji must be letters in a screenshot, not boxes. Where fontconfig is absent, `soi doctor` looks at real pixels. */
function installFonts() {
  if (process.platform !== 'linux' || !has('fc-list')) return
  const covered = (/** @type {string} */ query) =>
    spawnSync('fc-list', [query, 'family'], { encoding: 'utf8' }).stdout.trim() !== ''
  const missing = [
    ...(covered(':lang=vi') ? [] : ['fonts-noto-core']),
    ...(covered(':lang=zh-cn') ? [] : ['fonts-noto-cjk']),
    ...(covered(':lang=und-zsye') || covered(':family=Noto Color Emoji') ? [] : ['fonts-noto-color-emoji']),
  ]
  if (missing.length) installSystem(missing, 'fonts')
}

/** The tests check a pack as a stranger would, with nothing but these. */
function installStrangersTools() {
  const missing = ['unzip', 'openssl', 'python3'].filter((tool) => !has(tool))
  if (missing.length) installSystem(missing, "the stranger's tools for the by-hand check of packs")
}

const TYPESCRIPT = at('src/typescript.mjs')
const [mode = 'setup', ...rest] = process.argv.slice(2)
checkNode()
unpackPackages()
if (mode === 'unpack') process.exit()
const compiled = compilePackages()
await installBrowser()
installFonts()
if (mode === 'test') installStrangersTools()
await compiled()

const commands = /** @type {Record<string, readonly string[]>} */ ({
  start: rest.length ? [at('src/soi.mjs'), ...rest] : [TYPESCRIPT, at('tests/sites/demo.ts')],
  test: [at('node_modules/vitest/vitest.mjs'), 'run', '--config', at('tests/vitest.config.ts'), ...rest],
  run: [TYPESCRIPT, ...rest],
})
const command = commands[mode]
if (command) {
  // Ctrl-C reaches the child by itself; we only wait for it to end cleanly.
  process.on('SIGINT', () => {})
  const child = spawnSync(process.execPath, command, { cwd: process.cwd(), stdio: 'inherit' })
  process.exitCode = child.status ?? 130
} else if (mode === 'setup') say('✓ Soi is set up / đã sẵn sàng. Try / hãy thử: npx soi --help')
else give_up(`unknown mode ${mode}: unpack, setup, start, test or run`)
