import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Unavailable } from '../errors.ts'
import { soiChild } from '../soi-child.ts'
import type { Store } from '../store/api.ts'
import type { Tip } from '../store/console/tip-api.ts'
import { act, type TipDesk } from './desk.ts'

const CHECKED = z.object({ sweep: z.number().int(), flagged: z.array(z.object({ id: z.number().int() })) })
/** Endings of `soi check` that come with an answer: read, flagged, nothing read, no listing. */
const ANSWERED = new Set([0, 10, 11, 12])
const MOST_ANSWER = 64 * 2 ** 20
/** Characters of its last word: it may be a page's, and is kept with the job. */
const MOST_WORD = 500

export interface CheckOptions {
  readonly home: string
  /** More words for the command: trials pass --allow-private. */
  readonly more?: readonly string[]
  readonly signal: AbortSignal
  /** A line of its progress; holds page text. */
  readonly onLine?: (line: string) => void
}

/** What a check found: the sweep it was, and the sightings that were flagged. */
export interface Checked {
  readonly sweep: number
  readonly flagged: readonly number[]
}

/** One-off check of one address in a process of its own: `soi check`, with its limits and through its guard. Unavailable with its last word when it gave no answer. */
export async function checkInChild(url: string, { home, more, signal, onLine }: CheckOptions): Promise<Checked> {
  signal.throwIfAborted()
  const words = ['--home', home, 'check', ...(more ?? []), '--json', '--', url]
  const { child, ended } = soiChild(words, { signal, stdio: ['ignore', 'pipe', 'pipe'] })
  let answer = ''
  let last = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    answer += text
    if (answer.length > MOST_ANSWER) child.kill('SIGKILL')
  })
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.trim() === '') return
      last = line.slice(0, MOST_WORD)
      onLine?.(line)
    })
  const code = await ended
  signal.throwIfAborted()
  if (!ANSWERED.has(code ?? -1)) throw new Unavailable(last || `the check ended with ${code}`)
  const { sweep, flagged } = CHECKED.parse(JSON.parse(answer))
  return { sweep, flagged: flagged.map(({ id }) => id) }
}

/** Most sightings of one check that are linked: the listing itself, not a whole shop. */
const MOST_LINKED = 50

/** The sightings of a check, by number: what was flagged, and what its visits saw. */
export async function sightingsOfCheck(
  { sweeps }: Pick<Store, 'sweeps'>,
  { sweep, flagged }: Checked,
): Promise<readonly number[]> {
  const seen = new Set(flagged)
  for await (const visit of sweeps.visits(sweep)) for (const id of visit.sightings) seen.add(id)
  return [...seen].slice(0, MOST_LINKED).sort((a, b) => a - b)
}

/** Checks the address of a tip and links what was seen to it. Returns the sightings. */
export async function checkTip(
  desk: TipDesk,
  {
    tip,
    store,
    actor,
  }: { readonly tip: Tip & { readonly url: string }; readonly store: Pick<Store, 'sweeps'>; readonly actor: string },
  check: (url: string) => Promise<Checked>,
): Promise<Checked & { readonly sightings: readonly number[] }> {
  const checked = await check(tip.url)
  const sightings = await sightingsOfCheck(store, checked)
  const body = { sweep: checked.sweep, sightings }
  await act(desk, tip.id, { actor, action: 'check', body }, { sightings })
  return { ...checked, sightings }
}
