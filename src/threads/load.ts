import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { memoryHere } from '../machine.ts'

/** Pages of one look at how it goes. */
const WINDOW = 100
/** While fewer wait, the thread is as fast as what brings them. */
const WAITING = 2
/**
 * Share of the time in which the thread that fetches and stores may be busy. Long pages leave it idle (a third busy, where the
 * document must be parsed), and a second reader finds most of a core, even of two; pages with structured data keep it busy for
 * two thirds and more, and a second reader takes from it what it gives (2,000 of them: 10 % slower). No number of milliseconds:
 * a machine half as fast has the same shares.
 */
const MOSTLY_IDLE = 0.5
/** Bytes of memory from which on 150 MB for a second thread are not missed. */
const MUCH_MEMORY = 4e9

export const mayShare = (cores = availableParallelism(), memory = memoryHere()): boolean =>
  cores > 1 && memory >= MUCH_MEMORY

export interface Load {
  asked(): void
  /** Whether a second thread would help, as far as is known now. */
  answered(): boolean
}

/** Share of the time since it was last asked in which this thread was busy, 0–1. */
const loopBusy = (): (() => number) => {
  let last = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    return utilization
  }
}

/**
 * Watches one thread that reads pages. It is held up by them where others waited through a whole window while the thread that
 * asks was mostly idle; the first window is not judged, for its code was being compiled. @param busy as `loopBusy` tells it
 */
export function watchLoad(busy: () => number = loopBusy()): Load {
  let waiting = 0
  let read = 0
  let dry = true
  return {
    asked: () => {
      waiting++
    },
    answered: () => {
      waiting--
      read++
      if (waiting < WAITING) dry = true
      if (read < WINDOW) return false
      const heldUp = busy() < MOSTLY_IDLE && !dry
      read = 0
      dry = false
      return heldUp
    },
  }
}
