// Long because it is the one list of all tables that the console ever made.
import type { OwnTables } from '../own-file.ts'

/** "SOIC": marks the file as Soi's console. */
const APPLICATION_ID = 0x534f4943

const TABLES = [
  `create table account (
    id integer primary key autoincrement, name text not null unique, display_name text not null, role text not null,
    unit text not null, active integer not null default 1, password_hash text, totp_secret text,
    totp_step integer not null default 0, seen_up_to integer not null default 0,
    created_at text not null, created_by text not null) strict`,
  `create table session (
    token_hash text primary key, account integer not null references account (id), csrf text not null,
    since integer not null, begun_at text not null, used_at text not null) strict, without rowid`,
  `create table link (
    token_hash text primary key, account integer references account (id), made_at text not null) strict, without rowid`,
  `create table attempt (
    name_hash text primary key, failures integer not null, last_at text not null) strict, without rowid`,
  `create table access (
    id integer primary key autoincrement, at text not null, account text not null, action text not null,
    subject text not null) strict`,
  `create index access_account on access (account, id)`,
  `create trigger access_no_update before update on access begin select raise(abort, 'access is append-only'); end`,
  `create trigger access_no_delete before delete on access begin select raise(abort, 'access is append-only'); end`,
]

/** What came with the second version. A token is one account's; what it may do is never more than that account may. */
const TOKENS = [
  `create table api_token (
    id integer primary key autoincrement, token_hash text not null unique, account integer not null references account (id),
    label text not null, scopes text not null, made_at text not null, ends_at text not null, used_at text,
    revoked_at text) strict`,
  `create index api_token_account on api_token (account, id)`,
]

/**
 * Tips and what is told of the day's work. A tip's own words never change; who gave it stands apart, because that is
 * erased; what was done with it is only added to. Each kind has numbers of its own: a gap would tell of the other kind.
 */
const TIPS_AND_NOTICES = [
  `create table tip (
    id integer primary key autoincrement, kind text not null, number integer not null, channel text not null,
    reference_hash text not null unique, received_at text not null, text text not null, url text, seller text, phone text,
    about text, content_hash text not null, entered_by text, due_at text not null, status text not null, assignee text,
    merged_into integer references tip (id), unique (kind, number)) strict`,
  `create index tip_open on tip (kind, status, due_at)`,
  `create index tip_content on tip (content_hash)`,
  `create index tip_merged on tip (merged_into) where merged_into is not null`,
  `create trigger tip_words before update of kind, number, channel, reference_hash, received_at, text, url, seller, phone,
    about, content_hash, entered_by on tip begin select raise(abort, 'the words of a tip are never changed'); end`,
  `create trigger tip_no_delete before delete on tip begin select raise(abort, 'a tip is never deleted'); end`,
  `create table tip_contact (tip integer primary key references tip (id), name text, contact text) strict`,
  `create table tip_key (key text not null, tip integer not null references tip (id), primary key (key, tip)) strict, without rowid`,
  `create table tip_entry (
    id integer primary key autoincrement, tip integer not null references tip (id), at text not null, actor text not null,
    action text not null, body text not null, hash text not null unique) strict`,
  `create index tip_entry_tip on tip_entry (tip, id)`,
  `create trigger tip_entry_no_update before update on tip_entry begin select raise(abort, 'the history of a tip is append-only'); end`,
  `create trigger tip_entry_no_delete before delete on tip_entry begin select raise(abort, 'the history of a tip is append-only'); end`,
  `create table tip_entered (entry integer primary key references tip_entry (id)) strict`,
  `create table tip_sighting (tip integer not null references tip (id), sighting integer not null, primary key (tip, sighting)) strict, without rowid`,
  `create table tip_case (tip integer not null references tip (id), case_id integer not null, primary key (tip, case_id)) strict, without rowid`,
  `create index tip_case_case on tip_case (case_id)`,
  `create table tip_excluded (tip integer not null references tip (id), account text not null, primary key (tip, account)) strict, without rowid`,
  `create table tip_setting (name text primary key, value text not null) strict, without rowid`,
  `create table notice_mark (name text primary key, value text not null) strict, without rowid`,
  `create table notice_delivery (
    id text primary key, channel text not null, made_at text not null, state text not null, tries integer not null,
    next_at text not null, held_until text, sent_at text, problem text) strict, without rowid`,
  `create index notice_delivery_state on notice_delivery (state, next_at)`,
  `create table notice (
    id integer primary key autoincrement, channel text not null, event text not null, key text not null, body text not null,
    made_at text not null, due_at text not null, delivery text references notice_delivery (id), unique (channel, key)) strict`,
  `create index notice_delivery_of on notice (delivery)`,
]

/** When sweeps were due and what became of it; and lists of what is watched. The plans themselves are files. */
const SWEEPS = [
  `create table sweep_switch (
    name text primary key, paused_at text, paused_by text, resumed_at text, asked_at text, asked_by text)
    strict, without rowid`,
  `create table sweep_cron (name text primary key, line text not null, since text not null) strict, without rowid`,
  `create table sweep_due (
    id integer primary key autoincrement, name text not null, due_at text not null,
    why text not null check (why in ('time', 'asked')),
    state text not null check (state in ('begun', 'done', 'failed', 'skipped')), missed integer not null default 0,
    attempts integer not null default 1, at text not null, ended_at text, sweep integer, detail text, asked_by text,
    unique (name, why, due_at)) strict`,
  `create index sweep_due_open on sweep_due (id) where state = 'begun'`,
  `create table watch_list (
    id integer primary key autoincrement, name text not null unique, changed_at text not null,
    changed_by text not null) strict`,
  `create table watch_entry (
    id integer primary key autoincrement, list integer not null references watch_list (id) on delete cascade,
    kind text not null check (kind in ('word', 'url', 'phone', 'account')), value text not null,
    site text not null default '', note text, unique (list, kind, value, site)) strict`,
]

/** Requests of programs by the key they came under; see requests.ts. */
const REQUESTS = [
  `create table api_request (
    token integer not null references api_token (id), key text not null, request text not null, at text not null,
    status integer, body text, primary key (token, key)) strict, without rowid`,
  `create index api_request_at on api_request (at)`,
]

/**
 * Replacing a row deletes it without asking its delete trigger (SQLite asks that only with recursive_triggers): what may not be
 * deleted may not be replaced either, by any of what a row is known by.
 */
const noReplace = (table: string, same: string, message: string): string =>
  `create trigger ${table}_no_replace before insert on ${table} when exists (select 1 from ${table} where ${same})
    begin select raise(abort, '${message}'); end`

const NO_REPLACE = [
  `create trigger tip_id before update of id on tip begin select raise(abort, 'the words of a tip are never changed'); end`,
  noReplace('access', 'id = new.id', 'access is append-only'),
  noReplace(
    'tip',
    'id = new.id or reference_hash = new.reference_hash or (kind = new.kind and number = new.number)',
    'a tip is never deleted',
  ),
  noReplace('tip_entry', 'id = new.id or hash = new.hash', 'the history of a tip is append-only'),
]

/** What programs asked for and wait for; see jobs.ts. */
const JOBS = [
  `create table job (
    id integer primary key autoincrement, kind text not null check (kind in ('pack', 'check')),
    account text not null, subject text not null, made_at text not null, server text not null,
    state text not null check (state in ('begun', 'done', 'failed')), ended_at text, result text, problem text) strict`,
  `create index job_subject on job (kind, subject, id)`,
]

/** Reports and effects of rule files too: SQLite changes what a column may hold only with a new table. */
const MORE_JOBS = [
  'alter table job rename to job_before',
  'drop index job_subject',
  `create table job (
    id integer primary key autoincrement, kind text not null check (kind in ('pack', 'check', 'report', 'effect')),
    account text not null, subject text not null, made_at text not null, server text not null,
    state text not null check (state in ('begun', 'done', 'failed')), ended_at text, result text, problem text) strict`,
  'insert into job select * from job_before',
  'drop table job_before',
  'create index job_subject on job (kind, subject, id)',
]

/** One entry a version, in order; an entry that was ever shipped is never changed. */
const VERSIONS: readonly (readonly string[])[] = [
  ...[TABLES, TOKENS, TIPS_AND_NOTICES, SWEEPS, REQUESTS, NO_REPLACE, JOBS],
  MORE_JOBS,
]

/** The file of the console. */
export const CONSOLE_TABLES: OwnTables = { applicationId: APPLICATION_ID, versions: VERSIONS }
