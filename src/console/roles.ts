import type { Role } from '../store/console/api.ts'

/** What a route asks for. `public`: nobody need be signed in; `self`: whoever is. */
export type Permission = 'public' | 'self' | 'read' | 'audit' | 'accounts'

/** The one table of who may do what; `self` and `public` need no entry. */
const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read'],
  analyst: ['read'],
  investigator: ['read'],
  reviewer: ['read'],
  auditor: ['read', 'audit'],
  administrator: ['read', 'audit', 'accounts'],
}

/** The one place where it is decided. A role of null is nobody signed in. */
export const may = (role: Role | null, permission: Permission): boolean =>
  permission === 'public' || (role !== null && (permission === 'self' || MAY[role].includes(permission)))
