import { bbpress } from './bbpress.ts'
import { bigcommerce } from './bigcommerce.ts'
import { cscart } from './cscart.ts'
import { drupal } from './drupal.ts'
import { ecwid } from './ecwid.ts'
import { flarum } from './flarum.ts'
import { invision } from './invision.ts'
import { kiotviet } from './kiotviet.ts'
import type { Make } from './make.ts'
import { mybb } from './mybb.ts'
import { nextjs } from './nextjs.ts'
import { nhanh } from './nhanh.ts'
import { nodebb } from './nodebb.ts'
import { nopcommerce } from './nopcommerce.ts'
import { nukeviet } from './nukeviet.ts'
import { odoo } from './odoo.ts'
import { raovat } from './raovat.ts'
import { shopware } from './shopware.ts'
import { smf } from './smf.ts'
import { squarespace } from './squarespace.ts'
import { tables } from './tables.ts'
import { tailwind } from './tailwind.ts'
import { vanilla } from './vanilla.ts'
import { virtuemart } from './virtuemart.ts'
import { wix } from './wix.ts'
import { wpblog } from './wpblog.ts'

export const forums: readonly Make[] = [bbpress, flarum, invision, mybb, nodebb, smf, vanilla]
export const shops: readonly Make[] = [
  bigcommerce,
  cscart,
  drupal,
  ecwid,
  kiotviet,
  nextjs,
  nhanh,
  nopcommerce,
  nukeviet,
  odoo,
  raovat,
  shopware,
  squarespace,
  tables,
  tailwind,
  virtuemart,
  wix,
  wpblog,
]
