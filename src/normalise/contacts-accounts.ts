import type { Hit } from './contacts-hit.ts'
import { fold, quoteOf } from './fold.ts'
import type { Folded } from './folded.ts'
import { phoneOf } from './phones.ts'

/** Name by which a bank is kept → how it is written. Banks of the State Bank's list and the wallets, November 2026. */
const BANKS: Readonly<Record<string, readonly string[]>> = {
  Vietcombank: ['vietcombank', 'vietcom', 'vcb', 'ngoại thương'],
  VietinBank: ['vietinbank', 'viettinbank', 'vietin', 'ctg', 'công thương'],
  BIDV: ['bidv', 'đầu tư và phát triển'],
  Agribank: ['agribank', 'agri', 'vbard', 'nông nghiệp'],
  Techcombank: ['techcombank', 'techcom', 'tcb', 'kỹ thương'],
  'MB Bank': ['mbbank', 'mb bank', 'mbb', 'quân đội'],
  ACB: ['acb', 'á châu'],
  VPBank: ['vpbank', 'vp bank', 'vpb'],
  TPBank: ['tpbank', 'tp bank', 'tpb', 'tiên phong'],
  Sacombank: ['sacombank', 'sacom', 'stb', 'scb sacom'],
  HDBank: ['hdbank', 'hd bank', 'hdb'],
  VIB: ['vibbank', 'vib'],
  SHB: ['shb'],
  OCB: ['ocb'],
  MSB: ['msb', 'maritime bank', 'maritimebank'],
  Eximbank: ['eximbank', 'eib'],
  SCB: ['scb'],
  SeABank: ['seabank', 'sea bank', 'đông nam á'],
  LPBank: ['lpbank', 'lienvietpostbank', 'liên việt', 'lpb'],
  'Nam A Bank': ['nam a bank', 'namabank', 'nam á'],
  ABBANK: ['abbank'],
  'Bac A Bank': ['bac a bank', 'bacabank', 'bắc á'],
  PGBank: ['pgbank', 'pg bank'],
  Kienlongbank: ['kienlongbank', 'kiên long'],
  'Viet A Bank': ['vietabank', 'việt á'],
  VietBank: ['vietbank'],
  BVBank: ['bvbank', 'bản việt', 'viet capital'],
  'Dong A Bank': ['dongabank', 'đông á'],
  PVcomBank: ['pvcombank', 'pvcom'],
  'Shinhan Bank': ['shinhan'],
  Cake: ['cake by vpbank'],
  Timo: ['timo bank'],
  MoMo: ['momo', 'mo mo'],
  ZaloPay: ['zalopay', 'zalo pay'],
  ViettelPay: ['viettelpay', 'viettel pay', 'viettel money'],
  ShopeePay: ['shopeepay', 'airpay'],
}
/** Their accounts are phone numbers. */
const WALLETS: ReadonlySet<string> = new Set(['MoMo', 'ZaloPay', 'ViettelPay', 'ShopeePay'])
/** Everyday words: banks only beside a word for an account. */
const WEAK: Readonly<Record<string, string>> = {
  mb: 'MB Bank',
  cake: 'Cake',
  timo: 'Timo',
  ubank: 'Ubank',
  cimb: 'CIMB',
}

const NAMES = new Map([
  ...Object.entries(BANKS).flatMap(([name, written]) => written.map((one) => [one, name] as const)),
  ...Object.entries(WEAK),
])
const oneOf = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|')
const BANK = new RegExp(`(?<![\\p{L}\\d])(?:${oneOf(NAMES.keys())})(?![\\p{L}\\d])`, 'gu')

const NUMBER = /(?<![\d.,+])\d(?:[ .-]?\d){5,18}(?![\d%])/g
const AMOUNT = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/
const ACCOUNT =
  /(?<!\p{L})(?:stk|s\.t\.k|sổ tk|số tk|số tài khoản|so tai khoan|tài khoản|tai khoan|tk|ck|chuyển khoản|bank acc(?:ount)?|account|acc no|ac no|a\/c)(?!\p{L})/u
const SURE =
  /(?<!\p{L})(?:stk|s\.t\.k|số tk|số tài khoản|so tai khoan|bank account|account number|acc no)(?!\p{L})[^\d]{0,40}$/u
/** Nobody has more; a text of nothing but numbers stays cheap. */
const MOST = 200
const BEFORE = 45
const AFTER = 40

export interface Account extends Hit {
  readonly wallet: boolean
}

/** Account numbers beside a bank or a word for an account, with the holder's name where it stands near. */
export function accountsIn(input: string, folded: Folded): Account[] {
  const { text } = folded
  if (!ACCOUNT.test(text) && text.search(BANK) < 0) return []
  const numbers = [...text.matchAll(NUMBER)].filter(([printed]) => !AMOUNT.test(printed)).slice(0, MOST)
  return numbers.flatMap(({ 0: printed, index: from }, n) => {
    const to = from + printed.length
    const previous = numbers[n - 1]
    const start = Math.max(from - BEFORE, previous ? previous.index + previous[0].length : 0)
    const end = Math.min(to + AFTER, numbers[n + 1]?.index ?? text.length)
    const bank = accountBank(text.slice(start, from), text.slice(to, end), printed)
    if (bank === null) return []
    const digits = printed.replace(/\D/g, '')
    const account: Account = {
      ...{ kind: 'bank-account', value: bank === '' ? digits : `${digits} ${bank}`, from, to },
      wallet: WALLETS.has(bank),
    }
    return [account, ...holderNear(input, folded, start, Math.min(to + 90, numbers[n + 1]?.index ?? text.length), to)]
  })
}

/** The bank's name; '' where only the word for an account says what the number is; null where nothing does. */
function accountBank(before: string, after: string, printed: string): string | null {
  const named = [...before.matchAll(BANK)].at(-1) ?? [...after.matchAll(BANK)][0]
  const bank = named ? (NAMES.get(named[0]) ?? '') : ''
  const digits = printed.replace(/\D/g, '')
  if (ACCOUNT.test(before) && (bank !== '' || (SURE.test(before) && digits.length >= 8))) return bank
  if (bank === '' || named === undefined || named[0] in WEAK || digits.length < 8) return null
  // Without a word for an account the bank stands right beside the number; a phone beside it is a phone.
  const [last] = [...before.matchAll(BANK)].slice(-1)
  const beside =
    last !== undefined && /^[^\p{L}\d]{0,4}(?:số|so)?[^\p{L}\d]{0,3}$/u.test(before.slice(last.index + last[0].length))
  if (beside) return bank
  const follows = [...after.matchAll(BANK)][0]
  return follows !== undefined && /^[ \-–(|:]{0,3}$/.test(after.slice(0, follows.index)) && phoneOf(digits) === null
    ? bank
    : null
}

/** Two to five words in capitals, or after a word for the holder. */
const CAPITALS = /(?<![\p{L}\d])\p{Lu}{2,7}(?: \p{Lu}{1,7}){1,5}(?![\p{L}\d])/gu
const CALLED =
  /(?:chủ tk|chủ tài khoản|chu tk|ctk|tên tk|tên tài khoản|người nhận|tên)\s{0,2}[:\-–]?\s{0,2}(\p{Lu}\p{L}{1,7}(?: \p{Lu}\p{L}{0,7}){1,4})(?![\p{L}])/giu
/** Names in capitals begin with one of these; other words in capitals praise the goods. */
const FAMILIES =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|doan|lam|trinh|mai|dao|cao|to|ha|ta|truong|luong|luu|chau|phung|quach|thai|tu|la|van|chu|kieu|tong|trieu|vuong|nghiem|hua|giang|tang|khong|bach|than|doan|cu|quan|diep|mac|lai|au|ninh|vien|khuc|kim|thach|danh|lo|sung|giang|luong|quang|cam|dieu|ton|cong ty|cty) /
const LEADING_BANK = new RegExp(`^(?:(?:${oneOf(NAMES.keys())}) )+`, 'iu')
const NO_NAME = /(?<!\p{L})(?:stk|tk|ck|bank|zalo|sdt|ship|cod|free|sale|shop|ib|inbox|hang|gia re)(?!\p{L})/u

function holderNear(input: string, folded: Folded, from: number, to: number, after: number): Account[] {
  const around = quoteOf(input, folded, from, to)
  const called = [...around.text.matchAll(CALLED)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    at: index + whole.length - name.length,
  }))
  const capitals = [...around.text.matchAll(CAPITALS)].map(({ 0: words, index }) => {
    const name = words.replace(LEADING_BANK, '')
    return { name, at: index + words.length - name.length }
  })
  const isName = ({ name }: { name: string }) => !NO_NAME.test(fold(name).plain)
  const isFamily = ({ name }: { name: string }) => FAMILIES.test(fold(name).plain)
  const middle = folded.starts[after] ?? input.length
  const names = [...called, ...capitals.filter(isFamily)].filter(isName)
  const best = names.find(({ at }) => around.start + at >= middle) ?? names[0]
  if (best === undefined) return []
  const start = from + folded.starts.subarray(from, to).findIndex((one) => one >= around.start + best.at)
  const last = around.start + best.at + best.name.length
  const end = from + folded.ends.subarray(from, to).findIndex((one) => one >= last) + 1
  const value = folded.plain.slice(start, end).toUpperCase().replace(/\s+/g, ' ').trim()
  return [{ kind: 'account-holder', value, from: start, to: end, wallet: true }]
}
