import { BadInput } from '../errors.ts'
import { LANGS, type Lang } from '../i18n/messages.ts'
import { packMessages } from '../i18n/pack.ts'
import type { PackSelection, Store } from '../store/api.ts'
import type { Tools } from './command.ts'

/** `soi pack`, as typed. */
export interface PackCommandOptions {
  readonly sweep?: string
  readonly case?: string
  readonly output?: string
  readonly title?: string
  readonly purpose?: string
  readonly reportLang?: string
  readonly partial?: boolean
  readonly redact?: boolean
  /** Commander's way to say `--no-pdf`. */
  readonly pdf: boolean
  readonly json?: boolean
}

const whole = (text: string, message: string): number => {
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text)
  throw new BadInput(message)
}

/** `--sweep latest`: the run that began last. */
const LATEST = 'latest'

/** What is to be packed: sightings, a sweep or a case; BadInput for none or several of these. */
export async function selectionOf(
  ids: readonly string[],
  options: PackCommandOptions,
  tools: Pick<Tools, 'lang'>,
  store: Pick<Store, 'sweeps'>,
): Promise<PackSelection> {
  const t = packMessages(tools.lang)
  const given = [ids.length > 0, options.sweep !== undefined, options.case !== undefined].filter(Boolean).length
  if (given !== 1) throw new BadInput(t.oneSelection)
  if (options.sweep === LATEST) return { sweep: (await store.sweeps.list())[0]?.id ?? 0 }
  if (options.sweep !== undefined) return { sweep: whole(options.sweep, t.badNumber(options.sweep)) }
  if (options.case !== undefined) return { caseId: whole(options.case, t.badNumber(options.case)) }
  return { ids: [...new Set(ids.map((id) => whole(id, t.badNumber(id))))] }
}

/** The languages of the report; the interface's own unless said otherwise. */
export function reportLangs(text: string | undefined, lang: Lang): readonly Lang[] {
  if (text === undefined) return [lang]
  if (text === 'both') return ['vi', 'en']
  const found = LANGS.find((each) => each === text)
  if (found === undefined) throw new BadInput(packMessages(lang).badReportLang(text))
  return [found]
}
