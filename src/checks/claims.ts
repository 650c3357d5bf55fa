import type {
  CheckedClaim,
  Claim,
  ClaimKind,
  RegistryKind,
  RegistryRecord,
  ScoreInput,
  SnapshotRef,
} from '../domain.ts'
import { claimsOf } from '../normalise/claims.ts'
import { fold } from '../normalise/fold.ts'
import { nameKey, numberKey } from '../normalise/registry-keys.ts'
import { fitsGoods, goodsKindsIn } from '../rules/goods-kind.ts'
import type { Lookups } from './lookups.ts'

const REGISTRY: Readonly<Partial<Record<ClaimKind, RegistryKind>>> = {
  cosmetic: 'cosmetics',
  food: 'functional-foods',
  drug: 'drugs',
  device: 'devices',
}
/** A number given out shortly before the snapshot may not be in it yet. */
const GRACE_DAYS = 30
const DAY_MS = 86_400_000

/** The listing's numbers, each followed as far as the registries at hand allow. `at`: when the page was fetched. */
export async function checkClaims(input: ScoreInput, at: string, lookups: Lookups): Promise<readonly CheckedClaim[]> {
  const words = new Set(nameKeyOfAll(input).split(' '))
  const goods = goodsKindsIn(fold(`${input.title} | ${input.category ?? ''}`).text)
  const asked = claimsOf(input).map((claim) => ({ ...claim, fitsGoods: fitsGoods(claim.kind, goods) }))
  return Promise.all(asked.map((claim) => checkClaim(claim, at, words, lookups)))
}

type Asked = Omit<CheckedClaim, 'snapshot' | 'record'>

async function checkClaim(
  claim: Asked,
  at: string,
  words: ReadonlySet<string>,
  lookups: Lookups,
): Promise<CheckedClaim> {
  const asStated = { ...claim, snapshot: null, record: null }
  if (claim.state !== 'valid form') return asStated
  const year = yearOf(claim)
  if (year !== null && year > Number(at.slice(0, 4))) return { ...asStated, state: 'malformed', reason: 'year' }
  const kind = REGISTRY[claim.kind]
  if (!kind) return asStated
  const snapshot = await lookups.snapshot(kind)
  if (!snapshot || beyond(year, at, snapshot)) return { ...asStated, state: 'not checked', snapshot }
  const [record, ...others] = await lookups.find(kind, 'number', numberKey(claim.value))
  if (!record) return { ...asStated, state: 'not in registry', snapshot }
  const fitting = [record, ...others].find((each) => fits(each, words))
  if (!fitting) return { ...asStated, state: 'other holder', snapshot, record }
  return {
    ...asStated,
    state: 'in registry',
    reason: isWithdrawn(fitting) ? 'withdrawn' : null,
    snapshot,
    record: fitting,
  }
}

/** The year a number says it was given out in; null where it says none. */
function yearOf({ kind, value }: Claim): number | null {
  const parts = value.split('/')
  const year = kind === 'cosmetic' || kind === 'food' || kind === 'advertising' ? parts[1] : null
  if (!year) return null
  return Number(year.length === 2 ? `20${year}` : year)
}

/** Given out after the snapshot was made, or perhaps so: that it is not there says nothing. */
function beyond(year: number | null, at: string, { asOf }: SnapshotRef): boolean {
  if (year === null || year < Number(asOf.slice(0, 4))) return false
  return Date.parse(at) - Date.parse(asOf) > GRACE_DAYS * DAY_MS
}

const isWithdrawn = ({ status }: RegistryRecord) =>
  /(?:thu hoi|huy|het hieu luc|dinh chi|withdrawn|revoked|cancelled|expired)/.test(nameKey(status ?? ''))

/** Words that say nothing of whose product it is. */
const GENERIC = new Set(
  'kem serum vien uong hop thuoc sua duong trang mat chong nang bot nuoc gel xit dau goi tam son phan nen tinh chat ho tro suc khoe thuc pham chuc nang bao ve giam can dep body cong tnhh mtv phan thuong mai dich xuat nhap khau san duoc pham viet nam quoc the cosmetics cosmetic cream lotion care skin beauty health food group company limited ltd jsc inc plus gold premium new extra'.split(
    ' ',
  ),
)

/**
 * The registered product or its holder is named somewhere in the listing. A single word of its own is enough, so that a
 * listing is told to bear another's number only when it names neither.
 */
function fits(record: RegistryRecord, words: ReadonlySet<string>): boolean {
  const own = nameKey([record.name, record.holder, record.maker].filter(Boolean).join(' '))
    .split(' ')
    .filter((word) => word.length >= 3 && !/^\d+$/.test(word) && !GENERIC.has(word))
  return own.length === 0 || own.some((word) => words.has(word))
}

const nameKeyOfAll = (input: ScoreInput): string =>
  [input.title, input.brand, input.description, input.ocr_text, input.seller?.name, ...Object.values(input.attributes)]
    .flatMap((text) => (text ? chunks(text) : []))
    .map(nameKey)
    .join(' ')

/** `nameKey` reads the beginning of a cell only. */
const chunks = (text: string): string[] => text.slice(0, 20_000).match(/[\s\S]{1,180}(?=\s|$)|[\s\S]{1,180}/g) ?? []
