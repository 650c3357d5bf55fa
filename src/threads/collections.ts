import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Pages between two collections of a thread's whole heap; one takes some 40 ms. */
const PAGES = 1_500

/**
 * Told of every page, collects the thread's whole heap now and then. V8 itself lets what a page leaves in the old generation (a
 * few kilobytes, more of long ones) pile up to several times what is in use before it looks: 30 MB more after 6,000 pages of
 * 100 KB, a hundred more after 27,000. Node gives a program the collector by no other way than this flag.
 */
export function collections(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  let pages = 0
  return () => {
    pages++
    if (pages % PAGES === 0) collect()
  }
}
