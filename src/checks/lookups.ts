import type { RegistryKind, RegistryRecord, SnapshotRef } from '../domain.ts'

/** What a registry can be asked by; keys as `normalise/registry-keys.ts` makes them. */
export type LookupBy = 'number' | 'name' | 'tax' | 'url'

/** The registries as the checks see them; the store answers in production. */
export interface Lookups {
  /** The snapshot in force; null when none of the kind was imported. */
  snapshot(kind: RegistryKind): Promise<SnapshotRef | null>
  /** Rows with exactly this key, at most twenty, in the order of the file. */
  find(kind: RegistryKind, by: LookupBy, key: string): Promise<readonly RegistryRecord[]>
}

export const NO_REGISTRIES: Lookups = { snapshot: async () => null, find: async () => [] }
