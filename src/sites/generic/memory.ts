/** Answers that hold for one page. Their keys are pieces of its text, and a piece keeps the whole text in memory. */
export interface Memory<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
}

const forgetting: (() => void)[] = []

/** A memory that `forgetPage` empties. */
export const perPage = <T>(): Memory<T> => {
  // A new map for each page: one that is cleared leaves its old table pointing at the new, and while V8 collects young objects
  // alone, the tables that grew old so keep all that came after them.
  let known = new Map<string, T>()
  forgetting.push(() => {
    known = new Map()
  })
  return { get: (key) => known.get(key), set: (key, value) => void known.set(key, value) }
}

/** Called when the reading of a page begins; reading is synchronous, so no other page is under way. */
export const forgetPage = (): void => {
  for (const forget of forgetting) forget()
}
