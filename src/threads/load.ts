import { availableParallelism } from 'node:os'
import { memoryHere } from '../machine.ts'

/** Pages of one look at how it goes. */
const WINDOW = 100
/** While fewer wait, the thread is as fast as what brings them. */
const WAITING = 2
/**
 * Milliseconds for each page. Fetching and storing one take 1.5: where reading takes much longer, a second thread finds most of a
 * core idle, even of two. On faster pages it takes from the others what it gives (2,000 with structured data: 10 % slower).
 */
const SLOW_MS = 5
/** Bytes of memory from which on 150 MB for a second thread are not missed. */
const MUCH_MEMORY = 4e9

export const mayShare = (cores = availableParallelism(), memory = memoryHere()): boolean =>
  cores > 1 && memory >= MUCH_MEMORY

export interface Load {
  asked(): void
  /** Whether a second thread would help, as far as is known now. */
  answered(): boolean
}

/**
 * Watches one thread that reads pages. It is held up by them where others waited through a whole window and each page took long;
 * the first window is not judged, for its code was being compiled. @param now milliseconds
 */
export function watchLoad(now: () => number = () => performance.now()): Load {
  let waiting = 0
  let read = 0
  let since = now()
  let dry = true
  const begin = (): void => {
    read = 0
    since = now()
    dry = false
  }
  return {
    asked: () => {
      waiting++
    },
    answered: () => {
      waiting--
      read++
      if (waiting < WAITING) dry = true
      if (read < WINDOW) return false
      const slow = !dry && (now() - since) / read > SLOW_MS
      begin()
      return slow
    },
  }
}
