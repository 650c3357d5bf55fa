import { ImageRun, Paragraph } from 'docx'
import type { Lang } from '../i18n/messages.ts'
import { svgPicture } from '../images/svg-picture.ts'
import { type Chart, drawnAlone } from './charts.ts'
import { countText } from './page.ts'
import { clean } from './word-text.ts'

/** Of a drawing on the page, in its own measure: as wide as the text. */
const CHART_WIDTH = 640
/** Programs that read documents aloud cut longer ones; every number stands in the table below too. */
const MOST_ALT = 1000

/** The chart as a picture whose description has its numbers. `number`: of its section. */
export async function chartPicture(chart: Chart, number: number, lang: Lang): Promise<Paragraph> {
  const { svg, said } = drawnAlone(chart, (n) => countText(n, lang))
  const { png, width, height } = await svgPicture(clean(svg))
  const description = [...clean(`${chart.title}: ${said}`)].slice(0, MOST_ALT).join('')
  const image = new ImageRun({
    ...{ type: 'png', data: png },
    transformation: { width: CHART_WIDTH, height: (height / width) * CHART_WIDTH },
    altText: { name: `chart-${number}`, title: clean(chart.title), description },
  })
  return new Paragraph({ children: [image], keepNext: true, spacing: { after: 120 } })
}
