import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listingOf } from '../../src/rules/examples.ts'
import { loadRules } from '../../src/rules/load.ts'
import { allows } from '../../src/rules/needs.ts'
import { ruleFiles } from '../../src/rules/place.ts'
import { subjectOf } from '../../src/rules/subject.ts'

test('the rules that are asked are those whose needs the words found allow, each of them and in their order', async () => {
  const ruleset = await loadRules(await ruleFiles(fileURLToPath(new URL('../../rules', import.meta.url))))
  // What its own examples say wakes each rule at least once.
  const texts = ruleset.rules.flatMap(({ body }) => [...body.examples.fires, ...body.examples.quiet])
  const woken = new Set<string>()
  for (const text of texts) {
    const { hits } = subjectOf(listingOf(text), ruleset.trie)
    const asked = ruleset.wakenedBy(hits).map(({ body }) => body.id)
    const allowed = ruleset.rules.filter(({ active, needs }) => active && allows(needs, hits))
    expect(asked).toEqual(allowed.map(({ body }) => body.id))
    for (const id of asked) woken.add(id)
  }
  expect(woken.size).toBe(ruleset.rules.filter(({ active }) => active).length)
})
