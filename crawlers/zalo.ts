import { defineSite } from '../src/sites/contract.ts'

/**
 * Zalo shows strangers almost nothing, so it is an identifier only: zalo.me/<phone or account>, zalo.me/g/<group> and
 * oa.zalo.me/<account> that other listings name are kept as contacts. Its pages hold no listings and are not followed.
 */
export default defineSite({
  id: 'zalo',
  name: 'Zalo (chỉ là định danh liên hệ)',
  hosts: ['zalo.me', 'www.zalo.me', 'chat.zalo.me', 'oa.zalo.me'],
  verified: 'none',
  verifiedBy: 'nothing of Zalo was recorded; only the form of its links is relied on',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 0, filled: {} },

  key: () => null,
  listings: () => [],
  links: () => [],
  signs: { removed: ['Tài khoản không tồn tại', 'Nhóm không tồn tại'] },
})
