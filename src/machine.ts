import { totalmem } from 'node:os'

/** Bytes of memory that this process may use: the machine's, or what its container allows. */
export const memoryHere = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
