import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identify, VERSION } from '../../src/collect/identity.ts'

test('the version we tell sites is the one of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(VERSION).toBe(version)
})

test('the operating unit can be reached through what we tell sites', () => {
  expect(identify('phong@example.gov.vn')).toBe(`Soi/${VERSION} (listing surveillance; contact: phong@example.gov.vn)`)
})

test('a contact that no header can carry is refused at once', () => {
  expect(() => identify('Phòng QLTT\r\nx: y')).toThrow(/ASCII/)
})
