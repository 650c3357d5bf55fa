// Every way in which a pack can be tampered with, as bytes. Each case says what must be named.
import type { Files } from '../evidence/forge.ts'
import { numbers, type Sealed, zipOf } from './sealed.ts'

export interface Case {
  readonly what: string
  readonly bytes: Buffer
  /** One of these stands in what verify says; [] where the file is no whole ZIP any more. */
  readonly names: readonly string[]
}

const flipped = (bytes: Buffer, place: number, by: number): Buffer => {
  const changed = Buffer.from(bytes)
  changed[place] = (changed[place] ?? 0) ^ by
  return changed
}

/** Every byte of the wrapper, one at a time: headers, table of contents, end. */
export function* wrapperFlips({ bytes, places, table }: Sealed): Generator<Case> {
  const next = numbers(20261125)
  const all = [...places.flatMap(({ header, start }) => range(header, start)), ...range(table, bytes.length)]
  for (const place of all)
    yield { what: `byte ${place} of the wrapper`, bytes: flipped(bytes, place, 1 + next(255)), names: [] }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** `each` bytes of every file's content, its first and last among them, with the checksums of the ZIP left or made to fit. */
export function* contentFlips({ bytes, places, files, bag }: Sealed, each: number): Generator<Case> {
  const next = numbers(7)
  for (const { path, start, end } of places)
    for (let n = 0; n < each; n++) {
      // The list of timestamps is not signed: where it and a file differ, either may be the changed one.
      const names = path === 'timestamps/manifest-sha256.txt' ? ['timestamps/'] : [path]
      const place = n === 0 ? start : n === 1 ? end - 1 : start + next(end - start)
      const by = 1 + next(255)
      const what = `byte ${place - start} of ${path}`
      if (n % 2 === 0) yield { what, bytes: flipped(bytes, place, by), names }
      else {
        const content = flipped(files.get(`${bag}/${path}`) ?? Buffer.alloc(0), place - start, by)
        yield { what: `${what}, checksum fitted`, bytes: with_(files, [[`${bag}/${path}`, content]]), names }
      }
    }
}

const with_ = (files: Files, changes: readonly (readonly [string, Buffer | null])[]): Buffer => {
  const all = new Map(files)
  for (const [name, content] of changes) {
    if (content === null) all.delete(name)
    else all.set(name, content)
  }
  return zipOf(all)
}

/** Each file dropped, renamed, emptied, cut, lengthened, doubled; a file added at every place. */
export function* fileCases({ files, bag }: Sealed, which = /^/): Generator<Case> {
  for (const [name, content] of files) {
    if (!which.test(name)) continue
    const path = name.slice(bag.length + 1)
    yield { what: `without ${path}`, bytes: with_(files, [[name, null]]), names: [path] }
    const renamed = [...files].map(([n, c]) => [n === name ? `${n}x` : n, c] as const)
    yield { what: `${path} renamed`, bytes: zipOf(renamed), names: [path] }
    yield { what: `${path} empty`, bytes: with_(files, [[name, Buffer.alloc(0)]]), names: [path] }
    yield { what: `${path} cut`, bytes: with_(files, [[name, content.subarray(0, -1)]]), names: [path] }
    yield {
      what: `${path} longer`,
      bytes: with_(files, [[name, Buffer.concat([content, Buffer.from('\n')])]]),
      names: [path],
    }
    yield { what: `${path} twice`, bytes: zipOf([...files, [name, content]]), names: [path] }
    yield { what: `${path} twice, differing`, bytes: zipOf([[name, Buffer.from('x')], ...files]), names: [path] }
    yield { what: `beside ${path}`, bytes: with_(files, [[`${name}.new`, Buffer.from('x')]]), names: [`${path}.new`] }
    yield { what: `${path} in capitals`, bytes: zipOf([...files, [name.toUpperCase(), content]]), names: [] }
  }
}

/** Contents of every two files swapped; every two entries swapped in place. */
export function* swaps({ files, bag }: Sealed): Generator<Case> {
  const all = [...files]
  for (const [i, [name, content]] of all.entries())
    for (const [otherName, other] of all.slice(i + 1)) {
      const path = name.slice(bag.length + 1)
      if (!content.equals(other))
        yield {
          what: `${path} for ${otherName}`,
          bytes: with_(files, [
            [name, other],
            [otherName, content],
          ]),
          names: [path, otherName.slice(bag.length + 1)],
        }
      const order = all.map((each) =>
        each[0] === name ? [otherName, other] : each[0] === otherName ? [name, content] : each,
      )
      yield { what: `${path} stands where ${otherName} was`, bytes: zipOf(order as [string, Buffer][]), names: [] }
    }
}

/** Cut at every border and between, lengthened before and after, with comments and extra fields. */
export function* wholeCases({ bytes, places, table, ending }: Sealed): Generator<Case> {
  const next = numbers(99)
  const borders = [...places.flatMap(({ header, start, end, row }) => [header, start, end, row]), table, ending]
  const cuts = [
    ...new Set([0, 1, ...borders, ...Array.from({ length: 150 }, () => next(bytes.length)), bytes.length - 1]),
  ]
  for (const at of cuts) yield { what: `cut at ${at}`, bytes: bytes.subarray(0, at), names: [] }
  for (const extra of ['\0', 'x', 'PK\x05\x06', ' '.repeat(1000)]) {
    yield { what: `${extra.length} bytes after`, bytes: Buffer.concat([bytes, Buffer.from(extra)]), names: [] }
    yield { what: `${extra.length} bytes before`, bytes: Buffer.concat([Buffer.from(extra), bytes]), names: [] }
  }
  for (const at of borders.slice(0, 60)) {
    const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from('gap'), bytes.subarray(at)])
    yield { what: `three bytes in at ${at}`, bytes: changed, names: [] }
  }
  const commented = Buffer.concat([bytes, Buffer.from('a comment')])
  commented.writeUInt16LE(9, bytes.length - 2)
  yield { what: 'a comment at the end', bytes: commented, names: [] }
  for (const { row, path } of places) {
    const into = row + 46 + bytes.readUInt16LE(row + 28)
    for (const [field, what] of [
      [30, 'extra field'],
      [32, 'comment'],
    ] as const) {
      const block = Buffer.from([0xfe, 0xca, 2, 0, 7, 7])
      const changed = Buffer.concat([bytes.subarray(0, into), block, bytes.subarray(into)])
      changed.writeUInt16LE(block.length, row + field)
      changed.writeUInt32LE(bytes.readUInt32LE(ending + 12) + block.length, ending + block.length + 12)
      yield { what: `${what} of ${path}`, bytes: changed, names: [path] }
    }
  }
}

type Row = Record<string, unknown>

/** Every row of the ledger dropped, doubled, moved, re-dated, given to somebody else; the tail cut at every length. */
export function* ledgerTexts(text: string): Generator<readonly [what: string, text: string]> {
  const rows = text.trimEnd().split('\n')
  const joined = (all: readonly string[]) => all.map((row) => `${row}\n`).join('')
  for (const [i, row] of rows.entries()) {
    const changedTo = (change: Row) => joined(rows.with(i, JSON.stringify({ ...(JSON.parse(row) as Row), ...change })))
    yield [`row ${i + 1} dropped`, joined(rows.toSpliced(i, 1))]
    yield [`row ${i + 1} twice`, joined(rows.toSpliced(i, 0, row))]
    yield [`cut before row ${i + 1}`, joined(rows.slice(0, i))]
    yield [`row ${i + 1} back-dated`, changedTo({ at: '2020-01-01T00:00:00.000Z' })]
    for (const field of ['actor', 'action', 'subject', 'body'])
      yield [`${field} of row ${i + 1}`, changedTo({ [field]: 'x' })]
    for (const field of ['bodyHash', 'prevHash', 'hash'])
      yield [`${field} of row ${i + 1}`, changedTo({ [field]: '0'.repeat(64) })]
    yield [`number of row ${i + 1}`, changedTo({ seq: i + 2 })]
    for (let j = i + 1; j < rows.length; j++)
      yield [`rows ${i + 1} and ${j + 1} swapped`, joined(rows.with(i, rows[j] ?? '').with(j, row))]
  }
}
