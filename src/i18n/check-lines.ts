import type { CheckedClaim, Checks, PriceCheck, Standing } from '../domain.ts'
import type { Lang } from './messages.ts'
import { registryMessages } from './registry.ts'

type Line = readonly [label: string, value: string]

/** What was asked outside the listing and what came back, as labelled lines; every answer with its source and date. */
export function checkLines({ claims, price, standings }: Checks, lang: Lang): readonly Line[] {
  return [
    ...claims.map((claim) => claimLine(claim, lang)),
    ...(price ? [priceLine(price, lang)] : []),
    ...standings.map((standing) => standingLine(standing, lang)),
  ]
}

function claimLine({ kind, quote, state, reason, fitsGoods, snapshot, record }: CheckedClaim, lang: Lang): Line {
  const t = registryMessages(lang)
  const said = reason ? `${t.state[state]} (${t.reason[reason]})` : t.state[state]
  const from = snapshot ? `; ${t.snapshot(snapshot.source, snapshot.asOf)}` : ''
  const whose = record ? `; ${[record.name, record.holder].filter(Boolean).join(', ')}` : ''
  const other = fitsGoods === false ? `; ${t.otherGoods}` : ''
  return [t.claim[kind], `«${quote.text}»: ${said}${other}${whose}${from}`]
}

function priceLine(price: PriceCheck, lang: Lang): Line {
  const t = registryMessages(lang)
  const dong = (value: number) => value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB')
  const percent = dong(Math.round(price.ratio * 1000) / 10)
  const { id, low, high, n, source, asOf, confidence } = price
  if (price.basis === 'store') return [t.priceStore, `${t.priceMedian(percent, dong(low), n ?? 0, id)}; ${asOf}`]
  return [
    t.priceReference,
    `${t.priceLine(percent, dong(low), dong(high), id)}; ${t.provenance(source, asOf, confidence)}`,
  ]
}

function standingLine({ kind, by, record, snapshot }: Standing, lang: Lang): Line {
  const t = registryMessages(lang)
  const who = record.name ?? record.seller ?? record.number ?? record.tax ?? ''
  const from = snapshot
    ? t.snapshot(snapshot.source, snapshot.asOf)
    : [record.source, record.as_of].filter(Boolean).join(', ')
  return [t.standing[kind], `${who} (${t.by[by]}); ${from}`]
}
