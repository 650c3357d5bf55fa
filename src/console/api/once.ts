import { sha256 } from '../../store/canonical.ts'
import type { ProgramAsk } from '../ask.ts'
import { ApiProblem } from './problem.ts'
import { refusal, told } from './reply.ts'

const KEY = /^[\x21-\x7e]{1,200}$/

/**
 * Carries a request out once, however often it is sent under its key. A request that was refused frees its key; one of which
 * it is not known whether it was carried out (it is under way, or the server stopped) keeps it, and the sender has to look.
 */
export async function onceByKey(
  { world, program, idempotencyKey: key, url, body }: ProgramAsk,
  { status, run }: { readonly status: number; readonly run: () => Promise<unknown> },
): Promise<Response> {
  if (key === null || !KEY.test(key))
    throw new ApiProblem(400, 'Idempotency-Key: needed, 1 to 200 visible ASCII characters')
  const { requests } = world.console
  const { id } = program.token
  const earlier = requests.begin(id, key, sha256(`${url.pathname}\n${body}`))
  if (earlier.kind === 'other') return refusal(422, 'this Idempotency-Key stands for another request')
  if (earlier.kind === 'unknown')
    return refusal(
      409,
      'the same request is under way, or it is not known whether it was carried out: look, then send it under a new key',
    )
  if (earlier.kind === 'done') return told(earlier.status, earlier.body, { 'Idempotency-Replayed': 'true' })
  try {
    const answer = JSON.stringify(await run())
    requests.end(id, key, { status, body: answer })
    return told(status, answer)
  } catch (error) {
    if (error instanceof Error && ['ApiProblem', 'BadInput', 'ZodError', 'SyntaxError'].includes(error.name))
      requests.drop(id, key)
    throw error
  }
}
