import type { CaptureBrowser } from '../../../src/capture/browser.ts'
import type { Sought } from '../../../src/domain.ts'
import type { Store } from '../../../src/store/store.ts'

/** What rules of ours would quote of the page, and its title and price. */
const SOUGHT: Sought = {
  key: '1',
  amongOthers: false,
  quotes: [
    ...['like auth', 'tuồn xưởng'].map((text) => ({
      field: 'description',
      start: 0,
      end: text.length,
      text,
      before: '',
      after: ', ',
    })),
    { field: 'title', start: 0, end: 20, text: 'Túi LV like auth 1:1', before: '', after: '' },
    { field: 'price_text', start: 0, end: 11, text: '1.200.000 ₫', before: '', after: '' },
  ],
}

/** Takes the page of an address whole into the store; throws when a part of it is missing. */
export const sealed =
  (browser: CaptureBrowser, store: Store) =>
  async (url: string): Promise<void> => {
    const { artifacts, missing, marks } = await browser.capture(url, [SOUGHT])
    const lost = [...missing, ...(marks?.get('1')?.missing ?? [])]
    if (lost.length > 0) throw new Error(`not whole: ${lost.join('; ')}`)
    for (const { bytes } of [...artifacts, ...(marks?.get('1')?.artifacts ?? [])]) await store.blobs.put(bytes)
  }
