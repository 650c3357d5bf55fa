import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactsIn } from '../../src/normalise/contacts.ts'
import { CONTACT_ROWS } from './contact-rows.ts'

const found = (text: string): string[] => contactsIn(text, 'description').map(({ kind, value }) => `${kind} ${value}`)

describe('contacts', () => {
  test('are told in at least 150 rows', () => {
    expect(CONTACT_ROWS.length).toBeGreaterThanOrEqual(150)
  })

  test.each(CONTACT_ROWS.map(([text, ...contacts]) => ({ text, contacts })))('$text → $contacts', (row) => {
    expect(found(row.text)).toEqual(row.contacts)
  })

  test('keep what was written and where', () => {
    expect(contactsIn('alo O9l2.345.678 nha', 'seller.phone_text')).toEqual([
      { kind: 'phone', value: '+84912345678', text: 'O9l2.345.678', field: 'seller.phone_text' },
    ])
    expect(contactsIn('Địa chỉ: 45/3  Lê Lợi, Q.1', 'description')).toEqual([
      { kind: 'address', value: '45/3 lê lợi, q.1', text: '45/3  Lê Lợi, Q.1', field: 'description' },
    ])
  })

  test('an attribute’s name says what its number is, and is never part of a contact', () => {
    expect(contactsIn('0912345678', 'attributes.Mã vạch', 'Mã vạch')).toEqual([])
    expect(contactsIn('0912345678', 'attributes.Zalo', 'Zalo').map(({ kind }) => kind)).toEqual(['phone', 'zalo'])
    expect(contactsIn('12 Lê Lợi, Quận 1', 'attributes.Địa chỉ', 'Địa chỉ')).toMatchObject([
      { kind: 'address', text: '12 Lê Lợi, Quận 1' },
    ])
  })

  test('every contact’s text stands in the text it was found in', () => {
    const pieces = fc.constantFrom(...CONTACT_ROWS.map(([text]) => text), '🔥', '\n', ' – ', 'ok\u0301', '\ud83d')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ')
        for (const contact of contactsIn(text, 'description')) {
          expect(contact.text).not.toBe('')
          expect(text).toContain(contact.text)
        }
      }),
    )
  })

  test.each([
    ['digits', '1'],
    ['digits with spaces', '1 '],
    ['letters for digits', 'o'],
    ['account words', 'stk 123456789 '],
    ['account words alone', 'stk '],
    ['address words', 'địa chỉ '],
    ['houses', '12/3 a, '],
    ['dots', 'a.'],
    ['hosts', 'a.b.c.d-'],
    ['commas', ',a'],
    ['capitals', 'AB '],
    ['digit words', 'không'],
    ['at signs', 'a@'],
  ])('a hundred thousand %s are read', (_, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    expect(contactsIn(text, 'description').length).toBeLessThan(1000)
  })
})
