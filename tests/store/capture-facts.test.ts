import { expect, test } from 'vitest'
import { type Capture, type Marks, NO_CHECKS, type Sighting } from '../../src/domain.ts'
import { soughtOf } from '../../src/rules/sought.ts'
import { openBlobs } from '../../src/store/blobs.ts'
import { prepare } from '../../src/store/sighting-body.ts'
import { openStore } from '../../src/store/store.ts'
import { aSighting, hashOf, must, newHome, OPERATOR } from './sample.ts'

const flagged = (over: Partial<Capture> = {}): Sighting => {
  const one = aSighting({ key: '1', flagged: true })
  return { ...one, checks: NO_CHECKS, capture: { ...must(one.capture), ...over } }
}

const blobs = async () => {
  const home = await newHome()
  await (await openStore(home, OPERATOR)).close()
  return openBlobs(home)
}

test('a capture of before there were facts has the same body as ever', async () => {
  const { capture } = await prepare(await blobs(), flagged())
  expect(Object.keys(must(capture)).sort()).toEqual(['browser', 'missing', 'takenAt', 'url', 'verdict'])
})

test('each listing of a page keeps its own words and their pictures, and says what of them is missing', async () => {
  const picture = { role: 'quote-01', mediaType: 'image/png', bytes: Buffer.from('png'), sha256: hashOf('png') }
  const box = { left: 1, top: 2, width: 3, height: 4 }
  const own: Marks = {
    quotes: [{ field: 'title', start: 8, end: 15, by: 'words', boxes: [box] }],
    element: null,
    pictures: [{ role: 'quote-01', clip: box }],
    artifacts: [picture],
    missing: ['quote-02: not painted'],
    remarks: ['marks: 3 more quotes were not looked for'],
  }
  const other: Marks = { ...own, artifacts: [{ ...picture, role: 'quote-03' }] }
  const marks = new Map([
    ['2', other],
    ['1', own],
  ])
  const { capture, exhibits } = await prepare(
    await blobs(),
    flagged({ marks, missing: ['print: no'], remarks: ['not quiet'] }),
  )
  expect(capture?.marks).toEqual({ quotes: own.quotes, element: null, pictures: own.pictures })
  expect(capture?.missing).toEqual(['print: no', 'quote-02: not painted'])
  expect(capture?.remarks).toEqual(['not quiet', 'marks: 3 more quotes were not looked for'])
  expect(exhibits.map(({ role }) => role)).toContain('quote-01')
  expect(exhibits.map(({ role }) => role)).not.toContain('quote-03')
})

test('bytes that are no longer those that were made are refused', async () => {
  const artifacts = [
    { role: 'screenshot', mediaType: 'image/png', bytes: Buffer.from('changed'), sha256: hashOf('made') },
  ]
  await expect(prepare(await blobs(), flagged({ artifacts }))).rejects.toMatchObject({ name: 'EvidenceBroken' })
})

test('what is sought are the words of the signals with what stands around them, then title and price, each once', () => {
  const { listing, assessment } = aSighting({ key: '1', flagged: true })
  const sought = soughtOf(listing, assessment, false)
  expect(sought.quotes.map(({ field, text, before, after }) => [field, text, before, after])).toEqual([
    ['title', 'replica', 'Đồng hồ ', ' 1'],
    ['title', 'Đồng hồ replica 1', '', ''],
    ['price_text', '199.000đ', '', ''],
  ])
  const quotes = [
    { field: 'ocr_text', start: 0, end: 1, text: 'x' },
    { field: 'attributes.xuất xứ', start: 0, end: 5, text: 'Trung' },
  ]
  const signal = { ...must(assessment.signals[0]), quotes }
  const [first] = soughtOf(listing, { signals: [signal] }, true).quotes
  expect(first).toMatchObject({ field: 'attributes.xuất xứ', text: 'Trung', after: ' Quốc' })
})
