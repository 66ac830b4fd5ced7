-- What the public reads: ready bytes, folded per park from received. Can be dropped and rebuilt to the same bytes.

-- One row per public park: its line of the list, and what the list is filtered by.
create table public_parks (
    id               uuid primary key,
    batch            varchar,
    list_number      integer,
    province         varchar not null,
    stage            varchar not null,
    scope            varchar not null,
    listed           boolean not null,
    demo             boolean not null,
    disclosed_years  integer not null,
    search           varchar not null,
    item             text not null,
    csv              text not null
);
create index public_parks_order on public_parks (batch, list_number, id);

-- One row per public address of a park: the park, its timeline, its disclosed years.
create table public_pages (
    path     varchar primary key,
    park_id  uuid not null,
    etag     varchar not null,
    body     bytea not null
);
alter table public_pages alter column body set storage external;
create index public_pages_park on public_pages (park_id);

-- One row per public event, as a line of the open data.
create table public_events (
    event_id  uuid primary key,
    park_id   uuid not null,
    at        timestamptz not null,
    decision  text,
    line      text not null
);
create index public_events_order on public_events (at, event_id);
create index public_events_decisions on public_events (at desc, event_id desc) where decision is not null;
create index public_events_park on public_events (park_id);

-- One row per disclosed year, as a line of the open data.
create table public_years (
    park_id  uuid not null,
    year     integer not null,
    csv      text not null,
    primary key (park_id, year)
);

grant select, insert, update, delete on public_parks, public_pages, public_events, public_years to :serving;
