import type { RegistryKind } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { nameKey } from '../normalise/registry-keys.ts'

/** Canonical column → headers it goes by, as `nameKey` writes them (without marks). The column's own name always counts. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  number: [
    'so dang ky',
    'sdk',
    'so dk',
    'so luu hanh',
    'so gplh',
    'so giay phep',
    'so cong bo',
    'so phieu cong bo',
    'so tiep nhan',
    'so ho so',
    'so cbmp',
    'registration number',
    'registration no',
    'reg no',
    'license number',
    'notification number',
    'ma san pham',
    'batch number',
    'gtin',
    'ma vach',
    'so bang',
    'so don',
  ],
  name: [
    'ten san pham',
    'ten thuoc',
    'ten my pham',
    'ten thiet bi',
    'ten trang thiet bi',
    'ten nhan hieu',
    'nhan hieu',
    'mark',
    'trademark',
    'product',
    'product name',
    'ten hang hoa',
    'ten',
    'ten to chuc ca nhan',
    'ten doi tuong',
    'ten co so',
    'ho ten',
    'name of offender',
    'ten thuong mai',
  ],
  holder: [
    'co so dang ky',
    'cong ty dang ky',
    'doanh nghiep',
    'to chuc chiu trach nhiem',
    'don vi chiu trach nhiem',
    'don vi cong bo',
    'chu so huu',
    'chu bang',
    'owner',
    'applicant',
    'registrant',
    'marketing authorisation holder',
    'company',
    'cong ty',
  ],
  maker: ['co so san xuat', 'nha san xuat', 'cong ty san xuat', 'hang san xuat', 'manufacturer', 'producer'],
  country: ['nuoc san xuat', 'xuat xu', 'quoc gia', 'origin', 'country of origin'],
  ingredient: ['hoat chat', 'thanh phan', 'active ingredient', 'ingredients'],
  classes: ['nhom', 'nhom san pham', 'nice class', 'class'],
  status: ['trang thai', 'tinh trang', 'hieu luc', 'state'],
  issued: ['ngay cap', 'ngay tiep nhan', 'issue date', 'date of issue'],
  expires: ['ngay het han', 'han hieu luc', 'hieu luc den', 'expiry date', 'valid until', 'until'],
  brand: ['thuong hieu', 'nhan hang', 'brand name'],
  seller: ['ten dai ly', 'dai ly', 'nguoi ban', 'gian hang', 'ten gian hang', 'shop', 'dealer', 'reseller', 'store'],
  tax: ['ma so thue', 'mst', 'ma so doanh nghiep', 'msdn', 'tax code', 'tax id', 'tax code'],
  url: ['dia chi trang', 'website', 'lien ket', 'link', 'duong dan', 'dia chi gian hang', 'shop url'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'hotline', 'zalo', 'phone number', 'telephone', 'mobile'],
  address: ['dia chi', 'tru so'],
  batch: ['so lo', 'lo san xuat', 'lot', 'lot number'],
  reason: ['ly do', 'hanh vi vi pham', 'vi pham', 'violation'],
  decision: ['so quyet dinh', 'quyet dinh', 'decision number'],
  date: ['ngay', 'ngay quyet dinh', 'ngay thu hoi', 'recall date'],
}

/** What a row of each kind must have: one of these. */
const NEEDED: Readonly<Record<RegistryKind, readonly string[]>> = {
  drugs: ['number'],
  cosmetics: ['number'],
  'functional-foods': ['number'],
  devices: ['number'],
  trademarks: ['name'],
  'authorised-sellers': ['url', 'tax'],
  recalls: ['number', 'name'],
  offenders: ['tax', 'phone', 'name'],
}
export const neededBy = (kind: RegistryKind): readonly string[] => NEEDED[kind]

/** Canonical column → its place in a row. */
export type Columns = ReadonlyMap<string, number>

/** `number=Số ĐK` of `--column`. BadInput for a column nobody knows. */
export function columnWish(text: string): readonly [column: string, header: string] {
  const at = text.indexOf('=')
  const column = text.slice(0, Math.max(0, at)).trim()
  if (!(column in HEADERS))
    throw new BadInput(`--column ${text}: write column=header; columns are ${Object.keys(HEADERS).join(', ')}`)
  return [column, text.slice(at + 1).trim()]
}

/** Which column each header is. A header of two kinds goes to the first that is still free; a wish goes first. BadInput names what is missing. */
export function columnsOf(
  headers: readonly string[],
  kind: RegistryKind,
  wishes: ReadonlyMap<string, string>,
): Columns {
  const keys = headers.map(nameKey)
  const found = new Map<string, number>()
  for (const [column, header] of wishes) {
    const at = keys.indexOf(nameKey(header))
    if (at < 0) throw new BadInput(`there is no column "${header}"; the file has: ${headers.join(' · ')}`)
    found.set(column, at)
  }
  for (const [column, names] of Object.entries(HEADERS)) {
    if (found.has(column)) continue
    const taken = new Set(found.values())
    const at = [column, ...names].map((name) => keys.indexOf(name)).find((place) => place >= 0 && !taken.has(place))
    if (at !== undefined) found.set(column, at)
  }
  if (!neededBy(kind).some((column) => found.has(column)))
    throw new BadInput(
      `no column of the file is known as ${neededBy(kind).join(' or ')}; name it with --column ${neededBy(kind)[0]}=<header>. The file has: ${headers.join(' · ')}`,
    )
  return found
}
