import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listedChecks } from '../../src/checks/gather.ts'
import { loadReference } from '../../src/checks/reference.ts'
import { parseScoreInput } from '../../src/rules/input.ts'
import { loadRuleset } from '../../src/rules/load.ts'
import { assess } from '../../src/rules/score.ts'

/** One flagged public listing that a person read: whether a careful reader would have it looked at, and why. */
interface Judged {
  readonly source: string
  readonly id: string
  readonly right: boolean
  readonly why: string
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const lines = <T>(path: string): readonly T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** Cards of a shop that calls itself a replica shop: those not flagged are the misses. */
const REPLICAS = 'replica'

/** How many of the real public listings are flagged, and how each flag was judged in tests/corpus/real-flags.jsonl. */
export async function measure(shared: string, { misses }: { readonly misses: boolean }) {
  const ruleset = await loadRuleset(at('../../rules'))
  const reference = await loadReference(at('../../data/reference'))
  const judged = new Map(lines<Judged>(at('../corpus/real-flags.jsonl')).map((one) => [`${one.source} ${one.id}`, one]))
  const folder = join(shared, 'real-listings')
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => {
      const listings = lines(join(folder, file)).map((row) => parseScoreInput(row, { lenient: true }))
      const source = file.replace('.jsonl', '')
      const flagged = listings.filter((one) => assess(one, ruleset, listedChecks(one, reference)).flagged)
      const known = source === REPLICAS ? [] : flagged.map(({ id }) => judged.get(`${source} ${id}`) ?? null)
      return {
        source,
        listings: listings.length,
        flagged: flagged.length,
        wrong: known.filter((one) => one?.right === false).length,
        unread:
          source === REPLICAS
            ? []
            : flagged.filter((_, i) => known[i] === null).map(({ id, title }) => `${id} ${title}`),
      }
    })
  return {
    lines: sources.flatMap(({ source, listings, flagged, wrong, unread }) => [
      `${source.padEnd(14)} ${flagged} of ${listings} flagged (${((100 * flagged) / listings).toFixed(2)} %)${source === REPLICAS ? '' : `, ${wrong} judged wrong, ${unread.length} not yet read`}`,
      ...(misses ? unread.map((one) => `  not read: ${one}`) : []),
    ]),
    json: sources,
  }
}
