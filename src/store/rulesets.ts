import type { Sha256 } from '../domain.ts'
import type { Rulesets } from './api.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry } from './ledger.ts'

/** The rule a file declares at its top level: `id: replica-wording`. Null for word lists, scoring and the like. */
const declaredRule = (text: string): string | null => {
  const line = text.split('\n').find((each) => each.startsWith('id:'))
  const value = line
    ?.slice('id:'.length)
    .split(' #')[0]
    ?.trim()
    .replace(/^["']|["']$/g, '')
  return value === undefined || value === '' ? null : value
}

const NEW_TEXT =
  'insert into rule_text (sha256, text) select ?, ? where not exists (select 1 from rule_text where sha256 = ?)'

const keepFiles = (db: Db, hash: Sha256, files: ReadonlyMap<string, string>): void => {
  const known = db.prepare('select 1 from ruleset where hash = ?').get(hash)
  if (known !== undefined) return
  db.prepare('insert into ruleset (hash) values (?)').run(hash)
  const kept: [string, { rule: string | null; sha256: Sha256 }][] = []
  for (const [path, text] of files) {
    const textHash = sha256(text)
    const rule = declaredRule(text)
    kept.push([path, { rule, sha256: textHash }])
    db.prepare(NEW_TEXT).run(textHash, text, textHash)
    db.prepare('insert into ruleset_file (ruleset, path, rule, sha256) values (?, ?, ?, ?)').run(
      hash,
      path,
      rule,
      textHash,
    )
  }
  appendEntry(db, 'ruleset.keep', `ruleset:${hash}`, {
    body: canonical({ ruleset: hash, files: Object.fromEntries(kept) }),
  })
}

/** Rule files as they were: an old sighting is explained by the rules that judged it. */
export const openRulesets = (db: Db): Rulesets => ({
  keep: async (hash, files) => {
    const known = await db.query.selectFrom('ruleset').select('hash').where('hash', '=', hash).executeTakeFirst()
    if (known === undefined) db.write('full', () => keepFiles(db, hash, files))
  },
  text: async (hash, rule) => {
    const files = await db.query
      .selectFrom('ruleset_file as f')
      .innerJoin('rule_text as t', 't.sha256', 'f.sha256')
      .select(['f.path', 'f.rule', 't.text'])
      .where('f.ruleset', '=', hash)
      .where((eb) => eb.or([eb('f.rule', '=', rule), eb('f.path', 'like', `%${rule}.y%ml`)]))
      .execute()
    const stem = (path: string) =>
      path
        .split('/')
        .at(-1)
        ?.replace(/\.ya?ml$/, '')
    const found = files.find((file) => file.rule === rule) ?? files.find((file) => stem(file.path) === rule)
    return found?.text ?? null
  },
  files: async (hash) => {
    const rows = await db.query
      .selectFrom('ruleset_file as f')
      .innerJoin('rule_text as t', 't.sha256', 'f.sha256')
      .select(['f.path', 't.text'])
      .where('f.ruleset', '=', hash)
      .execute()
    return rows.length === 0 ? null : new Map(rows.map(({ path, text }) => [path, text]))
  },
})
