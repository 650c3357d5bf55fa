import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ExitCode } from '../exit-codes.ts'
import { findBrowser } from '../find-browser.mjs'
import { doctorMessages } from '../i18n/doctor.ts'
import type { Lang } from '../i18n/messages.ts'
import type { Command, Tools } from './command.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Below this a sweep could run out in the middle of an evening. */
const LEAST_FREE_BYTES = 1_000_000_000

interface Finding {
  readonly id: string
  readonly label: string
  /** Null: could not be looked at. */
  readonly ok: boolean | null
  readonly detail: string
  readonly remedy: string | null
  /** Soi does its main job without it. */
  readonly optional?: boolean
}

type Texts = ReturnType<typeof doctorMessages>

const attempt = async <T>(what: () => Promise<T> | T): Promise<T | Error> => {
  try {
    return await what()
  } catch (error) {
    return error as Error // becomes the finding's detail
  }
}

function nodeFinding(t: Texts): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  return { id: 'node', label: t.node, ok, detail: process.versions.node, remedy: ok ? null : t.remedyNode }
}

/** The nearest folder that exists decides whether the run home can be made. */
function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(join(folder, '..'))
}

async function homeFindings(tools: Tools, t: Texts): Promise<Finding[]> {
  const place = nearestExisting(tools.home)
  const writable = await attempt(() => accessSync(place, constants.W_OK))
  const ok = !(writable instanceof Error)
  const disk = statfsSync(place)
  const free = disk.bavail * disk.bsize
  const roomy = free >= LEAST_FREE_BYTES
  return [
    { id: 'home', label: t.home, ok, detail: tools.home, remedy: ok ? null : t.remedyHome },
    {
      id: 'disk',
      label: t.disk,
      ok: roomy,
      detail: t.free((free / 1e9).toFixed(1)),
      remedy: roomy ? null : t.remedyDisk,
    },
  ]
}

async function storeFinding(tools: Tools, t: Texts): Promise<Finding> {
  const file = join(tools.home, 'evidence.sqlite')
  const base = { id: 'store', label: t.store }
  if (!existsSync(file)) return { ...base, ok: true, detail: t.notMade, remedy: null }
  const { openStore } = await import('../store/store.ts')
  const store = await attempt(() => openStore(tools.home, { actor: tools.operator, readOnly: true }))
  if (store instanceof Error) return { ...base, ok: false, detail: store.message, remedy: 'soi verify --store' }
  await store.close()
  return { ...base, ok: true, detail: file, remedy: null }
}

async function loadedFindings(tools: Tools, t: Texts): Promise<Finding[]> {
  const { loadRuleset } = await import('../rules/load.ts')
  const { loadSites } = await import('../sites/load.ts')
  const rules = await attempt(() => loadRuleset(tools.rulesFolder))
  const sites = await attempt(() => loadSites(tools.siteFolders))
  const finding = (id: string, label: string, found: { length: number } | Error): Finding =>
    found instanceof Error
      ? { id, label, ok: false, detail: found.message, remedy: 'soi rules test' }
      : { id, label, ok: true, detail: t.count(found.length), remedy: null }
  return [
    finding('rules', t.rules, rules instanceof Error ? rules : rules.rules),
    finding('sites', t.sites, sites instanceof Error ? sites : sites.sites),
  ]
}

/** Starts the browser and looks at real pixels: a font that fontconfig lists may still draw boxes. */
async function browserFindings(tools: Tools, t: Texts): Promise<Finding[]> {
  const found = await attempt(() => findBrowser({ chromium: tools.chromium, root: ROOT }))
  const browser = { id: 'browser', label: t.browser }
  const glyphs = ['vietnamese', 'cjk', 'emoji'] as const
  const unseen = glyphs.map((id) => ({ id, label: t[id], ok: null, detail: t.noBrowserNoGlyphs, remedy: null }))
  if (!found || found instanceof Error)
    return [{ ...browser, ok: false, detail: found?.message ?? t.missing, remedy: t.remedyBrowser }, ...unseen]
  const place: Finding = { ...browser, ok: true, detail: `${found.path} (${found.source})`, remedy: null }
  const { browserReport } = await import('../capture/doctor.ts')
  const report = await attempt(() => browserReport({ chromium: tools.chromium, root: ROOT, log: tools.log }))
  if (report instanceof Error)
    return [
      place,
      { id: 'launch', label: t.launch, ok: false, detail: report.message, remedy: t.remedyBrowser },
      ...unseen,
    ]
  const packages = { vietnamese: 'fonts-noto-core', cjk: 'fonts-noto-cjk', emoji: 'fonts-noto-color-emoji' }
  const drawn = glyphs.map((id) => {
    const ok = report.glyphs[id]
    return { id, label: t[id], ok, detail: ok ? 'OK' : t.missing, remedy: ok ? null : t.remedyFonts(packages[id]) }
  })
  return [place, { id: 'launch', label: t.launch, ok: true, detail: report.version, remedy: null }, ...drawn]
}

function line(finding: Finding, t: Texts): string {
  const mark = finding.ok === null ? '?' : finding.ok ? '✓' : finding.optional ? '–' : '✗'
  const remedy = finding.remedy ? `\n    → ${t.remedy}: ${finding.remedy}` : ''
  return `${mark} ${finding.label}: ${finding.detail}${remedy}`
}

async function doctor(tools: Tools, options: { json?: boolean }): Promise<ExitCode> {
  const t = doctorMessages(tools.lang)
  const findings = [
    nodeFinding(t),
    ...(await browserFindings(tools, t)),
    ...(await homeFindings(tools, t)),
    await storeFinding(tools, t),
    ...(await loadedFindings(tools, t)),
  ]
  const missing = findings.filter((one) => one.ok !== true && !one.optional)
  if (options.json) tools.out(JSON.stringify({ ok: missing.length === 0, findings }, null, 2))
  else {
    for (const finding of findings) tools.out(line(finding, t))
    tools.out(missing.length ? t.someMissing(missing.length) : t.allRight)
  }
  return missing.length ? ExitCode.Missing : ExitCode.Ok
}

export const command: Command = {
  name: 'doctor',
  declare(program, lang: Lang, act) {
    const t = doctorMessages(lang)
    program.command('doctor').description(t.about).option('--json', t.json).action(act(doctor))
  },
}
