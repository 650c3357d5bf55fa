import { defineSite } from '../src/sites/contract.ts'

/** Classifieds on Osclass: one advertisement, one seller with a name and often a phone. Feeds of a search hold no prices. */
export default defineSite({
  id: 'osclass',
  name: 'Osclass (rao vặt)',
  hosts: [],
  verified: 'recording',
  verifiedBy: '2026-11 recording of an Osclass 5.2 site, theme Bender; other themes not recorded',
  needs: 'http',
  currency: null,
  expect: { minListings: 1, filled: { price: 0.8, description: 0.9, seller: 0.9 } },

  marks: ['content="Osclass', 'oc-content/themes/'],

  links: (_, found) => found.filter(({ url }) => !/[?&](?:sFeed|action)=/.test(url)),
})
