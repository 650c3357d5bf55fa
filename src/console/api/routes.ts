import { z } from 'zod'
import { listingsSchema } from '../../export/json.ts'
import { reportSchema } from '../../report/schema.ts'
import type { ProgramAsk, Route } from '../ask.ts'
import { docs } from './docs.ts'
import type { Endpoint } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { onceByKey } from './once.ts'
import { openApi } from './openapi.ts'
import { refusal, tagged, told } from './reply.ts'
import { SEGMENT, SEGMENTS } from './segments.ts'

const ROOT = '/api/v1'

const misfit = ({ issues: [issue] }: z.ZodError): string =>
  issue ? `${issue.path.join('.') || 'what was sent'}: ${issue.message}` : 'what was sent does not fit'

async function handled(endpoint: Endpoint, ask: ProgramAsk): Promise<Response> {
  const { method, status, changes } = endpoint
  if (method === 'GET') {
    const found = await endpoint.run(ask)
    return found instanceof Response ? found : tagged(found, ask.ifNoneMatch)
  }
  if (!/^application\/json\b/i.test(ask.contentType ?? '')) return refusal(415, 'send application/json')
  const run = () => endpoint.run(ask)
  if (changes) return onceByKey(ask, { status, run })
  return told(status, JSON.stringify(await run()))
}

const routeOf = (endpoint: Endpoint): Route => ({
  method: endpoint.method,
  path:
    ROOT + endpoint.path.replace(SEGMENT, (_, name: keyof typeof SEGMENTS) => `:${name}{${SEGMENTS[name].pattern}}`),
  permission: 'token',
  scope: endpoint.scope,
  upload: endpoint.upload,
  handle: async (ask) => {
    try {
      return await handled(endpoint, ask)
    } catch (error) {
      if (error instanceof z.ZodError) return refusal(400, misfit(error))
      if (error instanceof SyntaxError) return refusal(400, 'the body is not JSON')
      throw error
    }
  },
})

const file = (path: string, text: () => string, mediaType: string): Route => ({
  method: 'GET',
  path: ROOT + path,
  permission: 'public',
  handle: async () => new Response(text(), { headers: { 'Content-Type': mediaType } }),
})

const SCHEMA = 'application/schema+json'

/** Public like any documentation: it tells nothing of what is stored. */
const described: readonly Route[] = [
  file('/openapi.json', () => JSON.stringify(openApi(ENDPOINTS)), 'application/json'),
  file('/schemas/listings.json', listingsSchema, SCHEMA),
  file('/schemas/report.json', () => JSON.stringify(z.toJSONSchema(reportSchema)), SCHEMA),
  { method: 'GET', path: `${ROOT}/docs`, permission: 'public', handle: async (ask) => docs(ask, ENDPOINTS) },
]

export const apiRoutes: readonly Route[] = [...described, ...ENDPOINTS.map(routeOf)]
