import { type PlanView, planViews } from '../schedule/views.ts'
import type { SignedAsk } from './ask.ts'

/** Every plan of this console, by file name. */
export const plansOf = ({ world: { store, sweeping, now, console } }: SignedAsk): Promise<readonly PlanView[]> =>
  planViews({ folder: sweeping.folder, store, schedules: console.schedules, now })

/** The plan of that file; null where there is none. */
export async function planNamed(ask: SignedAsk, file: string | null | undefined): Promise<PlanView | null> {
  return (await plansOf(ask)).find((view) => view.file.file === file) ?? null
}

export const planPath = (file: string): string => `/sweeps/plan?${new URLSearchParams({ file }).toString()}`
