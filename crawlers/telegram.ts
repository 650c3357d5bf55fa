import { offeredPost, writer } from '../src/normalise/post-listing.ts'
import { defineSite, type Link, type PageView } from '../src/sites/contract.ts'

/** Posts of a public channel as t.me/s/<channel> shows them to anyone; private groups are not visited. */
export default defineSite({
  id: 'telegram',
  name: 'Telegram (kênh công khai)',
  hosts: ['t.me', 'telegram.me'],
  verified: 'recording',
  verifiedBy:
    '2023-02 recordings of single posts of one test channel (PythonicCafe/tchan, 31 fragments); paging links follow the documented shape and were not recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 1, postedAt: 0.95, seller: 0.95 } },

  key: ({ pathname }) => {
    const [, channel, post] = /^\/(?:s\/)?([a-z][a-z0-9_]{3,31})\/(\d+)\/?$/i.exec(pathname) ?? []
    return channel === undefined ? null : `${channel.toLowerCase()}/${post}`
  },

  listings: (view) =>
    view
      .sections('.tgme_widget_message[data-post]:not(.service_message)')
      .map(post)
      .filter((one) => one !== null),

  links: (view) => [...older(view), ...preview(view.url)],
})

/** A post without words (a lone picture or sticker) offers nothing that could be judged, nor one that asks or looks for goods. */
const post = (view: PageView) => {
  const text = view.lines('.tgme_widget_message_text')[0] // posts with media print the same words in a nested copy
  const offer = text === undefined ? null : offeredPost(null, text)
  if (offer === null) return null
  return {
    url: view.href('a.tgme_widget_message_date'),
    ...offer,
    images: view.srcs('.tgme_widget_message_photo_wrap, .tgme_widget_message_video_thumb'),
    postedAt: view.maybeAttr('.tgme_widget_message_date time', 'datetime'),
    seller: writer(view.maybe('.tgme_widget_message_owner_name'), view.maybeHref('.tgme_widget_message_owner_name')),
  }
}

const older = (view: PageView): readonly Link[] => {
  const urls = view.hrefs('link[rel=prev], a.tme_messages_more[data-before]').map(({ text }) => text)
  return [...new Set(urls)].map((url) => ({ url, role: 'next', text: null }))
}

/** t.me/<channel>[/<post>] is a doormat; the posts are behind /s/. */
const preview = ({ origin, pathname }: URL): readonly Link[] =>
  /^\/[a-z][a-z0-9_]{3,31}(\/\d+)?\/?$/i.test(pathname)
    ? [{ url: `${origin}/s${pathname}`, role: 'index', text: null }]
    : []
