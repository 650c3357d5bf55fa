// Run by held-texts.test.ts under `node --expose-gc`: judges many long texts of which each has words that no other has, and prints
// how many bytes of each are still held when nothing needs it any more.
import { fileURLToPath } from 'node:url'
import { getHeapStatistics } from 'node:v8'
import { NO_CHECKS, type ScoreInput } from '../../src/domain.ts'
import { loadRules } from '../../src/rules/load.ts'
import { ruleFiles } from '../../src/rules/place.ts'
import { assess } from '../../src/rules/score.ts'
import { indexedWords } from '../../src/store/indexed-words.ts'

const rules = await loadRules(await ruleFiles(fileURLToPath(new URL('../../rules', import.meta.url))))
const nothing: ScoreInput = {
  ...{ id: '1', platform: null, url: null, title: 'Nồi cơm điện', description: '', brand: null, category: null },
  ...{ price_vnd: null, price_text: null, seller: null, attributes: {}, ocr_text: null },
}
const letters = (n: number): string =>
  [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')
const SENTENCE = 'Hàng mới về, giao tận nơi trong ngày và được xem trước khi nhận. '
const told = (n: number): string =>
  `${SENTENCE.repeat(100)} mãhiệu${letters(n + 5_000_000)}đặcbiệt mãlạ${letters(n + 9_000_000)}`

const judge = (n: number): void => {
  const description = told(n)
  assess({ ...nothing, description }, rules, NO_CHECKS)
  indexedWords(description)
}
const collect = globalThis.gc as () => void
const used = (): number => {
  collect()
  return getHeapStatistics().used_heap_size
}
const TEXTS = 200
for (let n = 0; n < TEXTS; n++) judge(n)
const before = used()
for (let n = TEXTS; n < 2 * TEXTS; n++) judge(n)
process.stdout.write(`${Math.round((used() - before) / TEXTS)}\n`)
