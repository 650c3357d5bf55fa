import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { pictureCandidates } from '../../page/images.ts'
import { leadsAway, linkAround } from './away.ts'
import { inside } from './card-parts.ts'
import { childrenOf, describe, hasToken, parentOf, tokensOf } from './elements.ts'
import { absolute, tidy } from './found.ts'
import { nameKey } from './own.ts'
import type { Spot, Survey } from './survey.ts'
import { TOKENS } from './words.ts'

const PICTURE = /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/i
const NOT_GOODS =
  /(?:logo|icon|sprite|avatar|placeholder|spacer|blank|pixel|loading|banner|payment|visa|mastercard|star|rating|flag|badge|captcha|qr[-_]?code|1x1|transparent)/i
const MAX_IMAGES = 30

interface Picture {
  readonly address: string
  readonly source: string
  readonly score: number
}

/**
 * Pictures of the goods: gallery words, caption like the title, full-size links, distance to the title.
 * The likeliest come first, in document order: the main picture leads its gallery.
 */
export const gallery = (survey: Survey, title: string | null): readonly Found[] => {
  const pictures = picturesAt(survey.spots, survey, title) ?? picturesAt(withoutScripts(survey), survey, title) ?? []
  const top = Math.max(...pictures.map(({ score }) => score), 0)
  const kept = pictures.filter(({ score }) => score >= Math.max(1.5, top - 3.5))
  const seen = new Set<string>()
  return kept
    .filter(({ address }) => !seen.has(address) && seen.add(address))
    .sort((a, b) => Number(b.score >= top - 1) - Number(a.score >= top - 1))
    .slice(0, MAX_IMAGES)
    .map(({ address, source }) => ({ text: address, source }))
}

const picturesAt = (spots: readonly Spot[], survey: Survey, title: string | null): readonly Picture[] | null => {
  const pictures = spots.map((spot) => pictureAt(spot, survey, title)).filter((one) => one !== null)
  return pictures.length === 0 ? null : pictures
}

/** What is shown where scripts are off: the picture itself, where otherwise a script writes it. */
const withoutScripts = ({ spots }: Survey): readonly Spot[] =>
  spots.flatMap((spot) =>
    childrenOf(spot.element)
      .filter(({ name }) => name === 'noscript')
      .flatMap((box) => imagesIn(box).map((element) => ({ ...spot, element }))),
  )

const imagesIn = (box: Element): readonly Element[] => {
  const images: Element[] = []
  inside(box, (one) => {
    if (one.name === 'img') images.push(one)
    return false
  })
  return images
}

const pictureAt = (spot: Spot, survey: Survey, title: string | null): Picture | null => {
  const { element, region } = spot
  if ((element.name !== 'img' && element.name !== 'picture') || region !== 'main') return null
  const link = linkAround(element)
  const full = link !== null && PICTURE.test(link) ? link : null
  const candidates =
    full === null
      ? pictureCandidates(element).map(({ value, attribute }) => [value, `@${attribute}`] as const)
      : [[full, '@href'] as const]
  const [value, attribute] = candidates.find(([value]) => absolute(value, survey.base) !== null) ?? ['', '']
  const address = absolute(value, survey.base)
  if (address === null || NOT_GOODS.test(new URL(address).pathname.split('/').pop() ?? '') || tooSmall(element))
    return null
  if (link !== null && full === null && leadsAway(link, survey.base)) return null
  return {
    address,
    source: `css:${describe(element)}${attribute}`,
    score: score(spot, survey, title) + (full === null ? 0 : 1.5),
  }
}

const tooSmall = (element: Element): boolean => {
  const size = (name: string) => Number.parseInt(element.attribs[name] ?? '', 10)
  return size('width') < 40 || size('height') < 40
}

const score = (spot: Spot, survey: Survey, title: string | null): number => {
  const { element } = spot
  let words = 0
  for (let up: Element | null = element, level = 0; up !== null && level < 6; up = parentOf(up), level++) {
    if (hasToken(up, TOKENS.gallery)) words = Math.max(words, 2.5 - level * 0.2)
    if (level < 4 && tokensOf(up).includes('product')) words += 0.3
  }
  const caption = nameKey(tidy(element.attribs.alt ?? element.attribs.title ?? ''))
  const name = nameKey(title ?? '')
  const alike = caption.length > 3 && name !== '' && (name.includes(caption) || caption.includes(name)) ? 3 : 0
  const home = survey.title === null ? null : survey.spotOf(survey.title)
  const near = home === null ? 0 : Math.max(0, 2 - Math.abs(spot.order - home.order) / 120)
  return words + alike + near + (element.attribs.itemprop === 'image' ? 3 : 0)
}

/** Captions of the pictures in what is about the page's subject. */
export const captionsOf = (survey: Survey): readonly string[] =>
  survey.spots
    .filter(({ element, region }) => element.name === 'img' && region === 'main')
    .map(({ element }) => tidy(element.attribs.alt || element.attribs.title || ''))
    .filter((caption) => caption !== '')
    .slice(0, 100)
