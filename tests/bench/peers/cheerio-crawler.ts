// Peer: Crawlee's CheerioCrawler as its documentation shows it, in memory, taking title and price only.
// In its favour: storage on disk is off and it starts at 32 requests at once instead of ramping up. robots.txt is not asked for.
import { writeFileSync } from 'node:fs'
import { CheerioCrawler, Configuration, log } from 'crawlee'
import { type Row, startClock } from '../usage.ts'

const [url = '', out = ''] = process.argv.slice(2)
log.setLevel(log.LEVELS.ERROR)
const rows: Row[] = []

const crawler = new CheerioCrawler(
  {
    maxConcurrency: 64,
    autoscaledPoolOptions: { desiredConcurrency: 32 },
    async requestHandler({ $, request, enqueueLinks }) {
      if (!request.url.includes('/san-pham/')) {
        await enqueueLinks({ selector: 'a[href^="/danh-muc/"], a[href^="/san-pham/"]' })
        return
      }
      const blocks = $('script[type="application/ld+json"]')
        .toArray()
        .map((block) => JSON.parse($(block).text()))
      const product = blocks.find((block) => block['@type'] === 'Product')
      rows.push({
        url: request.url,
        title: product?.name ?? $('h1').text(),
        price: product?.offers.price ?? $('.price').text(),
      })
    },
  },
  new Configuration({ persistStorage: false }),
)

const printUsage = startClock()
await crawler.run([url])
writeFileSync(out, rows.map((row) => JSON.stringify(row)).join('\n'))
printUsage()
