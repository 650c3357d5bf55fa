import { amongGoods } from './among-goods.ts'
import { blocked } from './blocked.ts'
import { honest } from './honest.ts'
import { nearMisses } from './near-misses.ts'
import type { Labelled } from './page.ts'
import { removed } from './removed.ts'
import { scant } from './scant.ts'
import { errors, notListings, served, shells } from './served.ts'
import { softwareBlocked } from './software-blocked.ts'
import { softwareGone } from './software-gone.ts'
import { softwareRest, softwareWalls } from './software-rest.ts'
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
  ...honest,
  ...softwareBlocked,
  ...softwareGone,
  ...softwareWalls,
  ...softwareRest,
  ...nearMisses,
  ...scant,
  ...amongGoods,
]
