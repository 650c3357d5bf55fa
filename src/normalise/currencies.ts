/** Longer than other files because it is one table. How currencies are printed: `ISO code: symbols and abbreviations`; `?` where a sign belongs to several countries. */
const PRINTED = `VND: ₫ đ đồng vnđ vnd
USD: $ us$ us_$ u$d usd usdt đô đô_la
EUR: € euro
GBP: £ ₤ ￡ stg pound gbp
CNY: ¥ ￥ 元 人民币 圆 圓 yuan rmb tệ nhân_dân_tệ
JPY: 円 yen yên
KRW: ₩ 원 won
THB: ฿ บาท baht
TWD: nt$ nt
HKD: hk$
SGD: s$
AUD: a$ au$ au_$
CAD: c$ ca$ can$ cad$ cnd
MXN: mx$
BRL: r$
NZD: nz$
INR: ₹ rs rs. र ரூ re
IDR: rp rp.
MYR: rm
PHP: ₱
RUB: ₽ rur руб. руб рублей р. р rbl
UAH: грн. грн ₴ hrn
PLN: zł zl
CZK: kč
HUF: ft
RON: lei leu
BGN: лв. лв
TRY: ₺ tl
ILS: ₪ ש״ח ש"ח ש'ח nis ש
CHF: fr. sfr
KZT: ₸ тг
AMD: ֏
AZN: ₼
GEL: ლ ლარი lari
BDT: ৳
KHR: ៛
LAK: ₭
MNT: ₮
NGN: ₦
CRC: ₡
GHS: gh₵ ₵
AFN: ؋
ALL: lek
BAM: km км
MKD: ден
RSD: дин din dinara
HRK: kn
IRR: ریال تومان ﷼
SAR: ريال ر.س
AED: د.إ درهم dh dhs
EGP: جنيه ج.م e£
KWD: د.ك kd دينار_كويتي
BHD: .د.ب bd
QAR: ر.ق
OMR: ر.ع
JOD: د.أ د.ا دينار_أردني
DZD: دج د.ج
MAD: د.م
TND: د.ت dt
LYD: ل.د ld د.ل
IQD: ع.د د.ع id
LBP: ل.ل
SYP: ل.س
YER: ر.ي
SDG: ج.س. ج.س
SOS: ش.ص
PKR: ₨
LKR: රු
ETB: ብር br
ERN: ናቕፋ نافكا nfk
KES: ksh kshs
TZS: tsh
UGX: ush
RWF: frw rf r₣
BIF: fbu
DJF: fdj
GNF: fg gfr
XOF: cfa fcfa
KMF: kmf
ZMW: zk
MWK: mk
MZN: mt
MGA: ar
STN: db
MRU: um
AOA: kwz
SLL: sl
ZAR: r
ZWL: z$
UZS: so'm soʻm sʻ s' som
KGS: с
TJS: сом
TMT: tmt
BTN: nu. nu
MVR: rf.
MMK: ks
TOP: t$
VUV: vt
WST: ws$
TTD: tt$
JMD: j$
BZD: bz$
GYD: g$ gy$
DOP: rd$
CUC: cuc$
MOP: mop$
UYU: $u
PEN: s/. s/
BOB: bs $b
PAB: b/.
GTQ: q
HNL: l
PYG: ₲
AWG: ƒ
BTC: ₿ ƀ btc
SPL: spl
?: kr kr. د. دينار ش.ج ₣ ¢ gbp. dinar franc francs d e g p esc ₶`

const CODES = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD
IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS
SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC`.split(
    /\s+/,
  ),
)

const symbols = new Map<string, string | null>(
  PRINTED.split('\n').flatMap((line) => {
    const [code = '', printed = ''] = line.split(': ')
    return printed.split(' ').map((sign) => [sign.replaceAll('_', ' '), code === '?' ? null : code] as const)
  }),
)
const LONGEST = 12

/** ISO 4217 code of a printed sign, abbreviation or code; null when it is unknown or several countries share it. */
export function isoCode(printed: string): string | null {
  const sign = printed.trim()
  const upper = sign.toUpperCase()
  return CODES.has(upper) ? upper : (symbols.get(sign.toLowerCase()) ?? null)
}

export interface PrintedCurrency {
  readonly sign: string
  readonly start: number
  readonly end: number
}

const LETTER = /\p{L}/u
/** Signs that mean money wherever they stand; the rest needs a number beside it. */
const SIGN = /[$€£¥₤-₿฿﷼￡￥円元]/

/** Every printed currency in the text, longest reading first at each place, in order of appearance. */
export function currenciesIn(text: string): readonly PrintedCurrency[] {
  const found: PrintedCurrency[] = []
  for (let start = 0; start < text.length; start++) {
    if (/[\s\d]/.test(text.charAt(start))) continue
    const sign = signAt(text, start)
    if (sign === null) continue
    found.push({ sign, start, end: start + sign.length })
    start += sign.length - 1
  }
  return found
}

function signAt(text: string, start: number): string | null {
  for (let size = Math.min(LONGEST, text.length - start); size > 0; size--) {
    const sign = text.slice(start, start + size)
    const known = symbols.has(sign.toLowerCase()) || (size === 3 && CODES.has(sign.toUpperCase()))
    if (known && standsAlone(text, start, start + size)) return sign
  }
  return null
}

/** Letters must not run on into other letters (`Rs` in `hours`); a closing stop is part of an abbreviation. */
function standsAlone(text: string, start: number, end: number): boolean {
  const touches = (edge: string, outer: string): boolean => LETTER.test(edge) && LETTER.test(outer)
  return (
    !touches(text.charAt(start), text.charAt(start - 1)) &&
    (!touches(text.charAt(end - 1), text.charAt(end)) || /^ht\b/i.test(text.slice(end))) &&
    !(LETTER.test(text.charAt(start)) && text.charAt(start - 1) === '.' && LETTER.test(text.charAt(start - 2)))
  )
}

/** A sign that no one prints for anything else, or a code in capitals. */
export const isUnmistakable = (sign: string): boolean =>
  SIGN.test(sign) || CODES.has(sign) || (/[^\x00-\x7f]/.test(sign) && sign.length > 1) || sign.length > 3
