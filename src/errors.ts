/** Named after what happens next, not after what went wrong. Each message says what to do. */

/** The page was served and holds no listing: counted, never retried. */
export class NotAListing extends Error {
  override readonly name = 'NotAListing'
}

/** The adapter no longer fits the page: never retried; the page goes to quarantine as a fixture candidate. */
export class LayoutChanged extends Error {
  override readonly name = 'LayoutChanged'
  /** By its name: a site file of a user's own is put together with a copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'LayoutChanged'
  }
}

/** The URL may not be visited at all (scheme, private network, robots): counted as not reached, never retried. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The answer never came whole (timeout, reset, too big, bad encoding): retried when `again`, then counted as failed. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed'
  readonly again: boolean
  constructor(message: string, options: { again: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.again = options.again
  }
}

/** Something the user wrote is wrong (argument, file, rule, sweep): the message names the place and the remedy. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}

/** A file the user named is not there or cannot be read. */
export class NoInput extends Error {
  override readonly name = 'NoInput'
}

/** A needed part of the machine is missing (browser, font, disk space): `soi doctor` names the remedy. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** The place for evidence cannot be written (read-only, full): nothing was lost, nothing half-written is visible. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite'
}

/** Another process holds what is needed: try again when it is done. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/** Stored evidence no longer matches its hashes: never repaired silently. */
export class EvidenceBroken extends Error {
  override readonly name = 'EvidenceBroken'
}
