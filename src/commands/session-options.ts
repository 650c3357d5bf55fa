import { resolve } from 'node:path'
import type { Command as Commander } from 'commander'
import { BadInput } from '../errors.ts'
import { captureMessages } from '../i18n/capture.ts'
import type { Lang } from '../i18n/messages.ts'
import type { SweepPlan } from '../sweep/plan.ts'
import type { Tools } from './command.ts'

export interface SessionOptions {
  readonly session?: string
  readonly sessionHost: readonly string[]
}

/** `--session` and `--session-host` as a sweep file says them; nothing without them. BadInput for one without the other. */
export function sessionOf(
  { session, sessionHost: hosts }: SessionOptions,
  { lang }: Tools,
): Pick<SweepPlan, 'session'> {
  if ((session === undefined) !== (hosts.length === 0)) throw new BadInput(captureMessages(lang).sessionPair)
  return session === undefined ? {} : { session: { state: resolve(session), hosts: [...hosts] } }
}

/** Adds the two options. */
export const withSession = (command: Commander, lang: Lang): Commander =>
  command
    .option('--session <file>', captureMessages(lang).session)
    .option(
      '--session-host <host>',
      captureMessages(lang).sessionHost,
      (host: string, all: readonly string[]) => [...all, host],
      [],
    )
