import { readFile } from 'node:fs/promises'
import type { Page } from '../domain.ts'
import { BadInput, NoInput, NotAListing } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { readMessages } from '../i18n/read.ts'
import { saidIn } from '../i18n/said.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly url?: string
  readonly forScore?: boolean
  readonly allowPrivate?: boolean
}

async function read(tools: Tools, target: string, options: Options): Promise<ExitCode> {
  const t = readMessages(tools.lang)
  const { judge } = await import('../page/verdict.ts')
  const { listingsOf } = await import('../sites/listing.ts')
  const { loadSites } = await import('../sites/load.ts')
  const { readPage } = await import('../sites/read.ts')
  const { readOutput, scoreInput } = await import('../normalise/listing.ts')
  const page = await pageAt(target, options, tools)
  const book = await loadSites(tools.siteFolders)
  const site = book.siteFor(page)
  const verdict = judge(page, site?.signs)
  if (verdict.kind !== 'served') {
    tools.err(t.notServed(verdict.kind, verdict.reasons.map((reason) => saidIn(tools.lang, reason)).join('; ')))
    return ExitCode.NothingRead
  }
  const reading = readPage(page, site)
  if (reading.why !== null) throw new NotAListing(t.notAListing(t.whyNot[reading.why] ?? reading.why))
  for (const listing of listingsOf(reading, page, book)) {
    tools.out(JSON.stringify(options.forScore ? scoreInput(listing) : readOutput(listing)))
  }
  return ExitCode.Ok
}

/** A web address is fetched, anything else is a file. */
async function pageAt(target: string, options: Options, tools: Tools): Promise<Page> {
  const t = readMessages(tools.lang)
  const { checkUrl } = await import('../sites/urls.ts')
  if (/^https?:\/\//i.test(target)) {
    if (options.url !== undefined) throw new BadInput(t.urlTwice)
    const { fetchPage } = await import('../collect/fetch.ts')
    return fetchPage(checkUrl(target).href, { allowPrivate: options.allowPrivate ?? false, signal: tools.signal })
  }
  const url = options.url === undefined ? null : checkUrl(options.url).href
  const { readSaved } = await import('../page/saved.ts')
  return readSaved(await bytesOf(target, t.noFile(target)), { name: target, url })
}

async function bytesOf(file: string, problem: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new NoInput(problem, { cause })
  }
}

export const command: Command = {
  name: 'read',
  declare(program, lang, act) {
    const t = readMessages(lang)
    program
      .command('read')
      .description(t.about)
      .argument('<file|url>', t.target)
      .option('--url <url>', t.url)
      .option('--for-score', t.forScore)
      .option('--allow-private', t.allowPrivate)
      .action(act(read))
  },
}
