import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { BadInput, NoInput } from '../errors.ts'
import { ledgerMessages } from '../i18n/ledger.ts'
import type { Lang } from '../i18n/messages.ts'
import { parseYaml } from '../yaml.ts'
import type { Authority } from './stamp.ts'

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

/** Whose authorities, and in which language a mistake is told. */
interface Place {
  readonly home: string
  readonly lang: Lang
}

const unreadable = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw new NoInput((error as Error).message, { cause: error })
}

/** Where the timestamp authorities of a run home are configured. */
const authoritiesFile = (home: string): string => join(home, 'authorities.yaml')

/** The configured authorities in their order; none where there is no file. BadInput for a file with mistakes. */
export async function configuredAuthorities(place: Place): Promise<readonly Authority[]> {
  const t = ledgerMessages(place.lang)
  const file = authoritiesFile(place.home)
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
export async function requiredAuthorities(place: Place): Promise<readonly Authority[]> {
  const found = await configuredAuthorities(place)
  if (found.length === 0) throw new BadInput(ledgerMessages(place.lang).noAuthorities(authoritiesFile(place.home)))
  return found
}
