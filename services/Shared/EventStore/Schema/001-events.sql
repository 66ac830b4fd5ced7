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

-- Appends to one stream that must stand at p_expected. An event's transaction_id is never below that of the stream's last
-- event, and its seq_id is drawn under the stream's row lock: in the feed's order (transaction_id, seq_id) a stream's
-- versions therefore stay in order although commits are concurrent.
create function append_events(
    p_stream uuid, p_type varchar, p_expected bigint, p_ids uuid[], p_aliases varchar[], p_bodies jsonb[],
    p_at timestamptz, p_headers jsonb, p_correlation varchar, p_causation varchar, p_user varchar) returns void
language plpgsql as $$
declare
    v_transaction xid8;
begin
    if p_expected = 0 then
        insert into mt_streams (id, type, version, timestamp, created, transaction_id)
        values (p_stream, p_type, cardinality(p_ids), p_at, p_at, pg_current_xact_id())
        on conflict (id) do nothing
        returning transaction_id into v_transaction;
    else
        update mt_streams
        set version = version + cardinality(p_ids), timestamp = p_at,
            transaction_id = greatest(transaction_id, pg_current_xact_id())
        where id = p_stream and version = p_expected and type = p_type
        returning transaction_id into v_transaction;
    end if;
    if v_transaction is null then
        if exists (select from mt_streams where id = p_stream and type <> p_type) then
            raise exception using errcode = 'PR400', message = format('Stream %s is not a stream of type %s.', p_stream, p_type);
        end if;
        raise exception using errcode = 'PR409', message = 'The stream does not stand at the expected version.';
    end if;

    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, transaction_id, headers,
                           correlation_id, causation_id, user_name)
    select nextval('mt_events_sequence'), e.id, p_stream, p_expected + e.place, e.body, e.alias, p_at, v_transaction,
           p_headers, p_correlation, p_causation, p_user
    from (select * from unnest(p_ids, p_aliases, p_bodies) with ordinality as u (id, alias, body, place) order by place) e;
end $$;

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
