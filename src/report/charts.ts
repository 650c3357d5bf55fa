import { html, type Markup } from '../evidence/report/markup.ts'

const WIDTH = 640
const BAR_ROW = 24
const LABEL = 232
const NUMBER = 60
const COLUMNS_HEIGHT = 150
const BASE = 20
const LEGEND_STEP = 90

/** One bar of a list: what it is, how many. */
interface Bar {
  readonly label: string
  readonly n: number
}

/** One column of a row of days or months: parts from the ground up, each in its own class. */
export interface Column {
  readonly label: string
  readonly parts: readonly { readonly name: string; readonly n: number }[]
}

/** A picture of numbers. `id`: unique on its page. */
export type Chart = { readonly id: string; readonly title: string } & (
  | { readonly bars: readonly Bar[] }
  /** `legend`: what the parts of a column are, by their names. */
  | {
      readonly columns: readonly Column[]
      readonly legend: readonly { readonly name: string; readonly label: string }[]
    }
)

type Format = (n: number) => string

const cut = (text: string, most: number): string => {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}

/** Letters and colours of a drawing, within whatever bears the class `chart`. */
export const CHART_STYLE = `.chart text{font-size:13px;fill:#1c2429}.chart .label,.chart .end{text-anchor:end}.chart .middle{text-anchor:middle}
.chart .bar{fill:#4b839b}.chart .ground{stroke:#84919a}.part-high{fill:#b8433c}.part-medium{fill:#d99a3d}.part-low{fill:#b9b75a}`
const FONTS = 'Liberation Sans, Noto Sans, DejaVu Sans, sans-serif'

interface Drawing {
  readonly height: number
  /** Every number of it, for who cannot see it. */
  readonly said: readonly string[]
  readonly parts: readonly (Markup | null)[]
}

/** Bars lying one below the other, each with its name and number as text. */
function barList(bars: readonly Bar[], format: Format): Drawing {
  const most = Math.max(1, ...bars.map(({ n }) => n))
  const room = WIDTH - LABEL - NUMBER
  const rows = bars.map(({ label, n }, i) => {
    const y = i * BAR_ROW
    const width = Math.max(2, Math.round((n / most) * room))
    return html`<text x="${LABEL - 8}" y="${y + 16}" class="label">${cut(label, 28)}</text><rect x="${LABEL}" y="${y + 4}" width="${width}" height="${BAR_ROW - 9}" rx="2" class="bar"></rect><text x="${LABEL + width + 7}" y="${y + 16}" class="figure">${format(n)}</text>`
  })
  const said = bars.map(({ label, n }) => `${label} ${format(n)}`)
  return { height: bars.length * BAR_ROW, said, parts: rows }
}

const total = ({ parts }: Column): number => parts.reduce((sum, { n }) => sum + n, 0)

function columnPart(each: Column, i: number, step: number, scale: number): Markup {
  const gap = Math.min(2, step / 6)
  let y = COLUMNS_HEIGHT
  const parts = each.parts.map(({ name, n }) => {
    const height = n * scale
    y -= height
    return html`<rect x="${(i * step + gap).toFixed(1)}" y="${y.toFixed(1)}" width="${(step - 2 * gap).toFixed(1)}" height="${height.toFixed(1)}" class="part-${name}"></rect>`
  })
  return html`<g><title>${each.label}: ${total(each)}</title>${parts}</g>`
}

const legendPart = (legend: readonly { readonly name: string; readonly label: string }[]): readonly Markup[] =>
  legend.map(({ name, label }, i) => {
    const x = (WIDTH - legend.length * LEGEND_STEP) / 2 + i * LEGEND_STEP
    const y = COLUMNS_HEIGHT + 16
    return html`<rect x="${x}" y="${y - 10}" width="11" height="11" class="part-${name}"></rect><text x="${x + 16}" y="${y}" class="figure">${cut(label, 10)}</text>`
  })

/** Columns side by side. The first, the last and the highest are written out; all stand in the text for who cannot see it. */
function columnChart({ columns, legend }: Extract<Chart, { columns: unknown }>, format: Format): Drawing {
  const most = Math.max(1, ...columns.map(total))
  const step = WIDTH / Math.max(1, columns.length)
  const top = columns.findIndex((each) => total(each) === most)
  const scale = (COLUMNS_HEIGHT - BASE) / most
  const label = (i: number, anchor: string, x: number) =>
    html`<text x="${x}" y="${COLUMNS_HEIGHT + 16}" class="figure ${anchor}">${columns[i]?.label ?? ''}</text>`
  const peak =
    top < 0
      ? null
      : html`<text x="${((top + 0.5) * step).toFixed(1)}" y="${BASE - 6}" class="figure middle">${format(most)}</text>`
  const ground = html`<line x1="0" x2="${WIDTH}" y1="${COLUMNS_HEIGHT}" y2="${COLUMNS_HEIGHT}" class="ground"></line>`
  const last = columns.length > 1 ? label(columns.length - 1, 'end', WIDTH) : null
  const said = columns.filter((each) => total(each) > 0).map((each) => `${each.label} ${format(total(each))}`)
  const drawn = columns.map((each, i) => columnPart(each, i, step, scale))
  const parts = [ground, ...drawn, peak, label(0, 'start', 0), ...legendPart(legend), last]
  return { height: COLUMNS_HEIGHT + 22, said, parts }
}

const drawingOf = (chart: Chart, format: Format): Drawing =>
  'bars' in chart ? barList(chart.bars, format) : columnChart(chart, format)

/** The chart as SVG that needs neither script nor font; its colours are classes of the page. Who cannot see it is read its title and every number of it. */
export function drawn(chart: Chart, format: Format): Markup {
  const { id, title } = chart
  const { height, said, parts } = drawingOf(chart, format)
  return html`<figure class="chart"><figcaption>${title}</figcaption><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-text"><title id="${id}-title">${title}</title><desc id="${id}-text">${said.join('; ')}</desc>${parts}</svg></figure>`
}

/** The same drawing by itself, with its style in it; `said`: every number of it in words. */
export function drawnAlone(chart: Chart, format: Format): { readonly svg: string; readonly said: string } {
  const { height, said, parts } = drawingOf(chart, format)
  const { markup } =
    html`<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONTS}"><style>${{ markup: CHART_STYLE }}</style>${parts}</svg>`
  return { svg: markup, said: said.join('; ') }
}
