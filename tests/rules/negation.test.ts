import { describe, expect, test } from 'vitest'
import { quotesOf } from './fixture.ts'

const copies = (title: string, extra = '') => quotesOf("{ words: ['@copies'] }", { title }, extra)

describe('a denied word does not fire', () => {
  for (const title of [
    'shop không bán hàng giả',
    'nói không với hàng giả',
    'phát hiện hàng giả đền 10 lần',
    'hàng giả đền x10',
    'không hàng giả',
    'không bán hàng nhái, hàng giả',
  ]) {
    test(title, () => expect(copies(title)).toBeNull())
  }
})

describe('a denial reaches only its own clause', () => {
  test('another sentence is not denied', () => {
    expect(copies('Không bán. Hàng giả giá rẻ')).toEqual(['Hàng giả'])
  })
  test('a comma ends it unless the enumeration goes on', () => {
    expect(copies('không phải hàng chợ, rep 1:1 full box')).toEqual(['rep 1:1'])
  })
  test('“đây là” turns the sense', () => {
    expect(copies('không phải super fake loại rẻ đâu, đây là super fake')).toEqual(['super fake'])
    expect(copies('không phải hàng chợ đây là super fake')).toEqual(['super fake'])
  })
  test('it reaches so many words and no further', () => {
    expect(copies('không bán một hai ba bốn năm sáu bảy hàng giả')).toEqual(['hàng giả'])
  })
})

test('a rule whose own word is a negation is not negatable', () => {
  expect(copies('không bán hàng giả', 'negatable: false\n')).toEqual(['hàng giả'])
})
