-- The record of one service. Layout: Marten's tables (so that Marten can open the database) plus our columns.

create table mt_streams (
    id              uuid primary key,
    type            varchar,
    version         bigint not null,
    timestamp       timestamptz default now(),
    created         timestamptz default now(),
    tenant_id       varchar default '*DEFAULT*',
    is_archived     boolean default false,
    transaction_id  xid8 not null
);

create table mt_events (
    seq_id          bigint primary key,
    id              uuid not null unique,
    stream_id       uuid not null references mt_streams,
    version         bigint not null,
    data            jsonb not null,
    bdata           bytea,
    type            varchar(500) not null,
    timestamp       timestamptz not null default now(),
    tenant_id       varchar default '*DEFAULT*',
    mt_dotnet_type  varchar,
    is_archived     boolean default false,
    transaction_id  xid8 not null,
    headers         jsonb not null default '{}',
    correlation_id  varchar,
    causation_id    varchar,
    user_name       varchar,
    unique (stream_id, version)
);
create sequence mt_events_sequence owned by mt_events.seq_id;
create unique index mt_events_feed on mt_events (transaction_id, seq_id);

create table mt_event_progression (
    name                 varchar primary key,
    last_seq_id          bigint not null default 0,
    last_updated         timestamptz not null default now(),
    last_transaction_id  xid8 not null default '0',
    lease_token          uuid,
    lease_until          timestamptz
);

create table views (
    name      varchar primary key,
    revision  integer not null
);

-- Moves a consumer's checkpoint if its lease still holds; raises otherwise, so that effects in the same batch are undone.
create function advance_checkpoint(p_name varchar, p_token uuid, p_transaction xid8, p_sequence bigint, p_lease interval)
returns void
language plpgsql as $$
begin
    update mt_event_progression
    set last_transaction_id = p_transaction, last_seq_id = p_sequence, last_updated = now(), lease_until = now() + p_lease
    where name = p_name and lease_token = p_token;
    if not found then
        raise exception using errcode = 'PR423', message = 'Another consumer has taken over this checkpoint.';
    end if;
end $$;

-- Immutable in the database too: the serving role may add to the record and read it, never change or remove.
grant select, insert on mt_events to :serving;
grant select, insert, update on mt_streams, mt_event_progression to :serving;
grant select on views to :serving;
grant usage on sequence mt_events_sequence to :serving;
