import { BadInput } from '../../errors.ts'
import type { Account, Accounts, Role, Secrets } from './api.ts'
import type { ConsoleDb } from './console.ts'

interface Row {
  readonly id: number
  readonly name: string
  readonly display_name: string
  readonly role: Role
  readonly unit: string
  readonly active: 0 | 1
  readonly password_hash: string | null
  readonly totp_secret: string | null
  readonly totp_step: number
  readonly created_at: string
  readonly created_by: string
}

export const toAccount = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  displayName: row.display_name,
  role: row.role,
  unit: row.unit,
  active: row.active === 1,
  hasPassword: row.password_hash !== null,
  hasTotp: row.totp_secret !== null,
  createdAt: row.created_at,
  createdBy: row.created_by,
})

const withSecrets = (row: Row | undefined): (Account & Secrets) | null =>
  row
    ? {
        ...toAccount(row),
        passwordHash: row.password_hash,
        totpSecret: row.totp_secret,
        totpStep: row.totp_step,
      }
    : null

const NEW = `insert into account (name, display_name, role, unit, created_at, created_by) values (?, ?, ?, ?, ?, ?)`

export const openAccounts = (db: ConsoleDb): Accounts => {
  const byName = (name: string) =>
    withSecrets(db.get<Row>('select * from account where name = ?', name.trim().toLowerCase()))
  const byId = (id: number) => withSecrets(db.get<Row>('select * from account where id = ?', id))
  return {
    create: ({ name, displayName, role, unit, createdBy }) => {
      if (byName(name)) throw new BadInput(`there is an account ${name} already`)
      db.run(NEW, name.trim().toLowerCase(), displayName, role, unit, db.now(), createdBy)
      const made = byName(name)
      if (!made) throw new Error('an account was written and is not there')
      return made
    },
    list: () => db.all<Row>('select * from account order by name').map(toAccount),
    byName,
    byId,
    change: (id, { role, unit, active }) => {
      db.run('update account set role = ?, unit = ?, active = ? where id = ?', role, unit, active ? 1 : 0, id)
    },
    setPassword: (id, hash) => {
      db.run('update account set password_hash = ? where id = ?', hash, id)
    },
    setTotp: (id, secret) => {
      db.run('update account set totp_secret = ?, totp_step = 0 where id = ?', secret, id)
    },
    useTotpStep: (id, step) =>
      db.run('update account set totp_step = ? where id = ? and totp_step < ?', step, id, step).changes === 1,
    seenUpTo: (id) =>
      db.get<{ readonly seen_up_to: number }>('select seen_up_to from account where id = ?', id)?.seen_up_to ?? 0,
    setSeenUpTo: (id, sighting) => {
      db.run('update account set seen_up_to = ? where id = ? and seen_up_to < ?', sighting, id, sighting)
    },
  }
}
