import { apiRoutes } from './api/routes.ts'
import type { Route } from './ask.ts'
import { assetRoutes } from './assets.ts'
import { accountRoutes } from './pages/accounts.ts'
import { auditRoutes } from './pages/audit.ts'
import { caseRoutes } from './pages/cases.ts'
import { decideRoutes } from './pages/decide.ts'
import { fileRoutes } from './pages/files.ts'
import { helpRoutes } from './pages/help.ts'
import { listingRoutes } from './pages/listing.ts'
import { loginRoutes } from './pages/login.ts'
import { meRoutes } from './pages/me.ts'
import { queueRoutes } from './pages/queue.ts'
import { reportRoutes } from './pages/reports.ts'
import { ruleRoutes } from './pages/rule.ts'
import { ruleChangeRoutes } from './pages/rule-change.ts'
import { ruleEditRoutes } from './pages/rule-edit.ts'
import { ruleTryRoutes } from './pages/rule-try.ts'
import { rulesRoutes } from './pages/rules.ts'
import { sellerRoutes } from './pages/seller.ts'
import { sweepRoutes } from './pages/sweeps.ts'
import { todayRoutes } from './pages/today.ts'
import { tokenRoutes } from './pages/tokens.ts'
import { welcomeRoutes } from './pages/welcome.ts'

/** Every route there is, with who may use it. Nothing is served that does not stand here. */
export const ROUTES: readonly Route[] = [
  ...assetRoutes,
  ...loginRoutes,
  ...welcomeRoutes,
  ...helpRoutes,
  ...meRoutes,
  ...tokenRoutes,
  ...todayRoutes,
  ...queueRoutes,
  ...listingRoutes,
  ...decideRoutes,
  ...sellerRoutes,
  ...caseRoutes,
  ...fileRoutes,
  ...sweepRoutes,
  ...rulesRoutes,
  ...ruleRoutes,
  ...ruleTryRoutes,
  ...ruleEditRoutes,
  ...ruleChangeRoutes,
  ...reportRoutes,
  ...auditRoutes,
  ...accountRoutes,
  ...apiRoutes,
]
