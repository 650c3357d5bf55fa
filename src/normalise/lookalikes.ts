/**
 * Characters that are read as Latin letters but that NFKC leaves alone: `letter: its look-alikes`.
 * Own selection after Unicode's confusables.txt (UTS #39) and the alphabets of fancy-text generators.
 */

/** Read as Latin wherever they stand: phonetic letters, small capitals, syllabics, Cherokee and Lisu used as letters. */
const ALWAYS = `a:ᴀɑɐɒᗩᎪꓮⱥȺ⍺ᗅ𖽀𐊠₳ᶏ b:ʙƀɓƄƃßᗷᏴꓐᏏᑲᖯꞴ𐊂𐊡𐌁␢ᵬᶀ c:ᴄƈɕᑕᏟꓚⲥꮯ𐐽𑣲𑣩Ⲥ𐊢𐌂𐐕𐔜¢₵ȼȻϲϹ d:ᴅɖɗȡᗪᎠꓓᏧᑯꓒᗞᵭᶁ
e:ᴇɘəɛɜɇᗴᎬꓰǝƎƐℇ℮ꬲⴹ𑢦𑢮𐊆ᶒɞ f:ꜰƒᖴꓝɟꬵꞙẝꞘϜ𑣂𑢢𐊇𐊥𐔥ᵮᶂ₣ g:ɢɡɠᏀꓖᶃᏳǥ₲ꓨ h:ʜɦɥᕼᎻꓧᏂⲎ𐋏ħ i:ɪɩɨıǀᏆꓲⵊᎥꙇꭵ𑣃
j:ᴊʝᒍᎫꓙɉϳͿ k:ᴋƙʞᏦꓗⲔᛕ𐔘ꝁ₭ l:ʟłƚɫɭᒪᏞꓡⳐᏝ𐑃𐐛𖼖𑢣𑢲ⅼꝉ m:ᴍɱɯᗰᎷꓟⲘᛖ𐊰𐌑₥ n:ɴŋɲɳƞᑎꓠⲚ𐔓₦ꓵᶇ
o:ᴏøɵᏫꓳᴑꬽⲟⲞ𐓪𑣈𑣗𐐬𐓂𑢵𐊒𐊫𐐄𐔖ⵔⵙ p:ᴘƥᑭᏢꓑⲣⲢ𐊕₱ᵽꓶ q:ʠꞯᑫⵕɋ r:ʀɹɾɽɼᖇᏒꓣⱤɍᎡꭱꭇꭈᴦⲅꮁ𐒴𖼵ꓤᴙ s:ꜱʂʃᔕᏚꓢƽꮪ𑣁𐑈Ꮥ𖼺𐊖𐐠ᵴ
t:ᴛŧƭʈƫᎢꓔⲦ𖼊𑢼𐊗𐊱𐌕₮ʇꓕⱦ u:ᴜʉʊ∪⋃ᑌꓴꞟꭎꭒ𐓶𑣘𐓎𖽂𑢸ꓵ v:ᴠʋʌ∨⋁ᐯᏙꓦꮩ𑣀ꛟ𖼈𑢠𐔝ⴸ w:ᴡʍɰᗯᎳꓪᏔ𑜊𑜎𑜏ꮃ𑣯𑣦 x:᙭ꓫᕁᕽ𐌢𑣬Ⲭⵝᚷ𐊐𐊴𐌗𐔧 y:ʏƴɏʎꓬᶌỿꭚ𑣜ⲨᎩᎽ𖽃𑢤𐊲 z:ᴢƶʐʑᏃꓜꮓ𑣄𐋵𑣥𑢩ⱬ đ:ð`

/** Read as Latin only in a Latin context: Cyrillic, Greek, Armenian, lower case. */
const IN_CONTEXT = `a:аαӑά b:вьъβҍ c:сҫ d:ԁժδ e:еєεҽ f:քғ g:ԍց h:нһհηћђ i:іιї j:јյ k:кκќқҝҟ l:ӏլʟ m:мϻ n:пиոռղπηήи o:оοօσөόθ
p:рρ q:ԛզգ r:гяґրѓ s:ѕςտ t:тτե u:սυμцџ v:ѵν w:шщωաԝѡ x:хχҳ y:уүγўұყ z:ʐζ`

/** Letters and digits of living scripts, read as Latin only inside a word that has Latin letters. */
const INSIDE = `o:०੦૦௦౦೦൦๐໐၀〇ഠဝסهہەჿㄖ l:ו١۱اㄥ v:ט٧۷ y:ყㄚ u:ሀບㄩ a:卂 b:乃 c:匚 d:刀 e:乇 f:千 h:卄 i:丨 m:爪 n:几 p:卩 r:尺 s:丂 t:ㄒ w:山 x:乂 z:乙`

/** Greek capitals that look like another letter than their small ones do. */
const CAPITALS = 'b:Β h:Η n:Ν y:Υ m:Μ r:Γ s:Տ'

/** Symbols with a plain equivalent that NFKC does not know. */
const SYMBOLS = `":“”„‟«» ':‘’‚‛′´\u02b9\u02bc -:‐‑‒–—―−﹘﹣ /:⁄∕ ::∶꞉ .:․ ~:∼ !:❗❕ ?:❓❔ +:➕ *:✱✲∗⁎﹡`

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

/** Folded unit of a living script → the Latin unit it looks like beside Latin letters. */
export const inside = units(table(INSIDE))

/** 1 for units whose reading is decided by their neighbours. */
const borrowed = new Uint8Array(65536).fill(1, 0x370, 0x590)
for (const unit of inside.keys()) borrowed[unit] = 1
/** Cyrillic, Greek, Armenian, and the few letters of other scripts that stand in for Latin ones. */
export const isForeign = (unit: number): boolean => borrowed[unit] === 1
