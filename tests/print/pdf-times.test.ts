import { expect, test } from 'vitest'
import { withFixedTimes } from '../../src/print/pdf-times.ts'

/** A PDF with a table of objects, as Chromium lays it out: elements with names, and the tree of these in two leaves. */
function pdfOf(names: readonly (readonly [name: number, object: number])[]): Buffer {
  const node = (name: number) => `(node${String(name).padStart(8, '0')})`
  const elements = names.map(([name, object]) => `${object} 0 obj\n<</Type /StructElem\n/ID ${node(name)}>>\nendobj\n`)
  const sorted = [...names].sort(([a], [b]) => a - b)
  const leaf = (object: number, of: typeof names) =>
    `${object} 0 obj\n<</Limits [${node(of[0]?.[0] ?? 0)} ${node(of.at(-1)?.[0] ?? 0)}]\n/Names [${of.map(([name, to]) => `${node(name)} ${to} 0 R`).join(' ')}]>>\nendobj\n`
  const objects = [...elements, leaf(101, sorted.slice(0, 2)), leaf(102, sorted.slice(2)), '103 0 obj\n<<>>\nendobj\n']
  let text = '%PDF-1.4\n'
  const table = objects.map((object) => {
    const at = text.length
    text += object
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(
    `${text}xref\n0 ${table.length + 1}\n0000000000 65535 f \n${table.join('')}trailer\n<<>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

const AT = '2026-11-25T03:04:06.678Z'

test('elements that a busy browser came to in another order are the same file, whose table of objects is right', () => {
  const one = pdfOf([
    [501, 8],
    [502, 9],
    [503, 100],
  ])
  const other = pdfOf([
    [77, 8],
    [79, 9],
    [76, 100],
  ])
  const fixed = Buffer.from(withFixedTimes(one, AT)).toString('latin1')
  expect(Buffer.from(withFixedTimes(other, AT)).toString('latin1')).toBe(fixed)
  expect(fixed).toContain('/Names [(node00000001) 8 0 R (node00000002) 9 0 R]')
  const table = Number(/startxref\n(\d+)/.exec(fixed)?.[1])
  expect(fixed.slice(table, table + 5)).toBe('xref\n')
  const places = [...fixed.slice(table).matchAll(/^(\d{10}) 00000 n /gm)].map(([, at]) => Number(at))
  expect(places.map((at) => /^\d+ 0 obj/.exec(fixed.slice(at, at + 12))?.[0])).toEqual(
    [8, 9, 100, 101, 102, 103].map((object) => `${object} 0 obj`),
  )
})

test('a file without such names keeps every byte but its times', () => {
  const plain = Buffer.from("%PDF\n(node00000009) /CreationDate (D:20261126010101+00'00')\n\xff", 'latin1')
  expect(Buffer.from(withFixedTimes(plain, AT)).toString('latin1')).toBe(
    "%PDF\n(node00000009) /CreationDate (D:20261125030406+00'00')\n\xff",
  )
})
