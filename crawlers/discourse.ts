import { plainText } from '../src/normalise/plain-text.ts'
import { offeredThread, present, remade, writer } from '../src/normalise/post-listing.ts'
import { defineSite, foundAt, type Link, type PageView, valueAt } from '../src/sites/contract.ts'

/** Forums of Discourse, as pages (what they show without scripts) and as the JSON they publish: `/t/<id>.json`, `/latest.json`. */
export default defineSite({
  id: 'discourse',
  name: 'Discourse (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'the documented public API and the crawler view of Discourse 3; no forum was recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['Discourse', '"post_stream"', '"topic_list"'],
  recognises: ({ html, marked }) =>
    marked &&
    /<meta[^>]{0,80}name="generator"[^>]{0,80}Discourse|"(?:post_stream|topic_list)"\s{0,4}:\s{0,4}\{/.test(html),
  listings: (view) => (view.isJson ? topicData(view) : topic(view)),
  links: (view) => (view.isJson ? listed(view) : [...topics(view), ...next(view)]),
  signs: { removed: ['Oops! That page doesn’t exist or is private', 'Trang đó không tồn tại hoặc là riêng tư'] },
})

const topicData = (view: PageView) => {
  const data = view.data()
  const first = 'post_stream.posts[0]'
  const [id, title, cooked] = [foundAt(data, 'id'), foundAt(data, 'title'), foundAt(data, `${first}.cooked`)]
  if (id === null || title === null || cooked === null || valueAt(data, `${first}.post_number`) !== 1) return []
  const tags = valueAt(data, 'tags')
  const section = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string').join(' / ') : null
  const text = { ...cooked, text: plainText(cooked.text.replace(/<aside class="quote[\s\S]*?<\/aside>/g, ' ')) }
  const offer = offeredThread(section, title, text)
  if (offer === null) return []
  const handle = foundAt(data, `${first}.username`)
  const seller = writer(
    foundAt(data, `${first}.name`) ?? handle,
    remade(handle, (name) => `${view.url.origin}/u/${name}`),
  )
  const images = present(foundAt(data, 'image_url'))
  return [
    {
      url: { ...id, text: address(view, data) },
      ...offer,
      images,
      postedAt: foundAt(data, `${first}.created_at`),
      seller,
    },
  ]
}

const address = (view: PageView, topic: unknown): string =>
  `${view.url.origin}/t/${foundAt(topic, 'slug')?.text ?? '-'}/${foundAt(topic, 'id')?.text ?? ''}`

const topic = (view: PageView) => {
  const post = view.sections('.crawler-post, .topic-body')[0]
  const title =
    view.texts('#topic-title h1, h1[data-topic-id], [itemprop=headline]')[0] ??
    view.maybeAttr('[itemprop=headline]', 'content')
  const body = post?.lines('.post[itemprop=text], .post, .cooked', 'aside.quote, .lightbox .meta')[0]
  if (!post || !title || !body || view.url.searchParams.has('page')) return []
  const sections = view.texts(
    '.topic-category [itemprop=name], .topic-category :is(.badge-category-name, .badge-category__name)',
  )
  const offer = offeredThread(sections.map(({ text }) => text).join(' / '), title, body)
  if (offer === null) return []
  const author = '.creator [itemprop=name], .creator a, .names a'
  const seller = writer(post.texts(author)[0] ?? null, post.hrefs('.creator a, .names a')[0] ?? null)
  const postedAt = post.sections('time[datetime]')[0]?.maybeAttr(':scope', 'datetime') ?? null
  const url = view.hrefs('link[rel=canonical]')[0] ?? { text: view.url.href, source: 'url' }
  return [
    {
      url,
      ...offer,
      category: sections.at(-1) ?? null,
      images: post.srcs('.post img:not(.emoji), .cooked img:not(.emoji)'),
      postedAt,
      seller,
    },
  ]
}

/** Topics of `/latest.json` and of a category, and its next page. */
const listed = (view: PageView): readonly Link[] => {
  const topics = valueAt(view.data(), 'topic_list.topics')
  const more = foundAt(view.data(), 'topic_list.more_topics_url')
  const found: readonly Link[] = Array.isArray(topics)
    ? topics.map((one) => ({ url: address(view, one), role: 'listing', text: foundAt(one, 'title')?.text ?? null }))
    : []
  const next =
    more && URL.canParse(more.text, view.url) ? new URL(more.text.replace('?', '.json?'), view.url).href : null
  return next === null ? found : [...found, { url: next, role: 'next', text: null }]
}

const topics = (view: PageView): readonly Link[] =>
  view
    .hrefs('.topic-list a.raw-topic-link, .topic-list a.title')
    .map(({ text }) => ({ url: text, role: 'listing', text: null }))

const next = (view: PageView): readonly Link[] =>
  view.sections('.crawler-post').length > 0
    ? []
    : view
        .hrefs('.topic-list-main-link + a[rel=next], .navigation a[rel=next]')
        .slice(0, 1)
        .map(({ text }) => ({ url: text, role: 'next', text: null }))
