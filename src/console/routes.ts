import { apiRoutes } from './api/routes.ts'
import type { Route } from './ask.ts'
import { assetRoutes } from './assets.ts'
import { accountRoutes } from './pages/accounts.ts'
import { auditRoutes } from './pages/audit.ts'
import { bulkRoutes } from './pages/bulk.ts'
import { oneCaseRoutes } from './pages/case.ts'
import { caseAlikeRoutes } from './pages/case-alike.ts'
import { caseFileRoutes } from './pages/case-files.ts'
import { caseRoutes } from './pages/cases.ts'
import { decideRoutes } from './pages/decide.ts'
import { fileRoutes } from './pages/files.ts'
import { helpRoutes } from './pages/help.ts'
import { listingRoutes } from './pages/listing.ts'
import { loginRoutes } from './pages/login.ts'
import { meRoutes } from './pages/me.ts'
import { noticeRoutes } from './pages/notices.ts'
import { notifyRoutes } from './pages/notify.ts'
import { pictureRoutes } from './pages/pictures.ts'
import { planRoutes } from './pages/plan.ts'
import { planEditRoutes } from './pages/plan-edit.ts'
import { queueRoutes } from './pages/queue.ts'
import { replyRoutes } from './pages/replies.ts'
import { reportRoutes } from './pages/reports.ts'
import { reviewRoutes } from './pages/reviews.ts'
import { ruleRoutes } from './pages/rule.ts'
import { ruleChangeRoutes } from './pages/rule-change.ts'
import { ruleEditRoutes } from './pages/rule-edit.ts'
import { ruleTryRoutes } from './pages/rule-try.ts'
import { rulesRoutes } from './pages/rules.ts'
import { sellerRoutes } from './pages/seller.ts'
import { sellerActRoutes } from './pages/seller-acts.ts'
import { sweepCompareRoutes } from './pages/sweep-compare.ts'
import { sweepRoutes } from './pages/sweeps.ts'
import { tipPublicRoutes } from './pages/tip-public.ts'
import { tipSettingsRoutes } from './pages/tip-settings.ts'
import { tipWorkRoutes } from './pages/tip-work.ts'
import { tipsRoutes } from './pages/tips.ts'
import { todayRoutes } from './pages/today.ts'
import { tokenRoutes } from './pages/tokens.ts'
import { watchRoutes } from './pages/watch.ts'
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
  ...noticeRoutes,
  ...bulkRoutes,
  ...replyRoutes,
  ...reviewRoutes,
  ...sellerRoutes,
  ...sellerActRoutes,
  ...caseRoutes,
  ...oneCaseRoutes,
  ...caseFileRoutes,
  ...caseAlikeRoutes,
  ...fileRoutes,
  ...pictureRoutes,
  ...sweepRoutes,
  ...tipPublicRoutes,
  ...tipsRoutes,
  ...tipWorkRoutes,
  ...planRoutes,
  ...planEditRoutes,
  ...sweepCompareRoutes,
  ...watchRoutes,
  ...rulesRoutes,
  ...ruleRoutes,
  ...ruleTryRoutes,
  ...ruleEditRoutes,
  ...ruleChangeRoutes,
  ...reportRoutes,
  ...auditRoutes,
  ...accountRoutes,
  ...tipSettingsRoutes,
  ...notifyRoutes,
  ...apiRoutes,
]
