import { bbpress } from './bbpress.ts'
import { bigcommerce } from './bigcommerce.ts'
import { bookshop } from './bookshop.ts'
import { cosmetics } from './cosmetics.ts'
import { cscart } from './cscart.ts'
import { dawn } from './dawn.ts'
import { drupal } from './drupal.ts'
import { ecwid } from './ecwid.ts'
import { electro } from './electro.ts'
import { flarum } from './flarum.ts'
import { flatsome } from './flatsome.ts'
import { gempages } from './gempages.ts'
import { grocery } from './grocery.ts'
import { handmade } from './handmade.ts'
import { hikashop } from './hikashop.ts'
import { hyva } from './hyva.ts'
import { invision } from './invision.ts'
import { journal } from './journal.ts'
import { kiotviet } from './kiotviet.ts'
import { landing } from './landing.ts'
import { luma } from './luma.ts'
import type { Make } from './make.ts'
import { motorbikes } from './motorbikes.ts'
import { mybb } from './mybb.ts'
import { nextjs } from './nextjs.ts'
import { nhanh } from './nhanh.ts'
import { nodebb } from './nodebb.ts'
import { nopcommerce } from './nopcommerce.ts'
import { nukeviet } from './nukeviet.ts'
import { nuxtphones } from './nuxtphones.ts'
import { odoo } from './odoo.ts'
import { pharmacy } from './pharmacy.ts'
import { raovat } from './raovat.ts'
import { sapo } from './sapo.ts'
import { shopware } from './shopware.ts'
import { smf } from './smf.ts'
import { squarespace } from './squarespace.ts'
import { swatched } from './swatched.ts'
import { tables } from './tables.ts'
import { tailwind } from './tailwind.ts'
import { vanilla } from './vanilla.ts'
import { virtuemart } from './virtuemart.ts'
import { webflow } from './webflow.ts'
import { wholesale } from './wholesale.ts'
import { wix } from './wix.ts'
import { wpblog } from './wpblog.ts'
import { zencart } from './zencart.ts'

export const forums: readonly Make[] = [bbpress, flarum, invision, mybb, nodebb, smf, vanilla]
export const shops: readonly Make[] = [
  bigcommerce,
  bookshop,
  cosmetics,
  cscart,
  dawn,
  drupal,
  ecwid,
  electro,
  flatsome,
  gempages,
  grocery,
  handmade,
  hikashop,
  hyva,
  journal,
  kiotviet,
  landing,
  luma,
  motorbikes,
  nextjs,
  nhanh,
  nopcommerce,
  nukeviet,
  nuxtphones,
  odoo,
  pharmacy,
  raovat,
  sapo,
  shopware,
  squarespace,
  swatched,
  tables,
  tailwind,
  virtuemart,
  webflow,
  wholesale,
  wix,
  wpblog,
  zencart,
]
