import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { load, type Module } from '../typescript.mjs'
import { workedOut } from '../worked-out.ts'
import type { Site } from './contract.ts'
import { areMarks, asking } from './marks.ts'
import { urlKey } from './urls.ts'

/** Every site we know, and which of them a URL belongs to. */
export interface SiteBook {
  /** By id. */
  readonly sites: readonly Site[]
  /** The site whose host is the URL's, or covers it with a wildcard; the longest path, then the longest wildcard wins. */
  siteOf(url: string): Site | null
  /** The site of a page that is here: by its host, else the shop software that made it. */
  siteFor(page: Page): Site | null
  /** Identity of a URL within a sweep: `<site>:<key>` when the site names one, else urlKey. */
  keyOf(url: string): string
}

interface Loaded {
  readonly site: Site
  readonly file: string
}

/**
 * The folder is the registry: every `*.ts` file in it is one site, its default export made by defineSite.
 * A folder that is not there holds no sites.
 * @throws BadInput naming the file that is broken, or the two that claim the same id or host
 */
export const loadSites = async (folders: readonly string[]): Promise<SiteBook> => {
  const loaded: Loaded[] = []
  for (const folder of folders) for (const file of await siteFiles(folder)) loaded.push(await loadSite(file))
  claimedOnce(loaded, ({ site }) => [site.id], 'id')
  const hosts = claimedOnce(loaded, ({ site }) => site.hosts.map((host) => host.toLowerCase()), 'host')
  return bookOf(
    loaded.map(({ site }) => site).sort((a, b) => (a.id < b.id ? -1 : 1)),
    hosts,
  )
}

const siteFiles = async (folder: string): Promise<readonly string[]> => {
  try {
    const names = await readdir(folder)
    return names
      .filter((name) => name.endsWith('.ts') && !/\.(d|test)\.ts$/.test(name))
      .sort()
      .map((name) => resolve(join(folder, name)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Soi's own: their place stands in the import itself, for whatever puts sources together must know of it. */
const OWN = fileURLToPath(new URL('../../crawlers/', import.meta.url))
const moduleOf = async (file: string): Promise<Module | undefined> => {
  if (dirname(file) === resolve(OWN)) return import(`../../crawlers/${basename(file, '.ts')}.ts`)
  const [module] = await load([file])
  return module
}

const loadSite = async (file: string): Promise<Loaded> => {
  let module: Module | undefined
  try {
    module = await moduleOf(file)
  } catch (cause) {
    throw new BadInput(`${file} cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  const fault = faultOf(module?.['default'], basename(file, '.ts'))
  if (fault !== null) throw new BadInput(`${file}: ${fault}`)
  return { site: module?.['default'] as Site, file }
}

/** name → what it must be; the compiler has seen site files of the repository, but not a user's own. */
const REQUIRED: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(value) && value !== 'generic',
  name: (value) => typeof value === 'string' && value !== '',
  hosts: (value) => Array.isArray(value) && value.every(isHost),
  verified: (value) => value === 'recording' || value === 'shape' || value === 'none',
  verifiedBy: (value) => typeof value === 'string',
  needs: (value) => value === 'http' || value === 'browser',
  currency: (value) => value === null || (typeof value === 'string' && /^[A-Z]{3}$/.test(value)),
  expect: (value) => typeof value === 'object' && value !== null && 'minListings' in value && 'filled' in value,
}
const OPTIONAL = ['recognises', 'marks', 'fallback', 'key', 'searchUrl', 'listing', 'listings', 'links', 'signs']

const isHost = (value: unknown) =>
  typeof value === 'string' && /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(\/[a-z0-9-]+){0,2}$/i.test(value)

const faultOf = (site: unknown, fileName: string): string | null => {
  if (typeof site !== 'object' || site === null) return 'needs a default export: export default defineSite({ … })'
  for (const [name, fits] of Object.entries(REQUIRED)) {
    const value: unknown = Reflect.get(site, name)
    if (value === undefined) return `${name} is missing; src/sites/contract.ts says what it is`
    if (!fits(value)) return `${name} cannot be ${JSON.stringify(value)}; src/sites/contract.ts says what it may be`
  }
  const unknown = Object.keys(site).find((name) => !(name in REQUIRED) && !OPTIONAL.includes(name))
  if (unknown !== undefined) return `${unknown} is not part of a site; src/sites/contract.ts lists what is`
  const known = site as Site
  if (known.marks !== undefined && !areMarks(known.marks))
    return 'marks must be a list of strings of 4 characters and more in plain ASCII'
  const anywhere = isSoftware(known)
  if (anywhere === known.hosts.length > 0)
    return 'it needs either hosts, or marks or recognises for software that runs anywhere'
  if (anywhere && known.key !== undefined)
    return 'software that runs anywhere has no key: a URL does not say who answers'
  const id: unknown = Reflect.get(site, 'id')
  return id === fileName ? null : `its id is ${id}, so the file must be called ${id}.ts`
}

/** It runs on any host, and is known by its pages. */
export const isSoftware = ({ recognises, marks }: Site): boolean => recognises !== undefined || marks !== undefined

const claimedOnce = (loaded: readonly Loaded[], names: (one: Loaded) => readonly string[], what: string) => {
  const owners = new Map<string, Loaded>()
  for (const one of loaded) {
    for (const name of names(one)) {
      const other = owners.get(name)
      if (other !== undefined) throw new BadInput(`${one.file} and ${other.file} both claim the ${what} ${name}`)
      owners.set(name, one)
    }
  }
  return owners
}

const bookOf = (sites: readonly Site[], owners: ReadonlyMap<string, Loaded>): SiteBook => {
  const siteOf = (url: string): Site | null => {
    const { hostname, pathname } = new URL(url)
    const host = hostname.replace(/\.$/, '')
    const [, first = '', second = ''] = pathname.toLowerCase().split('/', 3)
    const exact = owners.get(`${host}/${first}/${second}`) ?? owners.get(`${host}/${first}`) ?? owners.get(host)
    if (exact !== undefined) return exact.site
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
      const wide = owners.get(`*${host.slice(dot)}`)
      if (wide !== undefined) return wide.site
    }
    return owners.get(`*.${host}`)?.site ?? null
  }
  const keyOf = (url: string): string => {
    const site = siteOf(url)
    const key = site?.key?.(new URL(url)) ?? null
    return site === null || key === null ? urlKey(url) : `${site.id}:${key}`
  }
  const engines = [...sites]
    .filter(isSoftware)
    .sort((a, b) => Number(a.fallback ?? false) - Number(b.fallback ?? false))
  const ask = asking(engines)
  const siteFor = workedOut((page: Page): Site | null => siteOf(page.url) ?? engines.find(ask(page)) ?? null)
  return { sites, siteOf, siteFor, keyOf }
}
