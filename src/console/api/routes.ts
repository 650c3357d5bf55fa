import { z } from 'zod'
import type { Route } from '../ask.ts'
import type { Endpoint } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { openApi } from './openapi.ts'
import { refusal, tagged } from './reply.ts'

const ROOT = '/api/v1'

const misfit = ({ issues: [issue] }: z.ZodError): string =>
  issue ? `${issue.path.join('.') || 'the query'}: ${issue.message}` : 'the query does not fit'

const routeOf = (endpoint: Endpoint): Route => ({
  method: 'GET',
  path: ROOT + endpoint.path.replace('{id}', ':id{[0-9]+}'),
  permission: 'token',
  scope: endpoint.scope,
  handle: async (ask) => {
    try {
      return tagged(await endpoint.read(ask), ask.ifNoneMatch)
    } catch (error) {
      if (error instanceof z.ZodError) return refusal(400, misfit(error))
      throw error
    }
  },
})

/** Public like any documentation: it tells nothing of what is stored. */
const description: Route = {
  method: 'GET',
  path: `${ROOT}/openapi.json`,
  permission: 'public',
  handle: async () => tagged(openApi(ENDPOINTS), null),
}

export const apiRoutes: readonly Route[] = [description, ...ENDPOINTS.map(routeOf)]
