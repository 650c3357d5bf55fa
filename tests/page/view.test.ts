import { describe, expect, test } from 'vitest'
import { LayoutChanged } from '../../src/errors.ts'
import { markupOf, select, textIn } from '../../src/page/select.ts'
import { domOf, viewOf } from '../../src/page/view.ts'
import { pageOf } from './pages.ts'

const view = (body: string, url = 'https://shop.vn/a/b.html') => viewOf(pageOf(body, { url }))

describe('text', () => {
  test('folds white space, no-break spaces too, and says where it stood', () => {
    expect(view('<h1>  Áo\n\t sơ&nbsp;&nbsp;mi </h1>').text('h1')).toEqual({ text: 'Áo sơ mi', source: 'css:h1' })
  })

  test('keeps blocks, cells and line breaks apart and inline elements together', () => {
    expect(view('<div id=d><p>một</p><p>hai</p>ba<br>bốn <b>nă</b>m<ul><li>a<li>b</ul></div>').text('#d').text).toBe(
      'một hai ba bốn năm a b',
    )
  })

  test('leaves out scripts, styles and comments', () => {
    expect(view('<p>a<script>b</script><style>c</style><!-- d --><template>e</template></p>').text('p').text).toBe('a')
  })

  test('leaves out the elements it is told to leave out, and no word of the same elsewhere', () => {
    const page = view('<div id=p>giá 200k <q>giá <q>200k</q></q>nhé, giá 200k</div><div id=p>b</div>')
    expect(page.texts('#p', 'q').map(({ text }) => text)).toEqual(['giá 200k nhé, giá 200k', 'b'])
    expect(page.sections('#p')[0]?.texts(':scope', 'q')[0]?.text).toBe('giá 200k nhé, giá 200k')
  })

  test('ends where elements within one another tell the same long text hundreds of times', () => {
    const nested = (times: number) =>
      view('<div class=a>'.repeat(times) + 'chữ '.repeat(20_000) + '</div>'.repeat(times))
    expect(nested(10).texts('.a')).toHaveLength(10)
    expect(() => nested(400).texts('.a')).toThrow(LayoutChanged)
    expect(view('<p class=a>chữ chữ</p>'.repeat(20_000)).texts('.a')).toHaveLength(20_000)
  })

  test('refuses none and several, and counts empty elements as absent', () => {
    expect(() => view('<h2>a</h2>').text('h1')).toThrow(LayoutChanged)
    expect(() => view('<h1>a</h1><h1>b</h1>').text('h1')).toThrow(/h1 matches 2 elements on https:\/\/shop.vn/)
    expect(view('<h1> &nbsp; </h1><h1>b</h1>').text('h1').text).toBe('b')
    expect(view('<h1></h1>').maybe('h1')).toBeNull()
    expect(() => view('<i>a</i><i>b</i>').maybe('i')).toThrow(LayoutChanged)
    expect(
      view('<i>a</i><i></i><i>b</i>')
        .texts('i')
        .map(({ text }) => text),
    ).toEqual(['a', 'b'])
  })
})

describe('attributes and addresses', () => {
  test('reads one attribute', () => {
    const page = view('<time datetime=" 2026-11-25 ">x</time><time>y</time>')
    expect(page.attr('time', 'datetime')).toEqual({ text: '2026-11-25', source: 'css:time@datetime' })
    expect(page.maybeAttr('time', 'lang')).toBeNull()
    expect(() => page.attr('time', 'lang')).toThrow(LayoutChanged)
  })

  test('makes links absolute and leaves out what is no place to go', () => {
    const page = view(
      '<a href="../x?a=1&amp;b=2">1</a><a href="javascript:void(0)">2</a><a href="tel:+84">3</a><a>4</a>',
    )
    expect(page.hrefs('a')).toEqual([{ text: 'https://shop.vn/x?a=1&b=2', source: 'css:a@href' }])
    expect(page.href('a').text).toBe('https://shop.vn/x?a=1&b=2')
    expect(page.maybeHref('a[href^=tel]')).toBeNull()
  })

  test('heeds the base element', () => {
    expect(view('<base href="/goc/"><a href="x">1</a>').href('a').text).toBe('https://shop.vn/goc/x')
  })

  test.each([
    ['<img srcset="a.jpg 320w, b.jpg 1280w, c.jpg 640w" src="s.jpg">', 'https://shop.vn/a/b.jpg', 'srcset'],
    ['<img srcset="a.jpg, b.jpg 2x">', 'https://shop.vn/a/b.jpg', 'srcset'],
    ['<img srcset="https://cdn.vn/w_100,h_1/a.jpg 1x">', 'https://cdn.vn/w_100,h_1/a.jpg', 'srcset'],
    ['<img data-src="/lazy.jpg" src="data:image/gif;base64,R0">', 'https://shop.vn/lazy.jpg', 'data-src'],
    ['<img data-original="/lazy.jpg" src="/placeholder.gif">', 'https://shop.vn/lazy.jpg', 'data-original'],
    ['<img src="//cdn.vn/a.jpg">', 'https://cdn.vn/a.jpg', 'src'],
    [`<img style="color:red;background-image:url('/bg.jpg')">`, 'https://shop.vn/bg.jpg', 'style'],
  ])('finds the best picture of %s', (html, text, attribute) => {
    expect(view(html).srcs('img')).toEqual([{ text, source: `css:img@${attribute}` }])
  })

  test('finds no picture in a placeholder', () => {
    expect(view('<img src="data:image/gif;base64,R0"><img src=""><img>').srcs('img')).toEqual([])
  })
})

describe('json', () => {
  test('parses the one script', () => {
    expect(view('<script id=s type="application/json">{"giá":[1,"</b>"]}</script>').json('#s')).toEqual({
      giá: [1, '</b>'],
    })
    expect(view('<script id=s><!-- {"a":1} --></script>').json('#s')).toEqual({ a: 1 })
  })

  test('calls a broken or absent one a changed layout', () => {
    expect(() => view('<script id=s>{"a":</script>').json('#s')).toThrow(LayoutChanged)
    expect(() => view('').json('#s')).toThrow(LayoutChanged)
  })
})

describe('sections', () => {
  const feed = view('<h1>Kênh</h1><a class=c href="/1" data-id=7><b>Một</b></a><a class=c href="/2"><b>Hai</b></a>')

  test('are views of one card each', () => {
    expect(feed.sections('.c').map((card) => card.text('b').text)).toEqual(['Một', 'Hai'])
    expect(feed.sections('.c')[0]?.maybe('h1')).toBeNull()
  })

  test('can ask about the card itself', () => {
    expect(feed.sections('.c')[0]?.href(':scope').text).toBe('https://shop.vn/1')
    expect(feed.sections('.c')[0]?.attr(':scope', 'data-id').text).toBe('7')
  })

  test('carry their own markup', () => {
    expect(feed.sections('.c')[1]?.html).toBe('<a class="c" href="/2"><b>Hai</b></a>')
    expect(
      select(domOf(feed.sections('.c')[1] ?? feed), 'b')
        .map(textIn)
        .join(),
    ).toBe('Hai')
  })
})

describe('a hostile or broken document', () => {
  test.each([
    ['deep', '<div>'.repeat(100_000)],
    ['unclosed paragraphs', '<p>'.repeat(100_000)],
    ['deep tables', '<table><tr><td>'.repeat(30_000)],
    ['deep drawings', '<svg>'.repeat(100_000)],
    ['stray closing tags', '<i>'.repeat(2000) + '</x>'.repeat(300_000)],
    ['open comment', '<!-- '.repeat(300_000)],
    ['open attribute', `<a href="${'>'.repeat(1_000_000)}`],
    ['brackets', '<'.repeat(300_000)],
  ])('is read to the end: %s', (_name, html) => {
    const page = view(`<h1>Đầu</h1>${html}`)
    expect(page.text('h1').text).toBe('Đầu')
    expect(page.texts('div h2 i')).toEqual([])
    expect(markupOf(domOf(page)).length).toBeGreaterThan(0)
  })

  test('loses nothing below the depth where browsers flatten too', () => {
    const page = view(`${'<div>'.repeat(50_000)}<h1>Đáy</h1><p class=x>sâu</p>${'</div>'.repeat(50_000)}<h2>Cuối</h2>`)
    expect(page.text('h1').text).toBe('Đáy')
    expect(page.text('.x').text).toBe('sâu')
    expect(page.text('h2').text).toBe('Cuối')
    expect(select(domOf(page), 'div').length).toBe(50_000)
  })

  test('keeps an ordinary tree exactly as nested', () => {
    const html = '<div><section><p>a</p></section></div>'.repeat(500)
    expect(select(domOf(view(html)), 'div > section > p').length).toBe(500)
  })
})
