import type { DecisionVerdict } from './api.ts'

/**
 * Why an officer decided, as codes that can be counted; i18n/decide.ts has their words. Every verdict also takes `other`,
 * which needs a note.
 */
const DECISION_REASONS = {
  confirm: ['signs-plain', 'rights-holder-confirms', 'test-purchase', 'registry-contradicts', 'seller-admits'],
  dismiss: [
    ...['genuine', 'authorised-seller', 'own-used-item', 'words-misread', 'not-an-offer', 'not-regulated'],
    ...['same-as-another', 'outside-remit'],
  ],
  'needs-more': ['ask-rights-holder', 'ask-platform', 'identify-seller', 'look-again', 'test-purchase-needed'],
  refer: ['to-platform', 'to-police', 'to-customs', 'to-health', 'to-tax', 'to-other-unit'],
  reopen: ['new-facts', 'decided-by-mistake', 'ordered-by-superior', 'second-review-differs'],
} as const satisfies Readonly<Record<DecisionVerdict, readonly string[]>>

export type DecisionReason = (typeof DECISION_REASONS)[DecisionVerdict][number] | 'other'

export const VERDICTS = Object.keys(DECISION_REASONS) as readonly DecisionVerdict[]

/** What may be given as reason of a verdict. */
export const reasonsFor = (verdict: DecisionVerdict): readonly DecisionReason[] => [
  ...DECISION_REASONS[verdict],
  'other',
]
