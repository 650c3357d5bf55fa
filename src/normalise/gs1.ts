/** First and last GS1 prefix of an office, and the country it serves (ISO 3166-1 alpha-2). */
type Range = readonly [from: number, to: number, country: string]

/**
 * Three-digit prefixes as GS1 publishes them ("GS1 Company Prefix" list), those met in Vietnamese trade.
 * The prefix tells which office gave the number out, never where goods were made: a company may register anywhere.
 */
const PREFIXES: readonly Range[] = [
  ...([
    [0, 19, 'US'],
    [30, 39, 'US'],
    [60, 139, 'US'],
    [300, 379, 'FR'],
    [380, 380, 'BG'],
    [400, 440, 'DE'],
    [450, 459, 'JP'],
    [460, 469, 'RU'],
    [471, 471, 'TW'],
    [480, 480, 'PH'],
    [489, 489, 'HK'],
    [490, 499, 'JP'],
    [500, 509, 'GB'],
    [520, 521, 'GR'],
    [539, 539, 'IE'],
    [540, 549, 'BE'],
    [560, 560, 'PT'],
    [570, 579, 'DK'],
    [590, 590, 'PL'],
    [599, 599, 'HU'],
    [629, 629, 'AE'],
    [640, 649, 'FI'],
    [690, 699, 'CN'],
    [700, 709, 'NO'],
    [729, 729, 'IL'],
    [730, 739, 'SE'],
    [754, 755, 'CA'],
    [760, 769, 'CH'],
    [789, 790, 'BR'],
    [800, 839, 'IT'],
    [840, 849, 'ES'],
    [859, 859, 'CZ'],
    [868, 869, 'TR'],
    [870, 879, 'NL'],
    [880, 881, 'KR'],
    [884, 884, 'KH'],
    [885, 885, 'TH'],
    [888, 888, 'SG'],
    [890, 890, 'IN'],
    [893, 893, 'VN'],
    [899, 899, 'ID'],
    [900, 919, 'AT'],
    [930, 939, 'AU'],
    [940, 949, 'NZ'],
    [955, 955, 'MY'],
  ] as const),
]

/** Country whose GS1 office gave the number out; null for shop-internal numbers (20–29, 200–299), books and unknown prefixes. */
export function gs1Office(gtin: string): string | null {
  const body = gtin.length === 8 ? gtin : gtin.padStart(14, '0').slice(1)
  const prefix = Number(body.slice(0, 3))
  return PREFIXES.find(([from, to]) => from <= prefix && prefix <= to)?.[2] ?? null
}

/** Names of countries as sellers write them, lower case; only those that are no everyday word without their marks. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  AT: ['áo quốc', 'austria'],
  AU: ['úc', 'australia', 'châu úc'],
  BE: ['bỉ', 'belgium'],
  BR: ['brazil'],
  CA: ['canada'],
  CH: ['thụy sĩ', 'thuỵ sĩ', 'thuy si', 'switzerland'],
  CN: ['trung quốc', 'trung quoc', 'china', 'quảng châu', 'prc'],
  CZ: ['séc', 'czech'],
  DE: ['đức', 'germany'],
  DK: ['đan mạch', 'denmark'],
  ES: ['tây ban nha', 'tay ban nha', 'spain'],
  FR: ['pháp', 'france'],
  GB: ['anh quốc', 'anh', 'england', 'uk', 'united kingdom'],
  HK: ['hong kong', 'hồng kông'],
  HU: ['hungary'],
  ID: ['indonesia', 'indo'],
  IL: ['israel'],
  IN: ['ấn độ', 'an do', 'india'],
  IT: ['ý', 'italia', 'italy'],
  JP: ['nhật bản', 'nhật', 'nhat ban', 'japan'],
  KH: ['campuchia', 'cambodia'],
  KR: ['hàn quốc', 'hàn', 'han quoc', 'korea'],
  MY: ['malaysia', 'mã lai'],
  NL: ['hà lan', 'ha lan', 'netherlands', 'holland'],
  NZ: ['new zealand'],
  PH: ['philippines'],
  PL: ['ba lan', 'poland'],
  RU: ['nga', 'russia'],
  SE: ['thụy điển', 'thuỵ điển', 'sweden'],
  SG: ['singapore'],
  TH: ['thái lan', 'thái', 'thai lan', 'thailand'],
  TR: ['thổ nhĩ kỳ', 'turkey'],
  TW: ['đài loan', 'dai loan', 'taiwan'],
  US: ['mỹ', 'hoa kỳ', 'hoa ky', 'usa', 'united states', 'america'],
  VN: ['việt nam', 'viet nam', 'vietnam'],
}
const COUNTRY = new Map(Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [name, code] as const)))
const LONGEST_NAME = 3

/** The country whose name the words begin with; the longest name wins (`thái lan` before `thái`). */
export function countryAtStart(words: readonly string[]): string | null {
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length--) {
    const code = COUNTRY.get(words.slice(0, length).join(' '))
    if (code) return code
  }
  return null
}
