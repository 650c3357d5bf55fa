import type { Checks, Page, ScoreInput } from '../domain.ts'
import { BadInput, LayoutChanged, NoInput } from '../errors.ts'
import type { RuleFile } from '../rules/kept.ts'

/** What the thread is started with. */
export interface Start {
  readonly rules: readonly RuleFile[]
  readonly siteFolders: readonly string[]
}

/** What is asked of the thread; `id` stands in its answer. */
export type Question = { readonly id: number } & (
  | { readonly page: Page }
  | { readonly input: ScoreInput; readonly checks: Checks }
)

/** What the thread says. First of all that it can work, or why not. */
export type Answer =
  | { readonly ready: true }
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
