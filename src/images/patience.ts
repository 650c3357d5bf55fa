/** For one stretch of a picture. */
const PATIENCE_MS = 60_000

/** A tile of noise can keep the engine busy for minutes: then it is stopped, and the next picture starts another. */
export async function timed<T>(work: Promise<T>, giveUp: () => Promise<void>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`took more than ${PATIENCE_MS / 1000} s`)
      giveUp().then(() => reject(error), reject)
    }, PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
