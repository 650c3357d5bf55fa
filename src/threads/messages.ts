import type { Checks, Page, ScoreInput } from '../domain.ts'
import type { RuleFile } from '../rules/kept.ts'

/** What the thread is started with. */
export interface Start {
  readonly rules: readonly RuleFile[]
  readonly siteFolders: readonly string[]
}

/** What is asked of the thread. */
export type Question = { readonly page: Page } | { readonly input: ScoreInput; readonly checks: Checks }
