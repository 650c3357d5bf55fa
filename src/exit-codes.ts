/** Named endings of every command. 64 and up follow BSD sysexits.h where one fits. The README's table is checked against this. */
export const ExitCode = {
  /** Done; for `check` and `sweep`: read, and nothing flagged. */
  Ok: 0,
  /** Read, and at least one listing is flagged. */
  Flagged: 10,
  /** Nothing could be read: every URL was blocked, removed, failed or not reached. For `sweep` also: nothing flagged, and a site is broken. */
  NothingRead: 11,
  /** The page was read and is no listing. */
  NotAListing: 12,
  /** `verify`: something no longer matches its hash or signature. */
  EvidenceBroken: 20,
  /** Rule examples or other self-tests failed. */
  TestsFailed: 21,
  /** `doctor`: something needed is missing. */
  Missing: 22,
  /** Wrong arguments. */
  Usage: 64,
  /** An input file or line is malformed. */
  BadInput: 65,
  /** An input file cannot be read. */
  NoInput: 66,
  /** A part of the machine is missing (browser, network). */
  Unavailable: 69,
  /** A defect in Soi. */
  Internal: 70,
  /** Evidence cannot be written: disk full or read-only. */
  CannotWrite: 73,
  /** Another process holds the sweep or the store. */
  Busy: 75,
  /** Ctrl-C; everything recorded so far is kept. */
  Interrupted: 130,
} as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]
