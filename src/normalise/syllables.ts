/** What a written Vietnamese syllable may look like, without tones: onset + rime. From the orthography of the language. */

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uac uai uan uat uâc uân uâng uât uây uc ue uê uêch uên uênh ui um un ung
uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu`.split(/\s+/),
)
const onsets = new Set(['', ...ONSETS])
/** The longest syllable, `nghiêng`, has seven letters. */
const LONGEST_SYLLABLE = 7

/** Nobody writes more than a sentence apart; bounds the work on hostile text. */
export const LONGEST_PHRASE = 400

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

const withoutTones = (text: string): string => text.normalize('NFD').replace(TONES, '').normalize('NFC')
/** đ → d, ấ → a. */
function withoutMarks(text: string): string {
  return text
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}
const tonesIn = (text: string): number => text.normalize('NFD').match(TONES)?.length ?? 0

/** True for one syllable with at most one tone; `word` is lower-case NFC. */
export function isSyllable(word: string): boolean {
  if (word.length === 0 || word.length > LONGEST_SYLLABLE || tonesIn(word) > 1) return false
  const plain = withoutTones(word)
  for (let cut = 0; cut <= Math.min(3, plain.length - 1); cut++) {
    if (onsets.has(plain.slice(0, cut)) && RIMES.has(plain.slice(cut))) return true
  }
  return plain === 'gi'
}

const bareRimes = new Set([...RIMES].map(withoutMarks))

/** True when the word without marks could be a Vietnamese syllable written without them: `nam`, `gia`; not `nel`, `ci`. */
export function couldBeSyllable(word: string): boolean {
  if (word.length === 0 || word.length > LONGEST_SYLLABLE) return false
  const plain = withoutMarks(word)
  for (let cut = 0; cut <= Math.min(3, plain.length - 1); cut++) {
    const [onset, rime] = [plain.slice(0, cut), plain.slice(cut)]
    if (onsets.has(onset) && bareRimes.has(rime) && spelt(onset, /^[eiy]/.test(rime))) return true
  }
  return plain === 'gi'
}

/** Before e, i and y Vietnamese writes k, gh and ngh; before other vowels c, g and ng. */
const spelt = (onset: string, front: boolean): boolean =>
  front ? !['c', 'g', 'ng'].includes(onset) : !['k', 'gh', 'ngh'].includes(onset)

/** What pieces of letters written apart cost: a word that is looked for is likelier than another syllable. */
const WORD = 4
const SYLLABLE = 5
/** The longest word looked for in letters written apart. */
const LONGEST_WORD = 16

/**
 * Cuts letters that were written apart into syllables and words of `words`, the fewest first; null when they are neither.
 * Linear: pieces are bounded, and so is the whole.
 */
export function piecesOf(letters: string, words: ReadonlySet<string>): readonly number[] | null {
  if (letters.length > LONGEST_PHRASE) return null
  const cheapest: number[] = new Array<number>(letters.length + 1).fill(Number.POSITIVE_INFINITY)
  const length: number[] = new Array<number>(letters.length + 1).fill(0)
  cheapest[letters.length] = 0
  for (let from = letters.length - 1; from >= 0; from--) {
    for (let size = 1; size <= LONGEST_WORD && from + size <= letters.length; size++) {
      const rest = cheapest[from + size] ?? 0
      if (rest + WORD > (cheapest[from] ?? 0)) continue
      const piece = letters.slice(from, from + size)
      const cost = rest + (words.has(piece) ? WORD : isSyllable(piece) ? SYLLABLE : Number.POSITIVE_INFINITY)
      if (cost > (cheapest[from] ?? 0) || cost === Number.POSITIVE_INFINITY) continue
      cheapest[from] = cost
      length[from] = size
    }
  }
  if (cheapest[0] === Number.POSITIVE_INFINITY) return null
  const cuts: number[] = []
  for (let at = length[0] ?? 0; at < letters.length; at += length[at] ?? 0) cuts.push(at)
  return cuts
}
