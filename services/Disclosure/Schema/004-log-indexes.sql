-- Where public events stand in the public log, as the log has said: a place never changes. Not folded from events, and so not dropped with them.
create table log_indexes (
    event_id   uuid primary key,
    log_index  bigint not null
);

-- Of which public events the place is still to be asked for.
alter table public_events add column logged boolean not null default false;
create index public_events_unlogged on public_events (event_id) include (park_id) where not logged;

grant select, insert on log_indexes to :serving;
