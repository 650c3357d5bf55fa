import { describe, expect, test } from 'vitest'
import { gtinState, taxCodeState } from '../../src/normalise/identifiers.ts'

describe('identifiers', () => {
  test.each([
    ['0100233488', 'valid form'],
    ['0314409058-002', 'valid form'],
    ['01.00.112.437', 'valid form'],
    ['001203012345', 'valid form'],
    ['0100233489', 'malformed'],
    ['0314409058-000', 'malformed'],
    ['12345', 'malformed'],
    ['0123456789', 'placeholder'],
    ['0000000000', 'placeholder'],
    ['1111111111', 'placeholder'],
  ])('tax code %s is %s', (code, state) => {
    expect(taxCodeState(code)).toBe(state)
  })

  test.each([
    ['4006381333931', 'valid form'],
    ['96385074', 'valid form'],
    ['036000291452', 'valid form'],
    ['4006381333932', 'malformed'],
    ['40063813339', 'malformed'],
    ['abc', 'malformed'],
    ['1234567890123', 'placeholder'],
    ['0000000000000', 'placeholder'],
  ])('GTIN %s is %s', (code, state) => {
    expect(gtinState(code)).toBe(state)
  })
})
