import type { Role } from '../store/console/api.ts'

/**
 * What a route asks for. `public`: nobody need be signed in; `self`: whoever is; `second`: may be the second person of a
 * dismissal; `case`: makes cases, adds to them, packs them.
 */
export type Permission = 'public' | 'self' | 'read' | 'decide' | 'second' | 'case' | 'audit' | 'accounts'

/** The one table of who may do what. Who looks after accounts or audits decides nothing. `self` and `public` need no entry. */
const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read'],
  analyst: ['read', 'decide', 'case'],
  investigator: ['read', 'decide', 'second', 'case'],
  reviewer: ['read', 'decide', 'second', 'case'],
  auditor: ['read', 'audit'],
  administrator: ['read', 'audit', 'accounts'],
}

/** The one place where it is decided. A role of null is nobody signed in. */
export const may = (role: Role | null, permission: Permission): boolean =>
  permission === 'public' || (role !== null && (permission === 'self' || MAY[role].includes(permission)))
