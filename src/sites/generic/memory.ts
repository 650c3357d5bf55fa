/** Answers that hold for one page. Their keys are pieces of its text, and a piece keeps the whole text in memory. */
const memories: Map<string, unknown>[] = []

/** A map that `forgetPage` empties. */
export const perPage = <T>(): Map<string, T> => {
  const memory = new Map<string, T>()
  memories.push(memory)
  return memory
}

/** Called when the reading of a page begins; reading is synchronous, so no other page is under way. */
export const forgetPage = (): void => {
  for (const memory of memories) memory.clear()
}
