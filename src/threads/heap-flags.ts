import { setFlagsFromString } from 'node:v8'

/** Each of Node 20's V8 (11.3), which knows no other way to say it. */
const FLAGS = [
  // V8 guesses from the first pages which of its objects live long, and allocates their like among the old from then on. A page's
  // document does not; where the guess was wrong (in every other run), a page cost a third more.
  '--no-allocation-site-pretenuring',
  // It begins to look through a whole heap 8 MB after it last did, and counts among them the bodies that pass through: in a thread
  // that fetches that is twice a second, and compiled code goes each time with the objects it met last. Later, then.
  '--incremental-marking-soft-trigger=60',
  '--incremental-marking-hard-trigger=100',
  // A heap that grows slowly (a few kilobytes for each page) would grow to several times what is in use.
  '--heap-growing-percent=15',
]

/** Sets when the heaps of this process are collected, those of all its threads. */
export function setHeapFlags(): void {
  for (const flag of FLAGS) setFlagsFromString(flag)
}
