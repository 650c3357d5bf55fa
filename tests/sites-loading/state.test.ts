import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assignedJson,
  eachOnce,
  flagAt,
  momentAt,
  scriptJson,
  spotsWith,
  stated,
  textAt,
  textsAt,
} from '../../src/sites/contract.ts'

const whole = (value: unknown) => ({ value, path: '' })

describe('assignedJson', () => {
  test('finds what a script assigns, however it is written', () => {
    for (const head of ['window.pageData=', 'var pageData = ', 'window["pageData"] = ', 'pageData\n= '])
      expect(assignedJson(`<p>x</p><script>${head}{"a":["}"]};go()</script>`, 'pageData')).toEqual({ a: ['}'] })
  })
  test('text, quoted text and broken literals are no state', () => {
    expect(assignedJson('<p>pageData={"a":1}</p>', 'pageData')).toBeNull()
    expect(assignedJson('<script>x = "pageData={\\"a\\":1}"</script>', 'pageData')).toBeNull()
    expect(assignedJson('<script>pageData={"a":1</script>', 'pageData')).toBeNull()
    expect(assignedJson('<script>pageData={a:1}</script><script>pageData={"b":2}</script>', 'pageData')).toEqual({
      b: 2,
    })
  })
})

describe('scriptJson', () => {
  test('the elements whose tag matches, wherever the attribute stands', () => {
    const html = '<script id="S" type="x">{"a":1}</script><script type="x" id="S">{"b":2}</script><p id="S">{"c":3}</p>'
    expect(scriptJson(html, /id="S"/g).map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }])
  })
})

describe('spotsWith', () => {
  test('says where each object lies, and reads from it with its source', () => {
    const [first, second] = spotsWith(
      whole({ x: [{ id: 1, name: 'a', more: { id: 9, name: 'z' } }], y: { id: 2, name: 'b' } }),
      ['id', 'name'],
    )
    expect(second && textAt(second, 'nothing', 'name')).toEqual({ text: 'a', source: 'json:$.x[0].name' })
    expect(first && textAt(first, 'name')).toEqual({ text: 'b', source: 'json:$.y.name' })
  })
  test('reads any JSON without fault, and every path leads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const spot of spotsWith(whole({ in: { value, id: 1 } }), ['id']))
          expect(textAt(spot, 'id')?.text).toBeDefined()
      }),
    )
  })
  test('inherited names are no data', () => {
    expect(spotsWith(whole({ a: {} }), ['constructor'])).toEqual([])
  })
})

describe('small answers', () => {
  test('moments in seconds and milliseconds; absurd ones are none', () => {
    expect(momentAt(whole({ t: 1_730_000_000 }), 't', 1000)?.text).toBe('2024-10-27T03:33:20.000Z')
    expect(momentAt(whole({ t: 1_730_000_000_000 }), 't', 1)?.text).toBe('2024-10-27T03:33:20.000Z')
    for (const t of [0, -1, 9e30, 'x', null]) expect(momentAt(whole({ t }), 't', 1)).toBeNull()
  })
  test('a flag is true, not merely there', () => {
    expect(flagAt(whole({ a: false, b: 'true', c: true }), 'Mall', 'a', 'b', 'c')).toEqual({
      text: 'Mall',
      source: 'json:$.c',
    })
    expect(flagAt(whole({ a: 1 }), 'Mall', 'a')).toBeNull()
  })
  test('texts by name, dots in the name and all', () => {
    expect(textsAt(whole({ a: { 'Công suất (W.)': 300, none: '', list: [] } }), 'a')).toEqual({
      'Công suất (W.)': { text: '300', source: 'json:$.a.Công suất (W.)' },
    })
  })
  test('each name once, the first of each; the nameless go', () => {
    const spots = ['a', 'b', 'a', ''].map((value, i) => ({ value, path: String(i) }))
    expect(eachOnce(spots, ({ value }) => String(value) || null).map(({ path }) => path)).toEqual(['0', '1'])
  })
  test('what is empty is left to the generic reader', () => {
    expect(stated({ title: null, images: [], price: { text: '1', source: 'x' } })).toEqual({
      price: { text: '1', source: 'x' },
    })
  })
})
