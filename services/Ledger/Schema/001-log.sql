-- The log in its order: what the public files are made of, and made of again.
create table entries (
    index     bigint primary key,
    source    varchar not null,
    event_id  uuid not null,
    leaf      bytea not null,
    unique (event_id, source)
);

-- Where each stream stands: the next leaf must follow it.
create table tips (
    source   varchar not null,
    stream   varchar not null,
    version  bigint not null,
    hash     bytea not null,
    primary key (source, stream)
);

-- How far each source was read.
create table cursors (
    source  varchar primary key,
    place   varchar not null
);

-- Who sequences: an older process finds its number gone with its next commit.
create table epochs (
    one    boolean primary key default true check (one),
    epoch  bigint not null
);
insert into epochs (epoch) values (0);

grant select, insert on entries to :serving;
grant select, insert, update on tips, cursors to :serving;
grant select, update on epochs to :serving;
