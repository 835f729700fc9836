/** Times are ISO 8601 in UTC. `seq` is the change number that delta tokens are made of: it only grows. */
export const schema = `
create table if not exists setting (key text primary key, value text not null) without rowid;

create table if not exists tenant (id text primary key, name text not null, domain text not null, home integer not null);
create table if not exists person (
  id text primary key collate nocase, number integer not null unique, name text not null,
  user_name text not null unique collate nocase, job_title text, kind text not null, tenant text not null);
create table if not exists consent (scope text not null, person text not null, granted integer not null, primary key (scope, person));

create table if not exists sign_in_grant (
  token text primary key, kind text not null, person text not null, facts text not null, ends_at integer not null) without rowid;

create table if not exists team (
  id text primary key collate nocase, name text not null, description text, created_at text not null, site text not null);
create table if not exists team_member (team text not null collate nocase, person text not null collate nocase, role text not null, primary key (team, person));
create index if not exists team_member_person on team_member (person);
create table if not exists channel (
  id text primary key collate nocase, team text not null collate nocase, name text not null collate nocase, kind text not null,
  description text, created_at text not null, site text not null, drive text not null, folder text not null, position integer not null);
create table if not exists channel_member (channel text not null collate nocase, person text not null collate nocase, role text not null, primary key (channel, person));
create table if not exists message (
  channel text not null collate nocase, id text not null, reply_to text, person text not null, body text not null,
  created_at text not null, primary key (channel, id));
create index if not exists message_reply on message (channel, reply_to, id);

create table if not exists site (
  id text primary key collate nocase, name text not null, title text not null, path text not null unique collate nocase,
  team text collate nocase, channel text collate nocase, owner text collate nocase, created_at text not null);
create table if not exists list (
  id text primary key collate nocase, site text not null collate nocase, name text not null, title text not null collate nocase,
  description text not null, template text not null, created_at text not null, created_by text not null,
  modified_at text not null, modified_by text not null, version integer not null, last_item integer not null, drive text);
create unique index if not exists list_title on list (site, title);
create table if not exists list_column (
  id text primary key collate nocase, list text not null collate nocase, name text not null, position integer not null,
  definition text not null, kind text not null, indexed integer not null, only_once integer not null, hidden integer not null, built_in integer not null);
create unique index if not exists list_column_name on list_column (list, name collate nocase);
create table if not exists list_item (
  list text not null, id integer not null, guid text not null, version integer not null, fields text not null,
  created_at text not null, created_by text not null, modified_at text not null, modified_by text not null,
  seq integer not null, deleted_at text, primary key (list, id)) without rowid;
create index if not exists list_item_seq on list_item (list, seq);
create table if not exists list_item_version (
  list text not null, item integer not null, version integer not null, fields text not null, modified_at text not null,
  modified_by text not null, primary key (list, item, version)) without rowid;
create table if not exists list_value (
  list text not null, field text not null, value blob collate nocase, item integer not null, primary key (list, field, value, item)) without rowid;

create index if not exists list_value_item on list_value (list, item);

create table if not exists drive (
  id text primary key collate nocase, site text not null collate nocase, list text, owner text collate nocase, name text not null,
  kind text not null, root text not null, created_at text not null);
create table if not exists drive_item (
  rowid integer primary key, id text not null unique collate nocase, drive text not null, parent text collate nocase, name text not null, name_key text not null,
  folder integer not null, size integer not null, hash text, quick_xor text, mime text, guid text not null, number integer not null,
  version integer not null, content_version integer not null, created_at text not null, created_by text not null,
  modified_at text not null, modified_by text not null, fs_created_at text not null, fs_modified_at text not null,
  seq integer not null, deleted_at text, inherits integer not null default 1, checked_out_by text, fields text not null default '{}');
create unique index if not exists drive_item_name on drive_item (parent, name_key) where deleted_at is null;
create index if not exists drive_item_seq on drive_item (drive, seq);
create unique index if not exists drive_item_number on drive_item (drive, number);
create table if not exists drive_item_version (
  item text not null collate nocase, version integer not null, hash text not null, quick_xor text not null, size integer not null,
  modified_at text not null, modified_by text not null, primary key (item, version)) without rowid;
create table if not exists permission (
  id text primary key, drive text not null, item text not null collate nocase, person text collate nocase, roles text not null,
  link text, email text, created_by text not null);
create index if not exists permission_item on permission (item);
create index if not exists permission_drive on permission (drive);
create table if not exists site_grant (id text primary key, site text not null collate nocase, app text not null, name text not null, roles text not null);
create table if not exists copy_job (id text primary key, status text not null, resource text, error text, polls integer not null);
create table if not exists content_text (hash text primary key, text text not null) without rowid;
create virtual table if not exists search_text using fts5 (item unindexed, drive unindexed, name, body, tokenize = 'unicode61 remove_diacritics 2');
create table if not exists activity (
  id integer primary key, person text not null collate nocase, sender text not null, team text, facts text not null, created_at text not null);
create table if not exists app_installation (team text primary key collate nocase, id text not null);
create table if not exists event (
  id text primary key, owner text not null collate nocase, organizer text not null, transaction_id text, body text not null, created_at text not null);
create unique index if not exists event_transaction on event (owner, transaction_id) where transaction_id is not null;
create view if not exists library_item as
  select d.list as list, i.number as id, i.guid, i.version, json_set(i.fields, '$.FileLeafRef', i.name) as fields,
    i.created_at, i.created_by, i.modified_at, i.modified_by, i.seq, i.deleted_at
  from drive_item i join drive d on d.id = i.drive where i.parent is not null;

create table if not exists upload_session (
  id text primary key, drive text not null, parent text not null, name text not null, item text, conflict text not null,
  total integer, received integer not null, person text not null, created_at integer not null, expires_at integer not null,
  ends_at integer not null, deferred integer not null, fs_created_at text, fs_modified_at text);
`;
