import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledgerActions } from '../../src/i18n/ledger-actions.ts'
import { dataOf, saidIn } from '../../src/i18n/said.ts'
import { PROBLEMS } from '../../src/i18n/said-problems.ts'
import { REASONS } from '../../src/i18n/said-reasons.ts'
import { judge } from '../../src/page/verdict.ts'
import { LABELLED } from '../page/labelled/all.ts'
import { pageOf } from '../page/pages.ts'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))
const ALL = [...REASONS, ...PROBLEMS]

/** Words of the libraries that read schemas, YAML and cron lines; tests/console/refused.test.ts makes them say some. */
const LIBRARY =
  /^(?:Invalid |Too (?:small|big)|Map keys|Nested map|Implicit|All mapping|A collection|Plain value|Flow |\{\} in block|Missing closing|\{\} at line|CronPattern|dayOfWeek$)/

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('i18n/said'))
  .map((name) => readFileSync(join(SRC, name), 'utf8').replaceAll("\\'", "'"))
  .join('\n')

/** What a reader of English alone would be left with. */
const ENGLISH = /\b(?:the|of|is|are|was|that|characters|answered|page|said?y?)\b/

test('every action of two words that the code enters in the ledger, or into the log of who saw what, has words in both languages', () => {
  const entered = sources.matchAll(
    /(?:\bappend|appendEntry|access\.note|\benter)\((?:[^'();]|\([^()]*\))*?'([a-z]+(?:[.-][a-z-]+)+)'/g,
  )
  const actions = [...new Set([...entered].map((match) => match[1] ?? ''))]
  expect(actions.length).toBeGreaterThan(25)
  for (const lang of ['vi', 'en'] as const)
    expect(actions.filter((action) => ledgerActions(lang)[action] === undefined)).toEqual([])
})

describe('texts that the code writes in English', () => {
  test.each(LABELLED.map(({ name, html, rest }) => [name, html, rest] as const))(
    'the verdict on %s',
    (_, html, rest) => {
      for (const reason of judge(pageOf(html, rest)).reasons) {
        // A button's own word, and what the page itself says, stand as they are.
        if (/^“.*”$/.test(reason)) continue
        const own = saidIn('vi', reason)
        expect([reason, own === reason]).toEqual([reason, false])
        const words = own.replaceAll(/“[^”]*”|\S*\/\S*|(?<=^câu trả lời cho biết đã thất bại: ).*/g, '')
        expect(words).not.toMatch(ENGLISH)
      }
    },
  )

  test.each(ALL)('“%s” is still what some code writes', (en) => {
    if (LIBRARY.test(en)) return
    const pieces = en.split(/\{\}|[:;,()“”]|(?<=or more) /).map((piece) => piece.trim())
    const gone = pieces.filter((piece) => piece.length > 3 && !sources.includes(piece))
    expect(gone).toEqual([])
  })

  test.each(ALL)('“%s” loses none of its data, and makes none up', (en, vi) => {
    const holes = en.split('{}').length - 1
    const used = [...vi.matchAll(/\{(\d)>?\}/g)].map((match) => Number(match[1]))
    expect(Math.max(0, ...used)).toBeLessThanOrEqual(holes)
  })

  test('each is told by its own line: no other before it takes it', () => {
    const named = (en: string) => ALL.find(([other]) => dataOf(other, en.replaceAll('{}', 'x')) !== null)?.[0]
    const taken = ALL.filter(([en]) => named(en) !== en)
    expect(taken.map(([en]) => [en, named(en)])).toEqual([])
  })

  test('there is one for whatever a fetch fails of, or is refused for', () => {
    const thrown = [...sources.matchAll(/new (?:FetchFailed|Refused)\(\s*(?:`([^`]*)`|'([^']*)')/g)]
    const texts = thrown.map(([, template, plain]) => template ?? plain ?? '')
    // Whose words are all from elsewhere: an address, and what the system said of it.
    const own = texts
      .map((text) => text.replace('${remedy}', '').replace(/\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/g, 'x'))
      .filter((text) => /[a-z]{3}/.test(text) && !text.includes('$'))
    expect(own.length).toBeGreaterThan(25)
    expect(own.filter((text) => saidIn('vi', text) === text)).toEqual([])
  })

  test('texts in texts, and places before them', () => {
    expect(
      saidIn(
        'vi',
        'robots.txt cannot be reached, so nothing there is read: https://a.vn/robots.txt: the connection was refused (ECONNREFUSED)',
      ),
    ).toBe(
      'không lấy được robots.txt nên không đọc gì ở đó: https://a.vn/robots.txt: kết nối bị từ chối (ECONNREFUSED)',
    )
    expect(
      saidIn(
        'vi',
        'limits.visits: Too small: expected number to be >0\nb.yaml:3: unknown key nme (did you mean name?)',
      ),
    ).toBe('limits.visits: quá nhỏ: phải lớn hơn 0\nb.yaml:3: không có khóa nme (có phải name không?)')
    expect(saidIn('vi', 'tip 3: kind: “x” is neither seller nor official-conduct')).toBe(
      'phản ánh 3: loại “x” không phải seller cũng không phải official-conduct',
    )
    expect(saidIn('vi', 'no-goods')).toBe('trang không chào bán hàng hóa nào')
    expect(saidIn('en', 'status 404')).toBe('status 404')
  })

  test('remarks on a capture', () => {
    expect(saidIn('vi', 'lazy pictures: 3 had not loaded when the picture was taken')).toBe(
      'ảnh tải dần: 3 ảnh chưa tải xong khi chụp',
    )
    expect(saidIn('vi', 'network not quiet after 5 s')).toBe('sau 5 giây trang vẫn còn trao đổi dữ liệu')
  })

  test.each(['constructor', '__proto__', 'toString'])('“%s” is no code of ours', (text) => {
    for (const lang of ['vi', 'en'] as const) expect(saidIn(lang, text)).toBe(text)
    expect(saidIn('vi', `x: ${text}`)).toBe(`x: ${text}`)
  })

  test('a text in a text without end is read so far and no further', () => {
    const text = 'consent: '.repeat(50_000)
    expect(saidIn('vi', text)).toMatch(/^(?:thông báo cookie: ){4}consent: consent: /)
  })

  test('whatever a page writes into a reason, it stands there and nothing else changes; unknown texts stay', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(saidIn('vi', `title “${text.replaceAll('\n', ' ')}”`)).toBe(`tên trang “${text.replaceAll('\n', ' ')}”`)
        expect(saidIn('vi', `§${text}`).startsWith('§')).toBe(true)
      }),
    )
  })
})
