import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed, N skipped` alone on the last line: what CI reads. */
export default class Closing implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((one) => one === state).length
    const broken = modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests()].length)
    const failed = count('failed') + broken.length + errors.length
    const skipped = count('skipped') + count('pending')
    // After the default reporter's own summary.
    process.on('exit', () => {
      process.stdout.write(`${count('passed')} passed, ${failed} failed, ${skipped} skipped\n`)
    })
  }
}
