import { choMau } from './cho-mau/site.ts'
import { hoiNhom } from './hoi-nhom/site.ts'
import { type Seen, serveSite } from './http.ts'

export interface Samples {
  /** Front page of the sample marketplace: http://cho-mau.localhost:PORT/ */
  readonly market: string
  /** Front page of the sample feed: http://hoi-nhom.localhost:PORT/ */
  readonly social: string
  /** Every request both have had so far, in order. */
  readonly seen: readonly Seen[]
  close(): Promise<void>
}

/**
 * Serves the sample marketplace and the sample feed on 127.0.0.1, under `*.localhost` names (RFC 6761).
 * Ports: free ones unless stated; the demo sweep expects 4610 and 4611.
 */
export async function serveSamples(options: { ports?: { market: number; social: number } } = {}): Promise<Samples> {
  const seen: Seen[] = []
  const market = await serveSite(choMau, options.ports?.market ?? 0, seen)
  const social = await serveSite(hoiNhom, options.ports?.social ?? 0, seen).catch(async (taken: unknown) => {
    await market.close()
    throw taken
  })
  return {
    market: `http://cho-mau.localhost:${market.port}/`,
    social: `http://hoi-nhom.localhost:${social.port}/`,
    seen,
    close: async () => {
      await Promise.all([market.close(), social.close()])
    },
  }
}
