import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB and two passes: OWASP's first choice, and the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** NIST SP 800-63B: length rather than composition; an upper bound keeps a password from being an attack. */
const SHORTEST = 12
const LONGEST = 256

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

let nobody: Promise<string> | null = null

/** Takes as long for an account that is not there: `stored` null compares with a hash nobody knows the password of. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const fits = await verify(stored ?? (await nobody), password.slice(0, LONGEST).normalize('NFKC'))
  return fits && stored !== null
}

/** What is wrong with a new password; null when nothing is. */
export function passwordProblem(
  password: string,
  again: string,
  name: string,
): 'short' | 'long' | 'differs' | 'name' | null {
  if ([...password].length < SHORTEST) return 'short'
  if (password.length > LONGEST) return 'long'
  if (name.length >= 3 && password.toLowerCase().includes(name.toLowerCase())) return 'name'
  return password === again ? null : 'differs'
}
