// Runs the TypeScript sources on plain Node: `node src/typescript.mjs file.ts [arguments]`, or `load([file])` within a program.
// What a file needs is put together (esbuild) once for each state of the sources, in a folder of plain modules that Node loads
// by itself. Loader hooks would do it file by file, with a thread and 12 MB more for the process and for each of its workers.
import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const HERE = fileURLToPath(import.meta.url)
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const KEPT = join(ROOT, '.cache/built')
/** Folders of which a program takes every file there is: one more in them is another state of the sources. */
const REGISTRIES = ['src/commands', 'crawlers']
/** Packages of many files, on each of which Node spends a millisecond: put together with the sources. */
const PUT_IN = new Set([
  ...['cheerio', 'encoding-sniffer', 'htmlparser2', 'kysely', 'libphonenumber-js', 're2js', 'undici', 'yaml', 'zod'],
])
/**
 * Packages of CommonJS, whose ES form, where they have one, only hands on the other. Imported, Node first looks through all their
 * text for the names they export, which takes as long as running it (half a second of Playwright, 20 MB); required, it does not.
 */
const REQUIRED = new Set(['@crawlee/http', '@crawlee/playwright', 'playwright', 'sharp', 'warcio'])
/** Function names are left alone: keeping them costs a call for each closure. */
const OPTIONS = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true,
  splitting: true,
  format: /** @type {const} */ ('esm'),
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  // Packages that are put in may ask for Node's own modules the old way.
  banner: { js: "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);" },
})
const VERSION = JSON.parse(readFileSync(join(ROOT, 'node_modules/esbuild/package.json'), 'utf8')).version
const MADE_BY = [VERSION, readFileSync(HERE), ROOT]

/** @typedef {Readonly<Record<string, unknown>>} Module what a file exports */
/** @typedef {{ readonly path: string, readonly contents: Uint8Array }} Part */
/**
 * What was noted of the files asked for when they were put together last: what they were made of, and how long each part is.
 * @typedef {{ readonly inputs: readonly string[], readonly parts: readonly (readonly [string, number])[] }} Noted
 */

const codeOf = (/** @type {unknown} */ error) => /** @type {NodeJS.ErrnoException} */ (error).code ?? ''
/** @param {readonly (string | Uint8Array)[]} parts */
function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length} `).update(part)
  return hash.digest('hex')
}

/** @param {string} file @returns {Buffer | null} null when there is no such file */
function bytesOf(file) {
  try {
    return readFileSync(file)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw error
  }
}

/**
 * The state of the sources: every name in the registries, every byte of the inputs.
 * @param {readonly string[]} files @param {ReadonlyMap<string, Uint8Array | null>} inputs
 */
function stateOf(files, inputs) {
  const names = REGISTRIES.map((folder) => readdirSync(join(ROOT, folder)).sort().join('\n'))
  const read = [...inputs].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([file, bytes]) => [file, bytes ?? 'none'])
  return hashOf([...MADE_BY, ...files, ...names, ...read])
}

/** Node says ENOENT of a folder that a read-only disk does not let it make. */
const UNKEPT = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENOSPC', 'EDQUOT', 'EEXIST']

/**
 * Writes files into a folder that is there whole or not at all. None is taken away later: a server that began with an earlier
 * state of the sources may still ask for a part of it.
 * @param {string} folder @param {readonly Part[]} files
 */
function keep(folder, files) {
  const temporary = join(KEPT, randomUUID())
  try {
    mkdirSync(temporary, { recursive: true })
    for (const { path, contents } of files) writeFileSync(join(temporary, path), contents)
    renameSync(temporary, folder)
    return folder
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { recursive: true, force: true })
    // Another process was faster.
    if (existsSync(folder)) return folder
    if (!UNKEPT.includes(codeOf(error))) throw error
    return keepForNow(files)
  }
}

/** Where nothing can be kept (installed by another user), for this process alone. @param {readonly Part[]} files */
function keepForNow(files) {
  const folder = mkdtempSync(join(tmpdir(), 'soi-built-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const { path, contents } of files) writeFileSync(join(folder, path), contents)
  return folder
}

/** `import.meta.url` stays that of the source, and of the packages only those of many files are put in. @param {Map<string, Uint8Array>} inputs @returns {import('esbuild').Plugin} */
const sources = (inputs) => ({
  name: 'sources',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /typescript\.mjs$/ }, () => ({ path: pathToFileURL(HERE).href, external: true }))
    onResolve({ filter: /^file:/ }, ({ path }) => ({ path: fileURLToPath(path) }))
    onResolve({ filter: /^[^./]/ }, ({ kind, path, resolveDir }) => {
      const [name = ''] = path.split('/')
      const from = relative(ROOT, resolveDir)
      const isInside = kind === 'entry-point' || PUT_IN.has(name) || /^\.\.|node_modules/.test(from)
      if (isInside) return undefined
      return kind !== 'require-call' && REQUIRED.has(path) ? { path, namespace: 'required' } : { path, external: true }
    })
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      ...{ contents: `module.exports = require(${JSON.stringify(path)})`, resolveDir: ROOT },
    }))
    onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
      if (relative(ROOT, path).includes('node_modules')) return undefined
      const bytes = readFileSync(path)
      inputs.set(path, bytes)
      const contents = bytes.toString().replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' }
    })
  },
})

/** @param {string} file @param {number} index */
const nameOf = (file, index) => `${basename(file, '.ts')}-${index}`

/** @param {readonly string[]} files @returns {Promise<{ readonly parts: readonly Part[], readonly inputs: ReadonlyMap<string, Uint8Array> }>} */
async function build(files) {
  const { build: put } = await import('esbuild')
  /** @type {Map<string, Uint8Array>} */
  const inputs = new Map()
  const { outputFiles, metafile } = await put({
    ...OPTIONS,
    ...{ absWorkingDir: ROOT, outdir: KEPT, plugins: [sources(inputs)], logLevel: 'silent' },
    ...{ write: /** @type {const} */ (false), metafile: /** @type {const} */ (true) },
    entryPoints: files.map((file, i) => ({ in: file, out: nameOf(file, i) })),
  })
  for (const path of Object.keys(metafile.inputs)) {
    const [, manifest] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(resolve(ROOT, path)) ?? []
    if (manifest) inputs.set(`${manifest}/package.json`, readFileSync(`${manifest}/package.json`))
  }
  return { parts: outputFiles.map(({ path, contents }) => ({ path: relative(KEPT, path), contents })), inputs }
}

/**
 * What these files export, as they are now. Files that are asked for together share what they have in common.
 * @param {readonly string[]} files absolute paths @returns {Promise<readonly Module[]>} in their order
 * @throws {Error} naming the file that is no TypeScript, or whatever a file throws
 */
export async function load(files) {
  const list = join(KEPT, `${hashOf([...MADE_BY, ...files])}.json`)
  const folder = foundBy(list, files) ?? (await made(list, files))
  return Promise.all(files.map((file, i) => import(pathToFileURL(join(folder, `${nameOf(file, i)}.mjs`)).href)))
}

/** @param {string} list @param {readonly string[]} files @returns {Promise<string>} the folder of their parts */
async function made(list, files) {
  const { parts, inputs } = await build(files)
  const folder = join(KEPT, stateOf(files, inputs))
  const sizes = parts.map(({ path, contents }) => /** @type {const} */ ([path, contents.length]))
  // One that a fall of the machine left half would be in the way.
  if (existsSync(folder) && !isWhole(folder, sizes)) rmSync(folder, { recursive: true })
  const kept = keep(folder, parts)
  note(list, { inputs: [...inputs.keys()], parts: sizes })
  return kept
}

/** @param {string} list @param {readonly string[]} files @returns {string | null} the folder of the sources as they are now, where it is there whole */
function foundBy(list, files) {
  const noted = bytesOf(list)
  if (noted === null || noted.length === 0) return null
  const { inputs, parts } = /** @type {Noted} */ (JSON.parse(noted.toString()))
  const folder = join(KEPT, stateOf(files, new Map(inputs.map((file) => [file, bytesOf(file)]))))
  return isWhole(folder, parts) ? folder : null
}

/** @param {string} folder @param {Noted['parts']} parts */
const isWhole = (folder, parts) =>
  parts.every(([path, size]) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === size)

/** @param {string} list @param {Noted} noted */
function note(list, noted) {
  const temporary = `${list}.${randomUUID()}`
  try {
    writeFileSync(temporary, JSON.stringify(noted))
    renameSync(temporary, list)
  } catch (error) {
    if (!UNKEPT.includes(codeOf(error))) throw error
  }
}

const [, main, file] = process.argv
if (main && file && existsSync(main) && realpathSync(main) === realpathSync(HERE)) {
  const path = resolve(file)
  process.argv.splice(1, 2, path)
  // Not awaited: a source that asks for this module would wait for it, and it for the source. A failure ends the program.
  void load([path])
}
