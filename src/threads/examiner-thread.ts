import { workerData } from 'node:worker_threads'
import { examinerOf } from '../examine.ts'
import { loadRules } from '../rules/load.ts'
import { loadSites } from '../sites/load.ts'
import { answerCalls } from '../worker/answer.ts'
import type { Question, Start } from './messages.ts'

const { rules, siteFolders } = workerData as Start

await answerCalls<Question>(async () => {
  const [ruleset, book] = await Promise.all([loadRules(rules), loadSites(siteFolders)])
  const examiner = examinerOf(book, ruleset)
  return async (question) => {
    if (!('page' in question)) return examiner.assess(question.input, question.checks)
    return examiner.read(question.page)
  }
})
