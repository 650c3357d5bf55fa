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
import { pictureRoutes } from './pages/pictures.ts'
import { queueRoutes } from './pages/queue.ts'
import { replyRoutes } from './pages/replies.ts'
import { reportRoutes } from './pages/reports.ts'
import { reviewRoutes } from './pages/reviews.ts'
import { sellerRoutes } from './pages/seller.ts'
import { sellerActRoutes } from './pages/seller-acts.ts'
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
  ...reportRoutes,
  ...auditRoutes,
  ...accountRoutes,
  ...apiRoutes,
]
