import { readFile } from 'node:fs/promises'
import { drawSvg } from '../cho-mau/pictures.ts'
import { matches, slugOf } from '../fold.ts'
import { type Answer, answer, jsonAnswer } from '../http.ts'
import { GROUPS, POSTS, type Post } from './posts.ts'

const ROBOTS = 'User-agent: *\nDisallow: /api/private\nAllow: /\n'

/** Posts that the address shows; null where there is nothing at it. */
function postsAt(url: URL): { title: string; posts: readonly Post[] } | null {
  const [, room = '', name = ''] = url.pathname.split('/')
  if (room === '') return { title: 'Hội Nhóm Mẫu', posts: POSTS }
  if (room === 'tim') {
    const query = url.searchParams.get('q') ?? ''
    return { title: `Tìm “${query}”`, posts: POSTS.filter(({ lines }) => matches(lines.join(' '), query)) }
  }
  if (room === 'nhom') {
    const group = GROUPS.find(({ slug }) => slug === name)
    return group ? { title: group.name, posts: POSTS.filter((post) => post.group === name) } : null
  }
  if (room === 'nguoi') {
    const posts = POSTS.filter(({ author }) => slugOf(author) === name)
    return posts[0] ? { title: posts[0].author, posts } : null
  }
  const post = room === 'bai' ? POSTS.find(({ id }) => id === Number(name)) : undefined
  return post ? { title: post.lines[0] ?? '', posts: [post] } : null
}

const wire = (post: Post) => ({
  id: post.id,
  url: `/bai/${post.id}`,
  author: { name: post.author, url: `/nguoi/${slugOf(post.author)}` },
  group: { name: GROUPS.find(({ slug }) => slug === post.group)?.name ?? '', url: `/nhom/${post.group}` },
  when: post.when,
  lines: post.lines,
  likes: post.likes,
  image: post.picture === null ? null : `/anh/${post.id}.svg`,
})

function api(url: URL): Answer {
  const found = postsAt(new URL(url.searchParams.get('duong-dan') ?? '/', url.origin))
  if (!found) return { ...jsonAnswer({ error: 'không còn tồn tại' }), status: 404 }
  return jsonAnswer({ title: found.title, groups: GROUPS, posts: found.posts.map(wire) })
}

function picture(url: URL): Answer {
  const post = POSTS.find(({ id }) => url.pathname === `/anh/${id}.svg`)
  return post?.picture
    ? answer(200, 'image/svg+xml', drawSvg(post.picture, post.hue, post.id % 2 === 0 ? 0 : 2))
    : answer(404, 'text/plain', 'no such picture')
}

/** The sample feed, from URL to answer: every page is the same empty shell, whose script asks for the posts. */
export async function hoiNhom(url: URL): Promise<Answer> {
  if (url.pathname === '/robots.txt') return answer(200, 'text/plain; charset=utf-8', ROBOTS)
  if (url.pathname === '/favicon.ico') return answer(200, 'image/svg+xml', drawSvg('plush', 220, 0))
  if (url.pathname === '/api/bai-viet') return api(url)
  if (url.pathname.startsWith('/anh/')) return picture(url)
  const shell = await readFile(new URL('shell.html', import.meta.url))
  return answer(postsAt(url) ? 200 : 404, 'text/html; charset=utf-8', shell)
}
