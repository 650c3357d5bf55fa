/** A browser each: more at once would take the machine from whoever works at it. */
const MOST_WAITING = 20

/** One-off checks of this server, one after the other, whoever asked; so with the files of reports, in a queue of their own. */
export interface CheckQueue {
  isFull(): boolean
  /** False: too many wait. `work` is called in its turn and does not reject; after the end it is called with an aborted signal. */
  ask(work: (signal: AbortSignal) => Promise<void>): boolean
  /** Stops what is under way, and waits for it. */
  close(): Promise<void>
}

export function checkQueue(): CheckQueue {
  const stop = new AbortController()
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  const isFull = () => waiting >= MOST_WAITING
  return {
    isFull,
    ask: (work) => {
      if (isFull()) return false
      waiting++
      last = last
        .then(() => work(stop.signal))
        .finally(() => {
          waiting--
        })
      return true
    },
    close: async () => {
      stop.abort()
      await last
    },
  }
}
