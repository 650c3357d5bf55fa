import { expect, test } from 'vitest'
import type { NewRequest } from '../../src/domain.ts'
import { createShapes, shapeOf } from '../../src/sweep/shapes.ts'

const link = (url: string, role: NewRequest['role'] = 'next'): NewRequest => ({
  url,
  key: url,
  host: 'a.example',
  role,
  depth: 1,
  via: 'http',
})
const many = (n: number, url: (n: number) => string, role?: NewRequest['role']) =>
  Array.from({ length: n }, (_, at) => link(url(at), role))

test.each([
  ['https://a.example/lich/2026/11?view=day', 'a.example/lich/#/#?view'],
  ['https://a.example/c?mau=do&co=38', 'a.example/c?co&mau'],
  ['https://a.example/danh-muc/ao-khoac-nam', 'a.example/danh-muc/*'],
  ['https://a.example/', 'a.example/'],
])('%s has the shape %s', (url, shape) => {
  expect(shapeOf(url)).toBe(shape)
})

test('an endless calendar is followed so far and no further, and what is left is counted', () => {
  const shapes = createShapes()
  const { kept, left } = shapes.admit(many(1_000, (n) => `https://a.example/lich?ngay=${n}`))
  expect(kept).toHaveLength(300)
  expect([...left]).toEqual([['a.example/lich?ngay', 700]])
  expect(shapes.admit(many(10, (n) => `https://a.example/gian-hang?trang=${n}`)).kept).toHaveLength(10)
})

test('addresses followed before are followed again: a menu stands on every page', () => {
  const shapes = createShapes()
  const menu = many(300, (n) => `https://a.example/c/${n}`, 'index')
  shapes.admit(menu)
  expect(shapes.admit(menu).kept).toHaveLength(300)
})

test('a list that goes on leading to listings is followed to its end', () => {
  const shapes = createShapes()
  let followed = 0
  for (let page = 1; page <= 2_000; page++) {
    const here = `https://a.example/giay?trang=${page}`
    shapes.read(here, [`giay-${page}`])
    followed += shapes.admit([link(`https://a.example/giay?trang=${page + 1}`)]).kept.length
  }
  expect(followed).toBe(2_000)
})

test('listings with a path of their own are never held back; session numbers in a query are', () => {
  const shapes = createShapes()
  expect(shapes.admit(many(20_000, (n) => `https://a.example/p/${n}`, 'listing')).kept).toHaveLength(20_000)
  expect(shapes.admit(many(20_000, (n) => `https://a.example/p?sid=${n}`, 'listing')).kept).toHaveLength(5_000)
})
