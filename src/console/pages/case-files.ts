import { keepFile } from '../../casework/upload.ts'
import { BadInput } from '../../errors.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { saidIn } from '../../i18n/said.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { redirect } from '../reply.ts'
import { savedFile } from '../saved-file.ts'
import { casePage } from './case.ts'
import { problemPage } from './problem.ts'

async function attach(ask: SignedAsk): Promise<Response> {
  const { cases, blobs } = ask.world.store
  const found = await cases.get(Number(ask.params['id']))
  if (!ask.file) return casePage(ask, found, consoleCasework(ask.lang).problems.file)
  try {
    const kept = await keepFile(blobs, ask.file.name, ask.file.bytes, ask.lang)
    await cases.attach(found.id, kept, ask.session.account.name)
  } catch (error) {
    if (error instanceof BadInput) return casePage(ask, found, saidIn(ask.lang, error.message))
    throw error
  }
  return redirect(`/cases/${found.id}#files`)
}

async function attachment(ask: SignedAsk): Promise<Response> {
  const { id, attachments } = await ask.world.store.cases.get(Number(ask.params['id']))
  const file = attachments.find((each) => String(each.id) === ask.params['number'])
  if (!file) return problemPage(ask, 'not-found')
  ask.world.console.access.note(ask.session.account.name, 'file.open', `case:${id} ${file.sha256}`)
  return savedFile(ask.world, file, `case-${id}-file-${file.id}`)
}

export const caseFileRoutes: readonly Route[] = [
  { method: 'POST', path: '/cases/:id{[0-9]+}/files', permission: 'case', upload: true, handle: attach },
  { method: 'GET', path: '/cases/:id{[0-9]+}/files/:number{[0-9]+}', permission: 'read', handle: attachment },
]
