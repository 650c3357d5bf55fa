/**
 * Characters that are read as Latin letters but that NFKC leaves alone: `letter: its look-alikes`.
 * Own selection after Unicode's confusables.txt (UTS #39) and the alphabets of fancy-text generators.
 */

/** Read as Latin wherever they stand: phonetic letters, small capitals, syllabics, Cherokee and Lisu used as letters. */
const ALWAYS = `a:ᴀɑɐɒᗩᎪꓮ b:ʙƀɓƄƃßᗷᏴꓐ c:ᴄƈɕᑕᏟꓚ d:ᴅɖɗȡᗪᎠꓓ e:ᴇɘəɛɜɇᗴᎬꓰ f:ꜰƒᖴꓝ g:ɢɡɠᏀꓖ h:ʜɦɥᕼᎻꓧ i:ɪɩɨıǀᏆꓲ
j:ᴊɟʝᒍᎫꓙ k:ᴋƙʞᏦꓗ l:ʟłƚɫɭᒪᏞꓡ m:ᴍɱɯᗰᎷꓟ n:ɴŋɲɳƞᑎꓠ o:ᴏøɵᏫꓳ p:ᴘƥᑭᏢꓑ q:ʠꞯᑫ r:ʀɹɾɽɼᖇᏒꓣ s:ꜱʂʃᔕᏚꓢ
t:ᴛŧƭʈƫᎢꓔ u:ᴜʉʊᑌꓴ v:ᴠʋʌᐯᏙꓦ w:ᴡʍɰᗯᎳꓪ x:᙭ꓫ y:ʏƴɏʎꓬ z:ᴢƶʐʑᏃꓜ đ:ð`

/** Read as Latin only in a Latin context: Cyrillic, Greek, Armenian, lower case. */
const IN_CONTEXT = `a:аαӑ b:вьъβҍ c:сϲҫ d:ԁժδ e:еєεҽ f:քғ g:ԍցգ h:нһհηћђ i:іιї j:јյ k:кκќқҝ l:ӏլʟ m:мϻ n:пиոռղπ o:оοօσөɵ
p:рρ q:ԛզ r:гяґր s:ѕςտ t:тτե u:սυμцџ v:ѵν w:шщωաԝѡ x:хχҳ y:уүγўұყ z:ʐζ`

/** Greek capitals that look like another letter than their small ones do. */
const CAPITALS = 'b:Β h:Η n:Ν y:Υ m:Μ r:Γ s:Տ'

/** Symbols with a plain equivalent that NFKC does not know. */
const SYMBOLS = `":“”„‟«» ':‘’‚‛′´\u02b9\u02bc -:‐‑‒–—―−﹘﹣ /:⁄∕ ::∶꞉ .:․ ~:∼`

function table(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const entry of text.split(/\s+/)) {
    const [to = '', ...from] = entry
    for (const char of from.slice(1)) map.set(char, to)
  }
  return map
}

export const lookalikes = table(ALWAYS)
export const symbols = table(SYMBOLS)

const units = (map: ReadonlyMap<string, string>): ReadonlyMap<number, number> =>
  new Map([...map].map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]))

/** Folded unit of another script → the Latin unit it looks like. */
export const contextual = units(table(IN_CONTEXT))
/** The same for capitals of the original text, where they differ. */
export const contextualCapitals = units(table(CAPITALS))
