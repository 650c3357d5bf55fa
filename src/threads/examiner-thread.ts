import { parentPort, workerData } from 'node:worker_threads'
import { type Examiner, examinerOf } from '../examine.ts'
import { loadRules } from '../rules/load.ts'
import { loadSites } from '../sites/load.ts'
import { type Answer, type Question, type Start, thrown } from './messages.ts'

const say = (answer: Answer): void => parentPort?.postMessage(answer)

async function answer(examiner: Examiner, question: Question): Promise<void> {
  const { id } = question
  try {
    const value =
      'page' in question ? await examiner.read(question.page) : await examiner.assess(question.input, question.checks)
    say({ id, value })
  } catch (error) {
    say({ id, thrown: thrown(error) })
  }
}

const { rules, siteFolders } = workerData as Start
try {
  const [ruleset, book] = await Promise.all([loadRules(rules), loadSites(siteFolders)])
  const examiner = examinerOf(book, ruleset)
  parentPort?.on('message', (question: Question) => void answer(examiner, question))
  say({ ready: true })
} catch (error) {
  say({ unable: thrown(error) })
}
