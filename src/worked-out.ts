/**
 * Works `make` out once for each object, and keeps the answer on the object itself, where neither a copy nor a comparison sees
 * it. A weak map would keep more: V8's collections of young objects take what an old map holds for live, so that each page's
 * document outlived it and was moved to the old generation, which is collected at many times the cost.
 */
export function workedOut<Of extends object, Answer>(make: (of: Of) => Answer): (of: Of) => Answer {
  const PLACE = Symbol('worked out')
  return (of) => {
    const known = (of as { readonly [PLACE]?: Kept<Answer> })[PLACE]
    if (known !== undefined) return known.answer
    const answer = make(of)
    Object.defineProperty(of, PLACE, { value: { answer } satisfies Kept<Answer> })
    return answer
  }
}

interface Kept<Answer> {
  readonly answer: Answer
}
