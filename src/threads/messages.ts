import type { Checks, Page, ScoreInput, Sha256 } from '../domain.ts'
import { BadInput, LayoutChanged, NoInput } from '../errors.ts'
import type { RulesPlace } from '../rules/place.ts'

/** What the thread is started with. */
export interface Start {
  readonly rulesFolder: RulesPlace
  readonly siteFolders: readonly string[]
}

/** What is asked of the thread; `id` stands in its answer. */
export type Question = { readonly id: number } & (
  | { readonly page: Page }
  | { readonly input: ScoreInput; readonly checks: Checks }
)

/** What the thread says. First of all which rules it has, or why it cannot work. */
export type Answer =
  | { readonly ready: Sha256 }
  | { readonly unable: Thrown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly thrown: Thrown }

/** An error on its way: classes do not survive it. */
export interface Thrown {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
}

export const thrown = (error: unknown): Thrown => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return { name, message, stack }
}

/** Errors that the other side tells apart. */
const KINDS = [BadInput, LayoutChanged, NoInput]

export const errorOf = ({ name, message, stack }: Thrown): Error => {
  const kind = KINDS.find((one) => one.name === name)
  const error = kind ? new kind(message) : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
