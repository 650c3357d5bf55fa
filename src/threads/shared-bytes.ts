/** What most pages fit into. */
const PAGE = 256 * 1024

/**
 * Memory that this thread and another both see. Posting bytes copies them several times and leaves the copies to be swept on both
 * sides; here they are copied once, into room that is used again. Longer ones get room of their own.
 */
export function sharedBytes(): { lend(bytes: Uint8Array): Lent } {
  const free: SharedArrayBuffer[] = []
  return {
    lend: (bytes) => {
      const room =
        bytes.byteLength > PAGE ? new SharedArrayBuffer(bytes.byteLength) : (free.pop() ?? new SharedArrayBuffer(PAGE))
      const shared = new Uint8Array(room, 0, bytes.byteLength)
      shared.set(bytes)
      return {
        shared,
        back: () => {
          if (room.byteLength === PAGE) free.push(room)
        },
      }
    },
  }
}

export interface Lent {
  readonly shared: Uint8Array
  /** Nobody reads `shared` any more. */
  readonly back: () => void
}
