import type { Role, Scope } from '../store/console/api.ts'

/**
 * What a route asks for. `public`: nobody need be signed in; `self`: whoever is; `token`: a program with a token, never a session; `second`: may be the second person of a
 * dismissal; `case`: makes cases, adds to them, packs them; `sweep`: plans sweeps and watch-lists, runs and pauses them; `rules`: changes rule files; `tips`: tips on sellers; `conduct`: tips on officers;
 * `settings`: how the console works.
 */
export type Permission =
  | 'public'
  | 'self'
  | 'token'
  | 'read'
  | 'decide'
  | 'second'
  | 'case'
  | 'tips'
  | 'conduct'
  | 'sweep'
  | 'rules'
  | 'audit'
  | 'accounts'
  | 'settings'

/** The one table of who may do what. Who looks after accounts or audits decides nothing. `self` and `public` need no entry, `token` has none. */
const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read'],
  analyst: ['read', 'decide', 'case', 'sweep', 'tips'],
  investigator: ['read', 'decide', 'second', 'case', 'sweep', 'tips'],
  reviewer: ['read', 'decide', 'second', 'case', 'sweep', 'rules', 'tips'],
  auditor: ['read', 'audit', 'conduct'],
  administrator: ['read', 'audit', 'accounts', 'settings'],
}

/** What a scope of a token asks of its account: a token never does more than its owner may. */
const ASKS: Readonly<Record<Scope, Permission>> = {
  listings: 'read',
  sweeps: 'read',
  sellers: 'read',
  rules: 'read',
  cases: 'read',
  reports: 'read',
  // Who decided what, officer by officer, is for who audits: a second reviewer must not know the first.
  decisions: 'audit',
  ledger: 'audit',
  // A pack prints verdicts, reasons and names.
  packs: 'case',
  checks: 'read',
  tips: 'tips',
  'decisions:write': 'decide',
  // Whom an allowance lifts out of the first rows is for who may be the second person.
  'sellers:write': 'second',
  'cases:write': 'case',
  'sweeps:write': 'sweep',
  'packs:write': 'case',
  'checks:write': 'sweep',
  'tips:write': 'tips',
  'reports:write': 'read',
  'rules:write': 'rules',
}

/** The one place where it is decided. A role of null is nobody signed in. */
export const may = (role: Role | null, permission: Permission): boolean =>
  permission === 'public' || (role !== null && (permission === 'self' || MAY[role].includes(permission)))

/** The same for a program: its token has the scope, and its account may still do that. */
export const mayWith = (role: Role, scopes: readonly Scope[], scope: Scope): boolean =>
  scopes.includes(scope) && may(role, ASKS[scope])

/** The scopes that an account of this role may give to a token. */
export const scopesFor = (role: Role): readonly Scope[] =>
  (Object.keys(ASKS) as Scope[]).filter((scope) => may(role, ASKS[scope]))
