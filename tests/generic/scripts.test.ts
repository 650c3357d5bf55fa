import { describe, expect, test } from 'vitest'
import { scriptsIn, scriptsOf } from '../../src/sites/generic/json.ts'
import { assignedJson, scriptsWith } from '../../src/sites/state.ts'

const LD = /type="application\/ld\+json"/g

describe('the scripts of a page', () => {
  test('end where the page ends them, however that is written, and an unclosed one with the page', () => {
    const page = '<script>one</script ><p>x</p><SCRIPT src="a">two</SCRIPT><script defer>three'
    expect([...scriptsIn(page)]).toEqual(['one', 'two', 'three'])
    expect([...scriptsIn('<script src="a"')]).toEqual([])
  })

  test('are not begun by a word inside one', () => {
    const inner = '{"a":"<script type=\\"application/ld+json\\">","b":"<script type="application/ld+json">"}'
    const page = `<script type="application/ld+json">${inner}</script><script type="application/ld+json">{}</script>`
    expect(scriptsOf(page, LD)).toEqual([inner, '{}'])
    expect([...scriptsIn(page)]).toEqual([inner, '{}'])
  })

  test('give their JSON where they mention a word, and what they assign to a name', () => {
    const page = '<script>var x = "gia"</script><script id=a> {"gia": 1}</script><script>window.s = {"b": 2};</script>'
    expect(scriptsWith(page, 'gia')).toEqual([{ gia: 1 }])
    expect(scriptsWith('<script>{"gia": </script>', 'gia')).toEqual([])
    expect(assignedJson(page, 'window.s')).toEqual({ b: 2 })
    expect(assignedJson(page, 'window.t')).toBeNull()
  })
})
