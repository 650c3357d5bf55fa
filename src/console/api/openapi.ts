import { z } from 'zod'
import { apiMessages } from '../../i18n/api.ts'
import type { Endpoint } from './endpoint.ts'
import { SEGMENTS, segmentsOf } from './segments.ts'

const problem = z.strictObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })

export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'throw' })
  return rest
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: object
}

interface Described {
  readonly description?: string
}

const KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'your own name for this request; sent again with it, the request is carried out once',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
}

/** Everything a request may carry beside its body. */
export function parametersOf({ path, query, changes }: Endpoint): readonly Parameter[] {
  const { properties, required } = schemaOf(query, 'input') as {
    properties?: Record<string, Described>
    required?: readonly string[]
  }
  const parts = segmentsOf(path).map(
    (name): Parameter => ({ name, in: 'path', required: true, schema: SEGMENTS[name].schema }),
  )
  const asked = Object.entries(properties ?? {}).map(
    ([name, { description, ...schema }]): Parameter => ({
      ...{ name, in: 'query', required: required?.includes(name) ?? false, schema },
      ...(description === undefined ? {} : { description }),
    }),
  )
  return [...parts, ...asked, ...(changes ? [KEY] : [])]
}

/** What may be answered beside success. */
export function problemsOf({ path, method, changes }: Endpoint): readonly string[] {
  const lookedUp = segmentsOf(path).length > 0 || changes
  const sent = method === 'POST' ? ['413', '415'] : []
  return [
    '400',
    '401',
    '403',
    ...(lookedUp ? ['404'] : []),
    ...(changes ? ['409', '422'] : []),
    ...sent,
    '429',
    '503',
  ].sort()
}

const words = apiMessages('en')

const TAG = {
  ETag: { description: 'of exactly these bytes; send it back as If-None-Match', schema: { type: 'string' } },
}

const WHERE = { Location: { description: 'the address of the job', schema: { type: 'string' } } }
const BYTES = { 'application/octet-stream': { schema: { type: 'string', contentEncoding: 'binary' } } }

function successOf({ method, name, status, answer }: Endpoint): object {
  if (answer === null) return { [status]: { description: words.statuses[status] ?? '', content: BYTES } }
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
  const description = words.statuses[status] ?? ''
  const headers = status === 202 ? { headers: WHERE } : {}
  if (method === 'POST') return { [status]: { description, ...headers, content } }
  return { [status]: { description, headers: TAG, content }, 304: { description: words.statuses['304'] } }
}

const refusals = (endpoint: Endpoint): object =>
  Object.fromEntries(
    problemsOf(endpoint).map((status) => [
      status,
      {
        description: words.statuses[status] ?? '',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )

const bodyOf = ({ body, name }: Endpoint): object =>
  body === null
    ? {}
    : {
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { $ref: `#/components/schemas/${name}Request` }, example: body.example },
          },
        },
      }

const operation = (endpoint: Endpoint): object => ({
  operationId: endpoint.name,
  summary: words.operations[endpoint.name] ?? '',
  security: [{ token: [endpoint.scope] }],
  parameters: parametersOf(endpoint),
  ...bodyOf(endpoint),
  responses: { ...successOf(endpoint), ...refusals(endpoint) },
})

/** The OpenAPI 3.1 file of these endpoints; its schemas are those that questions are read with. */
export const openApi = (endpoints: readonly Endpoint[]): object => ({
  openapi: '3.1.0',
  info: { title: 'Soi', version: '1', description: words.intro },
  servers: [{ url: '/api/v1' }],
  paths: Object.fromEntries(
    [...new Set(endpoints.map(({ path }) => path))].map((path) => [
      path,
      Object.fromEntries(
        endpoints.filter((each) => each.path === path).map((each) => [each.method.toLowerCase(), operation(each)]),
      ),
    ]),
  ),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: words.points[0] } },
    schemas: {
      ...Object.fromEntries(
        endpoints.flatMap(({ name, answer }) => (answer ? [[name, schemaOf(answer, 'output')]] : [])),
      ),
      ...Object.fromEntries(
        endpoints.flatMap(({ name, body }) => (body ? [[`${name}Request`, schemaOf(body.schema, 'input')]] : [])),
      ),
      Problem: schemaOf(problem, 'output'),
    },
  },
})
