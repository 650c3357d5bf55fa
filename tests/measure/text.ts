import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { NO_CHECKS } from '../../src/domain.ts'
import { fold } from '../../src/normalise/fold.ts'
import { FACTS } from '../../src/rules/facts.ts'
import { parseScoreInput } from '../../src/rules/input.ts'
import { loadRuleset } from '../../src/rules/load.ts'
import { lookalikeOf } from '../../src/rules/lookalike.ts'
import type { Ruleset } from '../../src/rules/ruleset.ts'
import { subjectOf } from '../../src/rules/subject.ts'
import { INNOCENT, ROWS, TRIE, wordsIn } from '../text/found.ts'

const RULES = fileURLToPath(new URL('../../rules', import.meta.url))
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} % (${part} of ${whole})`

/** Folding and look-alikes: tricks undone, clean words left alone, copied names known, false alarms on real listings. */
export async function measure(shared: string, { misses }: { readonly misses: boolean }) {
  const ruleset = await loadRuleset(RULES)
  const listings = listingsOf(join(shared, 'real-listings'))
  const missed = ROWS.filter(({ text, word }) => !wordsIn(text, TRIE).includes(word))
  const mistaken = INNOCENT.filter((text) => wordsIn(text, TRIE).length > 0)
  const clean = cleanWords(wordsOf(shared, listings), ruleset)
  const alarms = listings.flatMap((listing) => lookalikesIn(listing, ruleset))
  const names = disguisedNames(join(shared, 'reference/vn-brand-lookalikes'), ruleset)
  const lines = [
    `tricks undone          ${share(ROWS.length - missed.length, ROWS.length)}`,
    `honest texts mistaken  ${share(mistaken.length, INNOCENT.length)}`,
    `clean words untouched  ${share(clean.words - clean.changed.length, clean.words)}`,
    `clean words matched to another word  ${share(clean.matched.length, clean.words)}`,
    `names found in real listings  ${share(alarms.length, listings.length)}`,
    ...names.map(({ file, found, rows }) => `disguised names in ${file}  ${share(found, rows)}`),
  ]
  const shown = misses ? [...clean.changed, ...clean.matched, ...alarms, ...names.flatMap((name) => name.missed)] : []
  const json = { tricks: missed.length, mistaken: mistaken.length, clean, alarms, names }
  return { lines: [...lines, ...shown.map((line) => `  ${line}`)], json }
}

interface Row {
  readonly title: string
}
function listingsOf(folder: string): readonly Row[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl') && name !== 'replica.jsonl')
  return files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row),
  )
}

/** Words that carry Vietnamese marks: of titles and of a dictionary. */
function wordsOf(shared: string, listings: readonly Row[]): readonly string[] {
  const dictionary = join(shared, 'reference/vn-text-resources/tudien_don.json')
  const entries = JSON.stringify(JSON.parse(readFileSync(dictionary, 'utf8')))
  const texts = [...listings.map(({ title }) => title), JSON.parse(`"${entries.replaceAll('"', ' ')}"`) as string]
  const words = texts.flatMap(
    (text) =>
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{Script=Latin}]+/gu) ?? [],
  )
  return [...new Set(words)].filter((word) => /[à-ỹăâđêôơư]/.test(word))
}

function cleanWords(words: readonly string[], ruleset: Ruleset) {
  const changed = words.filter((word) => fold(word).text !== word).map((word) => `${word} → ${fold(word).text}`)
  const matched = words.flatMap((word) => {
    const subject = subjectOf(parseScoreInput({ id: 'x', title: word }), ruleset.trie)
    const hits = [...subject.hits.values()].flat().filter(({ term }) => term.marked.join(' ') !== fold(word).text)
    return hits.length > 0 ? [`${word} found as ${hits[0]?.term.text}`] : []
  })
  return { words: words.length, changed, matched }
}

function lookalikesIn(listing: Row, ruleset: Ruleset): string[] {
  const subject = subjectOf(parseScoreInput(listing), ruleset.trie)
  const quotes = FACTS.brand_lookalike(subject, ruleset.factLists, NO_CHECKS)
  return quotes ? [`${quotes.map(({ text }) => text).join(', ')} in ${listing.title}`] : []
}

/** Titles that were picked for a token near a name, joined or in odd letters; unlabelled, so the share is a floor. */
function disguisedNames(folder: string, ruleset: Ruleset) {
  return ['punctuated', 'unicode-and-leet', 'candidates'].map((file) => {
    const [, ...rows] = gunzipSync(readFileSync(join(folder, `${file}.tsv.gz`)))
      .toString('utf8')
      .trim()
      .split('\n')
    const missed = rows.filter((row) => {
      const title = row.split('\t').at(-1) ?? ''
      const subject = subjectOf(parseScoreInput({ id: 'x', title }), ruleset.trie)
      const token = row.split('\t')[3]?.toLowerCase() ?? ''
      return (
        !FACTS.brand_lookalike(subject, ruleset.factLists, NO_CHECKS) &&
        lookalikeOf(token, ruleset.factLists.lookalikes) === null
      )
    })
    return { file, rows: rows.length, found: rows.length - missed.length, missed }
  })
}
