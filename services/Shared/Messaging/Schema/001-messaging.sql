-- Publishing: how many events of each stream were published. Moves with the forwarder's checkpoint.
create table published_streams (
    stream_id  uuid primary key,
    sequence   bigint not null
);

-- Receiving: every event of another service, whole and for ever, as the record itself is.
create table received (
    source       varchar not null,
    id           uuid not null,
    stream_id    uuid not null,
    sequence     bigint not null,
    subject      uuid not null,
    time         timestamptz not null,
    type         varchar not null,
    event        jsonb not null,
    received_at  timestamptz not null default now(),
    primary key (source, id),
    unique (source, stream_id, sequence)
);
create index received_subject on received (subject);

-- How far each received stream is applied. What lies in received beyond it came early and waits for the gap to close.
create table received_streams (
    source     varchar not null,
    stream_id  uuid not null,
    applied    bigint not null default 0,
    primary key (source, stream_id)
);

-- The local sidecar's queue: one row per event and subscriber, gone when delivered.
create table deliveries (
    id          bigint generated always as identity primary key,
    subscriber  varchar not null,
    pubsub      varchar not null,
    topic       varchar not null,
    event_id    varchar not null,
    event       text not null,
    published   timestamptz not null,
    due         timestamptz not null,
    attempts    integer not null default 0,
    dead        boolean not null default false,
    error       varchar,
    unique (subscriber, topic, event_id)
);
create index deliveries_due on deliveries (due) where not dead;
create index deliveries_dead on deliveries (id) where dead;

grant select, insert on received to :serving;
grant select, insert, update on published_streams, received_streams to :serving;
grant select, insert, update, delete on deliveries to :serving;
