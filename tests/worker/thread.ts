import { setTimeout as sleep } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import { BadInput, Unavailable } from '../../src/errors.ts'
import { answerCalls, type Turn } from '../../src/worker/answer.ts'

/** A thread for tests: does what it is told. */
export type Told = 'echo' | 'lack' | 'refuse' | 'end' | 'hang' | 'count'

await answerCalls<Told>(async () => {
  if (workerData === 'unable') throw new BadInput('nothing to work with')
  let stopped = 0
  return async (told: Told, turn: Turn) => {
    if (told === 'refuse') throw new BadInput('not like this')
    if (told === 'lack') throw new Unavailable('a part is missing')
    if (told === 'end') process.exit(3)
    if (told === 'hang') for (;;);
    if (told === 'echo') return stopped
    try {
      for (let done = 1; ; done++) {
        turn.onProgress(done)
        await sleep(1)
        turn.check()
      }
    } finally {
      stopped++
    }
  }
})
