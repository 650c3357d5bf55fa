import type { Role, Scope } from '../store/console/api.ts'

/**
 * What a route asks for. `public`: nobody need be signed in; `self`: whoever is; `token`: a program with a token, never a session; `second`: may be the second person of a
 * dismissal; `case`: makes cases, adds to them, packs them; `rules`: changes rule files.
 */
export type Permission =
  | 'public'
  | 'self'
  | 'token'
  | 'read'
  | 'decide'
  | 'second'
  | 'case'
  | 'rules'
  | 'audit'
  | 'accounts'

/** The one table of who may do what. Who looks after accounts or audits decides nothing. `self` and `public` need no entry, `token` has none. */
const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read'],
  analyst: ['read', 'decide', 'case'],
  investigator: ['read', 'decide', 'second', 'case'],
  reviewer: ['read', 'decide', 'second', 'case', 'rules'],
  auditor: ['read', 'audit'],
  administrator: ['read', 'audit', 'accounts'],
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
  'decisions:write': 'decide',
  'cases:write': 'case',
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
