/** Term → where it stands in the seller's own text, starts and ends in turn, both ascending. */
export type Written = Map<number, number[]>

export function remember(written: Written, term: number, [start, end]: readonly [number, number]): void {
  const places = written.get(term)
  if (places) places.push(start, end)
  else written.set(term, [start, end])
}

/** True when the same term was found as written at the same place; halving, as a text may say one word very often. */
export function stands(written: Written, term: number, [start, end]: readonly [number, number]): boolean {
  const places = written.get(term)
  if (!places) return false
  let [low, high] = [0, places.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle * 2 + 1] ?? 0) > start) high = middle
    else low = middle + 1
  }
  return low * 2 < places.length && (places[low * 2] ?? 0) < end
}
