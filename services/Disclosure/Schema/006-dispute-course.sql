-- Whether somebody's words may be shown, and the key of whoever came the protected way: its hash alone.
alter table dispute_texts add column words_public boolean not null default false;
alter table dispute_texts add column key_hash varchar unique;

-- What a reviewer asks whoever came the protected way, and what they add. Nothing else of them is kept.
create table dispute_words (
    dispute_id  uuid not null,
    number      integer not null,
    at          timestamptz not null,
    asked       boolean not null,
    words       varchar,
    primary key (dispute_id, number)
);

-- Whose accounts act for the park, to know who may answer.
alter table public_parks add column management_body uuid;

-- One row per dispute, as a line of the open data.
create table public_disputes (
    number   varchar primary key,
    park_id  uuid not null,
    csv      text not null,
    json     text not null
);
create index public_disputes_park on public_disputes (park_id);

grant select, insert, update, delete on dispute_words, public_disputes to :serving;
