import { BadInput, EvidenceBroken, LayoutChanged, NoInput, Unavailable } from '../errors.ts'

/** What is said to a thread: a question, whose `id` stands in its answer, or that nobody waits for that answer any more. */
export type ToThread = { readonly id: number; readonly question: unknown } | { readonly cancel: number }

/** What a thread says: first of all that it can work, or why not. */
export type FromThread =
  | { readonly ready: true }
  | { readonly unable: Thrown }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly thrown: Thrown }

/** An error on its way: classes do not survive it. */
interface Thrown {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
}

export const thrown = (error: unknown): Thrown => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return { name, message, stack }
}

/** Errors that the other side tells apart. */
const KINDS = [BadInput, EvidenceBroken, LayoutChanged, NoInput, Unavailable]

export const errorOf = ({ name, message, stack }: Thrown): Error => {
  const kind = KINDS.find((one) => one.name === name)
  const error = kind ? new kind(message) : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
