import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readSaved } from '../../src/page/saved.ts'
import { judge } from '../../src/page/verdict.ts'
import { listingsOf } from '../../src/sites/listing.ts'
import { loadSites } from '../../src/sites/load.ts'
import { readPage } from '../../src/sites/read.ts'

const book = await loadSites([fileURLToPath(new URL('../../crawlers/', import.meta.url))])

describe('the same post has the same key, however its address was copied', () => {
  test.each([
    ['https://www.facebook.com/groups/cho/permalink/9001/', 'facebook:post/9001'],
    ['https://m.facebook.com/groups/cho/posts/9001/?refid=18', 'facebook:post/9001'],
    ['https://mbasic.facebook.com/story.php?story_fbid=9001&id=4', 'facebook:post/9001'],
    ['https://web.facebook.com/shopmau/posts/giay-dep/9001', 'facebook:post/9001'],
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fshopmau%2Fposts%2F9001&h=AT',
      'facebook:post/9001',
    ],
    ['https://vi-vn.facebook.com/permalink.php?story_fbid=pfbid02Ab&id=4', 'facebook:post/pfbid02Ab'],
    ['https://www.facebook.com/marketplace/item/778899/?ref=search', 'facebook:item/778899'],
    ['https://www.facebook.com/photo/?fbid=55&set=a.1', 'facebook:photo/55'],
    ['https://www.facebook.com/shopmau/photos/a.1/55', 'facebook:photo/55'],
    ['https://www.facebook.com/reel/77', 'facebook:video/77'],
    ['https://www.facebook.com/watch/?v=77', 'facebook:video/77'],
    ['https://fb.watch/aBcD12/', 'facebook:share/aBcD12'],
    ['https://www.instagram.com/p/CxYz123_AbC/?igsh=1', 'instagram:CxYz123_AbC'],
    ['https://www.instagram.com/tiemmau/reel/CxYz123_AbC/', 'instagram:CxYz123_AbC'],
    ['https://www.tiktok.com/@shopmau/video/7300000000000000001?lang=vi', 'tiktok:7300000000000000001'],
    ['https://www.tiktok.com/@shopmau/photo/7300000000000000001', 'tiktok:7300000000000000001'],
    ['https://youtu.be/AbCdEfGhIjk?t=5', 'youtube:AbCdEfGhIjk'],
    ['https://m.youtube.com/watch?v=AbCdEfGhIjk&list=x', 'youtube:AbCdEfGhIjk'],
    ['https://www.youtube.com/shorts/AbCdEfGhIjk', 'youtube:AbCdEfGhIjk'],
    ['https://www.youtube.com/channel/UCx/community?lb=UgkxAbCdEfGh', 'youtube:post/UgkxAbCdEfGh'],
  ])('%s', (url, key) => {
    expect(book.keyOf(url)).toBe(key)
  })

  test.each([
    'https://www.facebook.com/shopmau',
    'https://www.facebook.com/groups/cho',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fshop-mau.example%2Fposts%2F9001',
    'https://www.instagram.com/tiemmau/',
    'https://vt.tiktok.com/ZSabc/',
    'https://www.youtube.com/@kenhmau',
    'https://zalo.me/0912345678',
  ])('%s is no post', (url) => {
    const { key } = book.siteOf(url) ?? {}
    expect(key).toBeDefined()
    expect(key?.(new URL(url))).toBeNull()
  })
})

test('posts of a feed that a platform hands over keep their own addresses and prices', () => {
  const file = readFileSync(new URL('facebook/page-feed.api', import.meta.url), 'utf8')
  const end = file.indexOf('\n')
  const page = readSaved(Buffer.from(file.slice(end + 1)), { name: 'feed.json', url: file.slice(0, end) })
  const listings = listingsOf(readPage(page, book.siteFor(page)), page, book)
  expect(listings.map(({ key, price }) => [key, price?.amount ?? null])).toEqual([
    ['facebook:post/501', 160_000],
    ['facebook:post/503', null],
  ])
})

describe('walls and graves of the platforms', () => {
  const verdictOf = (url: string, words: string) => {
    const html = `<html><head><title>x</title></head><body><p>${words}</p>${'<p>Trợ giúp · Điều khoản</p>'.repeat(20)}</body></html>`
    const page = readSaved(Buffer.from(html), { name: 'x.html', url })
    return judge(page, book.siteOf(url)?.signs).kind
  }
  test.each([
    ['https://www.facebook.com/groups/cho', 'Bạn phải đăng nhập để tiếp tục.', 'login-wall'],
    ['https://www.facebook.com/marketplace/item/1', 'Bạn hiện không xem được nội dung này', 'removed'],
    ['https://m.facebook.com/x', 'Bạn tạm thời bị chặn', 'blocked'],
    ['https://www.instagram.com/p/CxYz123_AbC/', 'Đăng nhập để xem ảnh và video từ bạn bè', 'login-wall'],
    ['https://www.instagram.com/p/CxYz123_AbC/', 'Rất tiếc, trang này hiện không khả dụng.', 'removed'],
    ['https://www.tiktok.com/@a/video/7300000000000000001', 'Video hiện không khả dụng', 'removed'],
    ['https://www.tiktok.com/@a', 'Kéo thanh trượt để ghép hình', 'blocked'],
    ['https://www.youtube.com/watch?v=AbCdEfGhIjk', 'Video không có sẵn', 'removed'],
  ])('%s “%s” is %s', (url, words, kind) => {
    expect(verdictOf(url, words)).toBe(kind)
  })
})
