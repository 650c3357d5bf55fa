/** Methods of strings that work on as many characters as the counter says. */
const COUNTED = {
  charCodeAt: () => 1,
  codePointAt: () => 1,
  charAt: () => 1,
  slice: (_: string, result: unknown) => String(result).length + 1,
  indexOf: (self: string, result: unknown, args: readonly unknown[]) => {
    const from = Number(args[1] ?? 0)
    return (Number(result) < 0 ? self.length : Number(result)) - from + 1
  },
} as const

/** How many characters the strings' own methods looked at or copied while `work` ran; time has no part in it. */
export function stepsOf(work: () => unknown): number {
  const proto = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>
  const own = Object.keys(COUNTED).map((name) => [name, proto[name]] as const)
  let steps = 0
  for (const [name, method] of own) {
    const count = COUNTED[name as keyof typeof COUNTED] as (self: string, result: unknown, args: unknown[]) => number
    proto[name] = function (this: string, ...args: unknown[]) {
      const result = (method as (...args: unknown[]) => unknown).apply(this, args)
      steps += count(this, result, args)
      return result
    }
  }
  try {
    work()
  } finally {
    for (const [name, method] of own) if (method) proto[name] = method
  }
  return steps
}
