import { z } from 'zod'
import type { Tip } from '../../store/console/tip-api.ts'
import { seenTip } from '../../tips/sight.ts'
import type { ProgramAsk } from '../ask.ts'
import { instant, reading } from './endpoint.ts'
import { ApiProblem } from './problem.ts'
import { tip, tipOf } from './tips.ts'

export const whole = z.strictObject({
  ...tip.shape,
  mergedInto: z.int().nullable().describe('number of the tip that stands for this one'),
  merged: z.array(z.int()).describe('numbers of the tips that were merged into this one'),
  check: z
    .enum(['waiting', 'running', 'failed'])
    .nullable()
    .describe('of its address; null: none is under way. What was seen is in "sightings"'),
  history: z
    .array(
      z.strictObject({
        ...{ at: instant, actor: z.string(), action: z.string() },
        note: z.string().nullable(),
      }),
    )
    .describe('oldest first'),
})

/** Notes alone: other entries say what stands above, as numbers of the store. */
const noteIn = (body: string): string | null => {
  const { note } = z.object({ note: z.string().optional() }).parse(JSON.parse(body))
  return note || null
}

export function wholeOf(found: Tip, ask: ProgramAsk): z.input<typeof whole> {
  const { console, tipChecks } = ask.world
  const { tips } = console
  const into = found.mergedInto === null ? null : tips.get(found.mergedInto)
  return {
    ...tipOf(found, ask),
    mergedInto: into?.number ?? null,
    merged: tips.mergedInto(found.id).map(({ number }) => number),
    check: tipChecks.state(found.id)?.kind ?? null,
    history: tips.history(found.id).map(({ at, actor, action, body }) => ({ at, actor, action, note: noteIn(body) })),
  }
}

/** A tip on a seller by its number; those on officers are not there for programs. */
export function tipNumbered({ world, program }: ProgramAsk, number: number): Tip {
  const found = seenTip(world.console.tips, 'seller', number, program.account)
  if (!found) throw new ApiProblem(404, 'there is no tip on a seller of that number')
  return found
}

export const tipAt = (ask: ProgramAsk): Tip => tipNumbered(ask, Number(ask.params['id']))

export const oneTip = reading({
  path: '/tips/{id}',
  name: 'tip',
  scope: 'tips',
  query: z.strictObject({}),
  answer: whole,
  read: async (ask) => wholeOf(tipAt(ask), ask),
})
