import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { BadInput, NoInput } from '../errors.ts'
import { ledgerMessages } from '../i18n/ledger.ts'
import type { Authority } from '../timestamp/stamp.ts'
import { parseYaml } from '../yaml.ts'
import type { Tools } from './command.ts'

const SCHEMA = z.strictObject({
  authorities: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        url: z.url({ protocol: /^https?$/ }),
        /** A PEM file, beside the configuration unless it is absolute. */
        certificates: z.string().min(1),
      }),
    )
    .min(1),
})

const unreadable = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw new NoInput((error as Error).message, { cause: error })
}

/** Where the timestamp authorities of a run home are configured. */
export const authoritiesFile = (home: string): string => join(home, 'authorities.yaml')

/** The configured authorities in their order; none where there is no file. BadInput for a file with mistakes. */
export async function configuredAuthorities(tools: Pick<Tools, 'home' | 'lang'>): Promise<readonly Authority[]> {
  const t = ledgerMessages(tools.lang)
  const file = authoritiesFile(tools.home)
  const text = await readFile(file, 'utf8').catch(unreadable)
  if (text === null) return []
  const { authorities } = parseYaml(text, file, SCHEMA)
  const names = authorities.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new BadInput(t.twice(twice))
  return Promise.all(
    authorities.map(async ({ name, url, certificates }) => {
      const pem = resolve(dirname(file), certificates)
      const read = await readFile(pem, 'utf8').catch(unreadable)
      if (read === null || !read.includes('-----BEGIN CERTIFICATE-----'))
        throw new BadInput(t.noCertificates(name, pem))
      return { name, url, certificates: read }
    }),
  )
}

/** The same; BadInput that shows how to write one where none is configured. */
export async function requiredAuthorities(tools: Pick<Tools, 'home' | 'lang'>): Promise<readonly Authority[]> {
  const found = await configuredAuthorities(tools)
  if (found.length === 0) throw new BadInput(ledgerMessages(tools.lang).noAuthorities(authoritiesFile(tools.home)))
  return found
}
