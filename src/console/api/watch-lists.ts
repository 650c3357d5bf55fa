import { z } from 'zod'
import { WATCH_KINDS, type WatchList } from '../../store/console/api.ts'
import { keepWatchList, listName, removeWatchList, searchableIn, watchCsv } from '../../watchlist/keep.ts'
import { readWatchCsv } from '../../watchlist/read.ts'
import type { ProgramAsk } from '../ask.ts'
import { acting, type Endpoint, instant, limit, offset, reading } from './endpoint.ts'
import { ApiProblem } from './problem.ts'

const list = z.strictObject({
  id: z.int(),
  name: z.string().describe('under which sweep files name it'),
  entries: z.int(),
  changedAt: instant,
  changedBy: z.string(),
})

const listOf = ({ id, name, entries, changedAt, changedBy }: WatchList) => ({ id, name, entries, changedAt, changedBy })

function found({ world, params }: ProgramAsk): WatchList {
  const one = world.console.watchLists.list().find(({ id }) => String(id) === params['id'])
  if (!one) throw new ApiProblem(404, 'there is no watch-list of that number')
  return one
}

const all = reading({
  path: '/watch-lists',
  name: 'watchLists',
  scope: 'sweeps',
  query: z.strictObject({}),
  answer: z.strictObject({ items: z.array(list).describe('by name') }),
  read: async ({ world }) => ({ items: world.console.watchLists.list().map(listOf) }),
})

const one = reading({
  path: '/watch-lists/{id}',
  name: 'watchList',
  scope: 'sweeps:write',
  query: z.strictObject({ limit, offset }),
  answer: z.strictObject({
    list,
    items: z.array(
      z.strictObject({
        kind: z.enum(WATCH_KINDS),
        value: z.string(),
        site: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    next: z.int().nullable().describe('send as "offset"; null: the last page'),
  }),
  read: async (ask, { limit: most, offset: from }) => {
    const of = found(ask)
    const { store, console } = ask.world
    const entries = console.watchLists.entries(of.id)
    const items = entries.slice(from, from + most).map(({ kind, value, site, note }) => ({ kind, value, site, note }))
    // It names people: it stands in the ledger before it leaves.
    const body = { name: of.name, entries: of.entries, from, sent: items.length }
    await store.ledger.append('exported', `watch-list:${of.name}`, body, ask.program.account.name)
    return { list: listOf(of), items, next: entries.length > from + most ? from + most : null }
  },
})

/** One line: entries are read as rows of a table, one line each. */
const cell = z
  .string()
  .max(300)
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'holds a control character')

const put = acting({
  path: '/watch-lists',
  name: 'putWatchList',
  scope: 'sweeps:write',
  status: 200,
  changes: true,
  schema: z.strictObject({
    name: z.string().min(1).max(80),
    replace: z.boolean().default(false).describe('true: what it held goes; false: these are added'),
    entries: z
      .array(
        z.strictObject({
          kind: z.enum(WATCH_KINDS),
          value: cell.min(1),
          site: cell
            .min(1)
            .nullable()
            .default(null)
            .describe('id of the site it is searched on; null: where a sweep says'),
          note: cell.nullable().default(null),
        }),
      )
      .min(1)
      .max(2000),
  }),
  example: { name: 'gốm', entries: [{ kind: 'word', value: 'gốm sứ Minh Long' }] },
  answer: z.strictObject({
    list,
    added: z.int().describe('those that were not in it already'),
    refused: z
      .array(z.strictObject({ entry: z.int().describe('place among those sent, from 0'), why: z.string() }))
      .describe('entries that cannot be watched; the others were kept'),
  }),
  act: async ({ world, program }, { name: typed, replace, entries }) => {
    const { sweeping, console, store } = world
    const name = listName(typed)
    const options = { searchable: searchableIn(await sweeping.book()), allowPrivate: sweeping.allowPrivate }
    // Read as officers' tables are: the same is taken, and the same refused. The first line names the columns.
    const { taken, refused } = readWatchCsv(watchCsv(entries), options)
    const told = refused.map(({ line, why }) => ({ entry: line - 2, why }))
    if (taken.length === 0)
      throw new ApiProblem(400, `no entry can be watched: ${[...new Set(told.map(({ why }) => why))].join(', ')}`)
    const added = await keepWatchList(
      { lists: console.watchLists, store, by: program.account.name },
      name,
      taken,
      replace,
    )
    const kept = console.watchLists.byName(name)
    if (!kept) throw new Error('a watch-list was kept and is not there')
    return { list: listOf(kept), added, refused: told }
  },
})

const remove = acting({
  path: '/watch-lists/{id}/delete',
  name: 'deleteWatchList',
  scope: 'sweeps:write',
  status: 200,
  changes: true,
  schema: z.strictObject({}),
  example: {},
  answer: z.strictObject({ list: list.describe('as it was') }),
  act: async (ask) => {
    const { world, program } = ask
    const gone = found(ask)
    const desk = { lists: world.console.watchLists, store: world.store, by: program.account.name }
    await removeWatchList(desk, gone.name)
    return { list: listOf(gone) }
  },
})

export const watchListEndpoints: readonly Endpoint[] = [all, one, put, remove]
