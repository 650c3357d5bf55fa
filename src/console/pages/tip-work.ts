import { BadInput } from '../../errors.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import type { Tip } from '../../store/console/tip-api.ts'
import { seenTip } from '../../tips/sight.ts'
import {
  addNote,
  assign,
  eraseTipster,
  exclude,
  merge,
  putInCase,
  setDue,
  setStatus,
  statusOf,
  unmerge,
} from '../../tips/work.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { caseTitle, chosenCase } from '../case-choice.ts'
import { assignees } from '../tip-assignees.ts'
import { deskOf, TIP_SECTIONS, type TipSection } from '../tip-parts.ts'
import { onTip, tipPage } from './tip.ts'

type Work = (tip: Tip, actor: string, ask: SignedAsk, section: TipSection) => Promise<void>

const field = (ask: SignedAsk, name: string): string => (ask.form[name] ?? '').trim()

const chosen = (ask: SignedAsk, name: string, tip: Tip, section: TipSection): string => {
  const found = assignees(tip, section, ask.world).find((each) => each.name === field(ask, name))
  if (!found) throw new BadInput(`${field(ask, name).slice(0, 60)} is no account that deals with tips of this kind`)
  return found.name
}

/** What may be done with a tip of either kind. */
const BOTH: Readonly<Record<string, Work>> = {
  status: (tip, actor, ask) =>
    setStatus(deskOf(ask), tip, { status: statusOf(field(ask, 'status')), note: field(ask, 'note') }, actor),
  assign: (tip, actor, ask, section) =>
    assign(deskOf(ask), tip, field(ask, 'assignee') === '' ? null : chosen(ask, 'assignee', tip, section), actor),
  due: (tip, actor, ask) => setDue(deskOf(ask), tip, field(ask, 'day'), actor),
  note: (tip, actor, ask) => addNote(deskOf(ask), tip, field(ask, 'note'), actor),
  erase: (tip, actor, ask) => eraseTipster(deskOf(ask), tip, actor),
}

async function check(tip: Tip, actor: string, ask: SignedAsk): Promise<void> {
  if (tip.url === null) throw new BadInput('this tip has no address to check')
  if (!ask.world.tipChecks.start({ ...tip, url: tip.url }, actor))
    throw new BadInput('this address is being checked already, or too many wait')
}

/** The listings that were seen go into the case with the tip. */
async function toCase(tip: Tip, actor: string, ask: SignedAsk): Promise<void> {
  const { store, console: own } = ask.world
  const wish = field(ask, 'case')
  const id = await chosenCase(ask, wish, caseTitle(ask.form['title']))
  if (id === 'no title') throw new BadInput(consoleWork(ask.lang).problems.title)
  if (id === 'no case') throw new BadInput(`${wish.slice(0, 40)} is no case`)
  await store.cases.add(id, own.tips.sightings(tip.id), actor)
  await putInCase(deskOf(ask), tip, id, actor)
}

/**
 * Tips on sellers also become checks and parts of cases, and are merged. Those on officers do not: what was checked or
 * put into a case is seen by all.
 */
const SELLER: Readonly<Record<string, Work>> = {
  ...BOTH,
  check,
  case: toCase,
  unmerge: (tip, actor, ask) => unmerge(deskOf(ask), tip, actor),
  merge: async (tip, actor, ask) => {
    const into = seenTip(ask.world.console.tips, tip.kind, Number(field(ask, 'into')), ask.session.account)
    if (!into) throw new BadInput(`there is no tip ${field(ask, 'into').slice(0, 20)}`)
    await merge(deskOf(ask), tip, into, actor)
  },
}

const CONDUCT: Readonly<Record<string, Work>> = {
  ...BOTH,
  exclude: async (tip, actor, ask, section) => exclude(deskOf(ask), tip, chosen(ask, 'account', tip, section), actor),
}

export const tipWorkRoutes: readonly Route[] = TIP_SECTIONS.flatMap((section): Route[] => {
  const { base, permission, kind } = section
  const one = `${base}/:id{[0-9]+}`
  const works = Object.entries(kind === 'seller' ? SELLER : CONDUCT)
  return [
    { method: 'GET', path: one, permission, handle: (ask) => tipPage(section, ask) },
    ...works.map(
      ([name, work]): Route => ({
        method: 'POST',
        path: `${one}/${name}`,
        permission,
        handle: (ask) => onTip(section, ask, (tip, actor) => work(tip, actor, ask, section)),
      }),
    ),
  ]
})
