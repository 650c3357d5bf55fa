// Runs in Node's loader thread. What is kept lies under a hash of the source itself: a changed file can never be served stale.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = `${ROOT}.cache/typescript/`
/** How files are made; part of their names. Function names are left alone: keeping them costs a call for each closure. */
const OPTIONS = /** @type {const} */ ({
  loader: 'ts',
  format: 'esm',
  target: 'node20',
})
const VERSION = JSON.parse(
  readFileSync(new URL('../node_modules/esbuild/package.json', import.meta.url), 'utf8'),
).version
const MADE_BY = `${VERSION} ${JSON.stringify(OPTIONS)}`

const codeOf = (/** @type {unknown} */ error) => /** @type {NodeJS.ErrnoException} */ (error).code ?? ''

/** @param {string} file @returns {string | null} null when there is no such file */
function kept(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw error
  }
}

/** @type {readonly string[]} Node says ENOENT of a folder that a read-only disk does not let it make. */
const UNKEPT = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENOSPC', 'EDQUOT', 'EEXIST']

/** A folder that cannot be written to (installed by another user) costs time at the next start, nothing else. @param {string} file @param {string} code */
function keep(file, code) {
  const temporary = `${FOLDER}${randomUUID()}`
  try {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(temporary, code)
    renameSync(temporary, file)
  } catch (error) {
    if (!UNKEPT.includes(codeOf(error))) throw error
  }
}

/** Packages of about a hundred files and more, on each of which Node spends a millisecond: every one is put into one file, once. */
const OF_MANY_FILES = new Set(['kysely', 'zod', 'libphonenumber-js/max'])
/** Their addresses, each looked for once, however many files ask. @type {Map<string, Promise<string>>} */
const wholes = new Map()
/** What was made now, by its address: where nothing can be kept, it is served from here. @type {Map<string, string>} */
const made = new Map()

/** @param {string} specifier @returns {Promise<string>} the address of the one file */
async function wholePackage(specifier) {
  const manifest = new URL(`../node_modules/${specifier.split('/')[0]}/package.json`, import.meta.url)
  const hash = createHash('sha256').update(`${MADE_BY}\n${specifier}\n`).update(readFileSync(manifest)).digest('hex')
  const file = `${FOLDER}${hash}.mjs`
  const url = pathToFileURL(file).href
  if (existsSync(file)) return url
  const { build } = await import('esbuild')
  const { format, target } = OPTIONS
  const built = await build({
    ...{ format, target, bundle: true, platform: 'node', write: false, absWorkingDir: ROOT },
    stdin: { contents: `export * from ${JSON.stringify(specifier)}`, resolveDir: ROOT },
  })
  const code = built.outputFiles[0]?.text ?? ''
  keep(file, code)
  made.set(url, code)
  return url
}

/**
 * One source names another by its place: nothing is to be looked for. @type {import('node:module').ResolveHook}
 */
export async function resolve(specifier, context, next) {
  if (OF_MANY_FILES.has(specifier)) {
    const url = wholes.get(specifier) ?? wholePackage(specifier)
    wholes.set(specifier, url)
    return { url: await url, format: 'module', shortCircuit: true }
  }
  const isSource = /^\.\.?\/.*\.ts$/.test(specifier) && context.parentURL?.startsWith('file:')
  if (!isSource) return next(specifier, context)
  return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const whole = made.get(url)
  if (whole !== undefined) return { format: 'module', source: whole, shortCircuit: true }
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const sourcefile = fileURLToPath(url)
  const source = readFileSync(sourcefile)
  const hash = createHash('sha256').update(`${MADE_BY}\n${sourcefile}\n`).update(source).digest('hex')
  const file = `${FOLDER}${hash}.mjs`
  let code = kept(file)
  if (code === null) {
    const { transform } = await import('esbuild')
    code = (await transform(source, { ...OPTIONS, sourcefile })).code
    keep(file, code)
  }
  return { format: 'module', source: code, shortCircuit: true }
}
