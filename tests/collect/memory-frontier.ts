import type { Frontier, FrontierRequest, NewRequest, Visit } from '../../src/domain.ts'

interface Entry {
  request: FrontierRequest
  state: 'waiting' | 'leased' | 'done'
  at: number
}

export interface MemoryFrontier extends Frontier {
  readonly visits: Visit[]
  readonly retries: { readonly url: string; readonly reason: string }[]
  /** Drops every lease, as the death of the process that took them does. */
  dropLeases(): void
}

export const start = (url: string, via: 'http' | 'browser' = 'http'): NewRequest => ({
  url,
  key: url,
  host: new URL(url).hostname,
  role: 'start',
  depth: 0,
  via,
})

/** The durable frontier's contract, in memory. */
export function memoryFrontier(first: readonly NewRequest[] = []): MemoryFrontier {
  const entries = new Map<string, Entry>()
  const byId: Entry[] = []
  const ready: Entry[] = []
  const visits: Visit[] = []
  const retries: { url: string; reason: string }[] = []
  const add = (requests: readonly NewRequest[]): number => {
    let added = 0
    for (const { key, ...request } of requests) {
      if (entries.has(key)) continue
      const entry: Entry = { request: { ...request, id: entries.size + 1, attempts: 0 }, state: 'waiting', at: 0 }
      entries.set(key, entry)
      byId.push(entry)
      ready.push(entry)
      added += 1
    }
    return added
  }
  const of = (id: number): Entry => {
    const entry = byId[id - 1]
    if (entry === undefined) throw new Error(`no request ${id}`)
    return entry
  }
  add(first)
  return {
    visits,
    retries,
    add: async (requests) => add(requests),
    async take(count) {
      const now = Date.now()
      const taken: FrontierRequest[] = []
      for (let i = ready.length; i > 0 && taken.length < count; i -= 1) {
        const entry = ready.shift()
        if (entry === undefined || entry.state !== 'waiting') continue
        if (entry.at > now) ready.push(entry)
        else {
          entry.state = 'leased'
          taken.push(entry.request)
        }
      }
      return taken
    },
    async retry(request, at, reason) {
      const entry = of(request.id)
      if (entry.state !== 'leased') throw new Error(`request ${request.id} is ${entry.state}`)
      entry.request = { ...entry.request, attempts: entry.request.attempts + 1 }
      entry.state = 'waiting'
      entry.at = Date.parse(at)
      ready.push(entry)
      retries.push({ url: request.url, reason })
    },
    async record(visit) {
      const entry = of(visit.request.id)
      if (entry.state !== 'leased') throw new Error(`request ${visit.request.id} is ${entry.state}`)
      entry.state = 'done'
      visits.push(visit)
      add(visit.discovered)
      return visit.sightings.map((_, i) => i)
    },
    async counts() {
      const states = [...entries.values()].map(({ state }) => state)
      const count = (wanted: Entry['state']) => states.filter((state) => state === wanted).length
      return { waiting: count('waiting'), leased: count('leased'), done: count('done') }
    },
    async release(requests) {
      for (const { id } of requests) {
        const entry = of(id)
        if (entry.state !== 'leased') continue
        entry.state = 'waiting'
        ready.push(entry)
      }
    },
    dropLeases() {
      for (const entry of entries.values())
        if (entry.state === 'leased') {
          entry.state = 'waiting'
          ready.push(entry)
        }
    },
  }
}
