import { type Document, parseDocument } from 'yaml'
import { OCR_POLICIES } from '../images/policy.ts'
import { PLAN_DEFAULTS, type SweepPlan } from '../sweep/plan.ts'
import { VIETNAM_ZONE } from '../vietnam-day.ts'

/** How often, as a form asks it. `own`: a cron line. */
export const RHYTHMS = ['none', 'daily', 'workdays', 'weekly', 'hourly', 'own'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** A plan as a form has it: words are searched on every site that is ticked. What it does not name stays in the file. */
export interface PlanForm {
  readonly name: string
  readonly targets: readonly string[]
  readonly words: readonly string[]
  readonly sites: readonly string[]
  readonly pages: string
  readonly watch: readonly string[]
  readonly rhythm: Rhythm
  /** HH:MM, for all but `hourly` and `own`. */
  readonly time: string
  readonly cron: string
  readonly zone: string
  readonly visits: string
  readonly minutes: string
  readonly depth: string
  readonly perSecond: string
  readonly ocr: string
  /** Whether private addresses may be visited; null where that is not asked. */
  readonly inside: boolean | null
}

type Figures = Pick<PlanForm, 'visits' | 'minutes' | 'depth' | 'perSecond' | 'ocr'>

const figuresOf = ({ limits, rate, ocr }: Omit<SweepPlan, 'name'>): Figures => ({
  ...{ visits: String(limits.visits), minutes: String(limits.minutes), depth: String(limits.depth) },
  ...{ perSecond: String(rate.per_host_per_second), ocr },
})

export const EMPTY_FORM: PlanForm = {
  ...{ name: '', targets: [], words: [], sites: [], pages: '1', watch: [] },
  ...{ rhythm: 'daily', time: '06:00', cron: '', zone: VIETNAM_ZONE },
  ...figuresOf(PLAN_DEFAULTS),
  inside: null,
}

const DAYS: Readonly<Record<'daily' | 'workdays' | 'weekly', string>> = { daily: '*', workdays: '1-5', weekly: '1' }

export function cronOfForm({ rhythm, time, cron }: Pick<PlanForm, 'rhythm' | 'time' | 'cron'>): string | null {
  if (rhythm === 'none') return null
  if (rhythm === 'own') return cron.trim()
  if (rhythm === 'hourly') return '0 * * * *'
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time.trim()) ?? []
  // A time that is none is named by the reader of plans, in its own words.
  return `${minute === undefined ? '?' : Number(minute)} ${hour === undefined ? '?' : Number(hour)} * * ${DAYS[rhythm]}`
}

function rhythmOf(cron: string): Pick<PlanForm, 'rhythm' | 'time' | 'cron'> {
  if (cron === '0 * * * *') return { rhythm: 'hourly', time: '06:00', cron }
  const [, minute = '', hour = '', days] = /^(\d{1,2}) (\d{1,2}) \* \* (\*|1-5|1)$/.exec(cron) ?? []
  const rhythm = (['daily', 'workdays', 'weekly'] as const).find((each) => DAYS[each] === days)
  return rhythm
    ? { rhythm, time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, cron }
    : { rhythm: 'own', time: '06:00', cron }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A plan as a form; null where it says more than the form can ask: it is edited as YAML then. */
export function formOf(plan: SweepPlan): PlanForm | null {
  const { keywords, schedule } = plan
  const watch = plan.watch ?? []
  const [first] = keywords
  const sites = first ? keywords.map(({ site }) => site) : (watch[0]?.sites ?? [])
  const pages = first?.pages ?? watch[0]?.pages ?? 1
  const alike =
    keywords.every((each) => same(each.words, first?.words) && each.pages === pages) &&
    watch.every((each) => same([...each.sites].sort(), [...sites].sort()) && each.pages === pages)
  const lines = [...plan.targets, ...(first?.words ?? [])]
  if (!alike || new Set(sites).size !== sites.length || lines.some((line) => /[\r\n]/.test(line))) return null
  return {
    ...{ name: plan.name, targets: plan.targets, words: first?.words ?? [], sites, pages: String(pages) },
    watch: watch.map(({ list }) => list),
    ...(schedule ? rhythmOf(schedule.cron) : { rhythm: 'none' as const, time: '06:00', cron: '' }),
    zone: schedule?.time_zone ?? VIETNAM_ZONE,
    ...figuresOf(plan),
    inside: plan.allow_private,
  }
}

/** A number where it is one; else the text, which the reader of plans refuses in its own words. */
const figure = (text: string): number | string => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim())

/** Key → value; null takes the key out. */
function wanted(form: PlanForm): readonly (readonly [readonly string[], unknown])[] {
  const pages = figure(form.pages)
  const cron = cronOfForm(form)
  const onSites = form.words.length > 0 ? form.sites : []
  const more = pages === 1 ? {} : { pages }
  const watch = form.watch.map((list) => ({ list, ...(form.sites.length ? { sites: form.sites } : {}), ...more }))
  const zone = form.zone.trim()
  return [
    [['name'], form.name.trim()],
    [
      ['schedule'],
      cron === null ? null : { cron, ...(zone === VIETNAM_ZONE || zone === '' ? {} : { time_zone: zone }) },
    ],
    [['targets'], form.targets.length > 0 ? form.targets : null],
    [['keywords'], onSites.length > 0 ? onSites.map((site) => ({ site, words: form.words, ...more })) : null],
    [['watch'], watch.length > 0 ? watch : null],
    [['limits', 'visits'], figure(form.visits)],
    [['limits', 'minutes'], figure(form.minutes)],
    [['limits', 'depth'], figure(form.depth)],
    [['rate', 'per_host_per_second'], figure(form.perSecond)],
    [['ocr'], OCR_POLICIES.find((policy) => policy === form.ocr) ?? form.ocr],
    ...(form.inside === null ? [] : [[['allow_private'], form.inside] as const]),
  ]
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((held, key) => (held as Record<string, unknown> | undefined)?.[key], value)

const inOneLine = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

function put(document: Document, path: readonly string[], value: unknown): void {
  const before = (document.toJS() as Record<string, unknown> | null) ?? {}
  const held = at(before, path)
  if (value === null) {
    if (held !== undefined) document.deleteIn(path)
    return
  }
  // What stands so where a file does not name it is not written.
  if (same(held, value) || (held === undefined && at(PLAN_DEFAULTS, path) === value)) return
  const [outer = '', inner] = path
  const isNew = inner !== undefined && before[outer] === undefined
  const whole = isNew ? { [inner]: value } : value
  // Anchors would save a few lines and puzzle who reads them.
  const node = document.createNode(whole, { flow: inOneLine(whole), aliasDuplicateObjects: false })
  document.setIn(isNew ? [outer] : path, node)
}

/** The plan's text with what the form says in it: comments, order and keys that no form asks for stay. */
export function textOfForm(form: PlanForm, text: string): string {
  const document = parseDocument(text.trim() === '' ? '{}' : text)
  const root = document.contents as { flow?: boolean } | null
  if (root && text.trim() === '') root.flow = false
  for (const [path, value] of wanted(form)) put(document, path, value)
  return document.toString({ lineWidth: 0 })
}
