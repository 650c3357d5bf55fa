import { blocked } from './blocked.ts'
import type { Labelled } from './page.ts'
import { removed } from './removed.ts'
import { errors, notListings, served, shells } from './served.ts'
import { consentWalls, geoDifferent, loginWalls } from './walls.ts'

export const LABELLED: readonly Labelled[] = [
  ...served,
  ...removed,
  ...blocked,
  ...loginWalls,
  ...consentWalls,
  ...geoDifferent,
  ...shells,
  ...notListings,
  ...errors,
]
